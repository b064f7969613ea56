"""Slips of the hand: two digits that have changed places, 元 written for 万元."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.model.quantity import Quantity
from reportgen.numbers.arithmetic import rounding

_FEW = 2


def exchanged(first: Decimal, second: Decimal) -> bool:
    """Whether two neighbouring digits have changed places between them, and nothing else is different: 83 and 38."""
    decimals = min(0, *(int(each.as_tuple().exponent) for each in (first, second)))
    one, other = (f"{each:.{-decimals}f}".replace(".", "") for each in (first, second))
    apart = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(one) != len(other) or len(apart) != _FEW or apart[1] - apart[0] != 1:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def one_digit(first: Decimal, second: Decimal) -> bool:
    """Whether one digit is another between them."""
    decimals = min(0, *(int(each.as_tuple().exponent) for each in (first, second)))
    one, other = (f"{each:.{-decimals}f}" for each in (first, second))
    return len(one) == len(other) and sum(left != right for left, right in zip(one, other, strict=True)) == 1


def in_another_scale(total: Quantity, parts: Sequence[Quantity]) -> int | None:
    """Which of total (0) and parts (1 …) is written in 元 among 万元, or the other way about, when the sum holds with
    the unit of the others."""
    figures = [total, *parts]
    scales = Counter(each.scale for each in figures)
    if len(scales) != _FEW or total.unit != "元":
        return None
    (usual, _many), (odd, once) = scales.most_common()
    at = next(index for index, each in enumerate(figures) if each.scale == odd)
    figures[at] = replace(figures[at], scale=usual)
    made = sum((each.value for each in figures[1:]), Decimal(0))
    right = once == 1 and len(figures) > _FEW and abs(made - figures[0].value) <= rounding(figures[0], figures[1:])
    return at if right and figures[at].value else None
