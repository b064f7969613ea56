"""Lines cut out of a shaped text: as full as the measure allows, with the marks that give way already squeezed.

- A line may also break at a quotation mark, where Pango 1.50 knows no break (LB19): 、“甲”、“乙” has none at all.
- A pair of marks torn apart by a line end is no pair: the last mark of a line keeps its square.
- A word longer than the measure is cut where `overflow-wrap` allows it.
"""

from bisect import bisect_left, bisect_right
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS

from reportgen.render.cjk import CLOSING, MOST_SPREAD, OPENING, gaps
from reportgen.render.pdf.shaping import Shaped, letter_spacing

# WeasyPrint has no types: its objects are `Any` here.


class Line:
    """A line of a shaped text, which stands where WeasyPrint keeps the Pango `Layout` of a text box."""

    first_line_direction = 0
    points: tuple[int, ...] = ()
    """Characters behind which the line grows, counted from its own first."""
    each = 0.0
    """By how many px."""

    def __init__(self, shaped: Shaped, start: int, end: int) -> None:
        self.shaped, self.start, self.end = shaped, start, end
        self.text = shaped.text[start:end]

    def __getattr__(self, name: str) -> Any:
        """Where underlines stand: as in the whole text."""
        return getattr(self.shaped.layout, name)

    @property
    def marks(self) -> list[int]:
        """The marks of the line that give way, counted from the beginning of the text."""
        marks = self.shaped.marks
        return marks[bisect_left(marks, self.start) : bisect_left(marks, self.end - 1)]

    @property
    def width(self) -> float:
        """In px, with the letter-spacing behind the last character."""
        reach, style = self.shaped.reach, self.shaped.style
        spacing = letter_spacing(style)
        units = reach[self.end] - reach[self.start] - int(spacing * TO_UNITS)
        width: float = units * FROM_UNITS + spacing - len(self.marks) * style["font_size"] / 2
        return width

    def reactivate(self, style: Any) -> None:
        """WeasyPrint asks for the glyphs before it draws: they are there."""

    def deactivate(self) -> None:
        """And no longer needs them afterwards."""


def cut(shaped: Shaped, start: int, measure: float | None, may_cut_words: bool) -> tuple[Line, int]:
    """The line that begins with the character `start`, and the character with which the next one begins."""
    breaks, end = shaped.breaks, len(shaped.text)
    if measure is None:
        return Line(shaped, start, end), end
    first = bisect_right(breaks, start)
    index = max(first, bisect_right(shaped.ends, shaped.reach[start] + int(measure * TO_UNITS)) - 1)
    while index + 1 < len(breaks) and _without_blanks(shaped, start, breaks[index + 1]).width <= measure:
        index += 1  # what squeezed marks give back is used
    index = _before_number(shaped, start, measure, first, index)
    stop, line = breaks[index], _without_blanks(shaped, start, breaks[index])
    if index == first and may_cut_words and line.width > measure:
        stop = _within_word(shaped, start, stop, measure)
        return Line(shaped, start, stop), stop
    return Line(shaped, start, end) if stop == end else line, stop


def _before_number(shaped: Shaped, start: int, measure: float, first: int, index: int) -> int:
    """The break that keeps the number of a paper whole, where its line can still be filled."""
    if shaped.breaks[index] not in shaped.kept:
        return index
    whole = next((at for at in range(index - 1, first - 1, -1) if shaped.breaks[at] not in shaped.kept), index)
    line = _without_blanks(shaped, start, shaped.breaks[whole])
    most = len(gaps(line.text)) * MOST_SPREAD * shaped.style["font_size"]
    return whole if measure - line.width + letter_spacing(shaped.style) <= most else index


def _without_blanks(shaped: Shaped, start: int, stop: int) -> Line:
    return Line(shaped, start, start + len(shaped.text[start:stop].rstrip(" ")))


def _within_word(shaped: Shaped, start: int, stop: int, measure: float) -> int:
    """The last place that fits, but for one character at least; an accent stays with its letter.

    Behind a web address, too, no line begins with a closing mark and none ends with an opening one (避头尾).
    """
    reach, text = shaped.reach, shaped.text
    apart = [place for place in range(start + 1, stop) if reach[place - 1] < reach[place] < reach[place + 1]]
    places = [*(place for place in apart if text[place] not in CLOSING and text[place - 1] not in OPENING), stop]
    fitting = bisect_right(places, measure, key=lambda place: Line(shaped, start, place).width)
    return places[max(fitting - 1, 0)]
