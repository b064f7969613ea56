"""Printed lines → paragraphs, by their indents, by lines that are full, and by the distance between them.

A line goes on with the one above it when that one was full and this one begins at the left edge. Lines in the middle
of the page (a title) are paragraphs of their own: recognising joins those of a title.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from reportgen import patterns as re
from reportgen.finished.pdf.rows import Row, begins_item, was_full, within_bracket
from reportgen.record import Struct

_INDENT = 0.7
"""In sizes: so far from the left edge a line is indented."""
_MIDDLE = 0.6
_FAR = 2.6
"""In sizes: a first line with its indent is about as far from the right edge when its last word had no room."""
_ALIKE = 0.12
_LONGEST_LEAD = 8
"""Characters before the colon behind which the rest of a paragraph hangs."""
_LOOSE = 1.45
"""Times the usual distance of lines: so far apart they are two paragraphs."""
_FEW = 20
_OUT = 3
"""In sizes: so far to the right of a table a text may begin that has indents alone."""
_ENDS_ALIKE = 0.75
"""In sizes: within so much a red line ends where the text ends."""
_SLACK = 1.2
"""In sizes: where paragraphs have indents, a line at the left edge that follows a nearly full one begins none."""
_GAP = 1.2
_MANY = 0.1
_ANNEX = re.compile(r"附\s*件")
_ANNEX_MARK = re.compile(r"附\s*件\s*\d*\s*[:：]?")
_ENTRY = re.compile(r"[.．·…‥]{3}\s*\d{1,3}$")
"""A line of a table of contents."""
_ENDS = "。！？"
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
"""Behind a full stop at the end of a line these begin a paragraph, however full the line was."""


class Area(Struct, frozen=True):
    """The type area of pages of one width, as their lines show it."""

    left: float
    right: float
    pitch: float
    indents: bool
    """Whether paragraphs begin with an indent."""
    size: float = 16.0
    gaps: bool = False
    """Whether paragraphs are set apart by more than the usual distance of lines."""
    lines: int = 0
    """From how many it was told."""

    def indented(self, row: Row) -> bool:
        """Whether a line begins away from the left edge."""
        return row.left - self.left > _INDENT * row.size

    def at_right(self, row: Row) -> bool:
        """Whether a line begins so far from the left edge that it was set at the right: nothing goes on with it."""
        return row.left - self.left > (self.right - self.left) / 2

    def centred(self, row: Row) -> bool:
        """Whether a line stands in the middle, away from both edges."""
        titled = row.size > (1 + _ALIKE) * self.size
        away = min(row.left - self.left, self.right - row.right) > (0.5 if titled else _FAR) * row.size
        return away and abs((row.left + row.right) - (self.left + self.right)) / 2 < _MIDDLE * row.size


def area_of(
    rows: Iterable[Row], tables: Iterable[tuple[float, float]] = (), lines: Iterable[tuple[float, float]] = ()
) -> Area:
    """The type area: where most lines begin, where the longest end, and how far apart they are.

    `tables` are the edges of tables: on a page of little text they show its width. `lines` are red ones below a
    letterhead, as wide as the type area on any page, but for the wider ones of the format of letters (10.1).
    """
    kept = [row for row in rows if row.right > row.left]
    if not kept:
        return Area(0.0, 0.0, 0.0, indents=False)
    right = _edge([row.body_right for row in kept], highest=True)
    few = list(tables) if len(kept) < _FEW else []
    right = max([right, *(edge for _left, edge in few)])
    long = [row for row in kept if right - row.right < 3 * row.size] or kept
    left = _edge([row.left for row in long], highest=False)
    size = float(median(row.size for row in kept))
    drawn = [edge for edge, end in lines if abs(end - right) < _ENDS_ALIKE * size]
    out = [*(edge for edge, _right in few), *drawn, *_below_full(kept, long)]
    left = min([left, *(edge for edge in out if left - edge < _OUT * long[0].size)])
    steps = [
        below.base - row.base
        for row, below in pairwise(kept)
        if row.page == below.page and row.looks_like(below) and below.base > row.base
    ]
    indented = sum(1 for row in kept if _INDENT * row.size < row.left - left < 3.5 * row.size)
    pitch = float(median(steps)) if steps else 0.0
    gaps = sum(1 for step in steps if _GAP * pitch < step < 3 * pitch)
    return Area(left, right, pitch, indented > _MANY * len(kept), size, gaps > _MANY * len(kept), len(kept))


def _below_full(rows: Sequence[Row], full: Sequence[Row]) -> Iterator[float]:
    """Where short lines begin that go on below full ones: in a letter of short paragraphs these are all indented."""
    ends = {id(row) for row in full}
    going_on = [
        below.left
        for row, below in pairwise(rows)
        if id(row) in ends and id(below) not in ends and row.page == below.page and row.looks_like(below)
    ]
    if len(going_on) > 1:
        yield _edge(going_on, highest=False)


def _edge(values: list[float], *, highest: bool) -> float:
    """The place at which lines end (or begin) that several share, as far out as there is one."""
    counts = Counter(round(value / 3) for value in values)
    enough = max(2, len(values) // 50)
    shared = [place for place, count in counts.items() if count + counts[place - 1] + counts[place + 1] >= enough]
    place = (max if highest else min)(shared or counts)
    near = [value for value in values if abs(value / 3 - place) < 1.5]
    return max(near) if highest else min(near)


def goes_on(rows: Sequence[Row], row: Row, area: Area) -> bool:
    """Whether a line is the next one of a paragraph, of which the last stands above it.

    Within a bracket it is wherever it begins, and so is one that hangs below what stands behind a colon.
    """
    above = rows[-1]
    if not row.looks_like(above):
        return False
    if within_bracket(above.text, row.text) or _hangs(rows[0], row):
        return not _apart(above, row, area)
    if area.centred(row) or area.centred(above) or _begins_anew(above, row) or area.at_right(above):
        return False
    if _apart(above, row, area) or not was_full(above, row, area.right, _SLACK):
        return False
    if area.indented(row):
        hanging = row.left > above.left + 2 * row.size and bool(_ANNEX.match(above.text))
        return hanging or (not area.indents and abs(row.left - above.left) < _INDENT * row.size)
    return area.indents or above.text[-1] not in _ENDS or (area.gaps and row.page == above.page)


def _hangs(first: Row, row: Row) -> bool:
    """Whether a line begins below the first word behind the colon of the paragraph's first one: 抄送：…, 出席：…."""
    colon = next((at for at, glyph in enumerate(first.glyphs[:_LONGEST_LEAD]) if glyph.char in "：:"), None)
    if colon is None or colon + 1 >= len(first.glyphs) or begins_item(row.text):
        return False
    return colon > 1 and abs(row.left - first.glyphs[colon + 1].left) < _INDENT / 2 * row.size


def _begins_anew(above: Row, row: Row) -> bool:
    """Whether a line begins a paragraph by what it says, or the one above ends one."""
    if _ANNEX_MARK.fullmatch(row.text) or _ENTRY.search(above.text):
        return True
    return above.text[-1] in _ENDS and bool(_HEADING.match(row.text))


def _apart(above: Row, row: Row, area: Area) -> bool:
    """Whether two lines of a page stand further apart than those of one paragraph."""
    most = (_GAP if area.gaps else _LOOSE) * max(area.pitch, row.size)
    return row.page == above.page and bool(area.pitch) and row.base - above.base > most


def joined_text(rows: list[Row]) -> str:
    """The words of a paragraph; lines of words in Latin letters are joined with a blank."""
    words = rows[0].text
    for row in rows[1:]:
        blank = " " if re.search(r"[A-Za-z,;]$", words) and re.match(r"[A-Za-z]", row.text) else ""
        words += blank + row.text
    return words
