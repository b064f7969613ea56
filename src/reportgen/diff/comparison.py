"""Two drafts, member by member: what each step has done to the words."""

from collections.abc import Sequence

from reportgen.diff.alignment import Step, aligned
from reportgen.diff.breaks import END
from reportgen.diff.grids import GridChange, compared
from reportgen.diff.members import Member, Sort
from reportgen.diff.runs import Run, Runs, is_changed, runs_of
from reportgen.model.inline import Change
from reportgen.record import Struct

_FEW, _HARDLY = 8, 0.2
"""Members from which on it can be told that drafts have hardly anything in common, and the share of them below which
they have.
"""


class NoteChange(Struct, frozen=True):
    """What became of a note: its words, and its number among the new ones; None for one that was deleted."""

    new: int | None
    runs: Runs


class Difference(Struct, frozen=True):
    """What became of some members; `is_kept` where nothing did.

    `runs` are the words of paragraphs, one behind the other with `END` between; of a table or a drawing all that was
    deleted or inserted with it. A table that is in both drafts has its `grid`.
    """

    step: Step
    sort: Sort
    runs: Runs
    grid: GridChange | None = None
    notes: tuple[NoteChange, ...] = ()

    @property
    def is_kept(self) -> bool:
        """Whether both drafts have the same there."""
        in_cells = self.grid is not None and (
            self.grid.replaced
            or any(pair.old is None or pair.new is None for pair in self.grid.rows)
            or any(map(is_changed, self.grid.cells.values()))
        )
        return not (in_cells or is_changed(self.runs) or any(is_changed(note.runs) for note in self.notes))


class Comparison(Struct, frozen=True):
    """Two drafts and what became of the one on the way to the other, in reading order."""

    old: tuple[Member, ...]
    new: tuple[Member, ...]
    differences: tuple[Difference, ...]

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that are any."""
        return tuple(each for each in self.differences if not each.is_kept)

    @property
    def is_of_two_documents(self) -> bool:
        """Whether hardly anything is in both: somebody may have named the wrong file."""
        shared = sum(bool(each.step.old and each.step.new) for each in self.differences)
        return len(self.differences) >= _FEW and shared < len(self.differences) * _HARDLY

    def member(self, difference: Difference) -> Member:
        """The member that stands for a difference: the new one, else the old one."""
        new, old = difference.step.new, difference.step.old
        return self.new[new[0]] if new else self.old[old[0]]


def compare(old: Sequence[Member], new: Sequence[Member]) -> Comparison:
    """What became of the members of the old draft."""
    steps = aligned(old, new)
    return Comparison(tuple(old), tuple(new), tuple(_difference(step, old, new) for step in steps))


def _difference(step: Step, old: Sequence[Member], new: Sequence[Member]) -> Difference:
    before, after = [old[at] for at in step.old], [new[at] for at in step.new]
    sort = (after or before)[0].sort
    if sort is Sort.TURN:
        return Difference(step, sort, ())
    if before and after and sort is Sort.TABLE:
        return Difference(step, sort, (), compared(before[0].squares, after[0].squares))
    return Difference(step, sort, _runs(before, after), notes=_notes(before, after))


def _runs(before: Sequence[Member], after: Sequence[Member]) -> Runs:
    one, other = (END.join(each.words for each in side) for side in (before, after))
    if before and after:
        return runs_of(one, other)
    return (Run(Change.DELETED, one),) if before else (Run(Change.INSERTED, other),)


def _notes(before: Sequence[Member], after: Sequence[Member]) -> tuple[NoteChange, ...]:
    """Notes of members that became each other; a note that went with its paragraph is told with it."""
    old, new = (
        [Member(Sort.PARAGRAPH, note, note) for each in side for note in each.notes] for side in (before, after)
    )
    return tuple(
        NoteChange(step.new[0] if step.new else None, _runs([old[at] for at in step.old], [new[at] for at in step.new]))
        for step in aligned(old, new, pieces=False)
    )
