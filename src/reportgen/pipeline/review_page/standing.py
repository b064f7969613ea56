"""Where the words of the strips stand: boxes on pages, and the text of the pages by which words can be marked."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.pdf.pages import Glyph, Page
from reportgen.pipeline.review_page.strips import Strip
from reportgen.pipeline.review_page.typed import Stretch
from reportgen.record import Struct
from reportgen.render.desk.data import Box, Run
from reportgen.verify.comparison import squeeze
from reportgen.verify.drawn import Spot, drawn, in_order

_ABOVE, _BELOW = 0.88, 0.16
"""How far letters reach from their base, in parts of their size."""
_GAP = 0.6
"""A blank between two characters of one run, in parts of their size, at most; in a wider one another cell begins."""


class _Owner(Struct, frozen=True):
    """Of which strip a glyph is, and where it stands in the words of its traced line."""

    strip: int
    at: int


class Standing:
    """The glyphs of every strip; `documents` has the pages of each document, which are counted through."""

    def __init__(self, strips: Sequence[Strip], documents: Sequence[Sequence[Page]]) -> None:
        self.pages = [page for pages in documents for page in pages]
        self._spots: dict[int, list[Spot | None]] = {}
        self._owners: dict[Spot, _Owner] = {}
        first = 0
        for document, pages in enumerate(documents):
            own = [number for number, strip in enumerate(strips) if strip.document == document]
            for number, spots in zip(own, drawn([strips[number].wanted for number in own], pages), strict=True):
                self._take(number, strips[number], [spot and (first + spot[0], spot[1]) for spot in spots])
            first += len(pages)

    def _take(self, number: int, strip: Strip, spots: list[Spot | None]) -> None:
        self._spots[number] = spots
        for spot, at in zip(spots, strip.offsets(), strict=True):
            if spot:
                self._owners.setdefault(spot, _Owner(number, at))

    def spots(self, stretch: Stretch) -> list[Spot]:
        """Where its characters are drawn; nothing where it was not found on the pages."""
        return [spot for spot in self._spots[stretch.strip][stretch.start : stretch.end] if spot]

    def boxes(self, stretch: Stretch) -> Iterator[Box]:
        """One for each printed line that the stretch runs over; none where it was not found on the pages."""
        spots = self.spots(stretch)
        for (page, _base), group in groupby(spots, key=lambda spot: (spot[0], self._glyph(spot).base)):
            for glyphs in _together(self._glyph(spot) for spot in group):
                top = min(glyph.base - glyph.size * _ABOVE for glyph in glyphs)
                foot = max(glyph.base + glyph.size * _BELOW for glyph in glyphs)
                left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
                yield page, _tenths(left), _tenths(top), _tenths(right), _tenths(foot)

    def runs(self, page: int) -> Iterator[Run]:
        """The text of a page; the lines of the desk are the strips."""
        last: list[tuple[Glyph, _Owner | None]] = []
        for index in in_order(self.pages[page]):
            glyph = self.pages[page].glyphs[index]
            if not squeeze(glyph.char):
                continue
            drawn_by = glyph, self._owners.get((page, index))
            if last and not _goes_on(*last[-1], *drawn_by):
                yield _run(last)
                last = []
            last.append(drawn_by)
        if last:
            yield _run(last)

    def _glyph(self, spot: Spot) -> Glyph:
        return self.pages[spot[0]].glyphs[spot[1]]


def _goes_on(before: Glyph, owner: _Owner | None, glyph: Glyph, other: _Owner | None) -> bool:
    if owner and other:
        follows = owner.strip == other.strip and other.at == owner.at + len(before.char) and owner.at >= 0
    else:
        follows = owner is other
    return follows and before.base == glyph.base and before.size == glyph.size and _near(before, glyph)


def _near(before: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.left - before.right) < before.size * _GAP


def _together(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one base, cut where they leap."""
    row: list[Glyph] = []
    for glyph in glyphs:
        if row and not -glyph.size < glyph.left - row[-1].right < 4 * glyph.size:
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _run(parts: list[tuple[Glyph, _Owner | None]]) -> Run:
    first, owner = parts[0]
    xs = tuple(_tenths(glyph.left) for glyph, _owner in parts for _char in glyph.char)
    text = "".join(glyph.char for glyph, _owner in parts)
    line, at = (owner.strip, owner.at) if owner else (-1, -1)
    return Run(text, _tenths(first.base), _tenths(first.size), (*xs, _tenths(parts[-1][0].right)), line, at)


def _tenths(length: float) -> int:
    return round(length * 10)
