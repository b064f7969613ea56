"""Every step of a build that asks the system for something fails in turn, each in several ways."""

import errno
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.faults.steps import ERRORS, Fault, faulty
from benchmarks.faults.trial import Trial, answer, left_over
from reportgen.record import Struct

_CLEARED_LATER = ("unlink",)
"""When that fails, what was on its way is left, until another process clears it away."""
_READING = ("open", "scandir", "listdir")
"""Steps that as a rule only read, two thirds of all."""
_ALLOWED = (0, 2, 3)
"""What a build may end with: the program's own fault is none of them."""


class Refused(Struct, frozen=True):
    """One fault, and what went wrong beyond it."""

    step: str
    number: int
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.step} {errno.errorcode[self.number]}: {'; '.join(self.wrong)}"


def steps_of(trial: Trial, folder: Path) -> list[str]:
    """All steps of a build in which nothing fails."""
    with faulty(Fault()) as fault:
        answer(*trial.words(folder), anew=True)
    return fault.seen


def refused(trial: Trial, reads: int = 1, writes: int = 1, errors: Iterable[int] = ERRORS) -> Iterator[Refused]:
    """One after another: every so many of the steps that only read, and of the others, each with each error; where some
    are left out, with one of the errors, in turn.
    """
    steps, numbers = steps_of(trial, trial.fresh("counted")), list(errors)
    chosen = [*_every(steps, reads, reading=True), *_every(steps, writes, reading=False)]
    for turn, (at, all_errors) in enumerate(sorted(chosen)):
        for number in numbers if all_errors else [numbers[turn % len(numbers)]]:
            yield _refused(trial, at, number)


def _every(steps: list[str], nth: int, reading: bool) -> Iterator[tuple[int, bool]]:
    """The numbers of steps, and whether they are all."""
    found = [at for at, name in enumerate(steps) if (name in _READING) is reading]
    return ((at, nth == 1) for at in found[::nth])


def _refused(trial: Trial, at: int, number: int) -> Refused:
    folder = trial.fresh("refused")
    with faulty(Fault(at, number)) as fault:
        code, told = answer(*trial.words(folder), anew=True)
    wrong = [] if code in _ALLOWED else [f"exit {code}: {told[-400:]}"]
    wrong += trial.wrong(folder)
    wrong += left_over(folder) if fault.met not in _CLEARED_LATER else []
    wrong += trial.unfinished(folder)
    return Refused(fault.met, number, tuple(wrong))


def counts(found: Iterable[Refused]) -> Counter[str]:
    """How many faults there were of each step."""
    return Counter(each.step for each in found)
