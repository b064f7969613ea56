"""A Word file with merges, long cells, across pages and contents: two validators pass it, LibreOffice lays it out."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.page import Page
from tests.support.sheet import MM
from tests.support.word import audit, sdk_validate, to_pdf

from reportgen.model.document import Block, Contents, Document, Heading, Metadata, PageTurn, Paragraph, Role, Text
from reportgen.model.table import Cell, CellRole, Table
from reportgen.record import Struct
from reportgen.render.docx import render_docx
from reportgen.word.template import read_template

TEMPLATE, _ = read_template(Path(__file__).parents[2] / "templates" / "dept-evaluation" / "template.docx")
ROWS = 40
LONG = "活动面向全市中小学生" * 120


def indicators() -> Table:
    """Two merged columns, forty rows under one head row, and a last cell that is longer than a page."""
    cells = [
        Cell(0, n, ((Text(name),),), CellRole.HEAD) for n, name in enumerate(("一级指标", "二级指标", "指标", "值"))
    ]
    cells.append(Cell(1, 0, ((Text("产出指标"),),), CellRole.CENTER, rows=ROWS))
    for row in range(1, ROWS + 1):
        if row % 5 == 1:
            cells.append(Cell(row, 1, ((Text(f"第{row // 5 + 1}组"),),), CellRole.CENTER, rows=5))
        cells.append(Cell(row, 2, ((Text(f"指标{row} & <其他>"),), (Text("说明"),))))
        cells.append(Cell(row, 3, ((Text(f"{row}.50"),),), CellRole.NUMBER))
    cells.append(Cell(ROWS + 1, 0, ((Text("备注"),),), CellRole.HEAD))
    cells.append(Cell(ROWS + 1, 1, ((Text(LONG),), (Text("完"),)), columns=3))
    widths = tuple(map(Decimal, (30, 40, 60, 26)))
    return Table(widths, tuple(cells), ROWS + 2, 1, frozenset({ROWS + 1}), "绩效目标表", "单位：万元")


HEADING = Heading(1, "一、", (Text("基本情况"),))
BLOCKS: tuple[Block, ...] = (
    Contents(2),
    PageTurn(),
    HEADING,
    Paragraph(Role.BODY, (Text("正文。"),)),
    PageTurn(landscape=True),
    indicators(),
    PageTurn(),
    Heading(1, "二、", (Text("绩效情况"),)),
    indicators(),
)


class Sheet(Struct, frozen=True):
    """A page of LibreOffice's: its size in pt, its words, and the characters of its page number."""

    width: float
    height: float
    text: str
    number: list[tuple[float, float, float, float]]
    """x0, top, x1, bottom of each character outside the type area, from the upper left corner."""


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = Document(Metadata("示例", "某馆"), {"标题": (Text("示例报告"),)}, {"正文": BLOCKS})
    moment = datetime(2024, 1, 1, tzinfo=UTC)
    content = render_docx(document, TEMPLATE.content, TEMPLATE.frame, TEMPLATE.looks, moment, {id(HEADING): 2})
    path = tmp_path_factory.mktemp("tables") / "表.docx"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def sheets(word: Path) -> list[Sheet]:
    with pdfplumber.open(to_pdf(word, word.parent)) as pdf:
        return [sheet(page) for page in pdf.pages]


def sheet(page: Page) -> Sheet:
    across = page.width > page.height
    outside = [
        (char["x0"], char["top"], char["x1"], char["bottom"])
        for char in page.chars
        if char["text"].strip() and (char["x1"] < 34 * MM if across else char["top"] > (297 - 34) * MM)
    ]
    return Sheet(page.width, page.height, "".join(char["text"] for char in page.chars).replace(" ", ""), outside)


def test_both_validators_pass_it(word: Path) -> None:
    assert audit(word) == []
    assert sdk_validate(word) == []


def test_sheets_lie_across_where_the_document_turns_and_none_is_empty(sheets: list[Sheet]) -> None:
    across = [sheet.width > sheet.height for sheet in sheets]
    first, last = across.index(True), len(across) - across[::-1].index(True)
    assert first == 2, "contents, text, then the table"
    assert all(across[first:last])
    assert not any(across[last:])
    assert [sheet.text for sheet in sheets if len(sheet.text) < 10] == []


def test_the_head_row_stands_on_every_sheet_of_a_table(sheets: list[Sheet]) -> None:
    with_table = [sheet for sheet in sheets if "指标" in sheet.text or "活动面向" in sheet.text]
    assert len(with_table) > 5
    assert ["一级指标" in sheet.text for sheet in with_table] == [True] * len(with_table)


def test_a_cell_longer_than_a_page_breaks_and_loses_nothing(sheets: list[Sheet]) -> None:
    whole = "".join(sheet.text for sheet in sheets)
    assert whole.count("活动面向") >= 2 * 120 - 8, "a break may cut the words; there are two tables"
    assert whole.count("完") == 2


def test_across_pages_have_their_number_where_the_others_have_it(sheets: list[Sheet]) -> None:
    """Turned to the right, an upright sheet's lower right corner is the lower left one, its lower left the upper left.

    GB/T 9704 §7.5 and §8: 7 mm from the type area, one character (14 pt) in from its edge.
    """
    for index, page in enumerate(sheets, start=1):
        assert len(page.number) == 3 + (index > 9), "— 3 —"
        lefts, tops, rights, bottoms = zip(*page.number, strict=True)
        x0, top, x1, bottom = min(lefts), min(tops), max(rights), max(bottoms)
        if page.width > page.height:
            depth, start, end = (x0 + x1) / 2, top, page.height - bottom
        else:
            depth, start, end = page.height - (top + bottom) / 2, x0, page.width - x1
        assert depth == pytest.approx((35 - 7) * MM - 7, abs=4), "the middle of the line, from the edge of the sheet"
        if index % 2:
            assert end == pytest.approx(26 * MM + 14, abs=2)
        else:
            assert start == pytest.approx(28 * MM + 14, abs=2)


def test_contents_show_the_page_that_the_pdf_has(sheets: list[Sheet]) -> None:
    assert "目录一、基本情况" in sheets[0].text.replace(".", "")
    assert sheets[0].text.split("一、基本情况")[1].lstrip(".").startswith("2二、")
