"""The sheets of a summary: formulas that a spreadsheet calculates alike, words that stay words, nothing lost."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.render.test_xlsx_recalculated import recalculated, results
from tests.support.papers import entry, summary

from reportgen.model.data_sheets import Column, DataBook, DataSheet, RichCell
from reportgen.model.document import Table, Text
from reportgen.pipeline.summary_outputs import made
from reportgen.summary.book import book_of
from reportgen.summary.expected import Expected
from reportgen.summary.paper import paper_of
from reportgen.summary.unit_sheet import UNITS
from reportgen.world import now

HEALTH, SCHOOLS = "示例县卫生健康局", "示例县教育局"
PAPERS = (
    entry("示例县人民医院", "91382000", "88743600", "92.5", "优", department=HEALTH),
    entry("示例县疾控中心", "20288000", "19907712.34", "94", "优", department=HEALTH),
    entry("示例县第二小学", "9850000", "9124000", "88.5", "良", department=SCHOOLS),
    entry("示例县实验中学", "19205000", "", "91", "优", department=SCHOOLS),
    entry("样板镇人民政府"),
)


@pytest.fixture(scope="module")
def book() -> DataBook:
    """The summary of five units of three departments."""
    return book_of(summary(*PAPERS, expected=[Expected("样板镇人民政府", level="乡级"), Expected("某市水务局")]))


def parts(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def sheet(content: bytes, name: str) -> Worksheet:
    return load_workbook(BytesIO(content))[name]


def test_a_recalculation_says_what_was_printed(book: DataBook, tmp_path: Path) -> None:
    content = made(book, ".xlsx", "", now())
    found = results(content, recalculated(content, tmp_path))
    assert len(found) > 80
    assert {name: pair for name, pair in found.items() if pair[0] != pytest.approx(pair[1])} == {}
    assert any("SUMIFS" in name for name in found)


def test_sub_totals_add_up_and_rates_take_units_that_tell_both(book: DataBook) -> None:
    groups = book.sheet["按主管部门"]
    rows = {
        str(line[0]): [book.value(line[groups.at[name]], groups, line) for name in ("全年预算", "支出", "执行率")]
        for line in groups.lines
    }
    assert rows[HEALTH] == [Decimal(11167), Decimal("10865.131234"), Decimal("0.9730")]
    assert rows[SCHOOLS] == [Decimal("2905.5"), Decimal("912.4"), Decimal("0.9263")]


def test_ranks_go_by_points(book: DataBook) -> None:
    ranks = book.sheet["排名"]
    names = [book.value(line[ranks.at["单位"]], ranks, line) for line in ranks.lines]
    assert names == ["示例县疾控中心", "示例县人民医院", "示例县实验中学", "示例县第二小学"]


def test_charts_are_drawn_from_the_cells(book: DataBook) -> None:
    content = made(book, ".xlsx", "", now())
    (chart,) = sheet(content, "排名")._charts  # openpyxl has no other door
    assert chart.ser[0].val.numRef.f == "'排名'!$D$4:$D$7".replace("'", "")


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1+1", "-2", ">=5*", '=HYPERLINK("x")'])
def test_a_name_is_never_a_formula_and_no_pattern(name: str) -> None:
    """As a condition of SUMIFS a name with * or > would match others: such a line has its values alone."""
    content = made(book_of(summary(entry(name, "100", "90", department=name), PAPERS[0])), ".xlsx", "", now())
    units, groups = sheet(content, "各单位"), sheet(content, "按主管部门")
    cells = [cell for page in (units, groups) for row in page.iter_rows() for cell in row if cell.value == name]
    assert len(cells) == 3
    assert {cell.data_type for cell in cells} == {"s"}
    row = next(row for row in groups.iter_rows() if row[0].value == name)
    assert (row[1].data_type == "n") == bool(set("*?~<>=") & set(name))


@pytest.mark.parametrize("words", ["门急诊接诊", "课后服务", "供水管网"])
def test_words_that_are_too_long_for_a_cell_say_that_they_were_cut(words: str) -> None:
    long = words * 10_000
    cells = ((long, RichCell((Text(long), Text("。", strong=True)))),)
    found = DataBook("汇总", (DataSheet("段落", "段落", (Column("甲"), Column("乙")), cells),))
    told = [cell.value for cell in sheet(made(found, ".xlsx", "", now()), "段落")[4]]
    assert all(str(value).startswith(words) and str(value).endswith("没有放进来）") for value in told)


def test_a_wide_list_is_printed_large_enough_with_the_names_on_every_page() -> None:
    units = sheet(made(book_of(summary(*PAPERS)), ".xlsx", "", now()), UNITS)
    assert (units.freeze_panes, units.print_title_cols, units.print_title_rows) == ("C4", "$A:$B", "$3:$3")
    assert (units.page_setup.paperSize, units.page_setup.fitToWidth, units.page_setup.fitToHeight) == (9, 2, 0)


def test_every_file_is_somewhere() -> None:
    papers = [*PAPERS, entry("", file="无名.docx"), entry("示例县水务局", year=2023, file="旧.docx")]
    found = summary(*papers)
    told = {each.file for unit in found.units for each in unit.entries} | {each.file for each in found.unread}
    assert told == {each.file for each in papers}


def test_the_paper_has_the_lists_and_each_drawing_a_number(book: DataBook) -> None:
    document = paper_of(book, "某市财政局", now().date())
    assert len([block for block in document.walk() if isinstance(block, Table)]) >= 5
    word = made(book, ".docx", "某市财政局", now())
    numbers = [number for part in parts(word) for number in re.findall(rb'<wp:docPr id="([0-9]+)"', part)]
    assert len(numbers) == len(set(numbers)) == 3  # two charts, and the page number of a page across
    assert "示例县疾控中心" in made(book, ".html", "", now()).decode()
