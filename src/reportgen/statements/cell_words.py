"""Figures in the words of a table: goals, explanations, values such as ≥95%; whatever is more than a plain figure."""

from collections.abc import Iterator
from functools import cached_property

from reportgen.model.document import plain_text
from reportgen.model.table import Cell
from reportgen.record import replace
from reportgen.statements.context import Times
from reportgen.statements.grid import Grid, Position
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Origin, Statement


class CellLine(Paragraph, frozen=True, dict=True):
    """A line of a cell: running text that also has a row and a head."""

    row: str = ""
    column: str = ""

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Its figures, as figures of the table."""
        told = super().statements
        return tuple(replace(each, origin=Origin.CELL, row=self.row, column=self.column) for each in told)


def lines_of(grid: Grid, times: Times) -> dict[Position, tuple[CellLine, ...]]:
    """The lines of every cell that is no plain figure and states some."""
    found = {
        (cell.row, cell.column): tuple(_lines(cell, grid, times))
        for cell in grid.table.lines()
        if (cell.row, cell.column) not in grid.figures
    }
    return {position: lines for position, lines in found.items() if lines}


def _lines(cell: Cell, grid: Grid, times: Times) -> Iterator[CellLine]:
    row, column = grid.name(cell.row, cell.column), grid.head(cell.row, cell.column)
    for inlines in cell.paragraphs:
        passage = Passage(plain_text(inlines), inlines, grid.table.section, cell=True)
        if passage.numbers:
            yield CellLine(passage, grid.index, times, grid.lexicon, row, column)
