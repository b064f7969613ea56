"""Weights, points and scores: what is said, and what is left alone because it may well be right."""

import pytest
from tests.rules.fragments import findings, findings_finished, merged

WEIGHTS = ("SCO004", "SCO005", "SCO006", "SCO007")
HEAD = "文种: 部门整体支出绩效自评表\n评价: {等级: 优}\n绩效指标:\n"


def said(*indicators: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, label and notes of each finding about these indicators."""
    content = merged(HEAD + "".join(f"  - {{{indicator}}}\n" for indicator in indicators))
    return [(finding.code, finding.label, finding.notes) for finding in findings(content) if finding.code in WEIGHTS]


def points(level: str, number: object) -> str:
    return f"一级指标: {level}, 三级指标: 甲, 指标值: 好, 完成值: 好, 分值: {number}, 得分: {number}"


@pytest.mark.parametrize(
    "shares",
    [
        {"产出指标": 50, "效益指标": 30, "满意度指标": 10},
        {"产出": 50, "效益": 30, "服务对象满意度指标": 10},
        {"产出指标（50分）": 50, "效益指标（30分）": 30, "满意度指标": 10},
        {"产出指标": 50, "效益指标": 40},
        {"成本指标": 20, "产出指标": 40, "效益指标": 20, "满意度指标": 10},
    ],
    ids="、".join,
)
def test_schemes_of_the_regulations_are_right(shares: dict[str, int]) -> None:
    assert said(*(points(level, number) for level, number in shares.items())) == []


def test_another_share_is_said_with_the_scheme() -> None:
    (found,) = said(points("产出指标", 45), points("效益指标", 35), points("满意度指标", 10))
    assert found == ("SCO004", "「产出」共 45 分", ("规定：预算执行率 10、产出 50、效益 30、满意度 10",))


def test_a_wrong_total_is_said_once_and_not_as_a_wrong_share_too() -> None:
    (found,) = said(points("产出指标", 60), points("效益指标", 30), points("满意度指标", 10))
    assert found == ("SCO006", "合计 110，应为 100", ("预算执行率 10、产出 60、效益 30、满意度 10，合计 110",))


def test_points_that_are_still_to_be_shared_out_are_left_alone() -> None:
    assert said(points("产出指标", 50), "一级指标: 效益指标, 三级指标: 乙, 指标值: 好") == []
    assert said("一级指标: 产出指标") == []


@pytest.mark.parametrize(("score", "codes"), [("-1", ["SCO005"]), ("0", []), ("50", []), ("50.1", ["SCO005"])])
def test_a_score_lies_between_nothing_and_all(score: str, codes: list[str]) -> None:
    first = f"一级指标: 产出指标, 三级指标: 甲, 指标值: 好, 完成值: 好, 分值: 50, 得分: {score}"
    assert [code for code, _label, _notes in said(first, points("效益指标", 30), points("满意度指标", 10))] == codes


@pytest.mark.parametrize(
    ("total", "codes"),
    [("95.66分", []), ("95.7分", []), ("95.6分", ["SCO007"]), ("95.8分", ["SCO007"]), ("59.66分", ["SCO007"])],
)
def test_a_total_may_be_rounded_and_nothing_else(total: str, codes: list[str]) -> None:
    content = merged(f"文种: 部门整体支出绩效自评表\n评价: {{得分: {total}}}\n")
    assert [finding.code for finding in findings(content)] == codes


HEADS = "一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
MONEY = (
    "资金来源\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
    "年度资金总额\t200.00\t205.00\t201.00\t10\t98.05%\t9.8\n"
)

STRANGERS = [
    (
        "示例县人民医院",
        [("产出指标", "门诊人次", 50), ("效益指标", "平均住院日", 40), ("满意度指标", "患者满意度", 10)],
        "",
        [],
    ),
    (
        "某县人民法院",
        [
            ("产出指标", "审结案件", 40),
            ("产出指标", "预算执行率", 10),
            ("效益指标", "服判息诉率", 40),
            ("满意度指标", "当事人满意度", 10),
        ],
        "",
        [],
    ),
    (
        "某市第二中学",
        [("产出指标", "维修教室", 50), ("效益指标", "惠及学生", 30), ("满意度指标", "家长满意度", 10)],
        MONEY,
        [],
    ),
    (
        "某市水务局",
        [("产出指标", "改造管网", 50), ("效益指标", "受益人数", 30), ("满意度指标", "用水户满意度", 20)],
        MONEY,
        ["合计 110，应为 100"],
    ),
    (
        "样板镇人民政府",
        [("产出指标", "养护道路", 50), ("效益指标", "受益村", 30), ("满意度指标", "村民满意度", 30)],
        "",
        ["合计 110，应为 100"],
    ),
]


@pytest.mark.parametrize(("unit", "rows", "money", "labels"), STRANGERS, ids=[unit for unit, *_rest in STRANGERS])
def test_a_strangers_form_is_added_up_as_it_shares_points_out(
    unit: str, rows: list[tuple[str, str, int]], money: str, labels: list[str]
) -> None:
    """Ours give 10 points to the rate of spending; where theirs do not, none are put in beside."""
    lines = "".join(f"{level}\t{name}\t≥95%\t96%\t{points}\t{points}\n" for level, name, points in rows)
    text = f"{unit}2024年度部门整体支出绩效自评表\n{money}{HEADS}{lines}总分\t\t\t\t100\t100\n"
    assert [each.label for each in findings_finished(text) if each.code == "SCO006"] == labels
