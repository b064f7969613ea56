"""A table of the new draft with the rows that were deleted in their places, and its words marked cell by cell."""

from collections import defaultdict
from collections.abc import Iterator

from reportgen.diff.grids import GridChange, RowPair
from reportgen.diff.marked_inlines import all_marked, marked_lines
from reportgen.diff.runs import is_changed
from reportgen.model.document import Table
from reportgen.model.inline import Change
from reportgen.model.table import Cell, RowBlock
from reportgen.record import replace


def marked_table(old: Table, new: Table, change: GridChange) -> Table:
    """The rows of both tables in one; a merged cell reaches over the deleted rows between its own.

    Words of a deleted row for which no cell is free there stand below those of the cell that covers their place.
    """
    rows = _Rows(change.rows)
    cells = [_of_new(cell, old, change, rows) for cell in new.cells]
    covering = {place: at for at, cell in enumerate(cells) for place in cell.places}
    for piece in (piece for cell in old.lines() for piece in _of_old(cell, rows)):
        over = next((covering[place] for place in piece.places if place in covering), None)
        if over is None:
            cells.append(piece)
        elif any(piece.paragraphs):
            cells[over] = replace(cells[over], paragraphs=(*cells[over].paragraphs, *piece.paragraphs))
    return replace(
        new,
        cells=tuple(cells),
        row_count=len(change.rows),
        head_rows=rows.end(new.head_rows),
        splittable=frozenset(rows.of_new[row] for row in new.splittable if row in rows.of_new),
        blocks=tuple(RowBlock(rows.end(b.first), rows.end(b.below), rows.end(b.end)) for b in new.blocks),
        list_head=rows.of_new.get(new.list_head) if new.list_head is not None else None,
    )


def all_of(table: Table, change: Change) -> Table:
    """A table of which every word has become the same."""
    lines = (tuple(all_marked(line, change) for line in cell.paragraphs) for cell in table.cells)
    cells = (replace(cell, paragraphs=marked) for cell, marked in zip(table.cells, lines, strict=True))
    return replace(table, cells=tuple(cells))


class _Rows:
    """Where the rows of both tables stand in the one that shows both."""

    def __init__(self, pairs: tuple[RowPair, ...]) -> None:
        self.of_new = {pair.new: at for at, pair in enumerate(pairs) if pair.new is not None}
        self.deleted = {pair.old: at for at, pair in enumerate(pairs) if pair.old is not None and pair.new is None}
        self.inserted = {pair.new for pair in pairs if pair.old is None}
        self.before = {pair.new: pair.old for pair in pairs if pair.new is not None and pair.old is not None}

    def end(self, row: int) -> int:
        """Where what ended, or began, before a row of the new table does so now."""
        return self.of_new[row - 1] + 1 if row else 0


def _of_new(cell: Cell, old: Table, change: GridChange, rows: _Rows) -> Cell:
    top, foot = rows.of_new[cell.row], rows.of_new[cell.row + cell.rows - 1]
    placed = replace(cell, row=top, rows=foot - top + 1)
    if cell.row in rows.inserted:
        return replace(placed, paragraphs=tuple(all_marked(line, Change.INSERTED) for line in cell.paragraphs))
    runs = change.cells[cell.row, cell.column]
    if not is_changed(runs):
        return placed
    there = (rows.before[cell.row], cell.column)
    was = next((each.paragraphs for each in old.cells if (each.row, each.column) == there), ())
    return replace(placed, paragraphs=tuple(marked_lines(runs, was, cell.paragraphs)))


def _of_old(cell: Cell, rows: _Rows) -> Iterator[Cell]:
    """What deleted rows have of an old cell, a piece for rows that stand together: its words once, in the first."""
    together: dict[int, list[int]] = defaultdict(list)
    for row in range(cell.row, cell.row + cell.rows):
        if row in rows.deleted:
            together[rows.deleted[row] - row].append(rows.deleted[row])
    for held in together.values():
        shown = held[0] == rows.deleted.get(cell.row)
        lines = tuple(all_marked(line, Change.DELETED) for line in cell.paragraphs) if shown else ((),)
        yield replace(cell, row=held[0], rows=len(held), paragraphs=lines)
