"""A table as a reader sees it: which cell covers a position, what stands beside and below it, words without gaps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.model.document import Table
from reportgen.model.table import Cell
from reportgen.place import Place, Written

_GAP = re.compile(r"\s+")
_LATIN_GAP = re.compile(r"(?<=[A-Za-z])\s+(?=[A-Za-z])")


@dataclass(frozen=True)
class Lattice:
    """The cells of a table by every position that they cover."""

    table: Table

    @cached_property
    def _covered(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.table.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    @cached_property
    def _rows(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for (row, _column), cell in sorted(self._covered.items(), key=lambda entry: entry[0]):
            cells = rows.setdefault(row, [])
            if not cells or cells[-1] is not cell:
                cells.append(cell)
        return rows

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a position."""
        return self._covered.get((row, column))

    def row(self, row: int) -> list[Cell]:
        """The cells of a row from the left, those included that reach down into it."""
        return self._rows.get(row, [])

    def beside(self, cell: Cell) -> Cell | None:
        """The next cell to the right."""
        return self.at(cell.row, cell.column + cell.columns)

    def below(self, cell: Cell) -> Cell | None:
        """The next cell below."""
        return self.at(cell.row + cell.rows, cell.column)

    def cells(self, first: int, end: int) -> Iterator[Cell]:
        """The cells that begin in the rows from `first` on, before `end`."""
        return (cell for cell in self.table.lines() if first <= cell.row < end)


def words(cell: Cell | None) -> str:
    """The words of a cell without the gaps that broken lines leave: 资金使用合 规率 is 资金使用合规率."""
    text = cell.text.strip() if cell else ""
    return text if not _GAP.search(text) else _GAP.sub("", _LATIN_GAP.sub("\0", text)).replace("\0", " ")


def written(cell: Cell) -> Written:
    """The words of a cell, with where they begin."""
    return Written(words(cell), place_of(cell))


def place_of(cell: Cell) -> Place:
    """Where the first words of a cell stand."""
    return next((inline.origin for line in cell.paragraphs for inline in line if inline.text.strip()), cell.origin)
