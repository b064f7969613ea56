"""Document → xlsx: a sheet for each table, ready to print on A4."""

from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.look import Looks
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.sheet import Sheet
from reportgen.render.xlsx.sheets import planned
from reportgen.render.xlsx.styler import Styler

WORDS_STAY_WORDS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def render_xlsx(document: Document, looks: Looks, moment: datetime) -> bytes:
    """The tables of a document as a workbook; `moment` is its date of creation. Byte-identical for equal input.

    Raises UsageProblem when the document has no table, or a cell with more text than Excel takes.
    """
    sheets = planned(document)
    if not sheets:
        raise UsageProblem(_("「{title}」里没有表格，做不成 xlsx", title=document.metadata.title))
    stream = BytesIO()
    workbook = Workbook(stream, WORDS_STAY_WORDS)
    _describe(workbook, document, moment)
    styler, taken = Styler(workbook, looks), set[str]()
    for sheet in sheets:
        Sheet(workbook.add_worksheet(sheet_name(sheet.name, taken)), sheet, styler).write()
    workbook.close()
    return stream.getvalue()


def _describe(workbook: Workbook, document: Document, moment: datetime) -> None:
    workbook.set_properties(
        {
            "title": document.metadata.title,
            "author": document.metadata.author,
            "created": moment.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
