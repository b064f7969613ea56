"""A line of the frame with its values → rows, and segments between tabs with the place where each begins.

Forced breaks (Shift+Enter) part rows, tabs part segments. Where a segment stands follows from the tab stops and from
how wide its words are: a hanzi is as wide as its size, a digit half of that. Every renderer places them alike.
"""

from collections.abc import Iterator
from itertools import groupby

from reportgen.compose.signature import width
from reportgen.model.document import Document, plain_text
from reportgen.model.frame import Counter, FrameLine, Piece, Slot, Span
from reportgen.model.look import Align, Style, TabStop
from reportgen.record import Struct

_TAB, _BREAK = "\t", "\n"
_BREADTH_OF_A_NUMBER = 1.0
"""Of a page number, in 字: two digits."""


class Segment(Struct, frozen=True):
    """What stands between two tabs, each piece with its style.

    `room` is the width that it takes in pt, from its start to where the next begins; None for what runs on freely.
    """

    pieces: tuple[tuple[Style, Piece], ...]
    room: float | None = None
    align: Align = Align.LEFT


def rows_of(line: FrameLine, document: Document, tab_width: float) -> list[tuple[Segment, ...]]:
    """The rows of a line; a row without tabs is one segment that runs on freely."""
    groups: list[list[list[tuple[Style, Piece]]]] = [[[]]]
    for style, piece in _split(line):
        if piece == _BREAK:
            groups.append([[]])
        elif piece == _TAB:
            groups[-1].append([])
        else:
            groups[-1][-1].append((style, piece))
    starts = [line.style.left + line.style.first_line, *(line.style.left for _row in groups[1:])]
    ruler = _Ruler(line.style.tabs, tab_width, document)
    return [tuple(ruler.row(row, start)) for row, start in zip(groups, starts, strict=True)]


def _split(line: FrameLine) -> Iterator[tuple[Style, Piece]]:
    """The pieces with their styles, words cut at tabs and breaks, which stand alone."""
    for part in line.parts:
        style, pieces = (part.style, part.parts) if isinstance(part, Span) else (line.style, (part,))
        for piece in pieces:
            if not isinstance(piece, str):
                yield style, piece
                continue
            for mark, letters in groupby(piece, key=lambda letter: letter if letter in _TAB + _BREAK else ""):
                words = "".join(letters)
                yield from ((style, each) for each in (words if mark else [words]))


class _Ruler(Struct, frozen=True):
    stops: tuple[TabStop, ...]
    tab_width: float
    document: Document

    def row(self, groups: list[list[tuple[Style, Piece]]], start: float) -> Iterator[Segment]:
        """The segments of a row that begins at `start`."""
        first, *others = groups
        if not others:
            yield Segment(tuple(first))
            return
        pieces, begin, align, end = first, start, Align.LEFT, start + self._breadth(first)
        for following in others:
            stop, breadth = self._next(end), self._breadth(following)
            follows = stop.position
            if stop.align is Align.CENTER:
                follows = max(end, stop.position - breadth / 2)
            elif stop.align is Align.RIGHT:
                follows = end
            yield from _filled(tuple(pieces), begin, end, follows, align)
            pieces, begin, align = following, follows, stop.align
            end = max(stop.position, end + breadth) if align is Align.RIGHT else follows + breadth
        yield Segment(tuple(pieces), None if align is Align.LEFT else end - begin, align)

    def _next(self, position: float) -> TabStop:
        beyond = (stop for stop in self.stops if stop.position > position)
        return next(beyond, TabStop((position // self.tab_width + 1) * self.tab_width))

    def _breadth(self, pieces: list[tuple[Style, Piece]]) -> float:
        return sum(self._breadth_of(style, piece) for style, piece in pieces)

    def _breadth_of(self, style: Style, piece: Piece) -> float:
        match piece:
            case str():
                return float(width(piece)) * style.character
            case Slot():
                return float(width(plain_text(self.document.lines.get(piece.name, ())))) * style.character
            case Counter():
                return _BREADTH_OF_A_NUMBER * style.character
            case _:
                return piece.width


def _filled(
    pieces: tuple[tuple[Style, Piece], ...], begin: float, end: float, follows: float, align: Align
) -> Iterator[Segment]:
    """What stands from `begin` to where the next begins; words that end or have their middle at a stop end at `end`."""
    if align is Align.LEFT:
        yield Segment(pieces, follows - begin)
        return
    yield Segment(pieces, end - begin, align)
    if follows > end:
        yield Segment((), follows - end)
