"""Weights, points and scores: what is said, and what is left alone because it may well be right."""

import pytest
from tests.rules.fragments import findings, merged

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
