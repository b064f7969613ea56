"""The Dongguan approval: every published cell stands in the form, in order; totals and merges are the program's.

The web copy was cut at the page breaks of the printed form. What that did to three cells is named here, and nowhere
else does the form differ from it.
"""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.cells import differences, published_cells, squeeze
from tests.support.made import Made, make
from tests.support.pages import page_lines
from tests.support.wordml import WordFile, words

from reportgen.model.formula import Total
from reportgen.model.table import Cell, CellRole, Table
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.render.plain import render_plain

ROOT = Path(__file__).parents[1]
SEED = ROOT / "tests" / "data" / "dongguan-2020.txt"
CONTENT = ROOT / "content" / "dongguan-2020.yaml"

CUT_BY_PAGE_BREAKS = [
    # The label of all indicators is centred in its cell: on paper it stands on the second page of them.
    ([], ["绩效指标"]),
    # One cell in three pieces, the last of them on the next page.
    (["财务资源", "管理指标"], ["财务资源管理指标产管理"]),
    (["产管理"], []),
    (["绩效指标"], []),
]


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The approval, checked."""
    return check_file(CONTENT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Its Word file and its PDF."""
    return make(CONTENT, tmp_path_factory.mktemp("dongguan"))


@pytest.fixture(scope="module")
def printed(checked: Checked) -> list[str]:
    """Its lines and cells as they are read, the form in one piece."""
    assert checked.main is not None
    lines = render_plain(checked.main.document, checked.main.template.frame).splitlines()
    return [squeeze(line) for line in lines]


@pytest.fixture(scope="module")
def table(checked: Checked) -> Table:
    """Its one table."""
    assert checked.document is not None
    (found,) = [block for block in checked.document.walk() if isinstance(block, Table)]
    return found


def cell(table: Table, words: str, column: int | None = None) -> Cell:
    """The first cell of these words, in a column if that is given."""
    return next(c for c in table.lines() if squeeze(c.text) == words and column in (None, c.column))


def row(table: Table, number: int) -> list[str]:
    return [squeeze(c.text) for c in table.lines() if c.row == number]


def test_every_published_cell_stands_in_the_form_and_nothing_else(printed: list[str]) -> None:
    published = published_cells(SEED)
    assert (len(published), sum(map(len, published))) == (242, 3944)
    assert differences(published, printed) == CUT_BY_PAGE_BREAKS


def test_not_one_published_character_is_missing(printed: list[str]) -> None:
    """Those of the cells that page breaks have cut stand in another order, seven of 3944."""
    assert sorted("".join(published_cells(SEED))) == sorted("".join(printed))


def test_the_totals_are_the_sums_of_the_tasks(table: Table) -> None:
    total = cell(table, "金额合计").row
    assert row(table, total) == ["金额合计", "*", "5036.68", "5036.68", "0"]
    subtotals = cell(table, "5036.68", column=6)
    assert subtotals.number == Decimal("5036.68")
    assert isinstance(subtotals.formula, Total)
    assert len(subtotals.formula.parts) == 12
    assert row(table, total - 1) == ["基本支出经费", "基本支出经费", "3450.28", "3450.28", "0"]


def test_no_total_is_typed() -> None:
    text = CONTENT.read_text(encoding="utf-8")
    assert "5036.68" not in text
    assert "小计:" not in text


def test_labels_and_levels_span_their_rows(table: Table) -> None:
    spans = {squeeze(c.text): c.rows for c in table.cells if c.column in (0, 1) and c.rows > 1}
    assert spans == {
        "年度主要任务": 15,
        "总体目标": 2,
        "绩效指标": 34,
        "任务名称": 2,
        "财务资源管理指标产管理": 6,
        "履职业绩": 14,
        "履职效益": 10,
        "满意度指标": 3,
    }


def test_each_half_has_merges_of_its_own(table: Table) -> None:
    """中期 has two indicators more than 年度 under 履职业绩: the right half leaves their rows empty."""
    name = "数量、质量、时效指标"
    assert [(c.column, c.rows) for c in table.lines() if squeeze(c.text) == name] == [(2, 14), (5, 12)]
    last = cell(table, "3年特效影片更新数量").row
    assert row(table, last + 1) == ["政府采购合规率", "100%", "", "", ""]
    assert row(table, last + 2) == ["工作质量达标率", "100%", "", "", ""]
    assert row(table, last + 3)[0] == "履职效益"


def test_no_row_breaks_over_pages(table: Table) -> None:
    """The row of the goals has 36 lines, and finds room on a page of its own below its head."""
    assert table.splittable == frozenset()
    assert sorted(len(c.text) for c in table.cells)[-3:] == [405, 634, 713]


def test_what_was_cut_off_stays_cut_off_and_the_mark_up_stays(table: Table) -> None:
    goals = [c.text for c in table.lines() if c.text.startswith("<p>目标1：")]
    assert len(goals) == 2
    assert goals[0].endswith("澳大利亚沃吉博</p>")
    assert cell(table, "中期滚动目标（年—年）").role is CellRole.HEAD


def test_findings_are_true_and_accepted_with_what_the_published_text_says(checked: Checked) -> None:
    assert [(d.code, d.place.line > 0) for d in checked.report if not d.acknowledged] == []
    wanted = {
        "FMT002",
        "IND008",
        "IND009",
        "IND010",
        "IND018",
        "STR018",
        "STR019",
        "STR021",
        "STR022",
        "STR032",
        "WRD002",
    }
    assert wanted <= {d.code for d in checked.report}
    assert all(str(d.acknowledged).startswith("按公开发布的原文录入：") for d in checked.report)


def test_the_word_file_says_the_same_in_the_same_order(made: Made) -> None:
    in_word = [squeeze(words(paragraph)) for _style, paragraph in WordFile(made.docx).paragraphs()]
    assert "".join(in_word) == "".join(map(squeeze, made.lines))


def test_the_pdf_holds_every_published_character(made: Made, table: Table) -> None:
    """Cells that go on overleaf part the words of a page, not their characters; the last line is the page number.

    What stands there more often than it was published are heads and merged cells, said again overleaf.
    """
    on_paper = "".join(line.text for lines in page_lines(made.pdf) for line in lines[:-1])
    more = Counter(squeeze(on_paper)) - Counter("".join(published_cells(SEED)))
    again = "".join(cell.compact for cell in table.cells if cell.role is CellRole.HEAD or cell.rows > 1)
    assert Counter("".join(published_cells(SEED))) <= Counter(squeeze(on_paper))
    assert set(more) <= set(again)


def test_both_files_were_read_back_and_nothing_was_found(made: Made) -> None:
    assert sorted(made.built.outputs) == ["docx", "html", "pdf", "txt"]
    assert [d.code for d in made.built.report if not d.acknowledged] == []
