"""Headers and footers of a PDF's pages: page numbers and running heads, which are no part of the text."""

from collections import Counter

from reportgen import patterns as re
from reportgen.finished.pdf.rows import Row

_NUMBER = re.compile(
    r"[—–―\-－_~·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,5})(?:\s*页)?"
    r"(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[—–―\-－_~·.\s]*"
)
"""A page number by itself: 12, — 12 —, 第12页 共30页, 12/30, iv."""
_EDGE = 0.12
"""Page numbers and running heads stand within so much of the height of the page."""
_ROWS = 2
"""So many lines at the top and at the foot of a page may be such."""
_OFTEN = 0.5
_FEWEST = 3
_NEAR = 6.0


def without_headers_and_footers(pages: list[list[Row]], heights: list[float]) -> list[list[Row]]:
    """The lines of each page without page numbers and running heads."""
    ends = [_ends(rows, height) for rows, height in zip(pages, heights, strict=True)]
    often = _often(ends) | _often(ends[::2]) | _often(ends[1::2])  # odd and even pages may have their own
    dropped = {id(row) for rows in ends for row in rows if _key(row) in often or is_page_number(row.text)}
    return [[row for row in rows if id(row) not in dropped] for rows in pages]


def _often(pages: list[list[Row]]) -> set[tuple[str, int]]:
    """What stands at the edges of most of these pages."""
    seen = Counter(key for rows in pages for key in {_key(row) for row in rows})
    return {key for key, count in seen.items() if count >= max(_FEWEST, _OFTEN * len(pages))}


def page_number(rows: list[Row], height: float) -> Row | None:
    """The line that shows the number of the page."""
    return next((row for row in reversed(_ends(rows, height)) if is_page_number(row.text)), None)


def is_page_number(words: str) -> bool:
    """Whether a line is nothing but the number of its page."""
    return _NUMBER.fullmatch(words) is not None


def _ends(rows: list[Row], height: float) -> list[Row]:
    """The lines at the edges of a page, where something can repeat."""
    top = [row for row in rows[:_ROWS] if row.base < _EDGE * height]
    return top + [row for row in rows[-_ROWS:] if row.base > (1 - _EDGE) * height and row not in top]


def _key(row: Row) -> tuple[str, int]:
    """Words, whatever figures they hold, and the height at which they stand."""
    return re.sub(r"\d+", "#", row.text), round(row.base / _NEAR)
