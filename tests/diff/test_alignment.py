"""Paragraphs of two drafts: which is which, also where they were split, joined or moved."""

from reportgen.diff.alignment import Step, aligned
from reportgen.diff.members import Member, Sort

WARD = "住院部新增床位60张，全年收治患者1.2万人次，平均住院日由8.6天降为7.9天。"
CLINIC = "门诊部实行分时段预约，预约就诊率达到85%，患者平均候诊时间缩短12分钟。"
DRUGS = "药品耗材实行集中采购，全年节约采购资金320万元。"
WATER = "完成老旧管网改造36公里，漏损率下降到9.8%。"


def members(*words: str) -> list[Member]:
    """Paragraphs; a word before a bar is a number."""
    return [Member(Sort.PARAGRAPH, each.replace("|", ""), each.rpartition("|")[2]) for each in words]


def steps(old: list[str], new: list[str]) -> list[Step]:
    """How the one became the other."""
    return aligned(members(*old), members(*new))


def test_a_changed_paragraph_is_paired_with_itself() -> None:
    assert steps([WARD, CLINIC], [WARD, CLINIC.replace("85%", "91%")]) == [Step((0,), (0,)), Step((1,), (1,))]


def test_what_has_nothing_in_common_is_deleted_and_inserted() -> None:
    assert steps([WARD, DRUGS], [WARD, WATER]) == [Step((0,), (0,)), Step((1,), ()), Step((), (1,))]


def test_a_paragraph_is_split() -> None:
    assert steps([WARD + CLINIC, DRUGS], [WARD, CLINIC, DRUGS]) == [Step((0,), (0, 1)), Step((1,), (2,))]


def test_two_paragraphs_are_joined_and_changed_meanwhile() -> None:
    new = WARD.replace("60张", "80张") + CLINIC
    assert steps([WARD, CLINIC, DRUGS], [new, DRUGS]) == [Step((0, 1), (0,)), Step((2,), (1,))]


def test_a_paragraph_is_moved_and_numbered_anew() -> None:
    old, new = [f"1.|{WARD}", f"2.|{CLINIC}", f"3.|{DRUGS}"], [f"1.|{CLINIC}", f"2.|{DRUGS}", f"3.|{WARD}"]
    found = steps(old, new)
    assert Step((0,), (), moved=2) in found
    assert Step((), (2,), moved=0) in found
    assert [step for step in found if step.old and step.new] == [Step((1,), (0,)), Step((2,), (1,))]


def test_a_short_line_is_no_piece_of_a_long_paragraph_by_chance() -> None:
    heading = "（二）候诊部"
    assert steps([CLINIC, heading], [CLINIC.replace("85%", "91%")]) == [Step((0,), (0,)), Step((1,), ())]


def test_short_lines_are_not_said_to_be_moved() -> None:
    assert all(step.moved is None for step in steps(["无", WARD, CLINIC], [WARD, CLINIC, "无"]))
