"""What a chart compares: the figures of its plan → series in one unit, in the shape that its kind wants."""

from collections.abc import Mapping
from decimal import Decimal

from reportgen.compose.chart_limits import refusal
from reportgen.compose.chart_shapes import shaped
from reportgen.compose.chart_sources import EARNED_RATE, Source, lines_of
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import BAD_UNIT, WRONG_TYPE
from reportgen.language import _
from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.chart_plan import ChartPlan, Lines
from reportgen.model.content import FundTable
from reportgen.model.facts import Fact
from reportgen.model.inline import Number
from reportgen.model.quantity import RATES, Bound, Quantity, plain, split_unit

_BEFORE = {Bound.ABOUT: "约", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}


def drawn(plan: ChartPlan, data: Source, section: str, found: list[Diagnostic]) -> Chart | None:
    """The chart of a plan; None when it cannot be drawn, with the reason added to `found`."""
    lines = lines_of(plan, data)
    reason = refusal(plan, data, lines)
    if reason:
        found.append(WRONG_TYPE.at(plan.name.place, reason))
        return None
    unit = _unit(plan, data, lines)
    strange = next((fact for fact in _measured_in(plan.kind, lines, unit) if _in_unit(fact, unit) is None), None)
    if strange is not None:
        label = _("「{value}」不能印成「{unit}」", value=strange.value, unit=unit)
        found.append(BAD_UNIT.at(strange.place, label, fix=_("一张图里的数字要能换成同一个单位")))
        return None
    return _chart(plan, section, lines, unit)


def _chart(plan: ChartPlan, section: str, lines: Lines, unit: str) -> Chart:
    categories = tuple(dict.fromkeys(name for line in lines.values() for name in line))
    series = tuple(_series(name, line, categories, unit) for name, line in lines.items())
    numbers = tuple(
        Number(_label(fact, unit) or str(fact.value), fact, fact.place)
        for line in lines.values()
        for fact in line.values()
    )
    made = Chart(
        plan.kind, plan.name.text, categories, series, unit, section=section, origin=plan.name.place, inlines=numbers
    )
    return shaped(made, lines)


def _unit(plan: ChartPlan, data: Source, lines: Lines) -> str:
    """The unit that the plan names, else that of the fund table, else that of the first figure."""
    if plan.unit:
        return plan.unit.text
    if isinstance(data, FundTable):
        return data.unit
    if EARNED_RATE in lines:
        return "%"
    first = next(fact.quantity for line in lines.values() for fact in line.values())
    return first.scale + first.unit if first else ""


def _measured_in(kind: ChartKind, lines: Lines, unit: str) -> list[Fact]:
    """The facts that must be of the chart's unit: not those of a rate's line, nor targets, of units of their own."""
    if kind is ChartKind.TARGET:
        return []
    kept = list(lines.values())
    if kind is ChartKind.COMBINED and unit not in RATES and _are_rates(kept[-1]):
        kept.pop()
    return [fact for line in kept for fact in line.values()]


def _are_rates(line: Mapping[str, Fact]) -> bool:
    return all(fact.quantity and fact.quantity.unit in RATES for fact in line.values())


def _series(name: str, line: Mapping[str, Fact], categories: tuple[str, ...], unit: str) -> Series:
    facts = [line.get(category) for category in categories]
    values = tuple(_in_unit(fact, unit) if fact else None for fact in facts)
    return Series(name, values, tuple(_label(fact, unit) if fact else "" for fact in facts))


def _in_unit(fact: Fact, unit: str) -> Decimal | None:
    """The figure counted in `unit`; None when it is of another kind."""
    quantity, one = fact.quantity, _one(unit)
    return quantity.value / one.factor if quantity and quantity.kind == one.kind else None


def _one(unit: str) -> Quantity:
    return Quantity(Decimal(1), *(("", unit) if unit in RATES else split_unit(unit)))


def _label(fact: Fact, unit: str) -> str:
    """The figure as it is printed in the chart: digits as they were written when the unit is the same."""
    quantity, value = fact.quantity, _in_unit(fact, unit)
    if quantity is None or value is None:
        return ""
    same = quantity.factor == _one(unit).factor
    digits = f"{quantity.number:{',f' if ',' in quantity.text else 'f'}}" if same else plain(value)
    return _BEFORE.get(quantity.bound, "") + digits + ("余" if quantity.bound is Bound.OVER else "")
