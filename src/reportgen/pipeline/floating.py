"""Charts and pictures moved to where text fills the page, so that no hole stands above one.

Only an engine knows where pages end. So the document is printed as it was written; where a chart leaves more than a few
lines empty, it is tried elsewhere (`reportgen.compose.chart_moves`) until it does not. What was found is the order of
the blocks: every output follows it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from reportgen.compose.chart_moves import moves
from reportgen.model.document import Chart, Illustration, PageTurn, Role
from reportgen.model.look import Looks
from reportgen.pipeline.closing import closed
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import PdfOptions, has_charts, print_draft, read_back
from reportgen.record import Struct, replace
from reportgen.render.chart.size import chart_canvas
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import printed_lines

if TYPE_CHECKING:
    from reportgen.pdf.pages import Page

MOST_EMPTY = 3
"""Lines above a chart that may stay empty."""
_MOST_TRIED = 12
"""Places that are tried for one chart."""
_OWN_LINES = 2
"""Of a chart beside its drawing: caption and air."""


class Hole(Struct, frozen=True):
    """A chart, or pictures, at the head of a page, and the lines that the page before has left empty."""

    chart: Chart | Illustration
    lines: int


def laid_out(draft: Draft, options: PdfOptions) -> tuple[Draft, Pdf]:
    """A draft as its pages have it, and its PDF. Raises EnvironmentProblem when the engine or a font is missing."""
    pdf, again = print_draft(draft, options), partial(print_draft, options=options)
    draft, pdf = floated(draft, pdf, again) if has_charts(draft.document) else (draft, pdf)
    return closed(draft, pdf, read_back(draft, pdf.content, "")[1], again)


def floated(draft: Draft, pdf: Pdf, print_: Callable[[Draft], Pdf]) -> tuple[Draft, Pdf]:
    """A draft, of which `pdf` is the PDF, with its charts where they leave no holes, and the PDF of that."""
    settled = set[int]()
    while hole := next((hole for hole in holes(draft, pdf) if id(hole.chart) not in settled), None):
        settled.add(id(hole.chart))
        draft, pdf = _filled(draft, pdf, hole, print_)
    return draft, pdf


def holes(draft: Draft, pdf: Pdf) -> Iterator[Hole]:
    """The charts that leave more than a few lines empty."""
    from reportgen.pdf import read_pages  # `check` needs no PDF reader

    looks, pages = draft.template.looks, read_back(draft, pdf.content, "")[1]
    lines = [
        (line.block, page)
        for line, page in zip(printed_lines(draft.document, draft.template.frame), pages, strict=True)
        if page and not line.aside
    ]
    turned, shown = _behind_turns(draft), _shown(draft)
    sheets = read_pages(pdf.content, "") if any(id(block) in shown for block, _page in lines) else []
    for (_above, before), (block, page) in pairwise(lines):
        chart = shown.get(id(block))
        if chart and before < page and id(chart) not in turned:
            empty = sum(_empty(sheets[number - 1], looks) for number in range(before, page))
            if empty > MOST_EMPTY:
                yield Hole(chart, empty)


def _filled(draft: Draft, pdf: Pdf, hole: Hole, print_: Callable[[Draft], Pdf]) -> tuple[Draft, Pdf]:
    """The draft with one chart where it leaves the fewest lines empty."""
    best = (hole.lines, draft, pdf)
    for tried, _number in zip(_tried(draft, hole), range(_MOST_TRIED), strict=False):
        made = print_(tried)
        left = next((other.lines for other in holes(tried, made) if other.chart is hole.chart), 0)
        best = min(best, (left, tried, made), key=lambda found: found[0])
        if left <= MOST_EMPTY:
            break
    return best[1:]


def _tried(draft: Draft, hole: Hole) -> Iterator[Draft]:
    looks, document = draft.template.looks, draft.document
    needed = ceil(_height(hole.chart, looks) / _pitch(looks)) + _OWN_LINES
    for slot, blocks in document.blocks.items():
        at = next((index for index, block in enumerate(blocks) if block is hole.chart), None)
        for moved in moves(blocks, at, hole.lines - MOST_EMPTY, needed) if at is not None else ():
            yield replace(draft, document=replace(document, blocks={**document.blocks, slot: moved}))


def _height(chart: Chart | Illustration, looks: Looks) -> float:
    """In pt."""
    if isinstance(chart, Illustration):
        return max(picture.height for picture in chart.pictures)
    return chart_canvas(chart, looks).height


def _shown(draft: Draft) -> dict[int, Chart | Illustration]:
    """What is drawn by the block whose line is found on the page: of pictures that is the caption."""
    blocks = list(draft.document.walk())
    charts: dict[int, Chart | Illustration] = {id(block): block for block in blocks if isinstance(block, Chart)}
    pairs = pairwise(blocks)
    return charts | {id(below): one for one, below in pairs if isinstance(one, Illustration)}


def _behind_turns(draft: Draft) -> set[int]:
    """The charts before which a page is turned on purpose."""
    blocks = list(draft.document.walk())
    return {id(block) for before, block in pairwise(blocks) if isinstance(before, PageTurn)}


def _empty(page: "Page", looks: Looks) -> int:
    """The lines at the foot of a page that nothing stands in."""
    foot = page.height - looks.page.bottom
    lowest = max((glyph.base for glyph in page.glyphs if glyph.base < foot), default=looks.page.top)
    return int((foot - lowest) / _pitch(looks))


def _pitch(looks: Looks) -> float:
    body = looks.styles[Role.BODY.value]
    return body.line or body.size * 1.8
