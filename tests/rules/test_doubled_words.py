"""Words that stand twice in a row, and those that may."""

import pytest
from tests.rules.fragments import said


def doubled(text: str) -> list[str]:
    return [words for code, words in said(text) if code == "WRD007"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("养护站全年巡查巡查公路126次。", "巡查巡查"),
        ("法律援助案件件数稳定，受援人满意满意。", "满意满意"),
        ("我所所有车辆已经已经检修。", "已经已经"),
        ("气象站观测数据据实上报，误差偏大偏大。", "偏大偏大"),
        ("自来水厂水质检测检测合格。", "检测检测"),
        ("少数指标值值偏低。", "值值"),
        ("窗口将将群众意见登记在册。", "将将"),
        ("各各乡镇按时报送。", "各各"),
        ("费用由由县财政承担。", "由由"),
        ("补助金额为为35万元，支出控制在预算以内。", "为为"),
        ("结合审判开展开展法治宣传。", "开展开展"),
        ("整体绩效绩效较好。", "绩效绩效"),
    ],
)
def test_a_word_stands_twice(text: str, words: str) -> None:
    assert doubled(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "方案反复研究研究，层层落实，年年增长，户户通水，稳步推进。",
        "社区社区卫生服务站、小微企业企业所得税、示例大学大学生创业园。",
        "事业单位单位性质不变，基本支出支出197.80万元，维修工程工程款已付。",
        "职工工资、税收收入、项目目标、供水水质、交通运输局局长、市市场监管局、县县域医共体。",
        "人均均值、价值值得肯定、理由由法院审查、可以以奖代补、定位为为群众服务。",
        "一户一户走访，一次一次核对，会不会不合格。",
    ],
)
def test_words_that_meet_or_are_doubled_rightly(text: str) -> None:
    assert doubled(text) == []
