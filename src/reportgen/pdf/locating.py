"""Words looked for on the pages of a PDF, and where their characters stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from reportgen.pdf.marked_words import Box
from reportgen.pdf.sheets import Sheet
from reportgen.record import Struct

_AROUND = (10_000, 60, 24, 10, 4, 0)
"""Characters before and behind by which words are told apart from others that say the same: as many as can be found."""
_FAR, _CLOSE = 4000, 300
"""Characters within which a text, and a short one, is looked for behind the one before."""
_BEGINNING = 8
"""Characters by which words are found whose rest stands elsewhere: a cell that breaks over pages."""


class Sought(Struct, frozen=True):
    """Words with what stands around them, all without white space."""

    words: str
    before: str = ""
    behind: str = ""
    page: int = 0
    """Where its paragraph begins; 0: anywhere."""
    turn: int = 0
    """Of several that say the same on the page: how many come before."""


class Located(Struct, frozen=True):
    """Where words stand: a box for each line on the page where they begin."""

    page: int
    boxes: tuple[Box, ...]
    mark: int
    """The marked content of the first character; -1: none."""
    base: float
    """Of the first line, as `Sheet.bases` counts."""


class _Stream(Struct, frozen=True, dict=True):
    """The characters of all pages in an order in which they are read."""

    places: Sequence[tuple[Sheet, int]]

    @cached_property
    def text(self) -> str:
        return "".join(sheet.glyphs[index].char for sheet, index in self.places)

    @cached_property
    def starts(self) -> Mapping[int, int]:
        """Where each page begins."""
        found: dict[int, int] = {}
        for at, (sheet, _index) in enumerate(self.places):
            found.setdefault(sheet.number, at)
        return found

    def located(self, start: int, length: int) -> Located:
        sheet, first = self.places[start]
        found = [index for other, index in self.places[start : start + length] if other is sheet]
        return Located(sheet.number, sheet.boxes(found), sheet.marks[first], sheet.bases[first])


class Locator:
    """Looks for words on sheets: in the order of drawing, then line by line.

    `orders` has the marked contents of pages in reading order, where the structure tree says it; what stands outside an
    `area` of a page (its head and foot) is left out.
    """

    def __init__(
        self, sheets: Sequence[Sheet], orders: Mapping[int, Sequence[int]], areas: Mapping[int, Box] | None = None
    ) -> None:
        drawn = [(sheet, list(_in_order(sheet, orders.get(sheet.number, ())))) for sheet in sheets]
        kept = [(sheet, [each for each in found if _inside(sheet, each, areas)]) for sheet, found in drawn]
        self._drawn = _Stream([(sheet, index) for sheet, found in kept for index in found])
        self._kept = kept

    @cached_property
    def _by_line(self) -> _Stream:
        return _Stream([(sheet, index) for sheet, found in self._kept for index in _line_by_line(sheet, found)])

    def find(self, sought: Sought) -> Located | None:
        """Where the words stand; None when they are found nowhere."""
        whole = self._find(self._drawn, sought) or self._find(self._by_line, sought)
        if whole or len(sought.words) <= _BEGINNING:
            return whole
        return self._find(self._drawn, Sought(sought.words[:_BEGINNING], sought.before, "", sought.page, sought.turn))

    def every(self, words: str) -> list[Located]:
        """All places where words stand."""
        return [self._drawn.located(at, len(words)) for at in _hits(self._drawn.text, words, 0)]

    def follow(self, texts: Sequence[str]) -> list[int | None]:
        """Where each of some texts begins that stand one behind the other; None for one that is not found there.

        Short ones, which may stand anywhere, are looked for close behind the one before.
        """
        at, found = 0, list[int | None]()
        for text in texts:
            reach = at + (_FAR if len(text) >= _BEGINNING else _CLOSE) + len(text)
            start = self._drawn.text.find(text, at, reach) if text else -1
            found.append(start if start >= 0 else None)
            at = start + len(text) if start >= 0 else at
        return found

    def at(self, start: int, length: int) -> Located:
        """Where characters stand that were followed."""
        return self._drawn.located(start, length)

    def _find(self, stream: _Stream, sought: Sought) -> Located | None:
        start = stream.starts.get(sought.page, 0)
        for around in _AROUND:
            before = sought.before[max(0, len(sought.before) - around) :]
            pattern = before + sought.words + sought.behind[:around]
            hits = list(_hits(stream.text, pattern, start))
            if hits:
                at = hits[min(sought.turn, len(hits) - 1)]
                return stream.located(at + len(before), len(sought.words))
        return None


def _hits(text: str, pattern: str, start: int) -> Iterator[int]:
    at = text.find(pattern, start) if pattern else -1
    while at >= 0:
        yield at
        at = text.find(pattern, at + 1)


def _in_order(sheet: Sheet, order: Sequence[int]) -> Iterable[int]:
    if not order:
        return range(len(sheet.glyphs))
    place = {mark: number for number, mark in enumerate(order)}
    return sorted(range(len(sheet.glyphs)), key=lambda index: place.get(sheet.marks[index], -1))


def _inside(sheet: Sheet, index: int, areas: Mapping[int, Box] | None) -> bool:
    area = areas.get(sheet.number) if areas else None
    if area is None:
        return True
    left, bottom, right, top = area
    x, y = sheet.glyphs[index].origin
    return left <= x <= right and bottom <= y <= top


def _line_by_line(sheet: Sheet, found: list[int]) -> list[int]:
    """Down the page, each line from its beginning; a base line may waver by a few pt."""
    ordered = sorted(found, key=lambda index: sheet.bases[index])
    lines: dict[int, int] = {}
    number, last = 0, float("-inf")
    for index in ordered:
        base = sheet.bases[index]
        number, last = (number, last) if base - last < 3 else (number + 1, base)
        lines[index] = number
    return sorted(found, key=lambda index: (lines[index], _along(sheet, index)))


def _along(sheet: Sheet, index: int) -> float:
    x, y = sheet.glyphs[index].origin
    return (x, y, -x, -y)[sheet.turn]
