"""A table as a reader sees it: which cell covers a position, what stands beside and below it."""

from collections.abc import Iterator
from functools import cached_property

from reportgen.model.table import Cell, Table
from reportgen.record import Struct


class Lattice(Struct, frozen=True, dict=True):
    """The cells of a table by every position that they cover."""

    table: Table

    @cached_property
    def _covered(self) -> dict[tuple[int, int], Cell]:
        return {place: cell for cell in self.table.cells for place in cell.places}

    @cached_property
    def _rows(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for (row, _column), cell in sorted(self._covered.items(), key=lambda entry: entry[0]):
            cells = rows.setdefault(row, [])
            if not cells or cells[-1] is not cell:
                cells.append(cell)
        return rows

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max((column for _row, column in self._covered), default=-1) + 1

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
