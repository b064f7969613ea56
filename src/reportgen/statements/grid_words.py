"""The words of a table around its figures: row names to the left, heads above, units and codes beside.

Each row and each column is gone through once, whatever the number of figures: a table may have thousands of both.
"""

from collections.abc import Container, Sequence
from functools import cached_property
from typing import TypeVar

from reportgen import patterns as re
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.record import Struct, field
from reportgen.statements.cell_figures import UNIT_ALONE, looks_numeric

Position = tuple[int, int]
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．](?!\d))")
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_MOST = 12
"""Heads or names of a figure, the nearest: a column of words is not all head."""


Found = TypeVar("Found")


class GridWords(Struct, frozen=True, dict=True):
    """What stands around each position of a lattice; `figures` are the positions of figures."""

    lattice: Lattice
    figures: Container[Position]
    _names: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)
    _heads: dict[int, list[tuple[str, ...]]] = field(default_factory=dict)
    _units: dict[int, list[str]] = field(default_factory=dict)
    _codes: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def _words(self) -> dict[int, str]:
        return {id(cell): _words_of(cell) for cell in self.lattice.table.cells}

    def words(self, row: int, column: int) -> str:
        """The words of the cell that covers a position, without blanks and its number; none where a figure stands."""
        cell = self.lattice.at(row, column)
        return "" if cell is None else self._words[id(cell)]

    def names(self, row: int, column: int) -> tuple[str, ...]:
        """The words before a figure in its row, the nearest first, up to the next figure."""
        if row not in self._names:
            self._names[row] = self._names_of(row)
        return _at(self._names[row], column, ())

    def _names_of(self, row: int) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = [()]
        kept: tuple[str, ...] = ()
        fresh = True
        for column in range(self._width(row)):
            if (row, column) in self.figures:
                fresh = True  # the next words stand behind a figure
            words = self.words(row, column)
            if words and not _CODE.fullmatch(words):
                kept = (words,) if fresh else kept if kept[0] == words else (words, *kept)[:_MOST]
                fresh = False
            found.append(kept)
        return found

    def heads(self, row: int, column: int) -> tuple[str, ...]:
        """The words above a cell in its column, the nearest first: of the head rows that stand together."""
        if column not in self._heads:
            self._heads[column] = self._heads_of(column)
        return _at(self._heads[column], row, ())

    def _heads_of(self, column: int) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = [()]
        kept: tuple[str, ...] = ()
        fresh = True
        for row in range(self.lattice.table.row_count):
            words = self.words(row, column)
            if words:
                kept = (words,) if fresh else kept if kept[0] == words else (words, *kept)[:_MOST]
            fresh = not words
            found.append(kept)
        return found

    def unit_beside(self, row: int, column: int) -> str:
        """The unit of a row that has a column for it: 场 beside 92."""
        return self._nearest(self._units, UNIT_ALONE, row, column)

    def code(self, row: int, column: int) -> str:
        """The account code of a row: in the nearest column to the left of a figure that has one."""
        return self._nearest(self._codes, _CODE, row, column)

    def _nearest(self, known: dict[int, list[str]], form: re.Pattern[str], row: int, column: int) -> str:
        """The nearest words to the left that have a form."""
        if row not in known:
            found = [""]
            for at in range(self._width(row)):
                cell = self.lattice.at(row, at)
                found.append(cell.compact if cell is not None and form.fullmatch(cell.compact) else found[-1])
            known[row] = found
        return _at(known[row], column, "")

    def _width(self, row: int) -> int:
        return max((cell.column + cell.columns for cell in self.lattice.row(row)), default=0)


def _words_of(cell: Cell) -> str:
    return "" if looks_numeric(cell) else _ORDINAL.sub("", cell.compact).rstrip("：:")


def _at(found: Sequence[Found], index: int, nothing: Found) -> Found:
    """What is known before a row or column; beyond the last one that is what its end knows."""
    return found[min(index, len(found) - 1)] if found else nothing
