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


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("设备情况", "影像设备", "使用率"),
        ("校舍情况", "教学楼", "修缮经费"),
        ("审判情况", "民事案件", "调解率"),
    ],
    ids=["hospital", "school", "court"],
)
def test_faces_are_those_of_levels(first: str, second: str, third: str) -> None:
    """Of one size, without numbers and in no words of the pack: 黑体 is the first level, 楷体 the second."""
    faces = Look("黑体", 16), Look("楷体_GB2312", 16), HEAVY
    lines = [Line(words, look=look) for words, look in zip((first, second, third), faces, strict=True)]
    found = levels(body(*lines))
    assert [found[words] for words in (first, second, third)] == [1, 2, 3]


@pytest.mark.parametrize(
    "words",
    [
        "预算编制不完整，绩效目标不够细。",
        "候诊时间偏长，高峰时段号源紧张。",
        "管网老化，漏损率高于全省平均水平。",
    ],
    ids=["school", "hospital", "water"],
)
def test_a_numbered_sentence_above_text_is_a_heading(words: str) -> None:
    text = "主要原因是年初安排时没有充分调查，执行中又有新的任务，相关科室之间沟通不够，今后要提前论证、及时调整。"
    lines = body(Line(f"（一）{words}", look=TEXT), Line(text, look=TEXT), Line("（二）另一件事。", look=TEXT))
    assert levels(lines)[f"（一）{words}"] == 2


@pytest.mark.parametrize(
    "words",
    ["加强管理，提高质量。", "完善制度，明确职责，落实到人。"],
)
def test_numbered_sentences_that_follow_each_other_are_items(words: str) -> None:
    lines = body(Line(f"（一）{words}", look=TEXT), Line(f"（二）{words}再检查一次。", look=TEXT))
    assert levels(lines)[f"（一）{words}"] == 0


@pytest.mark.parametrize(
    "words", ["部门总体绩效目标：", "门诊工作开展情况：", "供水保障情况："], ids=["department", "hospital", "water"]
)
def test_a_heavy_line_with_a_colon_is_no_addressee(words: str) -> None:
    """Behind the title it ends as those do who are written to; in the letters of text it is one."""
    assert levels(body(Line(words, look=HEAVY)))[words] > 0
    assert levels(body(Line(words, look=TEXT)))[words] == 0


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("人员紧缺，现有情况难以满足高质量开展工作的需要", 2),
        ("部门之间的基本数据还不共享，情况掌握得不及时", 2),
        ("存在人员不足等方面的情况和问题", 2),
    ],
)
def test_letters_say_more_than_words_that_are_only_near(words: str, level: int) -> None:
    """Characters of a short heading stand in many a sentence; what is alike goes by its letters."""
    lines = body(
        Line("一、部门基本情况", look=LARGE),
        Line("（一）人员情况", look=HEAVY),
        Line("年末在职职工312人。", look=TEXT),
        Line(words, look=HEAVY),
    )
    assert levels(lines)[words] == level
