"""The pages of a PDF in the order in which tables are read: row by row, cell by cell.

On paper the cells of a row that breaks over pages interleave: the beginnings of all of them stand on one page, their
rests on the next, and the head rows stand between. Here such rows are put together again and repeated heads left out,
so that what remains can be compared character by character. What cannot be explained stays as it was read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reportgen.record import Struct, field
from reportgen.verify.lines import Line
from reportgen.verify.table_rows import Row, rows_of

_NEAR = 4000
"""Characters within which a line is looked for after one that was lost."""


_LATER = 3
"""Rows behind a damaged one by which its end is known."""
_BEGINNING = 12
"""Characters by which a row is known."""
_BACK = 16
"""How many characters shorter than it could be a part of a cell may be: its rest may begin like the next cell."""
_MOST_TRIALS = 5000
"""Ways of cutting a row that are tried; a row that is as it should be takes a few."""


class Piece(Struct, frozen=True):
    """Some words and the page (from 1) on which they begin."""

    text: str
    page: int


def reading_order(lines: Iterable[Line], pages: list[str]) -> list[Piece]:
    """The characters of the pages, broken rows put together; `pages` are without white space."""
    order = _ReadingOrder(pages)
    rows = list(rows_of(lines))
    for index, row in enumerate(rows):
        order.follow(row, rows[index + 1 : index + 1 + _LATER])
    return order.finish()


class _ReadingOrder:
    """Goes through the characters of all pages along with the rows that they should hold."""

    def __init__(self, pages: list[str]) -> None:
        self.stream = "".join(pages)
        self.starts = list(accumulate((len(page) for page in pages), initial=0))[:-1]
        self.turns = frozenset(self.starts[1:])
        self.at = 0
        self.pieces: list[Piece] = []

    def follow(self, row: Row, later: list[Row]) -> None:
        """Take up what the row says, as far as it is found."""
        on_new_page = self.at in self.turns
        self.skip_head(row.head)
        if on_new_page and (end := row.again(self.stream, self.at)):
            self.pieces.append(Piece(row.text, bisect_right(self.starts, self.at)))
            self.at = end
        elif self.stream.startswith(row.text, self.at):
            self.take(self.at + len(row.text))
        elif not self.broken(row) and not self.damaged(row, later):
            found = self.find(row, len(row.text))
            if found >= 0:
                self.take(found, row.head)
                self.take(found + len(row.text))

    def find(self, row: Row, least: int = _BEGINNING) -> int:
        """Where a row stands further on, or its beginning of `least` characters; it may break too."""
        for text in (row.text, row.text[:least]):
            found = self.stream.find(text, self.at, self.at + _NEAR) if len(text) > 3 else -1
            if found >= 0:
                return found
        return -1

    def end(self, later: list[Row]) -> int:
        """Where the rows behind the present one go on; -1 when they are not found."""
        rest = "".join(row.text for row in later)
        if len(later) < _LATER and self.stream.endswith(rest):
            return len(self.stream) - len(rest)
        return next((found for row in later if (found := self.find(row)) >= 0), -1)

    def finish(self) -> list[Piece]:
        """All pieces, with what is left at the end."""
        self.take(len(self.stream))
        return self.pieces

    def take(self, end: int, head: str = "") -> None:
        """Keep the characters up to `end` as they stand, page by page, without repeated heads."""
        while self.at < end:
            self.skip_head(head)
            page = bisect_right(self.starts, self.at)
            stop = min(end, self.starts[page] if page < len(self.starts) else end)
            self.pieces.append(Piece(self.stream[self.at : stop], page))
            self.at = max(stop, self.at)

    def skip_head(self, head: str) -> None:
        if head and self.at in self.turns and _is_head(self.stream[self.at : self.at + len(head)], head):
            self.at += len(head)

    def broken(self, row: Row) -> bool:
        """Whether the row breaks over the next pages; then it is put together."""
        segments, places = self.segments(row.head, self.at + len(row.text))
        for count in range(2, len(segments) + 1):
            if sum(map(len, segments[: count - 1])) > len(row.text):
                break
            split = split_cells(row.cells, [*segments[: count - 1], self.stream[places[count - 1] :][: len(row.text)]])
            if split is not None:
                firsts, rest = split
                pages = [bisect_right(self.starts, places[first]) for first in firsts]
                self.pieces += [Piece(text, page) for text, page in zip(row.cells, pages, strict=True)]
                self.at = places[count - 1] + rest
                return True
        return False

    def damaged(self, row: Row, later: list[Row]) -> bool:
        """A row in which something is wrong: cells that are whole are told from those that are not, longest first."""
        end = self.end(later)
        segments, places = self.segments(row.head, end)
        if len(row.cells) == 1 or end < 0:
            return False
        page = bisect_right(self.starts, self.at)
        segments = [segment[: end - start] for segment, start in zip(segments, places, strict=True) if start < end]
        longest = sorted(range(len(row.cells)), key=lambda index: -len(row.cells[index]))
        whole = {index for index in longest if remove(row.cells[index], segments)}
        for index, text in enumerate(row.cells):
            self.pieces.append(Piece(text if index in whole else "".join(segments), page))
            segments = segments if index in whole else []
        self.pieces.append(Piece("".join(segments), page))  # what no cell should say
        self.at = end
        return True

    def segments(self, head: str, end: int) -> tuple[list[str], list[int]]:
        """What stands from here on each page up to `end` or a little further, without heads, and where it begins."""
        segments, places, start = [], [], self.at
        while True:
            page = bisect_right(self.starts, start)
            stop = self.starts[page] if page < len(self.starts) else len(self.stream)
            segments.append(self.stream[start:stop])
            places.append(start)
            if stop == len(self.stream) or stop > end + len(head) * len(places):
                return segments, places
            start = stop + (len(head) if _is_head(self.stream[stop : stop + len(head)], head) else 0)


def _is_head(words: str, head: str) -> bool:
    """Whether words are those of a head, in any order: pages draw names that span rows behind the others."""
    return words == head or (len(words) == len(head) and sorted(words) == sorted(head))


def split_cells(cells: tuple[str, ...], segments: list[str]) -> tuple[list[int], int] | None:
    """Cut the cells so that their first parts make up the first segment, and so on; the last one may go on.

    Gives the segment in which each cell begins and how much of the last segment is used; None when it cannot be done.

    >>> split_cells(("甲乙丙丁", "一二"), ["甲乙一", "丙丁二此后"])
    ([0, 0], 3)
    """
    return _CellSplitting(cells, segments).place(0, (0,) * len(segments))


_At = tuple[int, ...]
"""How much of each segment is used."""


class _CellSplitting(Struct, frozen=True):
    """The search for `split_cells`, which turns back where it cannot go on."""

    cells: tuple[str, ...]
    segments: list[str]
    dead_ends: set[tuple[int, _At]] = field(default_factory=set)

    def place(self, index: int, at: _At) -> tuple[list[int], int] | None:
        """The rest of the answer from a cell on."""
        if index == len(self.cells):
            used = [len(segment) for segment in self.segments[:-1]]
            return ([], at[-1]) if list(at[:-1]) == used else None
        if (index, at) in self.dead_ends or len(self.dead_ends) > _MOST_TRIALS:
            return None
        for first, after in self.cuts(self.cells[index], at, 0):
            rest = self.place(index + 1, after)
            if rest is not None:
                return [first, *rest[0]], rest[1]
        self.dead_ends.add((index, at))
        return None

    def cuts(self, text: str, at: _At, number: int) -> Iterator[tuple[int, _At]]:
        """Ways to take a text from the segments from `number` on: where it begins, and what is used then."""
        here, segment = at[number], self.segments[number]
        if number == len(self.segments) - 1:
            if segment.startswith(text, here):
                yield number, (*at[:number], here + len(text))
            return
        most = _common(text, segment, here)
        for length in range(most, max(most - _BACK, -1), -1):
            for first, after in self.cuts(text[length:], at, number + 1):
                yield number if length else first, (*after[:number], here + length, *after[number + 1 :])


def remove(text: str, segments: list[str]) -> bool:
    """Take a text out of consecutive segments, a part from each, if all of it is there."""
    if not segments:
        return not text
    first = segments[0]
    most = bisect_left(range(len(text)), True, key=lambda length: text[: length + 1] not in first)
    for length in range(most, max(most - _BACK, -1), -1):
        rest = segments[1:]
        if remove(text[length:], rest):
            segments[:] = [first.replace(text[:length], "", 1), *rest]
            return True
    return False


def _common(text: str, segment: str, at: int) -> int:
    length = 0
    for one, other in zip(text, segment[at : at + len(text)], strict=False):
        if one != other:
            break
        length += 1
    return length
