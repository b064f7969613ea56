"""The series of a chart in the shape of its kind: shares worked out, rates, the steps of a waterfall.

What is worked out is Decimal, rounded half-up to one decimal of a percent.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reportgen.compose.chart_sources import ACTUAL, TARGET
from reportgen.model.chart import ROUND, Chart, ChartKind, Series
from reportgen.model.chart_plan import Lines
from reportgen.model.content import FundColumn
from reportgen.model.facts import Fact
from reportgen.model.quantity import percent, plain, round_half_up
from reportgen.record import Struct, replace
from reportgen.resolve.scoring import is_limit

_SHARE_DECIMALS = 1
_THIN = Decimal("0.06")
"""A part of the highest column that is lower than a line of words."""
_NARROW = Decimal("0.08")
"""A part of a bar that is narrower than its share in words."""
_EXECUTED, _PAID = "执行率", "支付率"
LEVEL, MORE, LESS = "总额", "增加", "减少"
_STEPS = {FundColumn.APPROVED: "预算调整", FundColumn.RECEIVED: "到位差额", FundColumn.SPENT: "未支出"}
"""What lies between a stage of money and the one before it."""


def shaped(chart: Chart, lines: Lines) -> Chart:
    """The chart with what its kind works out; `lines` are the figures as they were given."""
    match chart.kind:
        case ChartKind.COMBINED:
            return _combined(chart, lines)
        case ChartKind.TARGET:
            return _targets(chart, *lines.values())
        case kind if kind in _SHAPES:
            return _SHAPES[kind](chart)
        case _:
            return chart


def _radar(chart: Chart) -> Chart:
    """Values at the points of a net would stand on its lines: they stand below the names."""
    every = frozenset(range(len(chart.categories)))
    notes = tuple(
        "／".join(word or "—" for word in figures) for figures in zip(*(s.figures for s in chart.series), strict=True)
    )
    return replace(chart, notes=notes, series=tuple(replace(one, aside=every) for one in chart.series))


def _round(chart: Chart) -> Chart:
    (series,) = chart.series
    whole = sum(filter(None, series.values), Decimal(0))
    shares = tuple(percent((value or Decimal(0)) / whole, _SHARE_DECIMALS) for value in series.values)
    return replace(chart, series=(replace(series, shares=shares),))


def _stacked(chart: Chart) -> Chart:
    """Parts too thin for their words are told below the column."""
    sums = [sum(filter(None, values), Decimal(0)) for values in zip(*(s.values for s in chart.series), strict=True)]
    series = tuple(replace(one, aside=_thin_in(one, max(sums) * _THIN)) for one in chart.series)
    return replace(chart, series=series, notes=_notes(chart, series))


def _notes(chart: Chart, series: Iterable[Series]) -> tuple[str, ...]:
    """What stands aside, by category."""
    told = list(series)
    return tuple(
        "，".join(f"{one.name}{one.figures[index]}" for one in told if index in one.aside)
        for index in range(len(chart.categories))
    )


def _thin_in(series: Series, least: Decimal) -> frozenset[int]:
    return frozenset(index for index, value in enumerate(series.values) if value is not None and value < least)


def _combined(chart: Chart, lines: Lines) -> Chart:
    """The last series as the line: a rate as it was given, else the last columns in percent of the first ones."""
    *columns, last = chart.series
    if all(value is None for value in last.values):
        return replace(chart, series=(*columns, _given_rates(last.name, chart.categories, lines[last.name])))
    first = columns[0]
    rates = [b / a if a and b is not None else None for a, b in zip(first.values, last.values, strict=True)]
    name = _PAID if (first.name, last.name) == (FundColumn.RECEIVED.value, FundColumn.SPENT.value) else _EXECUTED
    return replace(chart, series=(*chart.series, _rates(name, rates)))


def _given_rates(name: str, categories: tuple[str, ...], line: Mapping[str, Fact]) -> Series:
    figures = [line[category].quantity if category in line else None for category in categories]
    values = tuple(figure.value * 100 if figure else None for figure in figures)
    return Series(name, values, tuple(str(figure) if figure else "" for figure in figures))


def _rates(name: str, rates: list[Decimal | None]) -> Series:
    hundredths = tuple(None if rate is None else round_half_up(rate * 100, _SHARE_DECIMALS) for rate in rates)
    return Series(name, hundredths, tuple("" if rate is None else f"{rate}%" for rate in hundredths))


def _targets(chart: Chart, wanted: Mapping[str, Fact], reached: Mapping[str, Fact]) -> Chart:
    """Every target as 100; of a limit (≤5天) it is not said how much of it was reached."""
    figures = [(wanted[name].quantity, reached[name].quantity) for name in chart.categories]
    pairs = [(target, actual) for target, actual in figures if target and actual]
    rates = tuple(round_half_up(actual.value / target.value * 100, _SHARE_DECIMALS) for target, actual in pairs)
    shares = tuple("" if is_limit(pair[0]) else f"{rate}%" for pair, rate in zip(pairs, rates, strict=True))
    targets = Series(TARGET, (Decimal(100),) * len(pairs), tuple(str(target) for target, _actual in pairs))
    actuals = Series(ACTUAL, rates, tuple(str(actual) for _target, actual in pairs), shares)
    return replace(chart, unit="", series=(targets, actuals))


class _Step(Struct, frozen=True):
    """A column of a waterfall: a level, which stands on the ground, or a change."""

    name: str
    value: Decimal
    words: str
    level: bool


def _waterfall(chart: Chart) -> Chart:
    """Levels and the changes between them; of stages of money the changes are worked out."""
    (series,) = chart.series
    given = [
        _Step(name, value or Decimal(0), words, index in {0, len(series.values) - 1})
        for index, (name, value, words) in enumerate(zip(chart.categories, series.values, series.figures, strict=True))
    ]
    steps = list(_between_stages(given)) if of_stages(chart.categories) else given
    floors, height = [], Decimal(0)
    for step in steps:
        before, height = height, step.value if step.level else height + step.value
        floors.append(Decimal(0) if step.level else min(before, height))
    return replace(
        chart, categories=tuple(step.name for step in steps), series=tuple(_kinds(steps)), floors=tuple(floors)
    )


def of_stages(names: Iterable[str]) -> bool:
    """Whether all are stages of money (年初预算, 批复 …), each a level and none a change."""
    return {column.value for column in FundColumn} >= set(names)


def _between_stages(levels: list[_Step]) -> Iterator[_Step]:
    yield replace(levels[0], level=True)
    for before, after in pairwise(levels):
        change = after.value - before.value
        yield _Step(_STEPS.get(FundColumn(after.name), LESS), change, f"{change:f}", level=False)
        yield replace(after, level=True)


def _kinds(steps: list[_Step]) -> Iterator[Series]:
    kinds = [LEVEL if step.level else MORE if step.value >= 0 else LESS for step in steps]
    for name in (name for name in (LEVEL, MORE, LESS) if name in kinds):
        own = [step if kind == name else None for step, kind in zip(steps, kinds, strict=True)]
        values = tuple(abs(step.value) if step else None for step in own)
        yield Series(name, values, tuple(_signed(step) if step else "" for step in own))


def _signed(step: _Step) -> str:
    return step.words if step.level or step.value <= 0 or step.words.startswith("+") else f"+{step.words}"


def _distribution(chart: Chart) -> Chart:
    """Questions as bars, answers as series; shares too narrow for their words are told below the name of the bar."""
    totals = [sum(filter(None, question.values), Decimal(0)) for question in chart.series]
    shares = [
        [(value or Decimal(0)) / total for value in question.values]
        for question, total in zip(chart.series, totals, strict=True)
    ]
    answers = tuple(_answer(name, [line[at] for line in shares]) for at, name in enumerate(chart.categories))
    made = replace(chart, unit="", categories=tuple(question.name for question in chart.series), series=answers)
    wholes = tuple(f"共{plain(total)}{chart.unit}" for total in totals)
    notes = map(_joined, zip(wholes, _notes(made, answers), strict=True))
    return replace(made, notes=tuple(notes), wholes=wholes)


def _answer(name: str, shares: list[Decimal]) -> Series:
    narrow = frozenset(index for index, share in enumerate(shares) if share < _NARROW)
    values = tuple(round_half_up(share * 100, _SHARE_DECIMALS) for share in shares)
    return Series(name, values, tuple(f"{value}%" for value in values), aside=narrow)


def _joined(notes: tuple[str, ...]) -> str:
    return "，".join(filter(None, notes))


_SHAPES = {
    **dict.fromkeys(ROUND, _round),
    ChartKind.STACKED: _stacked,
    ChartKind.RADAR: _radar,
    ChartKind.WATERFALL: _waterfall,
    ChartKind.DISTRIBUTION: _distribution,
}
"""What kinds work out of their own series."""
