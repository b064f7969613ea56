"""Why a chart cannot be drawn as it is asked for: figures of the wrong kind, or more of them than can be read."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate

from reportgen.compose.chart_shapes import of_stages
from reportgen.compose.chart_sources import Source
from reportgen.language import _
from reportgen.model.chart import ROUND, ChartKind
from reportgen.model.chart_plan import ChartPlan, Lines
from reportgen.model.content import Indicators
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import like
from reportgen.place import Written

_PARTS = (*ROUND, ChartKind.STACKED, ChartKind.DISTRIBUTION)
"""Kinds that show parts of a whole."""
_ONE_LINE = (*ROUND, ChartKind.WATERFALL)
_MOST_SERIES = 6
"""As many as can be told apart in greys and hatches."""
_MOST = {ChartKind.PIE: 10, ChartKind.RING: 10, ChartKind.RADAR: 12, ChartKind.WATERFALL: 12}
_MOST_CATEGORIES = 31
"""Days of a month; each is still as wide as a line of its words."""
_MOST_COLUMNS = 48
"""Side by side, each still as wide as a line of its value."""


def refusal(plan: ChartPlan, data: Source, lines: Lines) -> str:
    """Why the chart cannot be drawn; empty when it can."""
    return next(_refusals(plan, data, lines), "")


def _refusals(plan: ChartPlan, data: Source, lines: Lines) -> Iterator[str]:
    kind, name = plan.kind.value, plan.data.text if isinstance(plan.data, Written) else plan.name.text
    if isinstance(data, FactGroup) and data.groups and (data.facts or any(group.groups for group in data.groups)):
        yield _("「数据」或者每项一个数字，或者先分组、组里每项一个数字，不能混着写")
    if not lines and isinstance(data, Indicators):
        yield _("「{name}」里没有可以画的：目标和完成值要是数字，或者每条都有分值和得分", name=name)
    if not lines:
        yield _("「{name}」里没有分项的{columns}", name=name, columns=_("、").join(plan.columns))
    if plan.kind in _ONE_LINE and len(lines) > 1:
        names = _("、").join(lines)
        yield _("{kind}只能画一组数字，这里有 {count} 组：{names}", kind=kind, count=len(lines), names=names)
    values = [fact.quantity.value for line in lines.values() for fact in line.values() if fact.quantity]
    if plan.kind in _PARTS and (min(values) < 0 or not any(values)):
        yield _("{kind}画各部分占多少，数字不能是负数，也不能都是零", kind=kind)
    yield from _of_kind(plan.kind, lines)
    yield from _too_many(plan.kind, lines)


def _of_kind(kind: ChartKind, lines: Lines) -> Iterator[str]:
    """What one kind alone asks for."""
    match kind:
        case ChartKind.TARGET if len(lines) != 2:
            yield _("完成图画两组数字，先写目标，再写实际；这里有 {count} 组", count=len(lines))
        case ChartKind.TARGET:
            yield from _targets(*lines.values())
        case ChartKind.COMBINED if len(lines) < 2:
            yield _("柱线图至少画两组数字，这里只有 {count} 组", count=len(lines))
        case ChartKind.RADAR if min(len(line) for line in lines.values()) < 3:
            yield _("雷达图至少要有三项")
        case ChartKind.WATERFALL:
            yield from _waterfall(next(iter(lines.values())), of_stages(next(iter(lines.values()))))
        case ChartKind.DISTRIBUTION:
            for name in (name for name, line in lines.items() if not any(map(_value, line.values()))):
                yield _("「{name}」下面的数字都是零，算不出占比", name=name)
        case _:
            pass


def _value(fact: Fact) -> Decimal:
    return fact.quantity.value if fact.quantity else Decimal(0)


def _targets(target: Mapping[str, Fact], actual: Mapping[str, Fact]) -> Iterator[str]:
    for name in dict.fromkeys((*target, *actual)):
        wanted, reached = (line[name].quantity if name in line else None for line in (target, actual))
        if wanted is None or reached is None:
            yield _("「{name}」缺目标或者缺实际", name=name)
        elif wanted.kind != reached.kind:
            yield _("「{name}」的目标和实际单位不同，不能比", name=name)
        elif wanted.value <= 0:
            yield _("「{name}」的目标不是正数，算不出完成多少", name=name)


def _waterfall(line: Mapping[str, Fact], levels: bool) -> Iterator[str]:
    """From the first to the last by what stands between; where all are levels there is nothing to add up."""
    figures = [fact.quantity for fact in line.values() if fact.quantity]
    if len(figures) < (2 if levels else 3):
        yield _("瀑布图要有起点、终点和中间的增减")
        return
    sums = list(accumulate(figure.value for figure in figures[:-1]))
    if min(sums) < 0 and not levels:
        yield _("瀑布图逐项累计不能低于零")
    if abs(sums[-1] - figures[-1].value) > sum(figure.half_place for figure in figures) and not levels:
        total, name = like(sums[-1], figures[-1]), list(line)[-1]
        yield _(
            "从第一项加到倒数第二项是{total}，最后一项「{name}」写的是{last}", total=total, name=name, last=figures[-1]
        )


def _too_many(kind: ChartKind, lines: Lines) -> Iterator[str]:
    series, categories = len(lines), len(dict.fromkeys(name for line in lines.values() for name in line))
    if kind is ChartKind.DISTRIBUTION:
        series, categories = categories, series
    most = _MOST.get(kind, _MOST_CATEGORIES)
    if series > _MOST_SERIES:
        yield _("一张图最多分得清 {most} 组，这里有 {count} 组；请分成几张图", most=_MOST_SERIES, count=series)
    if categories > most:
        yield _(
            "{kind}最多画 {most} 项，这里有 {count} 项；请把小项合并成「其他」，或者分成几张图",
            kind=kind.value,
            most=most,
            count=categories,
        )
    if kind is ChartKind.COLUMN and series * categories > _MOST_COLUMNS:
        yield _(
            "柱形图最多画 {most} 根柱子，这里有 {count} 根；请改用折线图或条形图，或者分成几张图",
            most=_MOST_COLUMNS,
            count=series * categories,
        )
