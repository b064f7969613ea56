"""The blocks of a form with column heads of their own: 一级指标 … in the middle of it, above the lines of a list.

A head is a row of names. The rows below it belong to it as long as their last cell stands below its last one; what a
label at the left reaches is its own, and a total behind it belongs to it as well.
"""

from collections.abc import Iterable, Iterator

from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell, CellRole, RowBlock, Table

_FEWEST = 2
"""Names in a head: a single one is the title of what stands below it."""


def row_blocks(table: Table) -> tuple[RowBlock, ...]:
    """The blocks from the top down; what stands in the head rows of the table is none of theirs."""
    return tuple(_blocks(Lattice(table), table))


def _blocks(lattice: Lattice, table: Table) -> Iterator[RowBlock]:
    row = table.head_rows
    while row < table.row_count:
        block = _block(lattice, table, row)
        if block:
            yield block
        row = block.end if block else row + 1


def _block(lattice: Lattice, table: Table, row: int) -> RowBlock | None:
    if not _is_head(_beginning(lattice, row)):
        return None
    below = row + 1
    while below < table.row_count and _goes_on(lattice, row, below):
        below += 1
    end = below
    while end < table.row_count and _belongs(lattice, (row, below - 1), end):
        end += 1
    return RowBlock(row, below, end) if end > below else None


def _beginning(lattice: Lattice, row: int) -> list[Cell]:
    return [cell for cell in lattice.row(row) if cell.row == row]


def _is_head(cells: Iterable[Cell]) -> bool:
    filled = [cell for cell in cells if cell.text.strip()]
    return all(cell.role is CellRole.HEAD for cell in filled) and len(filled) >= _FEWEST


def _goes_on(lattice: Lattice, first: int, row: int) -> bool:
    """Whether a head has another row: names below a name that spans several columns, beside names that span rows."""
    beside = [cell for cell in _beginning(lattice, first) if cell.row + cell.rows == row + 1]
    names = _beginning(lattice, row)
    return bool(beside) and all(cell.role is CellRole.HEAD and cell.text.strip() for cell in names)


def _belongs(lattice: Lattice, heads: tuple[int, int], row: int) -> bool:
    """Whether a row stands below a head, from its first row to its last: it ends with a cell as wide, and is none."""
    last, own = lattice.row(heads[1])[-1], lattice.row(row)
    if not own or (own[-1].column, own[-1].columns) != (last.column, last.columns):
        return False
    label, now = lattice.row(heads[0])[0], own[0]
    same_label = label.rows == 1 or now is label or now.rows == 1
    return same_label and not _is_head(_beginning(lattice, row))
