"""A table as a workbook: the same grid, figures that calculate, totals that follow, ready for the printer."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.support.example import PACK
from tests.support.word import audit, sdk_validate

from reportgen.errors import UsageProblem
from reportgen.model.document import Block, Document, Heading, Metadata, PageTurn, Paragraph, Role
from reportgen.model.facts import Fact
from reportgen.model.formula import Graded, Total
from reportgen.model.inline import Number, Text
from reportgen.model.look import Looks
from reportgen.model.table import Cell, CellRole, Table
from reportgen.numbers import read_quantity
from reportgen.place import NOWHERE
from reportgen.record import replace
from reportgen.render.xlsx import render_xlsx
from reportgen.render.xlsx.figures import number_format
from reportgen.render.xlsx.measure import text_height
from reportgen.word.template import read_template

MOMENT = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
TITLE = "某市科技馆项目支出绩效目标表"


@cache
def looks() -> Looks:
    return read_template(PACK / "template.docx")[0].looks


def words(row: int, column: int, text: str, role: CellRole = CellRole.TEXT, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, ((Text(text),),), role, rows, columns)


def figure(row: int, column: int, text: str, total_of: tuple[tuple[int, int], ...] = ()) -> Cell:
    """A cell with the figure that its words state."""
    quantity = read_quantity(text)
    assert quantity is not None
    printed = Number(text, Fact(("金额",), quantity, NOWHERE))
    formula = Total(total_of) if total_of else None
    return Cell(row, column, ((printed,),), CellRole.NUMBER, number=quantity.number, formula=formula)


FUNDS = Table(
    widths=(Decimal(30), Decimal(66), Decimal(30), Decimal(30)),
    cells=(
        words(0, 0, "项目", CellRole.HEAD, columns=2),
        words(0, 2, "预算数", CellRole.HEAD),
        words(0, 3, "支出数", CellRole.HEAD),
        words(1, 0, "免费开放", rows=2),
        words(1, 1, "展品更新"),
        figure(1, 2, "120.50"),
        figure(1, 3, "118"),
        words(2, 1, "=科普活动"),
        figure(2, 2, "1,079.45"),
        figure(2, 3, "0.07"),
        words(3, 0, "合计", CellRole.CENTER, columns=2),
        figure(3, 2, "1,199.95", ((1, 2), (2, 2))),
        figure(3, 3, "118.07", ((1, 3), (2, 3))),
    ),
    row_count=4,
    head_rows=1,
    caption="资金情况",
    unit="单位：万元",
)


def document(*blocks: Block) -> Document:
    return Document(Metadata(TITLE, "某市科技馆"), {}, {"正文": blocks})


def made(*blocks: Block) -> bytes:
    return render_xlsx(document(*blocks), looks(), MOMENT)


def opened(*blocks: Block, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(made(*blocks)), data_only=values)


def sheet(table: Table, values: bool = False) -> Worksheet:
    active = opened(table, values=values).active
    assert isinstance(active, Worksheet)
    return active


def one_column(*texts: str) -> Table:
    return Table((Decimal(156),), tuple(words(row, 0, text) for row, text in enumerate(texts)), len(texts))


def test_the_head_lines_stand_above_the_grid() -> None:
    made_sheet = sheet(FUNDS)
    assert [made_sheet[name].value for name in ("A1", "A2", "A3")] == [TITLE, "资金情况", "单位：万元"]
    assert [made_sheet[name].font.name for name in ("A1", "A2", "A4", "B5")] == [
        "方正小标宋简体",
        "黑体",
        "黑体",
        "仿宋_GB2312",
    ]
    assert made_sheet["A3"].alignment.horizontal == "right"


def test_spans_become_merged_cells() -> None:
    assert {str(area) for area in sheet(FUNDS).merged_cells.ranges} == {
        "A1:D1",
        "A2:D2",
        "A3:D3",
        "A4:B4",
        "A5:A6",
        "A7:B7",
    }


def test_each_cell_is_aligned_as_the_template_says_wrapped_and_framed() -> None:
    made_sheet = sheet(FUNDS)
    cells = {"A4": "center", "B5": "left", "C5": "right", "A7": "center"}
    assert {name: made_sheet[name].alignment.horizontal for name in cells} == cells
    assert all(made_sheet[name].alignment.wrap_text for name in cells)
    assert all(made_sheet[name].border.bottom.style == "thin" for name in cells)


def test_figures_are_numbers_shown_with_the_decimals_that_are_printed() -> None:
    made_sheet = sheet(FUNDS)
    shown = {name: (made_sheet[name].value, made_sheet[name].number_format) for name in ("C5", "D5", "C6")}
    assert shown == {"C5": (120.5, "0.00_ "), "D5": (118, "0_ "), "C6": (1079.45, "#,##0.00_ ")}


def test_a_total_is_a_formula_that_holds_the_printed_value() -> None:
    assert [sheet(FUNDS)[name].value for name in ("C7", "D7")] == ["=SUM(C5:C6)", "=SUM(D5:D6)"]
    assert [sheet(FUNDS, values=True)[name].value for name in ("C7", "D7")] == [1199.95, 118.07]
    assert sheet(FUNDS)["C7"].number_format == "#,##0.00_ "


def test_a_total_of_scattered_cells_names_each_stretch() -> None:
    cells = (*(figure(row, 0, "2") for row in range(5)), figure(5, 0, "8", ((0, 0), (1, 0), (3, 0), (4, 0))))
    assert sheet(Table((Decimal(50),), cells, 6))["A7"].value == "=SUM(A2:A3,A5:A6)"


def test_a_total_along_a_row_names_its_stretch() -> None:
    cells = (figure(0, 0, "7", ((0, 1), (0, 2))), figure(0, 1, "3"), figure(0, 2, "4"))
    assert sheet(Table((Decimal(50),) * 3, cells, 1))["A2"].value == "=SUM(B2:C2)"


def test_a_stretch_goes_on_behind_merged_cells() -> None:
    cells = (replace(figure(0, 0, "2"), rows=3), figure(3, 0, "3"), figure(4, 0, "5", ((0, 0), (3, 0))))
    assert sheet(Table((Decimal(50),), cells, 5))["A6"].value == "=SUM(A2:A5)"


def test_more_cells_than_sum_takes_are_added_in_pieces() -> None:
    apart = tuple(figure(row, 0, "1") for row in range(0, 600, 2))
    total = figure(601, 0, "300", tuple((cell.row, 0) for cell in apart))
    formula = sheet(Table((Decimal(50),), (*apart, total), 602))["A603"].value
    assert formula.count("SUM(") == 2
    assert len(re.findall(r"A\d+", formula)) == 300


def test_a_printed_total_that_does_not_add_up_is_left_as_it_is() -> None:
    """A recalculation must not change what was printed; that it is wrong is said by the checker."""
    cells = (figure(0, 0, "2"), figure(1, 0, "3"), figure(2, 0, "6", ((0, 0), (1, 0))))
    assert sheet(Table((Decimal(50),), cells, 3))["A4"].value == 6


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("9.380", "9.380", "0.000"),
        ("-3.5", "-3.5", "0.0"),
        ("9.38万人次", "9.38", '0.00"万人次"'),
        ("95%", "95", '0"%"'),
        ("99.50%", "0.995", "0.00%"),
        ("≥95%", "95", None),  # to calculate with 95 would be wrong
        ("100余人次", "100", None),
        ("007", "7", None),  # a code
        ("2024年3月", "2024", None),
        ("1234567890123456", "1234567890123456", None),  # more digits than Excel keeps
    ],
)
def test_a_figure_is_a_number_where_a_format_prints_its_very_words(text: str, number: str, expected: str) -> None:
    quantity = read_quantity(text)
    printed = Number(text, Fact(("数",), quantity, NOWHERE)) if quantity else Text(text)
    assert number_format(Cell(0, 0, ((printed,),), number=Decimal(number))) == expected


def test_what_a_total_adds_up_is_a_number_whatever_its_words() -> None:
    cells = (figure(0, 0, "约2"), figure(1, 0, "3"), figure(2, 0, "5", ((0, 0), (1, 0))))
    made_sheet = sheet(Table((Decimal(50),), cells, 3))
    assert (made_sheet["A2"].value, made_sheet["A2"].number_format) == (2, '"约"0_ ')


FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "{=1}", "=cmd|' /C calc'!A0", '=HYPERLINK("http://例/"&A1)']
"""What spreadsheets take for formulas where somebody types it, or reads it from a text."""


@pytest.mark.parametrize("text", [*FORMULAS, "http://example.org/", "2021-04-15", "00123", "@甲", "一\n二"])
def test_words_stay_words(text: str) -> None:
    cell = sheet(one_column(text))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_words_of_a_pack_end_no_formula() -> None:
    """A pack that somebody sends names its grades; they are words within a formula."""
    evil = '优",HYPERLINK("http://例/"&A2),"'
    grade = Cell(
        1, 1, ((Text(evil),),), CellRole.TEXT, formula=Graded((1, 0), ((evil, Decimal(90)), ("差", Decimal(0))))
    )
    made = sheet(Table((Decimal(50),) * 2, (words(0, 0, "得分"), words(0, 1, "等级"), figure(1, 0, "95分"), grade), 2))
    assert made["B3"].value == '=IF(A3>=90,"优"",HYPERLINK(""http://例/""&A2),""","差")'


def test_the_columns_fill_the_type_area_in_the_tables_proportions() -> None:
    made_sheet = sheet(FUNDS)
    pixels = [made_sheet.column_dimensions[letter].width * 7 for letter in "ABCD"]
    assert sum(pixels) / 96 * 25.4 == pytest.approx(156, abs=1)
    assert pixels[1] / pixels[0] == pytest.approx(66 / 30, abs=0.05)


def test_it_prints_on_a4_one_page_wide_with_the_head_on_every_page() -> None:
    setup = sheet(FUNDS)
    assert (setup.page_setup.paperSize, setup.page_setup.orientation) == (9, "portrait")
    assert (setup.page_setup.fitToWidth or 1, setup.page_setup.fitToHeight) == (1, 0)
    assert setup.sheet_properties.pageSetUpPr is not None
    assert setup.sheet_properties.pageSetUpPr.fitToPage
    assert setup.print_title_rows == "$4:$4"
    assert setup.page_margins.top * 25.4 == pytest.approx(37, abs=0.1)
    assert "— &P —" in str(setup.oddFooter.center.text).replace("&[Page]", "&P")


def test_behind_a_turn_of_the_page_it_prints_across() -> None:
    upright, across = opened(FUNDS, PageTurn(landscape=True), FUNDS).worksheets
    assert [upright.page_setup.orientation, across.page_setup.orientation] == ["portrait", "landscape"]
    assert across.page_margins.top * 25.4 == pytest.approx(28, abs=0.1), "its top lies at the binding edge"


def test_a_cell_longer_than_excels_highest_row_goes_over_several() -> None:
    """409 pt is the most that Excel gives a row; 1,000 characters in a narrow column need more."""
    table = Table(
        (Decimal(30), Decimal(126)),
        (words(0, 0, "长" * 1000), words(0, 1, "短"), words(1, 0, "末"), figure(1, 1, "1")),
        2,
    )
    made_sheet = sheet(table)
    area = next(area for area in made_sheet.merged_cells.ranges if area.coord.startswith("A2"))
    heights = [made_sheet.row_dimensions[row].height for row in range(area.min_row, area.max_row + 1)]
    assert all(height is not None and height < 409 for height in heights)
    characters_a_line = 7  # 30 mm of 10.5 pt, without the padding
    assert sum(heights) > 1000 / characters_a_line * 10.5
    assert made_sheet.cell(area.max_row + 1, 1).value == "末"


def test_a_row_is_high_enough_for_a_merged_cell() -> None:
    """Excel never fits rows to merged cells by itself."""
    low = sheet(FUNDS).row_dimensions[5].height
    long = replace(FUNDS, cells=(*FUNDS.cells[:3], words(1, 0, "很" * 200, rows=2), *FUNDS.cells[4:]))
    assert sheet(long).row_dimensions[5].height > 5 * low


HEIGHT = {
    "一行": 1,
    "全年接待观众": 2,
    "约36400人次": 2,
    "增加364000元": 2,
    "编制，": 1,
    "abcdefghijklmnop": 2,
    "一\n二": 2,
}
"""Lines in a cell of four hanzi: figures go to the next line whole, marks stay with the hanzi before them."""


@pytest.mark.parametrize(("text", "lines"), HEIGHT.items(), ids=str)
def test_words_are_counted_in_the_lines_in_which_they_stand(text: str, lines: int) -> None:
    style = looks().styles[CellRole.TEXT.value]
    one = text_height("一", 200, style)
    assert text_height(text, style.size * 4.7 + 6, style) == pytest.approx(one + (lines - 1) * (one - 5))


def test_sheets_are_named_after_captions_legally_and_apart() -> None:
    names = ["资金：来源/去向[2023]", "资金", "资金", "", "一" * 40, "一" * 40, "History", "'引'"]
    tables = [replace(FUNDS, caption=name) for name in names]
    assert opened(*tables).sheetnames == [
        "资金：来源 去向 2023",
        "资金",
        "资金（2）",
        TITLE,
        "一" * 31,
        "一" * 28 + "（2）",
        "History（2）",
        "引",
    ]


def test_a_table_without_a_caption_is_named_after_what_stands_above_it() -> None:
    bare = replace(FUNDS, caption="")
    caption = Paragraph(Role.CAPTION, (Text("预算项目绩效表"),))
    heading = Heading(1, "一、", (Text("资金使用"),))
    workbook = opened(bare, caption, bare, PageTurn(), bare, heading, bare)
    assert workbook.sheetnames == [TITLE, "预算项目绩效表", "预算项目绩效表（2）", "一、资金使用"]
    assert workbook["预算项目绩效表"]["A2"].value == "预算项目绩效表"


def test_a_caption_that_is_the_title_stands_once() -> None:
    assert sheet(replace(FUNDS, caption=TITLE))["A2"].value == "单位：万元"


def test_a_document_without_tables_makes_no_workbook() -> None:
    with pytest.raises(UsageProblem, match="没有表格"):
        made()


def test_more_text_than_a_cell_takes_is_refused_not_cut() -> None:
    with pytest.raises(UsageProblem, match="32767"):
        made(one_column("字" * 32768))


def test_equal_documents_make_equal_bytes() -> None:
    assert made(FUNDS) == made(FUNDS)
    properties = opened(FUNDS).properties
    assert (properties.title, properties.creator, properties.created) == (
        TITLE,
        "某市科技馆",
        MOMENT.replace(tzinfo=None),
    )


def test_both_validators_find_the_workbook_sound(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(made(FUNDS, PageTurn(landscape=True), one_column("字" * 3000, "甲 & 乙 <丙>", "")))
    assert audit(path) == []
    assert sdk_validate(path) == []


def test_every_column_up_to_the_last_is_written() -> None:
    wide = Table((Decimal(5),) * 40, tuple(words(0, column, str(column)) for column in range(40)), 1)
    made_sheet = sheet(wide)
    assert [made_sheet[f"{get_column_letter(column + 1)}2"].value for column in range(40)] == [
        str(column) for column in range(40)
    ]
