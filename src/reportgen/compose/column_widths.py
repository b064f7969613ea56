"""Widths of columns from what stands in them: a form becomes as low as it can with the columns that its pack gives.

A column gives room to another one as long as the form becomes lower by it. It keeps the most of what the pack gives,
and room for its longest word or number. Where nothing is won, the widths stay the pack's.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate, permutations

from reportgen.compose.heights import Heights

_LEAST = Decimal("0.55")
"""So much of its own width a column keeps."""
_STEPS = (Decimal(3), Decimal(1))
"""mm that go from one column to another."""
_WON = 1.0
"""pt: by less than this a form is not lower."""
_MOST_ROUNDS = 4
"""Times that all columns are gone through with a step."""
_TORN = 6.0
"""pt that a torn name is worth."""


Widths = tuple[Decimal, ...]


def widths_by_content(heights: Heights, start: Widths) -> Widths:
    """The widths at which the form is lowest, by steps from some that are about right."""
    search = _Search(heights, heights.table.widths)
    widths, cost = start, search.cost(start)
    for step in _STEPS:
        for _round in range(_MOST_ROUNDS):
            before = cost
            widths, cost = search.round(widths, step, cost)
            if cost == before:
                break
    return widths


def with_room_for_figures(heights: Heights) -> Widths:
    """The widths that the pack gives, but for columns in which ≤100% or another word has no line to itself.

    These get what they lack from the columns that lose the least by it; where no column can spare it, nothing changes.
    """
    given = heights.table.widths
    search, widths = _Search(heights, given), given
    for (first, end), needed in heights.least_widths().items():
        while end == first + 1 and heights.columns(widths)[first] < needed:
            ways = [moved for moved in _given_to(first, widths) if search.can_spare(moved)]
            if not ways:
                return given
            widths = min(ways, key=search.cost)
    return widths


def _given_to(taking: int, widths: Widths) -> Iterator[Widths]:
    step = _STEPS[-1]
    for giving, width in enumerate(widths):
        if giving != taking:
            moved = {giving: width - step, taking: widths[taking] + step}
            yield tuple(moved.get(at, each) for at, each in enumerate(widths))


class _Search:
    """Looks for better widths than those that a pack has `given`."""

    def __init__(self, heights: Heights, given: Widths) -> None:
        self.heights, self.given = heights, given
        columns = heights.columns(given)
        least = heights.least_widths()
        self.needs = [(span, min(needed, sum(columns[slice(*span)]))) for span, needed in least.items()]
        """What the pack has no room for is not asked for."""

    def round(self, widths: Widths, step: Decimal, cost: float) -> tuple[Widths, float]:
        """Every column tries to give to every other one; what makes the form lower is done."""
        for giving, taking in permutations(range(len(widths)), 2):
            if widths[giving] - step < self.given[giving] * _LEAST:
                continue
            moved = list(widths)
            moved[giving] -= step
            moved[taking] += step
            if self.has_room(moved) and (better := self.cost(moved)) < cost - _WON:
                widths, cost = tuple(moved), better
        return widths, cost

    def cost(self, widths: Iterable[Decimal]) -> float:
        """How high the form is, and what a torn name is held to be worth."""
        height, torn = self.heights.of(widths)
        return height + torn * _TORN

    def can_spare(self, widths: Widths) -> bool:
        """Whether no column has given too much of its own, or what one of its words needs."""
        kept = all(width >= given * _LEAST for width, given in zip(widths, self.given, strict=True))
        return kept and self.has_room(widths)

    def has_room(self, widths: Iterable[Decimal]) -> bool:
        """Whether every word and number has a line to itself that had one in the pack's widths."""
        edges = [0.0, *accumulate(self.heights.columns(widths))]
        return all(edges[end] - edges[first] >= needed - 0.01 for (first, end), needed in self.needs)
