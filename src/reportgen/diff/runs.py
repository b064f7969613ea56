"""Two texts → runs of words that both have, that only the old one has, and that only the new one has."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from reportgen.model.inline import Change
from reportgen.numbers.tokens import is_number, tokens
from reportgen.record import Struct


class Run(Struct, frozen=True):
    """Words that stand together and have become the same; None for those that were kept."""

    change: Change | None
    text: str


Runs = tuple[Run, ...]


def runs_of(old: str, new: str) -> Runs:
    """The runs in reading order; what was deleted stands before what has come in its place.

    >>> [(run.change and run.change.value, run.text) for run in runs_of("支出518.89万元。", "支出602.30万元。")]
    [(None, '支出'), ('删去', '518.89'), ('增加', '602.30'), (None, '万元。')]
    """
    if old == new:
        return (Run(None, new),) if new else ()
    before, after = tokens(old), tokens(new)
    return tuple(_joined(_without_islands(list(_steps(before, after)))))


def is_changed(runs: Iterable[Run]) -> bool:
    """Whether anything was deleted or inserted."""
    return any(run.change for run in runs)


def text_of(runs: Iterable[Run], left_out: Change) -> str:
    """One of the two texts: the new one where deletions are left out, the old one where insertions are."""
    return "".join(run.text for run in runs if run.change is not left_out)


_Step = tuple[list[str], list[str], list[str]]
"""Words that only the old text has, words that only the new one has, and those that both have behind them."""


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    """The ends that both share are cut off first: most texts differ in a few words."""
    head = _shared(before, after)
    tail = _shared(before[:head:-1], after[:head:-1])
    tail = min(min(len(before), len(after)) - head, tail)
    yield [], [], list(before[:head])
    deleted: list[str] = []
    inserted: list[str] = []
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    for kind, start, end, first, last in SequenceMatcher(None, *middle, autojunk=False).get_opcodes():
        if kind == "equal":
            yield deleted, inserted, list(middle[0][start:end])
            deleted, inserted = [], []
        else:
            deleted, inserted = [*deleted, *middle[0][start:end]], [*inserted, *middle[1][first:last]]
    yield deleted, inserted, list(before[len(before) - tail :])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _without_islands(steps: list[_Step]) -> list[_Step]:
    """A single hanzi or mark that happens to be in both, between changes, is no help to a reader."""
    made: list[_Step] = []
    for deleted, inserted, kept in steps:
        if made and _is_island(made[-1], deleted, inserted):
            gone, come, island = made.pop()
            made.append(([*gone, *island, *deleted], [*come, *island, *inserted], kept))
        else:
            made.append((deleted, inserted, kept))
    return made


def _is_island(before: _Step, deleted: list[str], inserted: list[str]) -> bool:
    gone, come, kept = before
    if len(kept) != 1 or is_number(kept[0]) or kept[0].isspace():
        return False
    replaced = bool(gone and come) and bool(deleted and inserted)
    return replaced and not any(is_number(token) for token in (*gone, *come, *deleted, *inserted))


def _joined(steps: Iterable[_Step]) -> Iterator[Run]:
    runs = (run for deleted, inserted, kept in steps for run in _of_step(deleted, inserted, kept))
    for change, group in groupby(runs, key=lambda run: run.change):
        yield Run(change, "".join(run.text for run in group))


def _of_step(deleted: list[str], inserted: list[str], kept: list[str]) -> Iterator[Run]:
    for change, words in ((Change.DELETED, deleted), (Change.INSERTED, inserted), (None, kept)):
        if words:
            yield Run(change, "".join(words))
