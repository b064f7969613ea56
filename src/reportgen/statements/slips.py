"""Slips of the hand: what one exchange of two digits, one other digit or another scale would make of a figure."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache

from reportgen.model.quantity import Bound, Interval, Quantity

SCALES = (Decimal(10**4), Decimal("1E-4"), Decimal(10**8), Decimal("1E-8"))
"""元 for 万元 or 亿元, and the other way."""
_SHIFTS = (
    Decimal(10),
    Decimal("0.1"),
    Decimal(100),
    Decimal("0.01"),
    Decimal(1000),
    Decimal("0.001"),
)
_PLACES = 3
"""By fewer places no other scale moves a figure, by so many no exchange of digits, however its due is rounded."""
_NOTHING = Decimal(0)
ABOUT, _FINE, _TOLD, _EXACTLY = Decimal("1.15"), 200, 20, 2000
"""About as large; nearly the same; what is known so exactly that a digit of it tells; that one of one digit does."""
_CLOSE = Decimal("1.12")
"""So many times a figure that may be the same, told in another place."""
_WIDE, _SHARP = 12, 50
_BLUNT, _NONE = 5, 10**6
"""A last place that comes out without a remainder tells as much where the total is written more roughly."""
_LEAST = 3
"""So many digits make it likely that a slip is one: of 12 and 21 nobody can tell."""


@lru_cache(maxsize=4096)
def exchanged(quantity: Quantity) -> tuple[Decimal, ...]:
    """Every number that two neighbouring digits make when they change places, in base units."""
    return tuple(_exchanged(quantity))


def _exchanged(quantity: Quantity) -> Iterator[Decimal]:
    digits = f"{abs(quantity.number):f}"
    sign = -1 if quantity.number < 0 else 1
    for at, after in zip(_places(digits), _places(digits)[1:], strict=False):
        if digits[at] != digits[after]:
            other = [*digits]
            other[at], other[after] = digits[after], digits[at]
            if other[0] == "0" and digits[1:2] != ".":
                continue  # nobody writes 0198.40
            yield sign * Decimal("".join(other)) * quantity.factor


def one_other(quantity: Quantity) -> Iterator[Decimal]:
    """Every number that another digit in one place makes, in base units."""
    digits = f"{abs(quantity.number):f}"
    sign = -1 if quantity.number < 0 else 1
    for at in _places(digits):
        for digit in "0123456789":
            if digit != digits[at] and not (digit == "0" and at == 0 and digits[1:2] != "."):
                yield sign * Decimal(digits[:at] + digit + digits[at + 1 :]) * quantity.factor


def other_digit(quantity: Quantity, value: Decimal) -> bool:
    """Whether one digit of the figure makes it `value`, given in base units."""
    decimals = quantity.decimals
    first, second = (f"{abs(each):.{decimals}f}" for each in (quantity.number, value / quantity.factor))
    return len(first) == len(second) and sum(one != two for one, two in zip(first, second, strict=True)) == 1


def is_slip_of(quantity: Quantity, value: Decimal) -> bool:
    """Whether an exchange of two digits, or one other digit, makes the figure `value`, given in base units."""
    if value.adjusted() != quantity.value.adjusted() and min(abs(value), abs(quantity.value)) >= quantity.factor:
        return False  # 12 and 150: neither brings another digit before the point
    return value in exchanged(quantity) or other_digit(quantity, value)


def is_exchange(quantity: Quantity, due: Interval, least: int = _LEAST) -> bool:
    """Whether an exchange of two digits makes the figure, which has `least` digits, what it must be."""
    if due.high is not None and due.high > 0 and _places_apart(quantity, due.high) >= _PLACES:
        return False
    return quantity.digits >= least and _narrow(quantity, due) and any(map(due.holds, exchanged(quantity)))


def is_other_digit(quantity: Quantity, due: Interval, least: int = _LEAST) -> bool:
    """Whether one other digit makes the figure, which has `least` digits, what it must be."""
    if quantity.digits < least or not _narrow(quantity, due) or due.low is None or due.high is None:
        return False
    return other_digit(quantity, due.middle)


def is_other_scale(quantity: Quantity, due: Interval) -> bool:
    """Whether another scale (元 for 万元) or a shifted point makes the figure what it must be."""
    if due.low is None or due.high is None:
        return False
    value = quantity.value
    if _places_apart(quantity, due.high) < _PLACES:
        return False  # most are about as large as they must be
    return not due.holds(_NOTHING) and _known(due) and any(due.holds(value * each) for each in SCALES)


def is_scaled(quantity: Quantity, value: Decimal) -> bool:
    """Whether the figure is exactly `value` in another scale: 52万 for 52, however coarse its own last place is."""
    return quantity.digits > 1 and any(quantity.value * each == value for each in SCALES)


def is_shifted(quantity: Quantity, due: Interval) -> bool:
    """Whether a shifted point makes the figure what it must be: 36.2 for 362."""
    value = quantity.value
    return not due.holds(_NOTHING) and any(due.holds(value * each) for each in _SHIFTS)


def is_about(quantity: Quantity, due: Interval | None, times: Decimal = ABOUT) -> bool:
    """Whether a figure is about as large as it must be, at most so many times; where that is open, it may be."""
    if due is None or due.low is None or due.high is None:
        return True
    meant = due.middle
    return meant > 0 and meant * times >= quantity.value >= meant / times


def is_close(one: Quantity, other: Quantity) -> bool:
    """Whether the larger of two figures is about as large as the other."""
    less, more = sorted((one.value, other.value))
    return more <= less * _CLOSE


def is_slip_away(quantity: Quantity, due: Interval | None) -> bool:
    """Whether one slip of the hand makes a figure what it must be; where that is open, it may."""
    if due is None or due.low is None or due.high is None:
        return True
    only = _only_one(quantity, due.low, due.high)
    low, high = (due.low, due.high) if only is None else (only, only)
    value, meant = abs(quantity.value), (low + high) / 2  # a minus is a slip as well
    if meant <= 0:
        return False
    if any(_is_near(value * each, meant) for each in (*SCALES, *_SHIFTS)):
        return True
    several = quantity.digits >= _LEAST - 1  # of 8 each digit is one slip away
    width = high - low
    told = width <= meant / (_TOLD if several else _EXACTLY)
    slips = (*exchanged(quantity), *one_other(quantity), *_one_more(quantity)) if told else ()
    half = meant / _EXACTLY + (quantity.half_place if several else 0)
    return any(Interval(low, high).meets(Interval(each - half, each + half)) for each in slips) or (
        width <= meant / _TOLD and _is_left_out(quantity, meant)
    )


def _only_one(quantity: Quantity, low: Decimal, high: Decimal) -> Decimal | None:
    """150人中有81人，占12%: of what is counted only 18 is twelve per cent, however roundly that is told."""
    last = quantity.half_place * 2
    if quantity.decimals or quantity.factor != 1 or quantity.digits < _LEAST - 1 or high < low:
        return None
    first = (low / last).to_integral_value(ROUND_CEILING) * last
    return first if first <= high < first + last else None


def is_told_exactly(quantity: Quantity, due: Interval | None) -> bool:
    """2辆，每辆4.20万元，合12.60万元: what so short a figure must be comes out at its last place."""
    if (
        due is None
        or due.low is None
        or due.high is None
        or quantity.digits >= _LEAST
        or quantity.bound is not Bound.EXACT
    ):
        return False
    last, middle = quantity.half_place * 2, due.middle
    zeros = Decimal(1).scaleb(quantity.value.normalize().adjusted() - quantity.digits + 1)  # 6,000元 tells thousands
    for place in dict.fromkeys((last, zeros)):
        meant = (middle / place).to_integral_value() * place
        fine = due.high - due.low <= place / _SHARP and abs(middle - meant) <= place / _SHARP
        fine = fine or (due.high - due.low <= place / _BLUNT and abs(middle - meant) <= place / _NONE)
        if (meant > place or meant == place > last) and fine and is_slip_of(quantity, meant):
            return True
    return False


def _is_left_out(quantity: Quantity, meant: Decimal) -> bool:
    """Whether one digit of what is meant is missing: 6 for 16."""
    said, due = (f"{each:.{quantity.decimals}f}" for each in (abs(quantity.number), meant / quantity.factor))
    return any(due[:at] + due[at + 1 :] == said for at in _places(due))


def _is_near(value: Decimal, meant: Decimal) -> bool:
    return abs(value - meant) * _FINE <= meant


def _one_more(quantity: Quantity) -> Iterator[Decimal]:
    """Every number that is left when one digit is taken out: of 16.67 also 6.67."""
    digits = f"{abs(quantity.number):f}"
    for at in _places(digits) if quantity.digits >= _LEAST else ():
        rest = digits[:at] + digits[at + 1 :]
        if rest.strip(".0"):
            yield Decimal(rest) * quantity.factor


def _places_apart(quantity: Quantity, due: Decimal) -> int:
    """By how many places what a figure must be is larger or smaller: quickly told, before its digits are looked at."""
    return abs(due.adjusted() - quantity.value.adjusted())


def _narrow(quantity: Quantity, due: Interval) -> bool:
    """Whether what a figure must be is known as exactly as it is written: else many digits would do."""
    if due.low is None or due.high is None:
        return False
    size = max(abs(due.low), abs(due.high))
    return due.high - due.low <= max(quantity.half_place * _WIDE, size / 2000)


def _known(due: Interval) -> bool:
    """Whether what a figure must be is known to a few per cent: enough to see that it is ten thousand times too big."""
    if due.low is None or due.high is None:
        return False
    return due.high - due.low <= max(abs(due.low), abs(due.high)) / 20


def _places(digits: str) -> list[int]:
    return [at for at, char in enumerate(digits) if char.isdecimal()]
