"""A finished document of others → its pages with what was found in it, for a screen that asks for their pictures.

A PDF has pages of its own. The words of a Word file, or of a text, are set as plain pages: where its pages break is
known to the program alone that wrote it, and what is asked here is what it says.
"""

from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics.report import Report
from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.engine import DEFAULT_ENGINE
from reportgen.pdf import read_pages
from reportgen.pipeline.check import check_file
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import template_of
from reportgen.pipeline.letters import unit_in, year_in
from reportgen.pipeline.review_page.live import Pages, sheets_without_pictures
from reportgen.pipeline.review_page.page import Printed, desk_of
from reportgen.pipeline.review_page.strips import Strip, finished_strips, strips_of
from reportgen.pipeline.two_drafts.layout import laid, plain_frame
from reportgen.record import Struct, replace
from reportgen.render.desk.data import Desk
from reportgen.render.plain import printed_lines
from reportgen.world import now, own_fonts_folder, read_bytes


class Opened(Struct, frozen=True):
    """A finished document as the screen shows it; `cut` says why the search for findings was ended early."""

    desk: Desk
    pages: Pages
    is_plain: bool
    """Whether its pages are the screen's own, and not those of the file."""
    cut: str
    unit: str
    """Whose it is; empty where it does not say."""
    year: int
    """0 where it does not say."""


def opened(path: Path, roots: tuple[Path, ...] = (), between: Report | None = None) -> Opened:
    """Check a finished document and lay out its pages; `between` was found between it and others.

    Raises UsageProblem when it cannot be read, EnvironmentProblem when its words cannot be set.
    """
    original = read_bytes(path)
    checked = check_file(path, roots)
    if not (checked.scenes and checked.scenes[0].finished):
        raise UsageProblem(_("{path} 里没有可以看的文字", path=path.name))
    checked = replace(checked, report=checked.report + between) if between else checked
    is_plain = not original.startswith(b"%PDF")
    pdf, strips = _plain(checked, roots) if is_plain else (original, list(finished_strips(checked)))
    read = tuple(read_pages(pdf, checked.source.file))
    printed = Printed((), strips, (pdf,), (read,))
    desk = desk_of(printed, checked, original, None, lambda runs: sheets_without_pictures((read,), runs))
    pages = Pages((pdf,), (read,), checked.source.file)
    return Opened(desk, pages, is_plain, str(checked.cut or ""), unit_in(checked), year_in(checked))


def _plain(checked: Checked, roots: tuple[Path, ...]) -> tuple[bytes, list[Strip]]:
    """A PDF of the words, and its printed lines."""
    from reportgen.render.engines import Printing, print_pdf  # a PDF has its own pages

    scene = checked.scenes[0]
    document = laid(scene.document)
    looks = template_of(scene.pack, roots)[0].looks
    frame = plain_frame(looks)
    lines = printed_lines(document, frame)
    pdf = print_pdf(Printing(document, frame, looks, now(), own_fonts_folder()), DEFAULT_ENGINE)
    return pdf.content, list(_whole(strips_of(document, lines, [0] * len(lines), [], 0)))


def _whole(strips: Iterator[Strip]) -> Iterator[Strip]:
    """The lines with their words as what is marked in them is said of."""
    from reportgen.review.trace import Line

    for strip in strips:
        yield replace(strip, traced=Line("", strip.text), ahead=0)
