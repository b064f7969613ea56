"""Words within the drawings of a PDF's pages, which are no part of the text."""

from reportgen import patterns as re
from reportgen.finished.pdf.paragraphs import Area
from reportgen.finished.pdf.rows import Row
from reportgen.finished.pdf.tables import Sheet

_CAPTION = re.compile(r"图\s*\d{1,2}(?:[-.—]\d{1,2})?(?!\d)")
_SMALL = 0.85
"""Words within a drawing are smaller than the text around it."""


def without_drawings(items: list[Row | Sheet], area: Area) -> list[Row | Sheet]:
    """What stands on a page, without what a drawing shows above its caption (图1 …): its axes look like a table."""
    kept: list[Row | Sheet] = []
    for item in items:
        if isinstance(item, Row) and _CAPTION.match(item.text) and area.centred(item):
            while kept and _is_drawn(kept[-1], area):
                kept.pop()
        kept.append(item)
    return kept


def _is_drawn(item: Row | Sheet, area: Area) -> bool:
    return isinstance(item, Sheet) or item.size < _SMALL * area.size
