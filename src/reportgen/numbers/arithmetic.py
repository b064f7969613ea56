"""What a sum, a difference, a product or a quotient of stated numbers can be, given how exactly they were stated."""

from collections.abc import Iterable
from decimal import Decimal

from reportgen.model.quantity import Bound, Interval, Quantity
from reportgen.numbers.units import counts

_ZERO = Decimal(0)


def same_things(first: Quantity, second: Quantity) -> bool:
    """Whether two numbers may be added: the same unit (人 and 名 count alike), or two rates."""
    return first.kind == second.kind or counts(first.kind) == counts(second.kind)


def added(quantities: Iterable[Quantity]) -> Interval:
    """The range of a sum; open where one of the numbers is."""
    intervals = [quantity.interval for quantity in quantities]
    lows, highs = [each.low for each in intervals], [each.high for each in intervals]
    return Interval(
        None if None in lows else sum((low for low in lows if low is not None), _ZERO),
        None if None in highs else sum((high for high in highs if high is not None), _ZERO),
    )


def rounding(total: Quantity, parts: Iterable[Quantity]) -> Decimal:
    """What rounding can make between a total and its parts, in base units.

    Half a last place of the total, and half of the finest last place for each part: beside 5.25万元 an amount of
    100万元 is not rounded to the million. Nought is nought.
    """
    halves = [part.slack for part in parts if part.number]
    return total.slack + min(halves, default=_ZERO) * len(halves)


def together(first: Interval, second: Interval) -> Interval:
    """The range of first + second."""
    return Interval(
        first.low + second.low if first.low is not None and second.low is not None else None,
        first.high + second.high if first.high is not None and second.high is not None else None,
    )


def difference(first: Interval, second: Interval) -> Interval:
    """The range of first − second."""
    return Interval(
        first.low - second.high if first.low is not None and second.high is not None else None,
        first.high - second.low if first.high is not None and second.low is not None else None,
    )


def ratio(part: Interval, whole: Interval) -> Interval:
    """The range of part ÷ whole for amounts that are not negative; open where an end of either is."""
    low = part.low / whole.high if part.low is not None and whole.high else None
    high = part.high / whole.low if part.high is not None and whole.low is not None and whole.low > 0 else None
    return Interval(low, high)


def quotient(part: Interval, whole: Interval) -> Interval | None:
    """The range of part ÷ whole for numbers that are not negative; None when either is open or the whole may be 0."""
    found = ratio(part, whole)
    return None if found.low is None or found.high is None else found


def widened(quantity: Quantity, slack: Decimal) -> Interval:
    """An exact amount with `slack` base units on both sides, never more than its own decimals leave open."""
    stated = quantity.interval
    if quantity.bound is not Bound.EXACT or stated.high is None or stated.high - quantity.value <= slack:
        return stated
    return Interval(quantity.value - slack, quantity.value + slack)


_LEAST, _MOST = Decimal("0.95"), Decimal("1.05")


def share(part: Quantity, whole: Quantity, found: Interval) -> Interval:
    """What part ÷ whole can be, `found` by rounding alone: figures that are written alike are meant to be about equal.

    3万元 of 3万元 is not 88 %, though 2.64 and 3.00 are both rounded to 3; 1.3亿元 of 1.3亿元 may be 98.6 %.
    """
    alike = part.value == whole.value and part.decimals == whole.decimals and part.bound is whole.bound is Bound.EXACT
    if not alike or found.low is None or found.high is None:
        return found
    return Interval(max(found.low, _LEAST), min(found.high, _MOST))


def product(first: Interval, second: Interval) -> Interval | None:
    """The range of first × second for numbers that are not negative; None when either is open."""
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return None
    if first.low < 0 or second.low < 0:
        return None
    return Interval(first.low * second.low, first.high * second.high)
