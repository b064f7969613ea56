"""Headings by evidence: the pack's own words, then letters; what is no heading stays text."""

import pytest

from reportgen.adopt.headings import with_levels
from reportgen.finished.parts import Line, Look

TEXT = Look("仿宋", 16)
HEAVY = Look("仿宋", 16, bold=True)
LARGE = Look("黑体", 18)
PACK = {"部门基本情况": 1, "人员情况": 2, "存在的问题": 1}


def body(*lines: Line) -> list[Line]:
    """The lines between a title and enough text that the letters of text are known."""
    title = Line("示例县人民医院2024年度部门整体支出绩效评价报告", centred=True, look=Look("小标宋", 22))
    return [
        title,
        *lines,
        *(Line("全院职工认真履行职责，各项工作按计划推进，群众比较满意。", look=TEXT) for _n in range(4)),
    ]


def levels(lines: list[Line]) -> dict[str, int]:
    parts, _remarks = with_levels(lines, PACK)
    return {part.text: part.level for part in parts if isinstance(part, Line)}


@pytest.mark.parametrize(
    "words",
    ["人员情况", "人员情况。", "（二）人员情况", "存在的主要问题", "部门的基本情况"],
)
def test_the_packs_own_headings_are_known_again(words: str) -> None:
    assert levels(body(Line(words, look=TEXT)))[words] > 0


def test_letters_tell_what_numbers_do_not() -> None:
    """Headings of the second level are heavy; another line in the same letters is one, too."""
    lines = body(
        Line("一、部门基本情况", look=LARGE),
        Line("（一）人员情况", look=HEAVY),
        Line("年末在职职工312人。", look=TEXT),
        Line("设备情况", look=HEAVY),
        Line("大型设备12台。", look=TEXT),
    )
    found = levels(lines)
    assert (found["一、部门基本情况"], found["（一）人员情况"], found["设备情况"]) == (1, 2, 2)


@pytest.mark.parametrize(
    "words",
    [
        "表1　收支情况",
        "填报单位：示例县人民医院",
        "2025年3月20日",
        "由此可见，门诊人次的增长主要来自专科联盟，今后还要继续加强这方面的工作安排",
        "单位：万元",
    ],
)
def test_what_is_heavy_and_no_heading(words: str) -> None:
    assert levels(body(Line("一、部门基本情况", look=LARGE), Line(words, look=HEAVY)))[words] == 0


def test_a_guess_says_why() -> None:
    _parts, remarks = with_levels(body(Line("一、部门基本情况", look=LARGE), Line("设备情况", look=HEAVY)), PACK)
    assert [(remark.words, remark.why) for remark in remarks] == [("设备情况", "照字体当作2级标题")]
