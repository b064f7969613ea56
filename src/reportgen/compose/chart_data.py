"""What a chart compares: figures of its own, of a group, or of a fund table → series in one unit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import AMBIGUOUS_FACT, BAD_UNIT, UNKNOWN_FACT, WRONG_TYPE
from reportgen.language import _
from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.chart_plan import ChartPlan
from reportgen.model.content import Content, FundColumn, FundTable
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.inline import Number
from reportgen.model.quantity import RATES, Bound, Quantity, plain, split_unit
from reportgen.place import Written
from reportgen.source.expect import did_you_mean

_Lines = Mapping[str, Mapping[str, Fact]]
"""The figure of each category, by series."""
_BEFORE = {Bound.ABOUT: "约", Bound.AT_LEAST: "≥", Bound.AT_MOST: "≤"}


def drawn(plan: ChartPlan, content: Content, section: str, found: list[Diagnostic]) -> Chart | None:
    """The chart of a plan; None when it cannot be drawn, with the reason added to `found`."""
    data = _other(plan.data, content, found) if isinstance(plan.data, Written) else plan.data
    if data is None:
        return None
    lines = _lines(plan, data)
    refusal = _refusal(plan, data, lines)
    if refusal:
        found.append(WRONG_TYPE.at(plan.name.place, refusal))
        return None
    unit = _unit(plan, data, lines)
    figures = [[(fact, _in_unit(fact, unit)) for fact in line.values()] for line in lines.values()]
    strange = next((fact for line in figures for fact, value in line if value is None), None)
    if strange is not None:
        label = _("「{value}」不能印成「{unit}」", value=strange.value, unit=unit)
        found.append(BAD_UNIT.at(strange.place, label, fix=_("一张图里的数字要能换成同一个单位")))
        return None
    categories = tuple(dict.fromkeys(name for line in lines.values() for name in line))
    series = tuple(_series(name, line, categories, unit) for name, line in lines.items())
    numbers = tuple(Number(_label(fact, unit), fact, fact.place) for line in lines.values() for fact in line.values())
    return Chart(
        plan.kind, plan.name.text, categories, series, unit, section=section, origin=plan.name.place, inlines=numbers
    )


def _other(name: Written, content: Content, found: list[Diagnostic]) -> FundTable | FactGroup | None:
    """The fund table or the group of figures that is called so."""
    wanted, known = tuple(name.text.split(".")), dict(_sources(content))
    meant = [path for path in known if path[-len(wanted) :] == wanted]
    meant = [path for path in meant if path == wanted] or meant
    if len(meant) == 1:
        return known[meant[0]]
    names = [".".join(path) for path in meant or known]
    if meant:
        label = _("可能是：{candidates}", candidates=_("、").join(names[:5]))
        found.append(AMBIGUOUS_FACT.at(name.place, label))
    else:
        label = _("没有叫「{name}」的经费表，也没有叫这个名称的一组数据", name=name.text)
        found.append(UNKNOWN_FACT.at(name.place, label, fix=did_you_mean(name.text, names)))
    return None


def _sources(content: Content) -> Iterator[tuple[tuple[str, ...], FundTable | FactGroup]]:
    for path, value in content.values.items():
        match value:
            case FundTable():
                yield tuple(path.split(".")), value
            case FactGroup():
                yield from _groups(value)
            case _:
                pass


def _groups(group: FactGroup) -> Iterator[tuple[tuple[str, ...], FactGroup]]:
    yield group.path, group
    for inner in group.groups:
        yield from _groups(inner)


def _lines(plan: ChartPlan, data: FundTable | FactGroup) -> _Lines:
    found: dict[str, dict[str, Fact]] = {}
    match data:
        case FundTable():
            found = {
                column.value: {row.name: row.cells[column] for row in data.items if column in row.cells}
                for column in map(FundColumn, plan.columns)
            }
        case FactGroup(groups=()):
            found = {plan.name.text: {fact.path[-1]: fact for fact in data.facts}}
        case FactGroup():
            found = {group.path[-1]: {fact.path[-1]: fact for fact in group.facts} for group in data.groups}
    return {name: line for name, line in found.items() if line}


def _refusal(plan: ChartPlan, data: FundTable | FactGroup, lines: _Lines) -> str:
    """Why the chart cannot be drawn; empty when it can."""
    values = [fact.quantity.value for line in lines.values() for fact in line.values() if fact.quantity]
    if isinstance(data, FactGroup) and data.groups and (data.facts or any(group.groups for group in data.groups)):
        return _("「数据」或者每项一个数字，或者先分组、组里每项一个数字，不能混着写")
    if not lines:
        name = plan.data.text if isinstance(plan.data, Written) else plan.name.text
        return _("「{name}」里没有分项的{columns}", name=name, columns=_("、").join(plan.columns))
    if plan.kind is ChartKind.PIE and len(lines) > 1:
        return _("饼图只能画一组数字，这里有 {count} 组：{names}", count=len(lines), names=_("、").join(lines))
    if plan.kind is ChartKind.PIE and (min(values) < 0 or not any(values)):
        return _("饼图画各部分占多少，数字不能是负数，也不能都是零")
    return ""


def _unit(plan: ChartPlan, data: FundTable | FactGroup, lines: _Lines) -> str:
    """The unit that the plan names, else that of the fund table, else that of the first figure."""
    if plan.unit:
        return plan.unit.text
    if isinstance(data, FundTable):
        return data.unit
    first = next(fact.quantity for line in lines.values() for fact in line.values())
    return first.scale + first.unit if first else ""


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
