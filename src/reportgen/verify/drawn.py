"""Where on the pages of a PDF each character of the printed lines is drawn.

A page draws its words in an order of its own: merged cells last, the lines of a cell between those of its neighbours,
page numbers and heads between a paragraph and its rest. So every line is looked for by itself, on the page where it is
known to begin, among what no other line has taken. Where its words do not stand together, the rest is right below, or
on the next page. Lines that are not found so are looked for once more when all others have theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise, starmap

from reportgen.pdf.pages import Page
from reportgen.record import Struct
from reportgen.verify.comparison import squeeze

Spot = tuple[int, int]
"""The index of a page, and that of a glyph on it."""
_FURTHEST = 30
"""Pages over which one paragraph or cell may run."""
_GAP = 0.6
"""In a wider one other words begin, in sizes of the letters."""
_PART = 8
"""Characters of a line by which a part of it is known where it does not stand as it was read."""
_NEXT = 2.5
"""The next line is no further below, in sizes of its letters."""
_MOST_TRIES = 5000
"""Places below a line at which its rest is looked for: a page of a report has some hundreds."""


class Wanted(Struct, frozen=True):
    """A line to be found: its words, and the page on which it begins (0: that of the line before, or the next)."""

    text: str
    page: int = 0


def drawn(lines: Sequence[Wanted], pages: Sequence[Page]) -> list[tuple[Spot | None, ...]]:
    """For each line the spot of each of its characters; None for blanks, and for what is not found.

    Those that stand where they are wanted come first. Of the others some stand on a later page (paragraphs of a cell
    that breaks), some are drawn once and told twice (a title), and some are drawn with other words between (a mark).
    """
    sheets = [_Sheet(page) for page in pages]
    words = [squeeze(line.text) for line in lines]
    found: list[Sequence[Spot | None]] = []
    begins: list[range] = []
    current = 0
    for line, own in zip(lines, words, strict=True):
        first = line.page - 1 if line.page else current
        begins.append(range(first, len(sheets)) if line.page else range(len(sheets)))
        found.append(_taken(own, sheets, (first,) if line.page else (first, first + 1)))
        current = next((spot[0] for spot in reversed(found[-1]) if spot), current)
    for look in (_taken, _shared, _parts):
        asked = zip(found, words, begins, strict=True)
        found = [spots or look(own, sheets, on) for spots, own, on in asked]
    return [_spread(line.text, spots) for line, spots in zip(lines, found, strict=True)]


def in_order(page: Page) -> list[int]:
    """The glyphs of a page as it draws them; what it draws of one line at a time, from left to right.

    LibreOffice draws the marks of a line before its words where they are in another font.
    """
    lines = groupby(range(len(page.glyphs)), key=lambda index: page.glyphs[index].base)
    return [index for _base, line in lines for index in sorted(line, key=lambda index: page.glyphs[index].left)]


class _Piece(Struct, frozen=True):
    """Characters of a line that stand together: on which page, from which of its characters on, and how many."""

    sheet: int
    at: int
    count: int


class _Sheet:
    """The words of a page without blanks, and which of them lines have taken."""

    def __init__(self, page: Page) -> None:
        self._glyphs = page.glyphs
        order = in_order(page)
        self._of = [index for index in order for _char in squeeze(page.glyphs[index].char)]
        self._words = "".join(squeeze(page.glyphs[index].char) for index in order)
        self._taken = bytearray(len(self._words))
        self._begins = [True, *starmap(self._leaps, pairwise(self._of)), True]
        self._cursor = 0

    def _leaps(self, before: int, index: int) -> bool:
        last, glyph = self._glyphs[before], self._glyphs[index]
        return last.base != glyph.base or abs(glyph.left - last.right) > _GAP * glyph.size

    def places(self, words: str, start: int = 0) -> Iterator[int]:
        """Where words stand that nobody has taken."""
        at = self._words.find(words, start)
        while at >= 0:
            if not any(self._taken[at : at + len(words)]):
                yield at
            at = self._words.find(words, at + 1)

    def find(self, words: str) -> int:
        """Where words stand that nobody has taken; -1 where they do not.

        By themselves if they can (社会效益 is no part of 社会效益指标), and then behind the line before.
        """
        places = chain(self.places(words, self._cursor), self.places(words))
        return min(places, key=lambda at: 2 - self._begins[at] - self._begins[at + len(words)], default=-1)

    def anywhere(self, words: str) -> int:
        """Where words stand, whoever has taken them; -1 where they do not."""
        return self._words.find(words)

    def glyphs_of(self, at: int, count: int) -> list[int]:
        """The glyphs of some characters."""
        return self._of[at : at + count]

    def most(self, words: str) -> int:
        """How many of the first characters of some words stand together here."""
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.find(words[:middle]) >= 0 else (low, middle - 1)
        return low

    def is_below(self, at: int, piece: _Piece) -> bool:
        """Whether a character stands in the line below a piece, in its column."""
        above = [self._glyphs[self._of[index]] for index in range(piece.at, piece.at + piece.count)]
        glyph, last = self._glyphs[self._of[at]], above[-1]
        left, right = min(each.left for each in above), max(each.right for each in above)
        return 0 < glyph.base - last.base < _NEXT * last.size and left - last.size < glyph.left < right

    def take(self, piece: _Piece) -> list[int]:
        """The glyphs of these characters, which no other line may have."""
        end = self._cursor = piece.at + piece.count
        self._taken[piece.at : end] = b"\1" * piece.count
        return self._of[piece.at : end]


def _taken(words: str, sheets: Sequence[_Sheet], begins: Iterable[int]) -> list[Spot]:
    """Where words stand that begin on one of some pages, which no other line may have then."""
    pieces = next(filter(None, (_pieces(words, sheets, first) for first in begins)), ())
    return [(each.sheet, glyph) for each in pieces for glyph in sheets[each.sheet].take(each)]


def _shared(words: str, sheets: Sequence[_Sheet], begins: Iterable[int]) -> list[Spot]:
    """Where words stand that another line has already."""
    places = ((index, sheets[index].anywhere(words)) for index in begins if words)
    index, at = next((place for place in places if place[1] >= 0), (0, -1))
    return [(index, glyph) for glyph in sheets[index].glyphs_of(at, len(words))] if at >= 0 else []


def _parts(words: str, sheets: Sequence[_Sheet], begins: Iterable[int]) -> list[Spot | None]:
    """Where the longer parts of words stand on the first page that has more than half of them."""
    for index in begins if len(words) >= _PART else ():
        spots = list(_parts_on(words, sheets[index], index))
        if sum(map(bool, spots)) * 2 > len(words):
            return spots
    return []


def _parts_on(words: str, sheet: _Sheet, index: int) -> Iterator[Spot | None]:
    while words:
        count = sheet.most(words)
        if count < min(_PART, len(words)):
            yield None
            words = words[1:]
            continue
        yield from ((index, glyph) for glyph in sheet.glyphs_of(sheet.find(words[:count]), count))
        words = words[count:]


def _pieces(words: str, sheets: Sequence[_Sheet], first: int, furthest: int = _FURTHEST) -> list[_Piece] | None:
    """Where all words stand, from the page `first` on; None where they are not all found."""
    if not words or not furthest or not 0 <= first < len(sheets):
        return None
    sheet = sheets[first]
    if (at := sheet.find(words)) >= 0:
        return [_Piece(first, at, len(words))]
    here = sheet.most(words)
    if not here:
        return None
    begun, rest = _Piece(first, sheet.find(words[:here]), here), words[here:]
    goes_on = _below(rest, sheet, begun, iter(range(_MOST_TRIES))) or _pieces(rest, sheets, first + 1, furthest - 1)
    return [begun, *goes_on] if goes_on else None


def _below(words: str, sheet: _Sheet, above: _Piece, tries: Iterator[int]) -> list[_Piece] | None:
    """The rest of a cell whose lines are drawn apart: each right below the one before.

    Where the same characters stand in many places there are more ways to go on than can be tried: then None.
    """
    for count in range(len(words), 0, -1):
        for at in sheet.places(words[:count]):
            if next(tries, None) is None:
                return None
            if not sheet.is_below(at, above):
                continue
            piece = _Piece(above.sheet, at, count)
            if count == len(words):
                return [piece]
            if rest := _below(words[count:], sheet, piece, tries):
                return [piece, *rest]
    return None


def _spread(text: str, spots: Sequence[Spot | None]) -> tuple[Spot | None, ...]:
    """A spot for each character of the text, blanks among them."""
    given = iter(spots)
    return tuple(next(given, None) if squeeze(char) else None for char in text)
