"""What a cell works out from other cells: a spreadsheet calculates with it, and it tells what must come out.

A formula names the cells by their grid positions and is evaluated here in `Decimal`: a renderer writes it only where
it gives what is printed, so that a recalculation never contradicts the paper.
"""

from collections.abc import Mapping
from decimal import Decimal

from reportgen.model.quantity import round_half_up
from reportgen.record import Struct

Position = tuple[int, int]
"""Row and column of the upper left corner of a cell, from 0."""
Numbers = Mapping[Position, Decimal | None]
"""The numbers of a table's cells; None, or no entry, where a cell is blank or holds words."""
ONE = Decimal(1)


class Total(Struct, frozen=True):
    """The sum of some cells."""

    parts: tuple[Position, ...]

    @property
    def uses(self) -> tuple[Position, ...]:
        """The cells that it calculates with."""
        return self.parts

    def value(self, numbers: Numbers) -> Decimal | None:
        """What comes out: blank cells count nothing."""
        return sum((numbers.get(part) or Decimal(0) for part in self.parts), Decimal(0)) if self.parts else None


class Share(Struct, frozen=True):
    """A part of a whole as a ratio, 0.98 for 98 %; with `points` the score that it earns, at most `points`.

    Nothing comes out where there is no whole. Rounded half-up to `decimals`.
    """

    part: tuple[Position, ...]
    whole: tuple[Position, ...]
    decimals: int
    points: Decimal | None = None

    @property
    def uses(self) -> tuple[Position, ...]:
        """The cells that it calculates with."""
        return self.part + self.whole

    def value(self, numbers: Numbers) -> Decimal | None:
        """What comes out; None where there is no whole."""
        part, whole = Total(self.part).value(numbers), Total(self.whole).value(numbers)
        return None if part is None or whole is None else share_of(part, whole, self.decimals, self.points)


def share_of(part: Decimal, whole: Decimal, decimals: int, points: Decimal | None = None) -> Decimal | None:
    """A part of a whole, or the points for it, rounded half-up; None where there is no whole."""
    if not whole:
        return None
    share = part / whole
    return round_half_up(share if points is None else min(share, ONE) * points, decimals)


class Earned(Struct, frozen=True):
    """The points that an indicator earns: all when the target is met, else the share of it that was reached.

    `at_most`: a target that must not be exceeded (≤). `scale` is how much of the target's unit one of the result's is
    (10000 for 人次 and 万人次 the other way round).
    """

    points: Position
    target: Position
    actual: Position
    decimals: int
    at_most: bool = False
    scale: Decimal = ONE

    @property
    def uses(self) -> tuple[Position, ...]:
        """The cells that it calculates with."""
        return self.points, self.target, self.actual

    def value(self, numbers: Numbers) -> Decimal | None:
        """What comes out; None where a figure is missing or nothing can be divided by."""
        points, target, actual = (numbers.get(position) for position in self.uses)
        if points is None or target is None or actual is None:
            return None
        actual *= self.scale
        if actual <= target if self.at_most else actual >= target:
            return round_half_up(points, self.decimals)
        part, whole = (target, actual) if self.at_most else (actual, target)
        return round_half_up(max(Decimal(0), points * part / whole), self.decimals) if whole else None


class Graded(Struct, frozen=True):
    """The grade of a score: the first of the `bands`, from the best down, whose least points it reaches."""

    score: Position
    bands: tuple[tuple[str, Decimal], ...]

    @property
    def uses(self) -> tuple[Position, ...]:
        """The cells that it calculates with."""
        return (self.score,)

    def word(self, numbers: Numbers) -> str:
        """What comes out; nothing where there is no score."""
        score = numbers.get(self.score)
        names = (name for name, low in self.bands if score is not None and score >= low)
        return next(names, "" if score is None else self.bands[-1][0])


Formula = Total | Share | Earned | Graded
