"""The source of a document is read into lines, tables and marks; what is wrong with it is said with file and line."""

import re

import pytest
from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.source import Break, Line, Role, SourceProblem, Table, parse
from tests.support.corpus import document, where


def test_each_command_is_a_line_of_its_role() -> None:
    roles = [block.role for block in document().blocks if isinstance(block, Line)]
    assert roles[:6] == [Role.TITLE, Role.TITLE, Role.SUBTITLE, Role.ADDRESSEE, Role.HEADING, Role.HEADING]
    assert roles[-4:] == [Role.TITLE, Role.BODY, Role.AUTHOR, Role.DATE]
    assert [block for block in document().blocks if isinstance(block, Break)] == [Break.CONTENTS, Break.PAGE]


def test_a_mark_prints_its_words_and_names_errors() -> None:
    _, words = where("实有")
    assert words.text == "核定编制20名，实有18人。开展了四项活动：培训、巡查、宣传、演练。"
    assert [words.text[mark.start : mark.end] for mark in words.marks] == ["18人", "四"]
    assert [planting.kind for mark in words.marks for planting in mark.plantings] == [Kind.POSTS, Kind.COUNT]


def test_the_wrong_words_of_a_mark_stand_behind_the_equals_sign() -> None:
    _, words = where("项目支出36.20万元")
    assert [planting.other for planting in words.marks[-1].plantings] == [None, "36.20亿元"]


def test_a_figure_that_is_alone_has_no_partner() -> None:
    _, words = where("满意度")
    assert [mark.partnered for mark in words.marks] == [True, False, True, True, True]


def test_merged_cells_span_rows_and_columns() -> None:
    table = next(block for block in document().blocks if isinstance(block, Table))
    spans = {cell.words.text: (cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells}
    assert (table.rows, table.columns) == (5, 4)
    assert spans["科目编码"] == (0, 0, 2, 1)
    assert spans["2024年度"] == (0, 2, 1, 2)
    assert spans["合计"] == (4, 0, 1, 2)
    assert "<" not in spans
    assert "^" not in spans


def test_a_bar_within_a_mark_parts_no_cells() -> None:
    table = parse("| 甲 | ⟦1|table tied⟧ |", "a.txt").blocks[0]
    assert isinstance(table, Table)
    assert [cell.words.text for cell in table.cells] == ["甲", "1"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("第一段\n支出⟦3万元⟧。", "a.txt:2: a mark is not closed"),
        ("支出⟦3万元|summe⟧。", "a.txt:1: summe is no kind of error"),
        ("⟦大于|compare=大于⟧", "a.txt:1: compare=大于 plants nothing"),
        ("@titel 报告", "a.txt:1: @titel is no command"),
        ("| 甲 | 乙 |\n| 丙 |", "a.txt:2: the row has 1 cells, the table 2"),
        ("| < | 乙 |", "a.txt:1: < has no cell beside it"),
        ("| 甲 | < | 乙 |\n| ^ | 丙 | 丁 |", "a.txt:1: the merged cell 甲 is no rectangle"),
        ("| 甲 | 乙", "a.txt:1: a row of a table begins and ends with |"),
    ],
)
def test_a_source_that_cannot_be_read_says_where(source: str, said: str) -> None:
    with pytest.raises(SourceProblem, match=re.escape(said)):
        parse(source, "a.txt")
