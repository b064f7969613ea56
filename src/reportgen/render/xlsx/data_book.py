"""A book of data sheets → xlsx: lists to sort and filter, formulas that look into other sheets, charts beside them."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.data_sheets import DataBook
from reportgen.model.look import Looks
from reportgen.render.xlsx.data_formats import Formats
from reportgen.render.xlsx.data_sheet import SheetWriter
from reportgen.render.xlsx.linked_charts import insert_charts
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.printing import on_one_a4
from reportgen.render.xlsx.workbook import new_workbook

LEAD = "总的情况"
"""The first sheet."""
_MOST_LINES = 1_000_000


def render_data_book(book: DataBook, looks: Looks, moment: datetime) -> bytes:
    """The workbook; byte-identical for equal input and moment.

    Raises UsageProblem when a list has more lines than a sheet of Excel.
    """
    _refuse_too_long(book)
    stream = BytesIO()
    workbook = new_workbook(stream, book.title, moment)
    formats, taken = Formats(workbook), set[str]()
    first = workbook.add_worksheet(sheet_name(LEAD, taken))
    names = {sheet.name: sheet_name(sheet.name, taken) for sheet in book.sheets}
    _lead(first, book, names, formats)
    for sheet, paper in [(sheet, workbook.add_worksheet(names[sheet.name])) for sheet in book.sheets]:
        row = SheetWriter(paper, sheet, book, names, formats).write()
        insert_charts(workbook, paper, sheet, row, looks)
    workbook.close()
    return stream.getvalue()


def _refuse_too_long(book: DataBook) -> None:
    for sheet in book.sheets:
        if len(sheet.lines) > _MOST_LINES:
            told = {"name": sheet.name, "count": len(sheet.lines)}
            raise UsageProblem(_("「{name}」有 {count} 行，一张表放不下。请用 --to 汇总.duckdb", **told))


def _lead(paper: Worksheet, book: DataBook, names: Mapping[str, str], formats: Formats) -> None:
    """What comes out, in sentences, and what the sheets are."""
    paper.set_column(0, 0, 20)
    paper.set_column(1, 1, 90)
    paper.write_string(0, 0, book.title, formats.of("title"))
    beside = formats.of("beside")
    for row, words in enumerate(book.lead, start=2):
        paper.merge_range(row, 0, row, 1, "", beside)
        paper.write_string(row, 0, words, beside)
    for row, sheet in enumerate(book.sheets, start=3 + len(book.lead)):
        paper.write_url(row, 0, f"internal:'{names[sheet.name]}'!A1", string=names[sheet.name])
        paper.write_string(row, 1, f"{sheet.title}（{len(sheet.lines)} 行）", beside)
    on_one_a4(paper, landscape=True)
