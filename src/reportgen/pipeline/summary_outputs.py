"""The summary → files: a workbook, a Word file, a page for a browser."""

from datetime import datetime
from pathlib import Path

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.data_sheets import DataBook
from reportgen.pipeline.standard_template import standard_template
from reportgen.render.provenance import marked
from reportgen.summary.paper import paper_of

USUAL = Path("汇总.xlsx")
ENDINGS = (".xlsx", ".docx", ".html")


def made(book: DataBook, ending: str, office: str, moment: datetime) -> bytes:
    """The summary in the format of an ending, signed by an office where one is named.

    Raises UsageProblem when a list has more lines than a workbook takes.
    """
    template = standard_template()
    if ending == ".xlsx":
        from reportgen.render.xlsx.data_book import render_data_book

        return marked("xlsx", render_data_book(book, template.looks, moment))
    document = paper_of(book, office, moment.date())
    if ending == ".docx":
        from reportgen.render.docx import render_docx

        return marked("docx", render_docx(document, template.content, template.frame, template.looks, moment))
    from reportgen.render.html import render_html

    return render_html(document, template.frame, template.looks, screen=True).encode()


def refuse_ending(ending: str) -> None:
    """Raises UsageProblem for an ending of which no summary is made."""
    if ending not in ENDINGS:
        raise UsageProblem(_("-o 写成 {endings} 结尾的名字", endings=_("、").join(ENDINGS)))
