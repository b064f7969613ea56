"""The pages of a PDF with every character where the file draws it, so that a mark can be put upon it.

Everything is in pt from the lower left corner, as the file counts; `Sheet.page` is the page as it is seen.
"""

from collections.abc import Iterator
from ctypes import c_void_p, cast
from functools import cached_property

import pypdfium2
from pypdfium2 import raw

from reportgen.pdf.glyphs import Drawn, drawn_glyphs, text_object_at
from reportgen.pdf.marked_words import Box, hull
from reportgen.pdf.opening import opened
from reportgen.pdf.pages import Page, page_as_seen, seen_box
from reportgen.record import Struct

_SAME_LINE = 3.0
"""pt: figures in a line of hanzi may stand a little off."""
_ABOVE, _BELOW = 0.95, 0.25
"""Of a letter's size: what a mark takes above its base line and below; fonts claim more than they draw."""


class Sheet(Struct, frozen=True, dict=True):
    """A page as it is seen, and for each of its glyphs, in the same order, the character as the file draws it."""

    page: Page
    box: Box
    """What of the paper is seen."""
    drawn: tuple[Drawn, ...]
    marks: tuple[int, ...]
    """The marked content that each stands in; -1: none."""

    @property
    def number(self) -> int:
        """That of the page, from 1."""
        return self.page.number

    @property
    def turn(self) -> int:
        """By how many quarters to the left its text is turned."""
        return self.page.turn

    @cached_property
    def bases(self) -> list[float]:
        """Where the line of each character stands, growing down the page as one reads it."""
        return [_base(glyph, self.turn) for glyph in self.drawn]

    def boxes(self, found: list[int]) -> tuple[Box, ...]:
        """A box for each line of some characters, in the order in which they come."""
        lines: list[list[Box]] = []
        last = float("-inf")
        for index in found:
            if abs(self.bases[index] - last) > _SAME_LINE:
                lines.append([])
                last = self.bases[index]
            lines[-1].append(_box(self.drawn[index], self.turn))
        return tuple(map(hull, lines))

    def lines(self, area: Box | None = None) -> list[float]:
        """The base lines of what stands in an area, each once, down the page; blanks stand on none."""
        drawn = zip(self.drawn, self.bases, strict=True)
        inside = (base for glyph, base in drawn if not glyph.char.isspace() and (area is None or _in(glyph, area)))
        lines: list[float] = []
        for base in sorted(inside):
            if not lines or base - lines[-1] > _SAME_LINE:
                lines.append(base)
        return lines


def sheets_of(content: bytes, file: str) -> list[Sheet]:
    """Every page. Raises as `opened` does."""
    with opened(content, file) as document:
        return [_sheet(document, index) for index in range(len(document))]


def boxes_of(content: bytes, file: str) -> list[Box]:
    """What is seen of the paper of every page. Raises as `opened` does."""
    with opened(content, file) as document:
        return [seen_box(document[index]) for index in range(len(document))]


def _sheet(document: pypdfium2.PdfDocument, index: int) -> Sheet:
    page = document[index]
    text = page.get_textpage()
    try:
        every = list(drawn_glyphs(page))
        seen = page_as_seen(page, index + 1, every)
        drawn = tuple(glyph for glyph in every if glyph.turn == seen.turn)
        return Sheet(seen, seen_box(page), drawn, tuple(_marks(text, drawn)))
    finally:
        text.close()
        page.close()


def _marks(text: pypdfium2.PdfTextPage, drawn: tuple[Drawn, ...]) -> Iterator[int]:
    known: dict[int | None, int] = {None: -1}
    for glyph in drawn:
        owner = text_object_at(text.raw, glyph.number)
        if owner not in known:
            known[owner] = raw.FPDFPageObj_GetMarkedContentID(cast(c_void_p(owner), raw.FPDF_PAGEOBJECT))
        yield known[owner]


def _base(glyph: Drawn, turn: int) -> float:
    x, y = glyph.origin
    return (-y, x, y, -x)[turn]


def _box(glyph: Drawn, turn: int) -> Box:
    left, bottom, right, top = glyph.box
    if turn:
        return glyph.box
    base = glyph.origin[1]
    return left, max(bottom, base - _BELOW * glyph.size), right, min(max(top, bottom), base + _ABOVE * glyph.size)


def _in(glyph: Drawn, area: Box) -> bool:
    left, bottom, right, top = area
    x, y = glyph.origin
    return left <= x <= right and bottom <= y <= top
