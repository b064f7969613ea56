"""Rows that are longer than a page break; all others move to the next page whole, their names beside their figures.

A row that breaks does so between its items: the paragraphs of its cells stay whole, so that its name and its amounts
stand where it begins. Only a paragraph of half a page and more is broken between its lines.
"""

from reportgen.compose.heights import Heights
from reportgen.model.table import Cell, Table
from reportgen.record import replace

_SPARE = 24.0
"""pt by which a row must be lower than a page: one that is a line too high loses it in LibreOffice 7.4."""
_MOST = 0.5
"""Of a page: the longest paragraph that stays whole."""


def with_broken_rows(table: Table, heights: Heights, page: float) -> Table:
    """The table with its rows that break over pages of so many pt, and those of their cells that keep items whole."""
    rows, _torn = heights.rows(table.widths)
    broken = frozenset(row for row, high in enumerate(rows) if high + _heads(table, row, rows) + _SPARE > page)
    if not broken and not table.splittable:
        return table
    cells = (
        _kept(cell, heights.longest_paragraph(number, table.widths) * heights.line <= page * _MOST)
        if cell.row + cell.rows - 1 in broken and cell.rows == 1
        else cell
        for number, cell in enumerate(table.cells)
    )
    return replace(table, cells=tuple(cells), splittable=broken)


def _kept(cell: Cell, short: bool) -> Cell:
    return replace(cell, whole=True) if short else cell


def _heads(table: Table, row: int, rows: list[float]) -> float:
    """How high the heads are that stand above a row on every page."""
    block = next((each for each in table.blocks if each.below <= row < each.end), None)
    return sum(rows[block.first : block.below]) if block else sum(rows[: table.head_rows])
