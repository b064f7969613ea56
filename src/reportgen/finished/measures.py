"""Lengths as readers of both formats measure them → the measures of a `Setting`."""

from decimal import Decimal

OFF_MIDDLE = 1.0
"""In 字: so far from the middle a line still stands in it."""


def tenth(number: float) -> Decimal:
    """A measure as a `Setting` has it."""
    return Decimal(str(round(number, 1)))


def half_point(size: float) -> Decimal:
    """A size of letters as Word's list has it."""
    return Decimal(str(round(size * 2) / 2))


def hundredth(number: float) -> Decimal:
    """A distance of lines as a `Setting` has it."""
    return Decimal(str(round(number, 2)))
