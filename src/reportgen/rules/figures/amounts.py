"""Arithmetic on stated figures: what a quotient can be, given how exactly its parts were stated."""

from collections.abc import Iterable
from decimal import Decimal

from reportgen.model.content import FundColumn, FundRow
from reportgen.model.quantity import Bound, Interval, Quantity, plain, round_half_up
from reportgen.numbers import Stated

_NONE = Decimal(0)


def figures(row: FundRow, *columns: FundColumn) -> tuple[Quantity, ...] | None:
    """The figures of some columns of a fund table's line; None unless all of them are given."""
    cells = [row.cells[column].quantity for column in columns if column in row.cells]
    found = tuple(cell for cell in cells if cell)
    return found if len(found) == len(columns) else None


def ratio(part: Interval, whole: Interval) -> Interval:
    """The range of part ÷ whole for amounts that are not negative; open where an end of either is."""
    low = part.low / whole.high if part.low is not None and whole.high else None
    high = part.high / whole.low if part.high is not None and whole.low is not None and whole.low > 0 else None
    return Interval(low, high)


def widened(quantity: Quantity, slack: Decimal) -> Interval:
    """An exact amount with `slack` base units on both sides, never more than its own decimals leave open."""
    stated = quantity.interval
    if quantity.bound is not Bound.EXACT or stated.high is None or stated.high - quantity.value <= slack:
        return stated
    return Interval(quantity.value - slack, quantity.value + slack)


def exact_as_written(number: Stated, numbers: Iterable[Stated]) -> Interval:
    """What a figure can be, given how exactly its neighbours are stated: 60万元 beside 1.29万元 is 60.00万元."""
    own = number.quantity
    alike = [each.quantity for each in numbers if (each.quantity.scale, each.quantity.unit) == (own.scale, own.unit)]
    slack = min((Decimal(1).scaleb(-each.decimals) * each.factor / 2 for each in alike if each.number), default=_NONE)
    return widened(own, slack)


def like(value: Decimal, model: Quantity) -> str:
    """An amount in base units, said in the unit of another: 78.88万元."""
    return f"{plain(value / model.factor)}{model.scale}{model.unit}"


def last_place_only(ratio: Decimal, stated: Quantity) -> bool:
    """Whether a stated rate is off by no more than one in its last place: cut off, or made to fit 100 %."""
    return abs(ratio - stated.value) < Decimal(1).scaleb(-stated.decimals) * stated.factor * 3 / 2


def percent(value: Decimal, decimals: int) -> str:
    """A ratio as a percentage, rounded half-up: 115.20%."""
    return f"{round_half_up(value * 100, decimals)}%"
