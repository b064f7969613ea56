"""Document → xlsx: a sheet for each table, ready to print on A4."""

from datetime import datetime
from io import BytesIO

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Document
from reportgen.model.look import Looks
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.sheet import Sheet
from reportgen.render.xlsx.sheets import planned
from reportgen.render.xlsx.styler import Styler
from reportgen.render.xlsx.workbook import new_workbook


def render_xlsx(document: Document, looks: Looks, moment: datetime) -> bytes:
    """The tables of a document as a workbook; `moment` is its date of creation. Byte-identical for equal input.

    Raises UsageProblem when the document has no table, or a cell with more text than Excel takes.
    """
    sheets = planned(document)
    if not sheets:
        raise UsageProblem(_("「{title}」里没有表格，做不成 xlsx", title=document.metadata.title))
    stream = BytesIO()
    workbook = new_workbook(stream, document.metadata.title, moment, document.metadata.author)
    styler, taken = Styler(workbook, looks), set[str]()
    for sheet in sheets:
        Sheet(workbook.add_worksheet(sheet_name(sheet.name, taken)), sheet, styler).write()
    workbook.close()
    return stream.getvalue()
