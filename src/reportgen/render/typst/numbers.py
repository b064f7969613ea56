"""Numbers of papers (〔2016〕24号) that their lines may keep whole: Typst fills lines by itself, and cannot be asked.

So its lines are gone through beforehand, by the widths of their characters: a hanzi is as wide as its size, a figure
half of that. Where the line before a number could not be filled without gaping, the number may break, as anywhere.
"""

from collections.abc import Mapping

from reportgen.record import Struct, field
from reportgen.render.cjk import CLOSING, MOST_SPREAD, OPENING, PER, gaps, has_hanzi, kept_together, squeezed

NEVER_FIRST = f"…—{PER}"
"""What no line begins with, beside closing marks."""
_LONGEST = 14
"""Characters of a number, the opening bracket before it among them."""


class Measure(Struct, frozen=True):
    """The room of the lines of a paragraph, in pt; `first` is that of its first line."""

    size: float
    tracking: float
    room: float
    first: float
    signs: Mapping[str, float] = field(default_factory=dict)
    """How wide in 字 what stands for something else is: the mark of a note."""

    def of(self, char: str) -> float:
        """The width of a character."""
        if char in self.signs:
            return self.signs[char] * self.size
        return self.size * (1.0 if has_hanzi(char) else 0.5) + self.tracking


def whole_numbers(text: str, measure: Measure) -> tuple[int, ...]:
    """Indexes before which no line may break, so that numbers of papers stay whole where lines can be filled.

    >>> a_line = Measure(16, -0.25, 442.2, 410.7)
    >>> whole_numbers("示例县财政局按照省、市有关部门的通知（示财绩〔2021〕24号）的要求", a_line)
    (23, 24, 25, 26, 27, 28, 29, 30)
    """
    inside = frozenset(kept_together(text))
    if not inside:
        return ()
    kept: set[int] = set()
    at, room = 0, measure.first
    while at < len(text):
        stop = _filled(text, at, room, measure)
        if stop in inside:
            whole = next(
                (other for other in range(stop - 1, at, -1) if _may_break(text, other) and other not in inside), at
            )
            free = room - _width(text, at, whole, measure)
            if whole > at and free <= len(gaps(text[at:whole])) * MOST_SPREAD * measure.size:
                kept |= inside.intersection(range(whole + 1, whole + _LONGEST))
                stop = whole
        at, room = stop, measure.room
    return tuple(sorted(kept))


def _filled(text: str, start: int, room: float, measure: Measure) -> int:
    """Where the next line begins."""
    width, stop = 0.0, start
    for at in range(start, len(text)):
        if at > start and _may_break(text, at):
            stop = at
        width += measure.of(text[at])
        if at > start and _is_pair(text, at):
            width -= measure.size / 2
        if width - measure.tracking > room and stop > start:
            return stop
    return len(text)


def _width(text: str, start: int, end: int, measure: Measure) -> float:
    return sum(map(measure.of, text[start:end])) - measure.size / 2 * len(squeezed(text[start:end])) - measure.tracking


def _is_pair(text: str, at: int) -> bool:
    return bool(squeezed(text[at - 1 : at + 1]))


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in CLOSING + NEVER_FIRST or before in OPENING:
        return False
    return not (_is_narrow(before) and _is_narrow(after))


def _is_narrow(char: str) -> bool:
    return char != " " and not has_hanzi(char)
