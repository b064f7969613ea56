"""Edits: the characters that they name and no other; a value that would then read otherwise is noticed."""

from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics.repair import Edit, repair, value_edit
from reportgen.place import Place, Spot
from reportgen.source.edits import Taken, edited, keeps_nodes, overlap
from reportgen.source.node import Node
from reportgen.source.reader import read_source, split_lines


def edit(line: int, column: int, old: str, new: str) -> Edit:
    return Edit(Place("a.yaml", line, column, len(old)), old, new)


def root(text: str) -> Node:
    source, _found = read_source(text, "a.yaml")
    assert source.root is not None
    return source.root


# ---- the text ----

LINES = st.lists(st.text("甲乙,。 #\t𠮷:'\"|", max_size=8), min_size=1, max_size=6)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_every_character_outside_the_edits_stays(lines: list[str], end: str, data: st.DataObject) -> None:
    edits, wanted = [], []
    for number, line in enumerate(lines, 1):
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(line))] * 2)))
        new = data.draw(st.text("，；（", max_size=2))
        edits.append(edit(number, first + 1, line[first:last], new))
        wanted.append(line[:first] + new + line[last:])
    assert edited(end.join(lines), edits) == end.join(wanted)


def test_several_edits_of_one_line_do_not_move_each_other() -> None:
    assert edited("甲,乙;丙\n", [edit(1, 4, ";", "； "), edit(1, 2, ",", "")]) == "甲乙； 丙\n"


def test_edits_overlap_when_they_want_the_same_characters() -> None:
    assert overlap(edit(1, 2, "乙丙", ""), edit(1, 3, "丙", "丁"))
    assert overlap(edit(1, 2, "", "甲"), edit(1, 2, "", "乙"))
    assert not overlap(edit(1, 2, "乙", ""), edit(1, 3, "丙", ""))
    assert not overlap(edit(1, 2, "乙", ""), edit(2, 2, "乙", ""))


SHORT = st.builds(
    edit, st.integers(1, 2), st.integers(1, 8), st.sampled_from(["", "甲", "甲乙", "甲乙丙丁"]), st.just("")
)


@given(st.lists(SHORT, max_size=12))
def test_nobody_gets_what_is_taken(wanted: list[Edit]) -> None:
    taken, got = Taken(), list[Edit]()
    for each in wanted:
        free = not any(overlap(each, other) for other in got)
        assert taken.take((each,)) is free
        got += [each] if free else []


def test_edits_that_belong_together_are_taken_together() -> None:
    taken = Taken()
    assert taken.take((edit(1, 3, "丙", ""),))
    assert not taken.take((edit(1, 1, "甲", ""), edit(1, 2, "乙丙", "")))
    assert taken.take((edit(1, 1, "甲乙", ""),))


def test_a_repair_is_whole_or_none() -> None:
    assert repair(edit(1, 1, "甲", "乙"), None) is None
    assert repair() is None
    assert repair(None) is None


def test_quotation_marks_around_a_value_stay() -> None:
    assert value_edit(Place("a.yaml", 1, 5, 7), "51.6%", "51.7%") == edit(1, 6, "51.6%", "51.7%")
    assert value_edit(Place("a.docx", 1, 5, 5, spot=Spot(page=1, words="第1页")), "51.6%", "51.7%") is None


# ---- what YAML reads ----


def kept(text: str, *edits: Edit) -> bool:
    return keeps_nodes(root(text), root(edited(text, edits)), edits)


def test_an_edited_value_reads_as_the_edit_says() -> None:
    assert kept("说明: 甲,乙\n", edit(1, 6, ",", "，"))
    assert kept('说明: "甲,乙" # 注,释\n', edit(1, 7, ",", "，"))
    assert kept("说明: |\n  甲\n\n  乙,丙\n尾: 无\n", edit(4, 4, ",", "，"))
    assert kept("行: {名称: 甲;乙, 数: 3}\n", edit(1, 10, ";", "；"))


def test_what_yaml_would_read_otherwise_is_noticed() -> None:
    assert not kept("行: {名称: 甲，乙, 数: 3}\n", edit(1, 10, "，", ", "))
    assert not kept("说明: 甲：乙\n", edit(1, 6, "：", " # "))
    assert not kept("说明: '甲：乙'\n", edit(1, 7, "：", "''"))


def test_an_edit_behind_an_escape_is_noticed() -> None:
    """The character that the value names is not the one that stands there."""
    assert not kept('说明: "甲\\"乙,,丙"\n', edit(1, 9, ",", "，"))


def test_an_edit_of_a_key_is_noticed_and_one_of_a_comment_changes_nothing() -> None:
    assert not kept("说,明: 甲\n", edit(1, 2, ",", "，"))
    assert kept("说明: 甲 # 注,释\n", edit(1, 10, ",", "，"))


def test_lines_end_as_yaml_says() -> None:
    assert split_lines("甲\r\n乙\r丙\n") == ["甲", "乙", "丙"]
