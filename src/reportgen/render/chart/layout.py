"""What both drawings of a chart are to have in common: proportions, and where the printed values stand."""

from decimal import Decimal

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.render.width import half_widths

HEIGHT_SHARE = 0.55
"""Height of a chart in parts of its width, which is that of the type area."""
COLUMNS_TAKE = 0.76
"""The part of a category's room that its columns fill."""
_WIDEST = 80
"""Points: a single column is no wall."""
_LINE = 80
"""Half-width characters of a cell's size that stand side by side in the type area."""


def column_width(chart: Chart, step: float) -> float:
    """How wide a column is where a category has the width `step`."""
    return min(step * COLUMNS_TAKE / len(chart.series), _WIDEST)


def values_upright(chart: Chart) -> bool:
    """Whether the values would run into each other if they lay."""
    longest = max((half_widths(label) for series in chart.series for label in series.printed), default=0)
    columns = len(chart.categories) * (len(chart.series) if chart.kind is ChartKind.COLUMN else 1)
    return longest * columns > _LINE * COLUMNS_TAKE


def wrapped(words: str, chart: Chart) -> str:
    """The name of a category in lines that fit below it."""
    room = max(4, _LINE // len(chart.categories) - 2)
    lines = [""]
    for character in words:
        if half_widths(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


def above(chart: Chart, series: Series) -> bool:
    """Whether the values of a line stand above it: those of the highest line, below it all others."""
    return series is max(chart.series, key=_total)


def highest_at(chart: Chart, series: Series, index: int) -> bool:
    """Whether a line is the highest at a category; of equal ones the first is."""
    others = [other for other in chart.series if other.values[index] is not None]
    return bool(others) and series is max(others, key=lambda other: other.values[index] or Decimal(0))


def _total(series: Series) -> Decimal:
    return sum((value for value in series.values if value is not None), Decimal(0))
