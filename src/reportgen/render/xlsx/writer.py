"""Document → xlsx: a sheet for each table, ready to print on A4."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Document, Heading, PageTurn, Paragraph, Role, Table, line_of
from reportgen.model.look import Looks
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.sheet import Sheet, Styler

_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def render_xlsx(document: Document, looks: Looks, moment: datetime) -> bytes:
    """The tables of a document as a workbook; `moment` is its date of creation. Byte-identical for equal input.

    Raises UsageProblem when the document has no table, or a cell with more text than Excel takes.
    """
    tables = list(_tables(document))
    if not tables:
        raise UsageProblem(_("「{title}」里没有表格，做不成 xlsx", title=document.metadata.title))
    stream = BytesIO()
    workbook = Workbook(stream, _OPTIONS)
    _describe(workbook, document, moment)
    styler, taken = Styler(workbook, looks), set[str]()
    title = document.metadata.title.replace("\n", "")
    for table, caption, landscape in tables:
        sheet = workbook.add_worksheet(sheet_name(caption or title, taken))
        Sheet(sheet, table, styler, landscape).write(title, caption)
    workbook.close()
    return stream.getvalue()


def _tables(document: Document) -> Iterator[tuple[Table, str, bool]]:
    """Each table, what it is headed by (its caption, else the last heading above it), whether its page lies across."""
    for blocks in document.blocks.values():
        heading, landscape = "", False
        for block in blocks:
            match block:
                case PageTurn():
                    landscape = block.landscape
                case Heading() | Paragraph(role=Role.CAPTION | Role.ANNEX_TITLE):
                    heading = line_of(block).replace("\n", "")
                case Table():
                    yield block, block.caption or heading, landscape
                case _:
                    pass


def _describe(workbook: Workbook, document: Document, moment: datetime) -> None:
    workbook.set_properties(
        {
            "title": document.metadata.title,
            "author": document.metadata.author,
            "created": moment.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
