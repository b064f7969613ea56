"""Tables that a page break cut in two, put together again where their indicators go on.

A table without a head of its own, or one that repeats the head of the table before it, goes on with that table when it
has as many columns, the sum row has not come yet, and nothing but a page number stands between them.
"""

from collections.abc import Iterable, Iterator

from reportgen.finished.forms.cells import words
from reportgen.finished.forms.column_offset import is_value
from reportgen.finished.forms.columns import TARGET, Head, heads
from reportgen.model.document import Block, Table, plain_text
from reportgen.model.lattice import Lattice
from reportgen.record import replace

_LONGEST_PAGE_NUMBER = 8
SUM_ROW = ("总分", "合计", "总计", "总得分", "综合得分", "自评得分", "自评总分")


def joined(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among some blocks, those that go on with another as one."""
    before: Table | None = None
    parted = False
    for block in blocks:
        if not isinstance(block, Table):
            parted = parted or len(plain_text(block.inlines).strip()) > _LONGEST_PAGE_NUMBER
            continue
        skipped = _repeated(before, block) if before and not parted else None
        parted = False
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
    if not open_heads or above.width != here.width or _summed(above, open_heads[-1].row):
        return None
    own, head = heads(here), open_heads[-1]
    if not own:
        return 0 if _fits(here, head) else None
    return own[0].body if own[0].row == 0 and _texts(here, 0) == _texts(above, head.row) and len(own) == 1 else None


def _fits(lattice: Lattice, head: Head) -> bool:
    """Whether most rows of a table without a head have a value where the head wants one."""
    target = head.halves[0].get(TARGET, -1)
    rows = [row for row in range(lattice.table.row_count) if not _sums(lattice, row)]
    values = sum(is_value(words(lattice.at(row, target))) for row in rows)
    return values * 2 > len(rows)


def _sums(lattice: Lattice, row: int) -> bool:
    texts = _texts(lattice, row)
    return bool(texts) and texts[0].startswith(SUM_ROW)


def _texts(lattice: Lattice, row: int) -> list[str]:
    return [text for cell in lattice.row(row) if (text := words(cell))]


def _summed(lattice: Lattice, head: int) -> bool:
    return any(_sums(lattice, row) for row in range(head + 1, lattice.table.row_count))


def _appended(before: Table, table: Table, skipped: int) -> Table:
    down = before.row_count - skipped
    cells = tuple(replace(cell, row=cell.row + down) for cell in table.cells if cell.row >= skipped)
    return replace(before, cells=(*before.cells, *cells), row_count=before.row_count + table.row_count - skipped)
