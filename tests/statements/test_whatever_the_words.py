"""Figures known by each other, not by the words around them: rows of shares, columns told again, several that agree."""

from collections import Counter

import pytest
from tests.support.ledgers import said

from reportgen.statements.lexicon import read_data


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            (
                "县人代会批准的部门预算是1,108.00万元，年中上级下达92.00万元，两笔相加，全年可用1,020.00万元。\n"
                "| 类别 | 可用资金（万元） |\n| 合计 | 1,200.00 |"
            ),
            "corroborated 1,020.00万元 应为 1200万元",
        ),
        (
            (
                "人员支出预算718.50万元。\n图书购置支出预算290.00万元。\n阅读推广支出预算168.00万元。\n"
                "| 项目 | 合计（万元） |\n| 人员支出 | 718.50 |\n| 图书购置 | 280.00 |\n| 阅读推广 | 168.00 |"
            ),
            "text_table 290.00万元 与表格不符：280.00",
        ),
        (
            (
                "（一）教学设备312.50万元。\n（二）教师培训187.50万元。\n（三）校舍维修500.00万元。\n"
                "三项的比重为31.25%、18.75%、55.00%。"
            ),
            "share 55.00% 应为 50.00%",
        ),
        ("管网总长120.50公里，东区40.20公里，西区50.10公里，南区36.20公里。", "sum 120.50公里 各项相加得 126.5公里"),
        ("学校在职职工69人，男71人，女25人。", "sum 69人 各项相加得 96人"),
        ("水质站取样1,530个。样品分布：平坝680个，丘陵560个，山区280个。", "sum 1,530个 各项相加得 1520个"),
    ],
)
def test_what_other_figures_ask_for(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("我院抓好四件事：①修订制度；②培训人员；③更新设备。", "count 四件 列出的是 3 个"),
        ("采取的办法：（1）倒排计划；（2）约谈科室。以上三条办法月底前落实。", "count 三条 列出的是 2 个"),
        ("学校从两个方面加强保障：其一，组织保障；其二，制度保障；其三，经费保障。", "count 两个 列出的是 3 个"),
        ("水库设办公室、工程科、调度科，共计四个科室。", "count 四个 列出的是 3 个"),
    ],
)
def test_items_with_numbers_are_counted(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            "自评得分92.69分。各部分得分：管理19.19分，产出37.50分，效益27.60分，满意度9.00分。",
            "points 27.60分 应为 27分",
        ),
        ("对14项任务分档，9项优秀、4项良好、2项合格。", "grades 14项 各项相加得 15项"),
        ("抽查水样120个，18个优良、90个合格、11个不合格。", "grades 120个 各项相加得 119个"),
        ("卫生院编制90名，已用96名。", "posts 96名 多于编制"),
        ("决算98.00万元，年初预算90.00万元，决算比预算少8.00万元。", "direction 8.00万元 方向写反"),
        ("法院全年开庭386场，上年是355场，同比少开31场。", "direction 31场 方向写反"),
    ],
)
def test_scores_grades_and_changes(text: str, finding: str) -> None:
    assert said(text) == [finding]


@pytest.mark.parametrize(
    "text",
    [
        "支出明细为：设备购置92.60万元，劳务费41.28万元，装备检修18.34万元，培训14.80万元，保险11.50万元。",
        "医院上年接诊361,150人次。门诊351,260人次、急诊35,160人次，合计386,420人次。",
        "年初预算为35.00万元，职业年金缴费支出决算为36.72万元。\n| 科目 | 决算（万元） |\n| 职业年金缴费支出 | 36.72 |",
        "付款961.74万元，占合同总价的95.00%，占预算的91.59%，质保金50.62万元。",
    ],
)
def test_what_stands_beside_a_relation_is_no_part_of_it(text: str) -> None:
    assert said(text) == []


def test_no_name_belongs_to_two_concepts() -> None:
    concepts = read_data("figures.yaml")["概念"]
    named = Counter(word for words in concepts.values() for word in set(words.split()))
    assert [word for word, count in named.items() if count > 1] == []
