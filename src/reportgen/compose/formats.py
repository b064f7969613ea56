"""How a fact is printed: as it was written, or in the unit and with the decimals that the reference asks for."""

import re
from datetime import date
from decimal import Decimal

from reportgen.model.dates import spell_date
from reportgen.model.facts import Fact, Unreadable
from reportgen.model.quantity import RATES, SCALES, Bound, Quantity, plain, round_half_up, split_unit

_DECIMALS = re.compile(r"(\d)\s*位")
BARE = "数"


HOLE = "【？】"
"""What stands where a figure is missing; a document with a hole is refused."""


class CannotPrint(Exception):
    """The reference asks for a unit that the fact cannot be given in."""


def print_fact(fact: Fact, formats: list[str]) -> str:
    """The words for a fact. Raises CannotPrint when a format does not fit it."""
    match fact.value:
        case Quantity() as quantity:
            return _print_quantity(quantity, formats)
        case Unreadable():
            return HOLE
        case _ if formats:
            raise CannotPrint(formats[0])
        case date() as day:
            return spell_date(day)
        case text:
            return text


def _print_quantity(quantity: Quantity, formats: list[str]) -> str:
    unit, decimals = "", None
    for wanted in formats:
        match = _DECIMALS.fullmatch(wanted)
        if match:
            decimals = int(match[1])
        elif unit:
            raise CannotPrint(wanted)
        else:
            unit = wanted
    if unit == BARE:
        return _without_unit(quantity, decimals)
    if not unit and decimals is None:
        return str(quantity)
    return _converted(quantity, unit or quantity.scale + quantity.unit, decimals)


def _without_unit(quantity: Quantity, decimals: int | None) -> str:
    if decimals is not None:
        return str(round_half_up(quantity.number, decimals))
    return str(quantity).removesuffix(quantity.unit) if quantity.unit else str(quantity)


def _converted(quantity: Quantity, unit: str, decimals: int | None) -> str:
    scale, base = ("", unit) if unit in RATES else split_unit(unit)
    target = Quantity(Decimal(0), scale, base)
    if target.kind != quantity.kind or scale not in SCALES:
        raise CannotPrint(unit)
    number = quantity.value / target.factor
    digits = plain(number) if decimals is None else str(round_half_up(number, decimals))
    over = quantity.bound.value if quantity.bound is Bound.OVER else ""
    return f"{digits}{scale}{over}{base}"
