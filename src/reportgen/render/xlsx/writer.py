"""Document → xlsx: a sheet for each table, ready to print on A4."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Document, Heading, PageTurn, Paragraph, Role, Table, line_of
from reportgen.model.frame import Frame
from reportgen.model.look import Looks, Style
from reportgen.render.plain import printed_lines
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.sheet import Sheet, Styler

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True)
class _Headed:
    """A table with what stands above it: the title of its document or annex, the lines below that, its heading.

    The heading is its caption, else the last heading above it; `landscape` is how its page lies.
    """

    table: Table
    title: str
    lines: tuple[tuple[str, Style], ...]
    heading: str
    landscape: bool


def render_xlsx(document: Document, frame: Frame, looks: Looks, moment: datetime) -> bytes:
    """The tables of a document as a workbook; `moment` is its date of creation. Byte-identical for equal input.

    Raises UsageProblem when the document has no table, or a cell with more text than Excel takes.
    """
    tables = list(_tables(document, frame))
    if not tables:
        raise UsageProblem(_("「{title}」里没有表格，做不成 xlsx", title=document.metadata.title))
    stream = BytesIO()
    workbook = Workbook(stream, _OPTIONS)
    _describe(workbook, document, moment)
    styler, taken = Styler(workbook, looks), set[str]()
    for headed in tables:
        sheet = workbook.add_worksheet(sheet_name(headed.heading or headed.title, taken))
        written = Sheet(sheet, headed.table, styler, headed.landscape)
        written.write(headed.title, headed.lines, headed.heading)
    workbook.close()
    return stream.getvalue()


def _tables(document: Document, frame: Frame) -> Iterator[_Headed]:
    """Every table, those of annexes under the titles of these."""
    title, below = document.metadata.title.replace("\n", ""), _below_title(document, frame)
    for blocks in document.blocks.values():
        heading, landscape = "", False
        for block in blocks:
            match block:
                case PageTurn():
                    landscape = block.landscape
                case Paragraph(role=Role.ANNEX_TITLE):
                    title, below, heading = line_of(block).replace("\n", ""), (), ""
                case Heading() | Paragraph(role=Role.CAPTION):
                    heading = line_of(block).replace("\n", "")
                case Table():
                    yield _Headed(block, title, below, block.caption or heading, landscape)
                case _:
                    pass


def _below_title(document: Document, frame: Frame) -> tuple[tuple[str, Style], ...]:
    """The lines between the title and a table that is the first thing below it: （2024年度）, 批复单位, 日期."""
    lines = printed_lines(document, frame)
    title = document.metadata.title.replace("\n", "")
    first = next((number for number, line in enumerate(lines) if line.block), None)
    if first is None or not isinstance(lines[first].block, Table):
        return ()
    at = next((number for number, line in enumerate(lines[:first]) if line.text == title), first)
    return tuple((line.text, line.style) for line in lines[at + 1 : first] if line.style and not line.aside)


def _describe(workbook: Workbook, document: Document, moment: datetime) -> None:
    workbook.set_properties(
        {
            "title": document.metadata.title,
            "author": document.metadata.author,
            "created": moment.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
