"""The PDF of a document by one engine or the other; each is imported when it is first wanted."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reportgen.model.document import Document
from reportgen.model.engine import Engine
from reportgen.model.frame import Frame
from reportgen.model.look import Looks
from reportgen.model.table import Table
from reportgen.model.table_parts import parts_of
from reportgen.record import Struct, replace
from reportgen.render.finish.finishing import Attachment, Finishing
from reportgen.render.made_pdf import Pdf
from reportgen.render.printed_blocks import printed_blocks


class Printing(Struct, frozen=True):
    """What an engine is given: a document in its frame, its moment, the unit's own fonts, and files to attach."""

    document: Document
    frame: Frame
    looks: Looks
    moment: datetime
    own_fonts: Path | None = None
    attachments: tuple[Attachment, ...] = ()
    """Only with `ARCHIVE_ENGINE`."""


def print_pdf(printing: Printing, engine: Engine) -> Pdf:
    """The PDF. Raises EnvironmentProblem when the engine or a font is missing."""
    return _ENGINES[engine](printing)


def load_typst() -> None:
    """Load what printing by Typst needs, before it is done in a thread.

    Two threads that import wait for each other, and where time runs out meanwhile Python 3.11 loses count of who waits.
    """
    import reportgen.render.finish.writer
    import reportgen.render.typst  # noqa: F401


def _by_weasyprint(printing: Printing) -> Pdf:
    from reportgen.render.html import render_html
    from reportgen.render.pdf.engine import pango_version

    pango_version()
    from reportgen.render.pdf.writer import render_pdf

    html = render_html(printing.document, printing.frame, printing.looks)
    return render_pdf(html, printing.moment, printing.own_fonts)


def _by_typst(printing: Printing) -> Pdf:
    from reportgen.render.typst import render_typst

    made = render_typst(printing.document, printing.frame, printing.looks, printing.moment, printing.own_fonts)
    return replace(made, content=_finished(made.content, printing))


def _finished(content: bytes, printing: Printing) -> bytes:
    """Typst names itself as the program, knows no heads of rows, and attaches nothing that is asked for here."""
    from reportgen.render.finish.writer import finish_pdf
    from reportgen.render.typst.compiler import VERSION

    blocks = printed_blocks(printing.document, printing.frame.items)
    tables = tuple(part for block in blocks if isinstance(block, Table) for part in parts_of(block))
    engine = f"Typst {VERSION}"
    return finish_pdf(content, Finishing(printing.moment, engine, tables, printing.attachments))


_ENGINES: dict[Engine, Callable[[Printing], Pdf]] = {Engine.WEASYPRINT: _by_weasyprint, Engine.TYPST: _by_typst}
