"""Charts of a list of units: its first lines as bars."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.data_sheets import PlacedChart
from reportgen.model.quantity import round_half_up
from reportgen.model.sheet_formulas import Value
from reportgen.summary.unit_sheet import RATE

_FEWEST, MOST = 3, 15
"""Two figures need no chart; more than these are not read one by one."""


def bars(
    title: str, names: Sequence[str], values: Sequence[Value], categories: str, column: str
) -> tuple[PlacedChart, ...]:
    """The first lines of a list as bars, none where it is too short; `names` and `values` are those of two columns.

    Rates are drawn as they are said, in %: what stands at a bar is its figure alone.
    """
    count = min(len(values), MOST)
    if count < _FEWEST:
        return ()
    scale, unit = (Decimal(100), "（%）") if column == RATE else (Decimal(1), "")
    figures = (round_half_up(each * scale, 2) if isinstance(each, Decimal) else None for each in values[:count])
    chart = Chart(ChartKind.BAR, f"{title}{unit}", tuple(names[:count]), (Series(column, tuple(figures)),))
    return (PlacedChart(chart, categories, (column,), count),)


def by_figure(value: Value) -> Decimal:
    """By what lines are put in order, the highest first: what has no figure comes last."""
    return value if isinstance(value, Decimal) else Decimal(-1)
