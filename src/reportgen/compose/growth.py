"""Figures beside those of last year: {{ 上年.预算.支出 }} and, in percent, {{ 同比.预算.支出 }}."""

from decimal import Decimal

from reportgen.model.facts import FORMER, GROWTH, Fact, Facts
from reportgen.model.hole import Hole
from reportgen.model.quantity import Quantity, round_half_up

_DECIMALS = 2
_NOTHING = "—"
"""Printed where last year's figure is nought: from nothing there is no rate."""


def growth_named(name: str, facts: Facts) -> list[Fact]:
    """The growth that a reference means; none when either figure is not known by that name."""
    wanted = name.removeprefix(f"{GROWTH}.")
    now, before = facts.find(wanted), facts.find(f"{FORMER}.{wanted}")
    return [growth(now[0], before[0])] if wanted != name and len(now) == len(before) == 1 else []


def beside(kind: str, now: Fact, facts: Facts) -> Fact | None:
    """Last year's figure of the same path, or the growth since; None where last year had none."""
    path = (FORMER, *now.path)
    before = next((fact for fact in facts.find(".".join(path)) if fact.path == path), None)
    return growth(now, before) if before and kind == GROWTH else before


def growth(now: Fact, before: Fact) -> Fact:
    """In percent to two decimals; a hole while either is no figure, or the two are of different kinds."""
    path, one, other = (GROWTH, *now.path), now.quantity, before.quantity
    if one is None or other is None or one.kind != other.kind:
        return Fact(path, Hole("%"), now.place)
    if not other.value:
        return Fact(path, _NOTHING, now.place)
    rate = round_half_up((one.value - other.value) / abs(other.value) * Decimal(100), _DECIMALS)
    return Fact(path, Quantity(rate, "", "%", text=f"{rate}%"), now.place)
