"""A form whose heads stand in its middle → tables that stand right below each other, each with its heads on top.

Word, CSS and Typst repeat only the first rows of a table. So where a form has to repeat others it becomes several
tables, equally wide: one for each block with heads, and one for the rows between two blocks.
"""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.model.table import Cell, RowBlock, Table
from reportgen.record import replace

_EMPTY: tuple[tuple[()], ...] = ((),)


def parts_of(table: Table) -> tuple[Table, ...]:
    """The parts of a form from the top down; the table itself where nothing within it is repeated."""
    if not table.in_parts or not table.blocks:
        return (table,)
    heads = {block.first: block for block in table.blocks}
    ends = {block.end for block in table.blocks}
    edges = sorted({0, *heads, *ends, table.row_count})
    return tuple(_part(table, first, end, heads.get(first)) for first, end in pairwise(edges))


def _part(table: Table, first: int, end: int, block: RowBlock | None) -> Table:
    heads = block.below - first if block else table.head_rows if first == 0 else 0
    within = (piece for cell in table.cells for piece in _pieces(cell, first, first + heads, end))
    return replace(
        table,
        cells=tuple(within),
        row_count=end - first,
        head_rows=heads,
        splittable=frozenset(row - first for row in table.splittable if first <= row < end),
        caption="" if first else table.caption,
        unit="" if first else table.unit,
        blocks=(),
        in_parts=False,
        first_row=first,
    )


def _pieces(cell: Cell, first: int, below: int, end: int) -> Iterator[Cell]:
    """What a part has of a cell: cut at the foot of its heads too, since no renderer lets a cell reach out of these.

    The words stand in the first piece that is not all heads; a piece that only continues it is left empty.
    """
    bottom = cell.row + cell.rows
    reaches_out = first <= cell.row < below < bottom
    worded = below if reaches_out else cell.row
    cuts = [row for row in (first, below, end) if cell.row < row < bottom]
    for top, foot in pairwise((cell.row, *dict.fromkeys(cuts), bottom)):
        if first <= top < end:
            yield replace(
                cell,
                row=top - first,
                rows=foot - top,
                paragraphs=cell.paragraphs if top == worded else _EMPTY,
                open_above=top > cell.row,
                open_below=foot < bottom,
            )
