"""The PDF of a document by one engine or the other; each is imported when it is first wanted."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from reportgen.model.document import Document
from reportgen.model.engine import Engine
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.model.table import Table
from reportgen.render.made_pdf import Pdf
from reportgen.render.printed_blocks import printed_blocks


@dataclass(frozen=True, slots=True)
class Printing:
    """What an engine is given: a document in its frame, its moment, and the folder of the unit's own fonts."""

    document: Document
    frame: Frame
    looks: Looks
    moment: datetime
    own_fonts: Path | None = None


def print_pdf(printing: Printing, engine: Engine) -> Pdf:
    """The PDF. Raises EnvironmentProblem when the engine or a font is missing."""
    return _ENGINES[engine](printing)


def _by_weasyprint(printing: Printing) -> Pdf:
    from reportgen.render.html import render_html
    from reportgen.render.pdf.engine import pango_version

    pango_version()
    from reportgen.render.pdf.writer import render_pdf

    html = render_html(printing.document, printing.frame, printing.looks)
    return render_pdf(html, printing.moment, printing.own_fonts)


def _by_typst(printing: Printing) -> Pdf:
    from reportgen.render.finish import Finishing, finish_pdf
    from reportgen.render.typst import render_typst

    document, moment = printing.document, printing.moment
    pdf = render_typst(document, printing.frame, printing.looks, moment, printing.own_fonts)
    tables = tuple(block for block in printed_blocks(document, printing.frame.items) if isinstance(block, Table))
    return replace(pdf, content=finish_pdf(pdf.content, Finishing(moment, f"Typst {version('typst')}", tables)))


_ENGINES: dict[Engine, Callable[[Printing], Pdf]] = {Engine.WEASYPRINT: _by_weasyprint, Engine.TYPST: _by_typst}
