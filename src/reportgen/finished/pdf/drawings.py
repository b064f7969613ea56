"""Where the pages of a PDF show something; words within drawings, which are no part of the text."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.finished.figures import FIGURE_NUMBER
from reportgen.finished.parts import Region
from reportgen.finished.pdf.paragraphs import Area
from reportgen.finished.pdf.rows import Row
from reportgen.finished.pdf.tables import Sheet
from reportgen.pdf import Page

_CAPTION = re.compile(rf"图\s*{FIGURE_NUMBER}(?!\d)")
_SMALL = 0.85
"""Words within a drawing are smaller than the text around it."""
_LEAST = 60.0
"""In pt: between a caption and the text above it there is room for a drawing."""
_HEAD = 0.075
"""Of the height of a page: above it stand running heads."""
_AIR = 0.3
"""In sizes: so far below the foot of a line its letters reach."""


Item = Row | Sheet | Region


def with_regions(items: Sequence[Row | Sheet], page: Page, area: Area) -> list[Item]:
    """What stands on a page, and where it shows something; `items` come in their order.

    What a drawing shows above its caption (图1 …) is left out: its axes look like a table.
    """
    images = [Region(page.number, *box) for box in page.images if not _is_below_text(box, items)]
    kept: list[Item] = []
    for item in sorted([*items, *images], key=_top):
        if isinstance(item, Row) and _CAPTION.match(item.text) and area.centred(item):
            count = len(kept)
            while kept and _is_drawn(kept[-1], area):
                kept.pop()
            drawn = page.pictures or bool(kept) or len(kept) < count
            if drawn and not (kept and isinstance(kept[-1], Region)):
                kept += _between(kept[-1:], item, page, area)
        kept.append(item)
    return kept


def _top(item: Item) -> float:
    match item:
        case Region():
            return item.top
        case Sheet():
            return min(cell.ruled.top for cell in item.cells)
        case _:
            return item.base


def _is_drawn(item: Item, area: Area) -> bool:
    return isinstance(item, Sheet) or (isinstance(item, Row) and item.size < _SMALL * area.size)


def _is_below_text(box: tuple[float, float, float, float], items: Sequence[Row | Sheet]) -> bool:
    """Whether lines of text run over a picture, as over a seal."""
    left, top, right, bottom = box
    rows = (item for item in items if isinstance(item, Row))
    return any(top < row.base - row.size / 2 < bottom and row.left < right and row.right > left for row in rows)


def _between(above: Sequence[Item], caption: Row, page: Page, area: Area) -> list[Region]:
    """The place between a caption and what stands above it, where that is high enough for a drawing."""
    ends = max((_end(item) for item in above), default=_HEAD * page.height)
    top, bottom = ends, caption.base - caption.size
    found = Region(page.number, max(area.left, 0.0), top, min(area.right, page.width), bottom)
    return [found] if bottom - top > _LEAST else []


def _end(item: Item) -> float:
    match item:
        case Region():
            return item.bottom
        case Sheet():
            return max(cell.ruled.bottom for cell in item.cells)
        case _:
            return item.base + _AIR * item.size
