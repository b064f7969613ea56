"""The blocks of a document as Word has them, in the plain layout of somebody who has never seen reportgen.

Headings have Word's own styles, tables are Word tables with ruled lines and merged cells, the page number stands in the
footer. Nothing here knows how reportgen sets a page.
"""

import re
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from benchmarks.accuracy.corpus.source import Block, Break, Cell, Line, Role, Table
from benchmarks.accuracy.corpus.written.text import CONTENTS_TITLE
from benchmarks.accuracy.corpus.written.widths import Columns, columns_of

_SONG, _HEI, _LATIN = "宋体", "黑体", "Times New Roman"
_LEVELS = 4
_ALIGNED = {
    Role.TITLE: WD_ALIGN_PARAGRAPH.CENTER,
    Role.SUBTITLE: WD_ALIGN_PARAGRAPH.CENTER,
    Role.CAPTION: WD_ALIGN_PARAGRAPH.CENTER,
    Role.UNIT: WD_ALIGN_PARAGRAPH.RIGHT,
    Role.AUTHOR: WD_ALIGN_PARAGRAPH.RIGHT,
    Role.DATE: WD_ALIGN_PARAGRAPH.RIGHT,
}
_SIZES = {Role.TITLE: Pt(20), Role.SUBTITLE: Pt(15), Role.CAPTION: Pt(12), Role.UNIT: Pt(10.5), Role.NOTE: Pt(10.5)}
_INDENTED = (Role.BODY, Role.NOTE)
_TEXT_WIDTH = Mm(160)
_FIGURE = re.compile(r"-?[\d,]+(?:\.\d+)?%?")


def append(word: WordFile, block: Block, contents: Sequence[str]) -> None:
    """Write a block at the end of a file; `contents` are the headings for a list of contents."""
    match block:
        case Line():
            _line(word, block)
        case Table():
            _table(word, block)
        case Break.CONTENTS:
            _contents(word, contents)
        case Break.PAGE:
            _turn(word)


def empty_file() -> WordFile:
    """A file with its styles and its footer, and nothing said."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    word.core_properties.author = ""
    word.core_properties.comments = ""
    _style(word, "Normal", _SONG, Pt(12))
    for level in range(1, _LEVELS + 1):
        _style(word, f"Heading {level}", _HEI, Pt(16 - level))
    _page_number(section.footer.paragraphs[0])
    return word


def _style(word: WordFile, name: str, font: str, size: Length) -> None:
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.italic = _LATIN, size, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)
    style.paragraph_format.line_spacing = 1.5 if name == "Normal" else 1.25
    style.paragraph_format.space_after = Pt(0)


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _line(word: WordFile, line: Line) -> None:
    if line.role is Role.HEADING:
        word.add_paragraph(line.words.text, style=f"Heading {line.level}")
        return
    if line.role is Role.ANNEX:
        _turn(word)
    paragraph = word.add_paragraph()
    run = paragraph.add_run(line.words.text)
    if line.role in _ALIGNED:
        paragraph.alignment = _ALIGNED[line.role]
    if line.role in _INDENTED:
        paragraph.paragraph_format.first_line_indent = Pt(24)
    if line.role in _SIZES:
        run.font.size = _SIZES[line.role]
    if line.role is Role.TITLE:
        run.font.bold = True
        _hanzi_font(run, _HEI)


def _hanzi_font(run: Run, font: str) -> None:
    run.font.name = _LATIN
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _contents(word: WordFile, headings: Sequence[str]) -> None:
    word.add_paragraph(CONTENTS_TITLE).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for heading in headings:
        word.add_paragraph(heading)
    _turn(word)


def _turn(word: WordFile) -> None:
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _table(word: WordFile, table: Table) -> None:
    columns = columns_of(table, _TEXT_WIDTH)
    made = word.add_table(table.rows, table.columns, style="Table Grid")
    made.autofit, made.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    grid = [list(row.tc_lst) for row in made._tbl.tr_lst]
    for node, width in zip(made._tbl.tblGrid.gridCol_lst, columns.widths, strict=True):
        node.w = width
    for cell in table.cells:
        _fill(grid[cell.row][cell.column], cell, columns)
    for cell in table.cells:
        _merge(grid, cell, columns)
    word.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _fill(node: CT_Tc, cell: Cell, columns: Columns) -> None:
    node.width = columns.widths[cell.column]
    paragraph = Paragraph(node.p_lst[0], None)  # type: ignore[arg-type]  # nobody asks it what it stands in
    run = paragraph.add_run(cell.words.text)
    run.font.size = columns.size
    paragraph.paragraph_format.line_spacing = 1
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    if _FIGURE.fullmatch(cell.words.text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _merge(grid: list[list[CT_Tc]], cell: Cell, columns: Columns) -> None:
    """Make one cell of several: those at the right go, those below say that they go on."""
    for row in range(cell.row, cell.row + cell.rows):
        first, *others = grid[row][cell.column : cell.column + cell.columns]
        for other in others:
            other.getparent().remove(other)
        if others:
            first.grid_span = cell.columns
            first.width = Length(sum(_widths(columns, cell)))
        if cell.rows > 1:
            first.vMerge = "restart" if row == cell.row else "continue"


def _widths(columns: Columns, cell: Cell) -> Iterator[int]:
    yield from columns.widths[cell.column : cell.column + cell.columns]
