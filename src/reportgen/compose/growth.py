"""同比: a reference to how much more or less a figure is than last year's of the same name: {{ 同比.预算.支出 }}."""

from decimal import Decimal

from reportgen.model.facts import FORMER, Fact, Facts
from reportgen.model.hole import Hole
from reportgen.model.quantity import Quantity, round_half_up

GROWTH = "同比"
_DECIMALS = 2
_NOTHING = "—"
"""Printed where last year's figure is nought: from nothing there is no rate."""


def growth_named(name: str, facts: Facts) -> list[Fact]:
    """The growth that a reference means, in percent to two decimals; none when either figure is not known by that name.

    Without a figure of this year yet it is a hole, and so it is where the two are no figures of one kind.
    """
    wanted = name.removeprefix(f"{GROWTH}.")
    now, before = facts.find(wanted), facts.find(f"{FORMER}.{wanted}")
    if wanted == name or len(now) != 1 or len(before) != 1:
        return []
    one, other = now[0].quantity, before[0].quantity
    if one is None or other is None or one.kind != other.kind:
        return [Fact((GROWTH, *now[0].path), Hole("%"), now[0].place)]
    if not other.value:
        return [Fact((GROWTH, *now[0].path), _NOTHING, now[0].place)]
    rate = round_half_up((one.value - other.value) / abs(other.value) * Decimal(100), _DECIMALS)
    return [Fact((GROWTH, *now[0].path), Quantity(rate, "", "%", text=f"{rate}%"), now[0].place)]
