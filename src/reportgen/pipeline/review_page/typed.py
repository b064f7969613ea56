"""From a place in the content file to the printed words that were typed there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportgen.model.document import Inline, Number, Text
from reportgen.pipeline.review_page.strips import Strip
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.statements.contradictions import overlap


class Stretch(Struct, frozen=True):
    """The characters `start` to `end` of a strip, by its number."""

    strip: int
    start: int
    end: int


class _Held(Struct, frozen=True):
    """An inline with the stretch that it prints."""

    inline: Inline
    stretch: Stretch


class Typed:
    """The printed words by the lines of the content file on which they were typed."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self._by_line: dict[tuple[str, int], list[_Held]] = defaultdict(list)
        self._by_fact: dict[tuple[str, int], list[tuple[Place, Stretch]]] = defaultdict(list)
        self._cells: dict[tuple[str, int], list[tuple[Place, Stretch]]] = defaultdict(list)
        for number, strip in enumerate(strips):
            self._take(number, strip)

    def _take(self, number: int, strip: Strip) -> None:
        at = 0
        for inline, words in strip.pieces:
            if inline is not None and words:
                held = _Held(inline, Stretch(number, at, at + len(words)))
                for line in range(inline.origin.line, inline.origin.last + 1):
                    self._by_line[inline.origin.file, line].append(held)
                if isinstance(inline, Number):
                    self._by_fact[_line(inline.fact.place)].append((inline.fact.place, held.stretch))
            at += len(words)
        if strip.cell and strip.cell.origin.line and at:
            self._cells[_line(strip.cell.origin)].append((strip.cell.origin, Stretch(number, 0, at)))

    def at(self, place: Place) -> list[Stretch]:
        """The words typed at a place; else the figures that print what is given there, else the cells filled from it,
        else the words on its line.
        """
        if not place.line:
            return []
        held = self._by_line.get(_line(place), ())
        typed = list(_joined(found for each in held if (found := _within(each, place))))
        return typed or self.of_fact(place) or self._filled(place) or self._near(place)

    def of_fact(self, place: Place) -> list[Stretch]:
        """The figures that print the fact given at a place."""
        return [stretch for origin, stretch in self._by_fact.get(_line(place), ()) if overlap(origin, place)]

    def _filled(self, place: Place) -> list[Stretch]:
        return [stretch for origin, stretch in self._cells.get(_line(place), ()) if overlap(origin, place)]

    def _near(self, place: Place) -> list[Stretch]:
        """A key that is wrong (对应问题) has what stands beside it on the page; of several words those of one line."""
        return list(_joined(held.stretch for held in self._by_line.get(_line(place), ())))


def _line(place: Place) -> tuple[str, int]:
    return place.file, place.line


def _within(held: _Held, place: Place) -> Stretch | None:
    """The part of an inline that was typed at a place; all of it where its characters have no places of their own."""
    inline, stretch = held.inline, held.stretch
    if inline.origin.last > inline.origin.line:
        return stretch
    if not overlap(inline.origin, place):
        return None
    if not isinstance(inline, Text) or inline.origin.length != stretch.end - stretch.start:
        return stretch
    start = max(0, place.column - inline.origin.column)
    end = min(inline.origin.length, place.column + place.length - inline.origin.column)
    return Stretch(stretch.strip, stretch.start + start, stretch.start + max(end, start + 1))


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for each in stretches:
        if last and last.strip == each.strip and last.end == each.start:
            last = Stretch(last.strip, last.start, each.end)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last
