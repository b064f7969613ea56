"""What was changed between two drafts, one thing after another: for the terminal, for programs, for closing pages."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum

from reportgen.diff.comparison import Comparison, Difference
from reportgen.diff.documents import Side, words_of
from reportgen.diff.figures import name_of_cell
from reportgen.diff.grids import GridChange, Position
from reportgen.diff.members import Sort
from reportgen.diff.runs import Run, Runs, is_changed, runs_of
from reportgen.model.document import Inline, Table
from reportgen.model.inline import Change
from reportgen.model.lattice import Lattice
from reportgen.record import Struct


class What(Enum):
    """What was done; the value is what the user reads."""

    CHANGED = "修改"
    DELETED = "删去"
    INSERTED = "增加"
    MOVED = "移动"
    SPLIT = "分段"
    JOINED = "并段"
    REPLACED = "换表"
    REDRAWN = "换图"


class Listed(Struct, frozen=True):
    """One thing that was changed. `where` are the headings above it; of a cell also its table, row and column."""

    what: What
    sort: Sort
    where: str
    runs: Runs
    to: str = ""
    """Of what was moved: the headings above its new place."""


def listed(old: Side, new: Side, compared: Comparison) -> Iterator[Listed]:
    """What was changed, in reading order, the lines of the title first."""
    yield from _slots(old.document.lines, new.document.lines)
    for difference in compared.changes:
        if difference.grid:
            yield from _of_table(difference, old, new)
        else:
            yield from _of_words(difference, compared)


def _slots(old: Mapping[str, tuple[Inline, ...]], new: Mapping[str, tuple[Inline, ...]]) -> Iterator[Listed]:
    for name in dict.fromkeys((*new, *old)):
        runs = runs_of(*(words_of(side.get(name, ())).replace("\v", "") for side in (old, new)))
        if is_changed(runs):
            yield Listed(What.CHANGED, Sort.HEADING, name, runs)


def _of_words(difference: Difference, compared: Comparison) -> Iterator[Listed]:
    member, step = compared.member(difference), difference.step
    if step.moved is not None:
        if step.new:
            before = compared.old[step.moved]
            yield Listed(What.MOVED, member.sort, before.section, difference.runs, member.section)
        return
    if is_changed(difference.runs):
        yield Listed(_what(difference), member.sort, member.section, difference.runs)
    for note in difference.notes:
        if is_changed(note.runs) and step.old and step.new:
            yield Listed(_of_runs(note.runs), Sort.NOTE, member.section, note.runs)


def _what(difference: Difference) -> What:
    step = difference.step
    if len(step.new) > 1:
        return What.SPLIT
    if len(step.old) > 1:
        return What.JOINED
    if step.old and step.new:
        return What.REDRAWN if difference.sort is Sort.DRAWING else What.CHANGED
    return What.DELETED if step.old else What.INSERTED


def _of_runs(runs: Runs) -> What:
    changes = {run.change for run in runs}
    return What.CHANGED if len(changes) > 1 else What.DELETED if Change.DELETED in changes else What.INSERTED


def _of_table(difference: Difference, old: Side, new: Side) -> Iterator[Listed]:
    before, after = old.pieces[difference.step.old[0]].block, new.pieces[difference.step.new[0]].block
    if not (isinstance(before, Table) and isinstance(after, Table) and difference.grid):
        return
    where = "，".join(filter(None, (after.section, after.name)))
    if difference.grid.replaced:
        yield Listed(What.REPLACED, Sort.TABLE, where, ())
        return
    named, changed = _cell_names(after), _changed(difference.grid)
    for pair in difference.grid.rows:
        if pair.new is None:
            yield Listed(What.DELETED, Sort.ROW, where, (_row(before, pair.old, Change.DELETED),))
        elif pair.old is None:
            yield Listed(What.INSERTED, Sort.ROW, where, (_row(after, pair.new, Change.INSERTED),))
        else:
            for place, runs in changed.get(pair.new, ()):
                yield Listed(What.CHANGED, Sort.CELL, f"{where}〔{named(place)}〕", runs)


def _changed(grid: GridChange) -> dict[int, list[tuple[Position, Runs]]]:
    """Of each row of the new table the cells whose words have changed."""
    found: dict[int, list[tuple[Position, Runs]]] = {}
    for place, runs in grid.cells.items():
        if is_changed(runs):
            found.setdefault(place[0], []).append((place, runs))
    return found


def _cell_names(table: Table) -> Callable[[Position], str]:
    """What the cell that begins at a position is called."""
    cells, lattice = {(cell.row, cell.column): cell for cell in table.cells}, Lattice(table)
    return lambda place: name_of_cell(lattice, cells[place])


def _row(table: Table, row: int | None, change: Change) -> Run:
    cells = (cell.compact for cell in table.lines() if cell.row == row)
    return Run(change, " | ".join(cell for cell in cells if cell))
