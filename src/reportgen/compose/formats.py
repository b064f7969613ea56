"""How a fact is printed: as it was written, or in the unit and with the decimals that the reference asks for."""

from datetime import date
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.dates import spell_date
from reportgen.model.facts import Fact, Unreadable
from reportgen.model.hole import Hole
from reportgen.model.quantity import RATES, SCALES, Bound, Quantity, plain, round_half_up, split_unit
from reportgen.record import replace

_DECIMALS = re.compile(r"(\d)\s*位")
BARE = "数"


PLACEHOLDER = "【？】"
"""What stands where a figure is missing; a document with a hole is refused."""


class CannotPrint(Exception):
    """The reference asks for a unit that the fact cannot be given in."""


def print_fact(fact: Fact, formats: list[str]) -> str:
    """The words for a fact. Raises CannotPrint when a format does not fit it."""
    match fact.value:
        case Quantity() as quantity:
            return _print_quantity(quantity, formats)
        case Unreadable():
            return PLACEHOLDER
        case Hole() as hole:
            return str(_hole(hole, formats))
        case _ if formats:
            raise CannotPrint(formats[0])
        case date() as day:
            return spell_date(day)
        case text:
            return text


def _hole(hole: Hole, formats: list[str]) -> Hole:
    """In the unit that the reference asks for."""
    wanted = [each for each in formats if each != BARE and not _DECIMALS.fullmatch(each)]
    return Hole(wanted[0]) if wanted else hole


def _print_quantity(quantity: Quantity, formats: list[str]) -> str:
    if not formats:
        return str(quantity)
    unit, decimals = "", None
    for wanted in formats:
        match = _DECIMALS.fullmatch(wanted)
        if match:
            decimals = int(match[1])
        elif unit:
            raise CannotPrint(wanted)
        else:
            unit = wanted
    if unit == BARE and decimals is None and str(quantity).endswith(quantity.unit):
        return str(quantity).removesuffix(quantity.unit)
    if quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST):
        return _limit(quantity, unit, decimals, formats[-1])
    if quantity.bound is Bound.ABOUT or (decimals is not None and quantity.bound is Bound.OVER):
        raise CannotPrint(formats[-1])  # 约200人 with one decimal would claim to be exact
    return _converted(quantity, unit, decimals)


def _limit(quantity: Quantity, unit: str, decimals: int | None, wanted: str) -> str:
    """A limit is exact: 至少300000人次 is 至少30.0万人次. Raises CannotPrint for one in hanzi, 三十万人次以上."""
    shape = re.fullmatch(
        rf"(?P<lead>\D*)[\d.,]+{re.escape(quantity.scale + quantity.unit)}(?P<tail>\D*)", quantity.text
    )
    if shape is None:
        raise CannotPrint(wanted)
    return shape["lead"] + _converted(replace(quantity, bound=Bound.EXACT), unit, decimals) + shape["tail"]


def _converted(quantity: Quantity, unit: str, decimals: int | None) -> str:
    """In another unit or with other decimals; 「数」 and no unit keep the written scale (万)."""
    scale, base = quantity.scale, quantity.unit
    if unit not in (BARE, ""):
        scale, base = ("", unit) if unit in RATES else split_unit(unit)
    target = Quantity(Decimal(0), scale, base)
    if target.kind != quantity.kind or scale not in SCALES:
        raise CannotPrint(unit)
    number = quantity.value / target.factor
    digits = plain(number) if decimals is None else str(round_half_up(number, decimals))
    over = quantity.bound.value if quantity.bound is Bound.OVER else ""
    return f"{digits}{scale}{over}{'' if unit == BARE else base}"
