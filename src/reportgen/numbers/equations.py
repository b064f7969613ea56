"""Figures that are known by their names: 上年结转 + 本年下达 = 支出 + 年末结转, whatever the order of the sentence.

A name counts only when one figure bears it, within a sentence or within two that follow each other; so nothing is
mixed that is said of two funds or of budget and outcome.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TypeVar

from reportgen.model.quantity import Bound, Interval, Quantity
from reportgen.numbers.arithmetic import together
from reportgen.numbers.clauses import sentences
from reportgen.numbers.labels import label_of
from reportgen.numbers.reader import Stated

T = TypeVar("T")
Names = Mapping[str, re.Pattern[str]]
"""What a figure may be called, by the name that an equation uses."""


@dataclass(frozen=True, slots=True)
class Equation:
    """The figures that make the same sum on both sides; the `result` is what is wrong when they do not."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    result: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every figure of it."""
        return self.left + self.right

    def holds(self, figures: Mapping[str, Interval]) -> bool:
        """Whether both sides can be the same."""
        left, right = (reduce(together, (figures[name] for name in side)) for side in (self.left, self.right))
        return left.meets(right)


def named(pieces: Sequence[tuple[str, T]], names: Names) -> dict[str, T]:
    """The figures that are called so, each by its name; what several are called is left out."""
    found: dict[str, list[T]] = {}
    for label, figure in pieces:
        for name, pattern in names.items():
            if pattern.fullmatch(label):
                found.setdefault(name, []).append(figure)
    return {name: figures[0] for name, figures in found.items() if len(figures) == 1}


def windows(text: str, numbers: Sequence[Stated], told_on: bool) -> Iterator[list[tuple[str, Stated]]]:
    """The figures of each sentence, with their labels, and of two where the first only states one figure.

    What is `told_on` runs over any two sentences that follow each other.
    """
    listed = [
        [(label_of(text, n), n) for n in numbers if found.start() <= n.start < found.end()] for found in sentences(text)
    ]
    told = [sentence for sentence in listed if sentence]
    yield from told
    yield from (first + second for first, second in pairwise(told) if told_on or len(first) == 1)


def comparable(figures: Sequence[Quantity]) -> bool:
    """Whether figures may stand in one equation: exact and of one kind."""
    return len({each.kind for each in figures}) == 1 and all(each.bound is Bound.EXACT for each in figures)


def broken(
    equations: Sequence[Equation], figures: Mapping[str, T], of: Callable[[T], Quantity], exact: Callable[[T], Interval]
) -> Equation | None:
    """The first equation of which all figures are given, exact and of one kind, and that does not hold."""
    given = [each for each in equations if all(name in figures for name in each.names)]
    given = [each for each in given if comparable([of(figures[name]) for name in each.names])]
    wrong = [each for each in given if not each.holds({name: exact(figures[name]) for name in each.names})]
    return wrong[0] if wrong else None
