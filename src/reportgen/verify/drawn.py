"""Where on the pages of a PDF each character of the printed lines is drawn.

A page draws its words in an order of its own: merged cells last, page numbers and heads between a paragraph and its
rest. So every line is looked for by itself, on the page where it is known to begin, among what no other line has taken;
one that runs over the page goes on where the next page's words begin.
"""

from collections.abc import Sequence

from reportgen.pdf.pages import Page
from reportgen.record import Struct
from reportgen.verify.comparison import squeeze

Spot = tuple[int, int]
"""The index of a page, and that of a glyph on it."""
_FURTHEST = 30
"""Pages over which one paragraph or cell may run."""


class Wanted(Struct, frozen=True):
    """A line to be found: its words, and the page on which it begins (0: that of the line before, or the next)."""

    text: str
    page: int = 0


def drawn(lines: Sequence[Wanted], pages: Sequence[Page]) -> list[tuple[Spot | None, ...]]:
    """For each line the spot of each of its characters; None for blanks, and for all of a line that is not found."""
    sheets = [_Sheet(page) for page in pages]
    found: list[tuple[Spot | None, ...]] = []
    current = 0
    for line in lines:
        words = squeeze(line.text)
        first = line.page - 1 if line.page else current
        spots = _spots(words, sheets, first)
        if spots is None and not line.page:
            spots = _spots(words, sheets, first + 1)
        if spots:
            current = spots[-1][0]
        found.append(_spread(line.text, spots or []))
    return found


class _Sheet:
    """The words of a page without blanks, and which of them lines have taken."""

    def __init__(self, page: Page) -> None:
        self._of = [index for index, glyph in enumerate(page.glyphs) for _char in squeeze(glyph.char)]
        self.words = "".join(squeeze(glyph.char) for glyph in page.glyphs)
        self._taken = bytearray(len(self.words))
        self._cursor = 0

    def find(self, words: str) -> int:
        """Where words stand that nobody has taken, behind the line before if they can; -1 where they do not."""
        for start in (self._cursor, 0):
            at = self.words.find(words, start)
            while at >= 0:
                if not any(self._taken[at : at + len(words)]):
                    return at
                at = self.words.find(words, at + 1)
        return -1

    def most(self, words: str) -> int:
        """How many of the first characters of some words stand together here."""
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.find(words[:middle]) >= 0 else (low, middle - 1)
        return low

    def take(self, at: int, count: int) -> list[int]:
        """The glyphs of these characters, which no other line may have."""
        self._taken[at : at + count] = b"\1" * count
        self._cursor = at + count
        return self._of[at : at + count]


def _spots(words: str, sheets: Sequence[_Sheet], first: int, furthest: int = _FURTHEST) -> list[Spot] | None:
    """The spots of all characters, from the page `first` on; None where they are not all found."""
    if not words or not furthest or not 0 <= first < len(sheets):
        return None
    sheet = sheets[first]
    if (at := sheet.find(words)) >= 0:
        return [(first, glyph) for glyph in sheet.take(at, len(words))]
    here = sheet.most(words)
    if not here:
        return None
    rest = _spots(words[here:], sheets, first + 1, furthest - 1)
    if rest is None:
        return None
    return [*((first, glyph) for glyph in sheet.take(sheet.find(words[:here]), here)), *rest]


def _spread(text: str, spots: Sequence[Spot]) -> tuple[Spot | None, ...]:
    """A spot for each character of the text, blanks among them."""
    given = iter(spots)
    return tuple(next(given, None) if squeeze(char) else None for char in text)
