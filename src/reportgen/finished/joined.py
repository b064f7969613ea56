"""Tables that a page break cut in two, put together again where their indicators go on.

A table without a head of its own, or one that repeats the head of the table before it, goes on with that table when it
has as many columns and the sum row has not come yet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.finished.columns import heads
from reportgen.finished.lattice import Lattice, words
from reportgen.model.document import Block, Table

SUM_ROW = ("总分", "合计", "总计", "总得分", "综合得分", "自评得分", "自评总分")


def joined(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among some blocks, those that go on with another as one."""
    before: Table | None = None
    for block in blocks:
        if not isinstance(block, Table):
            continue
        skipped = _repeated(before, block) if before else None
        if before and skipped is not None:
            before = _appended(before, block, skipped)
        else:
            if before:
                yield before
            before = block
    if before:
        yield before


def _repeated(before: Table, table: Table) -> int | None:
    """How many rows of a head the table repeats; None when it does not go on with the one before."""
    above, here = Lattice(before), Lattice(table)
    open_heads = heads(above)
    if not open_heads or _columns(before) != _columns(table) or _summed(above, open_heads[-1].row):
        return None
    own = heads(here)
    if not own:
        return 0
    head = open_heads[-1]
    return own[0].body if own[0].row == 0 and _texts(here, 0) == _texts(above, head.row) and len(own) == 1 else None


def _columns(table: Table) -> int:
    return max((cell.column + cell.columns for cell in table.cells), default=0)


def _texts(lattice: Lattice, row: int) -> list[str]:
    return [text for cell in lattice.row(row) if (text := words(cell))]


def _summed(lattice: Lattice, head: int) -> bool:
    rows = (_texts(lattice, row) for row in range(head + 1, lattice.table.row_count))
    return any(texts and texts[0].startswith(SUM_ROW) for texts in rows)


def _appended(before: Table, table: Table, skipped: int) -> Table:
    down = before.row_count - skipped
    cells = tuple(replace(cell, row=cell.row + down) for cell in table.cells if cell.row >= skipped)
    return replace(before, cells=(*before.cells, *cells), row_count=before.row_count + table.row_count - skipped)
