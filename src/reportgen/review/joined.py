"""The lines of a trace as one text without white space, as pages hold them, and the way back to the lines."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from reportgen.record import Struct
from reportgen.review.trace import Line


class Span(Struct, frozen=True):
    """The characters `start` to `end` of a line that was sent out, by its name."""

    line: str
    start: int
    end: int


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


class Joined(Struct, frozen=True, dict=True):
    """Lines, and the text that they make together."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """All lines without white space and without anything between them."""
        return "".join(squeezed(line.text) for line in self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(squeezed(line.text))
        return starts

    def at(self, offset: int) -> tuple[Line, int]:
        """The line of a character of the text, and which of the line's characters it is."""
        number = bisect_right(self._starts, offset) - 1
        line = self.lines[number]
        return line, unsqueezed(line.text, offset - self._starts[number])

    def spans(self, first: int, last: int) -> Iterable[Span]:
        """The stretch from one character to another one, as a span of each line that it touches."""
        (line, start), (other, end) = self.at(first), self.at(last)
        if line is other:
            return [Span(line.name, start, end + 1)]
        begin, stop = self.lines.index(line), self.lines.index(other)
        whole = [Span(each.name, 0, len(each.text)) for each in self.lines[begin + 1 : stop]]
        return [Span(line.name, start, len(line.text)), *whole, Span(other.name, 0, end + 1)]


def unsqueezed(text: str, offset: int) -> int:
    """Which character of a text is that of the text without white space."""
    for at, char in enumerate(text):
        if not char.isspace():
            if not offset:
                return at
            offset -= 1
    return len(text)
