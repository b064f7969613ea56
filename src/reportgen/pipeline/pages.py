"""The PDF of a draft: printed by an engine, and read back."""

from collections.abc import Container
from datetime import datetime
from functools import partial

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.document import Chart, Contents, Document, Illustration, PageTurn
from reportgen.model.engine import Engine
from reportgen.model.look import Looks
from reportgen.model.table import Table
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE
from reportgen.record import Struct, replace
from reportgen.render.finish.finishing import Attachment
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import PrintedLine, edge_lines, printed_lines
from reportgen.verify.artifacts import verify_pdf
from reportgen.verify.lines import Line, contents_of
from reportgen.world import own_fonts_folder


class PdfOptions(Struct, frozen=True):
    """How a PDF is made: by which engine, with which date, with which files attached."""

    engine: Engine
    moment: datetime
    attachments: tuple[Attachment, ...] = ()


def needs_pages(document: Document, formats: Container[str]) -> bool:
    """Whether a PDF is wanted, or a docx whose table of contents says on which page everything stands.

    Or one with charts, which stand where they leave no hole.
    """
    return "pdf" in formats or ("docx" in formats and (has_contents(document) or has_charts(document)))


def has_charts(document: Document) -> bool:
    """Whether it has any, or pictures."""
    return any(isinstance(block, Chart | Illustration) for block in document.walk())


def has_contents(document: Document) -> bool:
    """Whether it has a table of contents."""
    return any(isinstance(block, Contents) for block in document.walk())


def print_draft(draft: Draft, options: PdfOptions) -> Pdf:
    """The PDF of a document. Raises EnvironmentProblem when the engine or a font is missing."""
    from reportgen.render.engines import Printing, print_pdf  # `check` needs no engine

    template, attachments = draft.template, options.attachments
    given = Printing(draft.document, template.frame, template.looks, options.moment, own_fonts_folder(), attachments)
    return print_pdf(given, options.engine)


def read_back(draft: Draft, content: bytes, file: str) -> tuple[list[Diagnostic], list[int]]:
    """What a PDF, called `file` in messages, says otherwise than its document, and the page of each printed line."""
    document, frame, looks = draft.document, draft.template.frame, draft.template.looks
    meant = [_drawn_line(line, looks) for line in printed_lines(document, frame)]
    edges = partial(edge_lines, document, frame)
    restarts = [block.numbers for block in document.walk() if isinstance(block, PageTurn) and block.numbers]
    return verify_pdf(meant, content, file, looks, contents_of(document.walk()), edges, restarts)


def meant_line(line: PrintedLine) -> Line:
    """The line for comparing; a cell stands where it was written, not where its table begins."""
    origin = line.block.origin if line.block else NOWHERE
    table = line.part or (line.block if isinstance(line.block, Table) else None)
    place = line.cell.origin if line.cell and line.cell.origin.line else origin
    return Line(line.text, place, table, line.cell, aside=line.aside, around=line.around)


def _drawn_line(line: PrintedLine, looks: Looks) -> Line:
    """The line; of a chart the words that are drawn. In Word these are no text."""
    if not isinstance(line.block, Chart):
        return meant_line(line)
    from reportgen.render.chart.svg import chart_svg, svg_words

    return replace(meant_line(line), text="\n".join(svg_words(chart_svg(line.block, looks))), drawn=True)
