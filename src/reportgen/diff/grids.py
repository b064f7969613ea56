"""Two tables held against each other: rows aligned, then cell by cell."""

from collections.abc import Iterator, Sequence

from reportgen.diff.alignment import Step, aligned
from reportgen.diff.members import Member, Sort, Square
from reportgen.diff.runs import Runs, runs_of
from reportgen.record import Struct, field

Position = tuple[int, int]
"""Row and column of a cell, from 0."""


class RowPair(Struct, frozen=True):
    """A row of the old table and the row of the new one that it became; None for what was deleted or inserted."""

    old: int | None
    new: int | None


class GridChange(Struct, frozen=True):
    """What became of a table.

    One whose columns are not the same is `replaced`: nobody can say which cell is which. Else `rows` are all rows in
    reading order, and `cells` the words of each cell of a kept row, by its position in the new table.
    """

    replaced: bool
    rows: tuple[RowPair, ...] = ()
    cells: dict[Position, Runs] = field(default_factory=dict)


def compared(old: Sequence[Square], new: Sequence[Square]) -> GridChange:
    """What became of a table, by its cells."""
    if _columns(old) != _columns(new):
        return GridChange(True)
    before, after = _Rows(old), _Rows(new)
    rows = tuple(_pairs(before, after))
    cells = {}
    for pair in rows:
        if pair.old is not None and pair.new is not None:
            for square in after.begun[pair.new]:
                cells[pair.new, square.column] = runs_of(before.text(pair.old, square.column), square.text)
    return GridChange(False, rows, cells)


def _columns(squares: Sequence[Square]) -> int:
    return max((square.column + square.columns for square in squares), default=0)


class _Rows:
    """A table by its rows."""

    def __init__(self, squares: Sequence[Square]) -> None:
        count = max((square.row + square.rows for square in squares), default=0)
        self.begun: list[list[Square]] = [[] for _row in range(count)]
        self.parts: list[dict[int, int]] = [{} for _row in range(count)]
        """Of each row the columns at which a cell begins or goes on, with its width."""
        for square in sorted(squares, key=lambda each: (each.row, each.column)):
            self.begun[square.row].append(square)
            for row in range(square.row, square.row + square.rows):
                self.parts[row][square.column] = square.columns
        self.members = [self._member(row) for row in range(count)]

    def _member(self, row: int) -> Member:
        words = "\t".join(square.text for square in self.begun[row])
        return Member(Sort.PARAGRAPH, f"{self._shape(row)}\0{words}", words)

    def _shape(self, row: int) -> str:
        """Where its cells begin: only rows that are cut alike can be the same one."""
        return ",".join(f"{column}+{width}" for column, width in sorted(self.parts[row].items()))

    def fits(self, row: int, other: "_Rows", of_other: int) -> bool:
        """Whether each word of the row has a cell in a row of the other table."""
        there = {square.column for square in other.begun[of_other]}
        said = {square.column for square in self.begun[row] if square.text}
        return self.parts[row] == other.parts[of_other] and said <= there

    def text(self, row: int, column: int) -> str:
        """The words of the cell that begins there; none where it goes on from above."""
        return next((square.text for square in self.begun[row] if square.column == column), "")


def _pairs(before: _Rows, after: _Rows) -> Iterator[RowPair]:
    for step in _in_order(aligned(before.members, after.members, pieces=False), before, after):
        if step.old and step.new and before.fits(step.old[0], after, step.new[0]):
            yield RowPair(step.old[0], step.new[0])
        else:
            yield from (RowPair(at, None) for at in step.old)
            yield from (RowPair(None, at) for at in step.new)


def _in_order(steps: list[Step], before: _Rows, after: _Rows) -> Iterator[Step]:
    """The steps; as many rows deleted as inserted at one place, cut alike, are rows that were filled anew."""
    gone: list[Step] = []
    come: list[Step] = []
    for step in (*steps, Step((-1,), (-1,))):
        if not step.new:
            gone.append(step)
        elif not step.old:
            come.append(step)
        else:
            yield from _refilled(gone, come, before, after)
            gone, come = [], []
            yield from [step] if step.old[0] >= 0 else []


def _refilled(gone: list[Step], come: list[Step], before: _Rows, after: _Rows) -> Iterator[Step]:
    pairs = list(zip(gone, come, strict=False))
    if len(gone) == len(come) and all(before.fits(i.old[0], after, j.new[0]) for i, j in pairs):
        yield from (Step(i.old, j.new) for i, j in pairs)
    else:
        yield from (*gone, *come)
