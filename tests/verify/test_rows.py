"""Tables read back from PDFs: repeated heads and broken rows are no differences, everything else is."""

import doctest
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.grids import Printed, cell, heading, paragraph, printed, rows, table, template

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.document import Contents, PageTurn
from reportgen.model.engine import Engine
from reportgen.verify import pdf
from reportgen.verify import rows as rows_module
from reportgen.verify.artifacts import verify_pdf
from reportgen.verify.lines import Line
from reportgen.verify.rows import reading_order, split_cells

LONG = "".join(f"第{number}场科普报告，听众{number * 37}人；" for number in range(1, 120))
GOAL = "".join(f"目标{number}：办展{number * 3}场。" for number in range(1, 60))


@pytest.fixture(scope="module")
def sheet(engine: Engine) -> Printed:
    """A table across with labels over pages, and one row whose two long cells break over pages together."""
    broken = [cell(31, 0, "效益"), cell(31, 1, LONG), cell(31, 2, GOAL), cell(32, 0, "满意度"), cell(32, 1, "观众")]
    body = table(*rows(30, label=14), *broken, cell(32, 2, "95.00"), long=(31,), caption="年度指标", unit="单位：万元")
    first = paragraph("2020年度正文。" * 40)
    chapters = heading(1, "一、", "基本情况"), first, heading(1, "二、", "指标")
    return printed(
        Contents(1), PageTurn(), *chapters, PageTurn(True), body, PageTurn(), paragraph("完。"), engine=engine
    )


@pytest.fixture
def read_back(sheet: Printed, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], list[Diagnostic]]:
    """A function that changes one thing in what is read from the pages and gives what is found."""
    streams = pdf.pdf_streams(sheet.pdf, template().looks)

    def read(old: str, new: str) -> list[Diagnostic]:
        assert sum(page.count(old) for page in streams) == 1
        monkeypatch.setattr(pdf, "pdf_streams", lambda *_given: [page.replace(old, new) for page in streams])
        return verify_pdf(sheet.lines, sheet.pdf, "甲.pdf", template().looks, sheet.contents)[0]

    return read


def test_what_was_printed_is_read_back_with_the_pages_of_its_cells(sheet: Printed) -> None:
    found, pages = verify_pdf(sheet.lines, sheet.pdf, "甲.pdf", template().looks, sheet.contents)
    assert found == []
    page_of = {line.text: page for line, page in zip(sheet.lines, pages, strict=True)}
    assert page_of["一、基本情况"] == 2
    assert page_of["第1项科普活动"] == 3
    assert page_of["第1项科普活动"] < page_of["第30项科普活动"] <= page_of[LONG] == page_of[GOAL] < page_of["观众"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("第7项科普活动", "第7项科普话动", "甲.pdf 年度指标第 8 行第 2 格"),
        ("17.00", "1.00", "甲.pdf 年度指标第 18 行第 3 格"),
        ("听众1887人", "听众188人", "甲.pdf 年度指标第 32 行第 2 格"),
        ("办展9场", "办展9九场", "甲.pdf 年度指标第 32 行第 3 格"),
        ("95.00", "", "甲.pdf 年度指标第 33 行第 3 格"),
        ("满意度", "满意", "甲.pdf 年度指标第 33 行第 1 格"),
        ("年度指标单位", "年指标单位", "甲.pdf 第 5 段"),
    ],
)
def test_a_change_in_a_cell_is_found_and_named(
    read_back: Callable[[str, str], list[Diagnostic]], old: str, new: str, where: str
) -> None:
    assert [remark.label.partition("：")[0] for remark in read_back(old, new)] == [where]


def test_a_cell_is_found_where_it_was_written(read_back: Callable[[str, str], list[Diagnostic]]) -> None:
    (remark,) = read_back("第7项科普活动", "第7项")
    assert (remark.place.file, remark.place.line, remark.place.column) == ("甲.yaml", 8, 2)


def test_a_wrong_entry_of_the_contents_is_found(read_back: Callable[[str, str], list[Diagnostic]]) -> None:
    """They are left out only where they say what the headings say."""
    assert read_back("目录一、基本情况", "目录一、基本") != []


# the parts


def lines(*cells: tuple[int, str], heads: int = 1) -> list[Line]:
    made = table(*(cell(row, column, text) for column, (row, text) in enumerate(cells)), heads=heads)
    return [Line(one.text, table=made, cell=one) for one in made.lines()]


def test_heads_and_broken_rows() -> None:
    meant = lines((1, "甲乙丙丁"), (1, "一二三"), (2, "末行"))
    read = ["一级指标三级指标指标值甲乙一二", "一级指标三级指标指标值丙丁三末行"]
    pieces = [(piece.text, piece.page) for piece in reading_order(meant, read)]
    assert pieces[-3:] == [("甲乙丙丁", 1), ("一二三", 1), ("末行", 2)]
    assert "".join(text for text, _page in pieces) == "一级指标三级指标指标值甲乙丙丁一二三末行"


def test_without_a_head_nothing_is_taken_for_one() -> None:
    meant = lines((0, "甲"), (1, "甲"), heads=0)
    assert [piece.page for piece in reading_order(meant, ["甲", "甲"])] == [1, 2]


def test_words_that_nobody_wrote_are_kept() -> None:
    meant = lines((1, "甲乙丙丁"), (1, "一二三"), (2, "末行尾巴"))
    read = ["一级指标三级指标指标值甲乙多一二", "一级指标三级指标指标值丙丁三末行尾巴"]
    assert sorted("".join(piece.text for piece in reading_order(meant, read))) == sorted(
        "一级指标三级指标指标值甲乙丙丁一二三末行尾巴多"
    )


def test_cells_that_begin_alike_are_dealt_rightly() -> None:
    assert split_cells(("科普活动三场", "科普活动五场"), ["科普活科普活", "动三场动五场"]) == ([0, 0], 6)
    assert split_cells(("甲", "乙"), ["丙", "甲乙"]) is None


def test_the_examples_in_the_code() -> None:
    assert doctest.testmod(rows_module).failed == 0


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text("甲乙丙12", max_size=9), st.integers(0, 9)), min_size=1, max_size=5))
def test_a_broken_row_is_put_together_whatever_it_says(cells: list[tuple[str, int]]) -> None:
    cut = [(text[:at], text[at:]) for text, at in cells]
    read = ["".join(first for first, _rest in cut), "".join(rest for _first, rest in cut)]
    split = split_cells(tuple(text for text, _at in cells), read)
    assert split is not None
    assert split[1] == len(read[1])
