"""The lines of a PDF as they lie on the paper, cell by cell, and how many of them begin alike in two PDFs."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tests.support.pages import Glyph, Line, page_lines

from reportgen.record import Struct

_APART = 5.0
"""A gap in pt behind which another cell begins: less than the room at both sides of a rule. A wide blank is one too."""

_HEAD = 8
"""Characters by which the beginning of a line is known."""


class Piece(Struct, frozen=True):
    """What stands together on one line."""

    page: int
    line: Line

    @property
    def text(self) -> str:
        """Its characters without white space."""
        return "".join(self.line.text.split())


@cache
def pieces(pdf: bytes) -> tuple[Piece, ...]:
    """Every line of every page, cut where another cell begins; in printing order, page numbers among them."""
    numbered = enumerate(page_lines(pdf), start=1)
    return tuple(piece for number, lines in numbered for line in lines for piece in _cut(number, line))


def _cut(page: int, line: Line) -> Iterator[Piece]:
    held: list[Glyph] = [line.glyphs[0]]
    for before, glyph in pairwise(line.glyphs):
        if glyph.left - before.right > _APART or (before.text.isspace() and before.right - before.left > _APART):
            yield from _piece(page, held, line.baseline)
            held = []
        held.append(glyph)
    yield from _piece(page, held, line.baseline)


def _piece(page: int, glyphs: list[Glyph], baseline: float) -> Iterator[Piece]:
    """A piece without the blanks at its ends, if there is anything else in it."""
    inked = [index for index, glyph in enumerate(glyphs) if glyph.text.strip()]
    if inked:
        yield Piece(page, Line(tuple(glyphs[inked[0] : inked[-1] + 1]), baseline))


def heads(pdf: bytes) -> Counter[str]:
    """With what the lines of a PDF begin, and how many with each; dots of contents are none."""
    return Counter(piece.text[:_HEAD] for piece in pieces(pdf) if piece.text.strip(".…·"))


def alike(pdf: bytes, other: bytes) -> tuple[int, int]:
    """How many lines of the other PDF begin as lines of this one do, and how many it has."""
    wanted = heads(other)
    return (heads(pdf) & wanted).total(), wanted.total()
