"""Things that are counted and named, and people against posts, in further ways of saying so."""

import pytest
from tests.support.ledgers import said

_HEAD = "某市单位2024年度工作总结\n一、基本情况\n"

WRONG = [
    # a number before 一级指标 and between two numerals is no idiom
    ("评价组依据决策、过程、产出、效益五个一级指标设计体系。", "count 五个 列出的是 4 个"),
    ("法院审理刑事、民事、行政两类一审案件。", "count 两类 列出的是 3 个"),
    ("教导处、德育处、总务处、康复部，一共三个。", "count 三个 列出的是 4 个"),
    # behind a dash
    ("资金分解到4个方向——水库加固、灌渠整治、管网改造、河道疏浚、水质监测。", "count 4个 列出的是 5 个"),
    ("学校设有五个专业部——机电工程部、汽车工程部、信息技术部、现代服务部。", "count 五个 列出的是 4 个"),
    # each with its month, or taken in hand one after the other
    ("办了六次家长学校：3月讲保养，5月讲手语，6月讲升学，9月讲适应，11月讲心理。", "count 六次 列出的是 5 个"),
    ("明年打算办三件事：把仪器排进课表，把屏幕装齐。", "count 三件 列出的是 2 个"),
    ("建设内容由以下三部分构成：（1）门诊改造；（2）设备更新；（3）平台；（4）培训。", "count 三部分 列出的是 4 个"),
    ("农机、水利、种植、畜牧五大板块均有支出。", "count 五大板块 列出的是 4 个"),
    # posts
    ("免疫规划科定编12名，实际到岗13名。", "posts 13名 多于编制"),
    ("编制数18名，2024年末实有20人；另有工勤聘用人员4人。", "posts 20人 多于编制"),
    ("核定编制72名，年末实有在职76人，离退休46人（离休1人、退休45人）。", "posts 76人 多于编制"),
    ("行政编制38名，在岗36人，事业编制45名，在岗49人。", "posts 49人 多于编制"),
    ("乡镇农技特聘岗位24个，已招聘32人。", "posts 32人 多于编制"),
]

RIGHT = [
    "评价组依据决策、过程、产出、效益四个一级指标设计体系。",
    "落实“五个一”工程，一户一档，不能三心二意、七上八下。",
    "办了五次家长学校：3月讲保养，5月讲手语，6月讲升学，9月讲适应，11月讲心理。",
    "项目分两类一审一复核，共9件。",
    "行政编制38名，事业编制45名，在岗83人。",
    "编制50名，实有67人，其中聘用21人。",
    "编制50名，实有67人，还包括劳务派遣21人。",
]


@pytest.mark.parametrize(("text", "words"), WRONG)
def test_what_is_counted_otherwise_than_named_is_said(text: str, words: str) -> None:
    assert said(_HEAD + text) == [words]


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_be_is_not(text: str) -> None:
    assert said(_HEAD + text) == []


def test_unwell_reactions_and_emergency_lines_are_no_budgets() -> None:
    """反应, 应急: they hold 应 and nothing is due."""
    text = "接种后报告不良反应214例，属于一般反应的218例。"
    assert said(_HEAD + text) == ["part 218例 大于总数 214例"]


def test_some_of_what_a_row_tells_is_not_held_against_it() -> None:
    table = "| 指标 | 指标值 |\n| 监测市民 | 9,000人 |\n| 办展 | 12场 |\n"
    assert said(_HEAD + table + "监测市民9,000人，为其中6,000人出具处方。") == []
