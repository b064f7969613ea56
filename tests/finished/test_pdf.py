"""A PDF of somebody else: paragraphs and tables come out as the Word file that it was made from has them."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from tests.support.made import ROOT, Made
from tests.support.report import read_parts
from tests.support.word import to_pdf

from reportgen.finished.parts import Grid, Line, Part
from reportgen.finished.pdf.paragraphs import area_of, goes_on
from reportgen.finished.pdf.rows import Row, rows_of, was_full
from reportgen.finished.pdf.ruled import Ruled
from reportgen.finished.pdf.tables import Cell
from reportgen.finished.recognise import recognise
from reportgen.model.content import Year
from reportgen.pdf import Glyph


def words(parts: list[Part]) -> list[str]:
    """Paragraphs, and cells with their spans."""
    found = []
    for part in parts:
        if isinstance(part, Line):
            found.append(part.number + part.text)
        elif isinstance(part, Grid):
            boxes = sorted(part.boxes, key=lambda box: (box.row, box.column))
            found += [f"{box.rows}×{box.columns} {box.text}" for box in boxes]
    return found


@pytest.mark.parametrize("name", ["nanyang-2020", "linze-2023", "guangzhou-2023", "tangshan-2021"])
def test_our_pdf_says_what_our_word_file_says(name: str, built: Callable[[str], Made]) -> None:
    """Paragraphs over pages, tables over pages with repeated heads, rows that break, landscape pages."""
    made = built(name)
    squeezed = [text.replace(" ", "") for text in words(read_parts(made.path("docx")))]
    assert [text.replace(" ", "") for text in words(read_parts(made.path("pdf")))] == squeezed


def test_the_pdf_that_libreoffice_makes_says_the_same(built: Callable[[str], Made], tmp_path: Path) -> None:
    """Its tables are drawn line by line, and its rows break elsewhere."""
    made = built("guangzhou-2023")
    pdf = to_pdf(made.path("docx"), tmp_path / "office")
    assert words(read_parts(pdf)) == words(read_parts(made.path("docx")))


@pytest.mark.parametrize("form", ["indents", "gaps"])
def test_reports_that_are_laid_out_otherwise(form: str, tmp_path: Path) -> None:
    """宋体小四号 on American paper, lines ragged at the right: paragraphs with an indent, or set apart by gaps."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.size, style.font.name = Pt(12), "宋体"
    for text in (ROOT / "tests" / "data" / "linze-2023.txt").read_text(encoding="utf-8").split("\n"):
        if text.strip():
            paragraph = document.add_paragraph(text.strip()).paragraph_format
            paragraph.first_line_indent = Pt(24) if form == "indents" else None
            paragraph.space_after = Pt(10) if form == "gaps" else Pt(0)
    document.save(str(tmp_path / "报告.docx"))
    pdf = to_pdf(tmp_path / "报告.docx", tmp_path)
    squeezed = [text.replace(" ", "") for text in words(read_parts(tmp_path / "报告.docx"))]
    assert [text.replace(" ", "") for text in words(read_parts(pdf))] == squeezed


def test_charts_page_numbers_and_running_heads_are_no_text(built: Callable[[str], Made]) -> None:
    made = built("example-year-2024")
    said = words(read_parts(made.path("pdf")))
    assert said == words(read_parts(made.path("docx")))
    assert not [text for text in said if text.startswith("—")]


def test_a_place_is_page_and_paragraph_or_the_cell_of_a_table(built: Callable[[str], Made]) -> None:
    made = built("guangzhou-2023")
    parts = read_parts(made.path("pdf"))
    assert next(part.spot.words for part in parts if isinstance(part, Line)) == "第1页第1段"
    (grid,) = [part for part in parts if isinstance(part, Grid)]
    assert grid.boxes[0].spot.words == "第1页 表1 第1行第1列"
    assert grid.head_rows == 1


# ---- lines and paragraphs, on a type area from 80 to 528 with characters of 16 ----

LEFT, RIGHT, SIZE, PITCH = 80.0, 528.0, 16.0, 29.0


def row(text: str, left: float = LEFT, base: float = 0.0, page: int = 1) -> Row:
    glyphs = [Glyph(char, left + SIZE * at, left + SIZE * (at + 1), base, SIZE, "") for at, char in enumerate(text)]
    return Row(tuple(glyphs), page)


FULL = row("字" * 28)
INDENTED = row("字" * 26, LEFT + 2 * SIZE)
AREA = area_of([INDENTED, *(row("字" * 28, base=PITCH * n) for n in range(1, 9))])


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        (INDENTED, row("字字字。", base=PITCH), True),
        (INDENTED, row("字" * 26, LEFT + 2 * SIZE, PITCH), False),  # the next paragraph
        (row("字" * 10), row("字字字。", base=PITCH), False),  # 主送机关, then text at the edge
        (row("字" * 26), row("（字字。", base=PITCH), True),  # an opening mark ends no line
        (row("字" * 26), row("2024年。", base=PITCH), True),  # figures are not parted
        (FULL, row("字字。", base=3 * PITCH), False),  # a blank line between them
        (FULL, row("字字。", base=PITCH, page=2), True),
        (row("字" * 12, LEFT + 8 * SIZE), row("字" * 12, LEFT + 8 * SIZE, PITCH), False),  # a title
        (FULL, row("附件", base=PITCH, page=2), False),
        (row("字" * 27 + "。"), row("（二）人员情况", base=PITCH), False),  # a heading with an automatic number
        (row("字" * 27 + "见"), row("（二）人员情况", base=PITCH), True),
        (row("抄送：市审计局，市"), row("人大。", LEFT + 3 * SIZE, PITCH), True),  # it hangs behind the colon
        (row("出席：张一、李二"), row("王三", LEFT + 3 * SIZE, PITCH), True),
        (row("合议庭：张一、李二"), row("王三", LEFT + 4 * SIZE, PITCH), True),
        (row("出席：张一、李二"), row("请假：王三", LEFT, PITCH), False),
        (row("附件：1.收支表"), row("2.指标表", LEFT + 3 * SIZE, PITCH), False),  # the next of a list
        (row("出席：张一、李二"), row("王三", LEFT + 3 * SIZE, 3 * PITCH), False),
    ],
)
def test_where_a_paragraph_goes_on(above: Row, below: Row, together: bool) -> None:
    assert goes_on([above], below, AREA) is together


def test_a_line_is_full_when_the_next_word_had_no_room() -> None:
    assert was_full(row("字" * 27), row("2024年"), RIGHT)
    assert not was_full(row("字" * 20), row("2024年"), RIGHT)


def test_glyphs_are_put_in_order_and_wide_gaps_set_words_apart() -> None:
    left, right = row("单位：某馆").glyphs, row("日期", 400.0).glyphs
    (found,) = rows_of([*right, *left])
    assert found.text == "单位：某馆\t日期"


@pytest.mark.parametrize(
    ("above", "below", "together"),
    [
        ("展品完好率达到", "规定的标准", True),
        ("质量指标", "经济效益指标", False),  # an empty form that a page cuts between two rows
        ("指标1：", "指标1：", False),
        ("社会效益指标", "（30分）", True),
    ],
)
def test_a_cell_that_is_full_goes_on_unless_it_names_a_class_of_indicators(
    above: str, below: str, *, together: bool
) -> None:
    one, other = (
        Cell(Ruled(0, 0, 1, 1, LEFT, 0.0, RIGHT, PITCH), (row(text),), LEFT + SIZE * len(above), 1)
        for text in (above, below)
    )
    assert one.breaks_into(other) is together


WRAPPED = (
    "甲市第一人民医院关于2023年度公立医院综合改革补助资金项目支出绩效自评情况的报告",
    "甲市水务局2023年度河道清淤和重点堤防除险加固工程中央财政补助资金项目支出绩效评价报告",
)


@pytest.mark.parametrize("title", WRAPPED)
@pytest.mark.parametrize("size", [16, 22])
def test_a_title_over_two_lines_is_read_whole(title: str, size: int, tmp_path: Path) -> None:
    """Its first line fills the page from edge to edge, so that only the second one is seen to be in the middle."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(16)
    first = document.add_paragraph()
    first.alignment = WD_ALIGN_PARAGRAPH.CENTER
    first.add_run(title).font.size = Pt(size)
    for heading in ("一、基本情况", "二、主要做法", "三、存在的问题"):
        document.add_paragraph(heading)
        body = document.add_paragraph(
            "各项工作按照年初计划推进，资金使用规范，支出控制在预算以内，没有发现挪用的情况。" * 4
        )
        body.paragraph_format.first_line_indent = Pt(32)
    document.save(str(tmp_path / "报告.docx"))
    finished = recognise(read_parts(to_pdf(tmp_path / "报告.docx", tmp_path)), "报告.pdf")
    assert finished.document.metadata.title == title
    assert [value.number for value in finished.content.every(Year)] == [2023]
