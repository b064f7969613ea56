"""What both drawings of a chart are to have in common: proportions, and where the printed values stand.

Lengths are points. `width` is that of the type area, `size` that of the words.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.model.chart import LYING, ROUND, Chart, ChartKind, Series
from reportgen.render.chart.palette import ink
from reportgen.render.width import half_widths, wrapped_to

LEADING = 1.25
"""Line pitch, in sizes."""
HEIGHT_SHARE = 0.55
"""Height of a chart of columns or lines in parts of its width, which is that of the type area."""
_ROUND_SHARE, _RADAR_SHARE = 0.5, 0.6
COLUMNS_TAKE = 0.76
"""The part of a category's room that its columns fill."""
ROWS_TAKE = 0.7
"""The part of a lying category's room that its bars fill."""
_WIDEST = 80
"""A single column is no wall."""
_LINE = 80
"""Half-width characters of a cell's size that stand side by side in the type area."""
_SMALLER = 1.5
"""By so much values are smaller than other words."""
_LEAST_SIZE = 6.0
_BESIDE = Decimal("0.1")
"""Slices with this share and more have room for their names beside them."""
_NAMES_TAKE = 0.3
"""At most this part of the width is for the names of lying bars."""
_SWATCH = 24
"""Of a legend, with the blank behind it."""
SLICES_TAKE = 0.44
"""The part of the width that a circle with a legend has."""
ROUND_FILLS = 0.82
"""The diameter of a circle, in parts of the height."""
MOST_LINES = 2
"""Lines of a chart whose values stand at their points: with more the values stand below the names of categories."""
_SIGNS = {"circle": "●", "square": "■", "triangle": "▲", "diamond": "◆", "x": "×", "plus": "＋"}
"""The marks of lines, as characters."""
COLUMNS_BAND, RATE_BAND = 0.6, (0.74, 0.9)
"""Of the height: what columns take below the line of a rate, and where that line runs."""


def chart_height(chart: Chart, width: float, size: float) -> float:
    """How high the drawing is."""
    if chart.kind in LYING:
        return len(chart.categories) * row_height(chart, width, size) + legend_height(chart, width, size)
    if chart.kind in ROUND:
        lines = sum(len(entry.split("\n")) for entry in legend_entries(chart, width, size))
        return max(width * _ROUND_SHARE, lines * size * LEADING * 1.1)
    if chart.kind is ChartKind.RADAR:
        return width * _RADAR_SHARE + legend_height(chart, width, size)
    return width * HEIGHT_SHARE


def names_width(chart: Chart, width: float, size: float) -> float:
    """The room of the names of lying bars, at the left."""
    longest = max(half_widths(line) for name in names_of(chart) for line in name.split("\n")) * size / 2
    return min(longest, width * _NAMES_TAKE) + size / 2


def lying_names(chart: Chart, width: float, size: float) -> tuple[str, ...]:
    """The names of lying bars, in lines."""
    room = int((names_width(chart, width, size) - size / 2) / (size / 2))
    return tuple("\n".join(wrapped_to(name, room)) for name in names_of(chart))


def row_height(chart: Chart, width: float, size: float) -> float:
    """What a category of lying bars takes: its bars or its name, and the gap."""
    bars = 1 if chart.kind is ChartKind.DISTRIBUTION else len(chart.series)
    lines = max(len(name.split("\n")) for name in lying_names(chart, width, size))
    one = 1.9 if chart.kind is ChartKind.DISTRIBUTION else 1.5
    return max(bars * size * one, lines * size * LEADING) / ROWS_TAKE


def legend_rows(chart: Chart, width: float, size: float) -> list[list[int]]:
    """The series of each line of the legend at the foot; none for a single series."""
    if len(chart.series) < 2 or chart.kind in ROUND:
        return []
    rows: list[list[int]] = [[]]
    used = 0.0
    for index, series in enumerate(chart.series):
        entry = _SWATCH + half_widths(series.name) * size / 2 + size
        if rows[-1] and used + entry > width:
            rows.append([])
            used = 0.0
        rows[-1].append(index)
        used += entry
    return rows


def legend_height(chart: Chart, width: float, size: float) -> float:
    """What the legend at the foot takes."""
    return len(legend_rows(chart, width, size)) * size * (LEADING + 0.25)


def legend_entries(chart: Chart, width: float, size: float) -> tuple[str, ...]:
    """What stands beside the swatches of a round chart with a legend: name, value and share, in lines."""
    if beside(chart):
        return ()
    room = int((width * (1 - SLICES_TAKE) - _SWATCH - size) / (size / 2))
    named = zip(chart.categories, chart.series[0].printed, strict=True)
    return tuple("\n".join(wrapped_to(f"{name} {label}".strip(), room)) for name, label in named)


def beside(chart: Chart) -> bool:
    """Whether the slices of a pie are wide enough for names beside them; else a legend tells them."""
    values = [value or Decimal(0) for value in chart.series[0].values]
    return chart.kind is ChartKind.PIE and min(values) >= sum(values) * _BESIDE


def values_below(chart: Chart) -> bool:
    """Whether the values of lines stand below the names of categories: at their points they would meet."""
    return chart.kind is ChartKind.LINE and len(chart.series) > MOST_LINES


def names_of(chart: Chart) -> tuple[str, ...]:
    """The names of categories with what stands below them, in lines."""
    if not values_below(chart):
        return chart.named
    signs = [_SIGNS[ink(index).marker] for index in range(len(chart.series))]
    rows = zip(*(series.printed for series in chart.series), strict=True)
    marked = ["\n".join(sign + words for sign, words in zip(signs, row, strict=True) if words) for row in rows]
    return tuple(f"{name}\n{words}" for name, words in zip(chart.categories, marked, strict=True))


def columns_of(chart: Chart) -> tuple[Series, ...]:
    """The series that stand beside each other in a category."""
    match chart.kind:
        case ChartKind.COMBINED:
            return chart.series[:-1]
        case ChartKind.STACKED | ChartKind.WATERFALL:
            return chart.series[:1]
        case _:
            return chart.series


def column_width(chart: Chart, step: float) -> float:
    """How wide a column is where a category has the width `step`."""
    return min(step * COLUMNS_TAKE / len(columns_of(chart)), _WIDEST)


def value_size(chart: Chart, width: float, size: float) -> float:
    """Of the words at values: upright ones are no higher than the room of their column is wide."""
    step = width / len(chart.categories)
    room = column_width(chart, step) if chart.kind in {ChartKind.COLUMN, ChartKind.COMBINED} else step
    return max(_LEAST_SIZE, min(size - _SMALLER, room)) if values_upright(chart) else size - _SMALLER


def values_upright(chart: Chart) -> bool:
    """Whether the values would run into each other if they lay."""
    longest = max((half_widths(label) for series in chart.series for label in series.printed), default=0)
    beside_each_other = len(columns_of(chart)) if chart.kind in {ChartKind.COLUMN, ChartKind.COMBINED} else 1
    return longest * len(chart.categories) * beside_each_other > _LINE * COLUMNS_TAKE


def category_size(chart: Chart, width: float, size: float) -> float:
    """Of the names below columns: four half-width characters stand below each, and so does each of many values."""
    longest = 5.2
    if values_below(chart):
        longest = max(half_widths(line) for name in names_of(chart) for line in name.split("\n")[1:]) + 0.5
    return max(_LEAST_SIZE, min(size, width / len(chart.categories) / longest * 2))


def wrapped_names(chart: Chart, width: float, size: float) -> tuple[str, ...]:
    """The names of categories in lines that fit below them."""
    room = int(width / len(chart.categories) / (category_size(chart, width, size) / 2))
    room = max(4, room - (1 if room > 8 else 0))
    return tuple("\n".join(wrapped_to(name, room)) for name in names_of(chart))


def above(chart: Chart, series: Series) -> bool:
    """Whether the values of a line stand above it: those of the highest line, below it all others."""
    return series is max(chart.series, key=_total)


def highest_at(chart: Chart, series: Series, index: int) -> bool:
    """Whether a line is the highest at a category; of equal ones the first is."""
    others = [other for other in chart.series if other.values[index] is not None]
    return bool(others) and series is max(others, key=lambda other: other.values[index] or Decimal(0))


def heights(chart: Chart) -> Iterator[Decimal]:
    """How far what is drawn reaches, for the scale: sums of parts, ends of steps, else values of columns and lines."""
    match chart.kind:
        case ChartKind.STACKED:
            yield from map(sum_of, zip(*(series.values for series in chart.series), strict=True))
        case ChartKind.WATERFALL:
            for series in chart.series:
                yield from (floor + value for floor, value in zip(chart.floors, series.values, strict=True) if value)
        case _:
            for series in columns_of(chart):
                yield from filter(None, series.values)


def sum_of(values: tuple[Decimal | None, ...]) -> Decimal:
    """The sum of those that there are."""
    return sum((value for value in values if value is not None), Decimal(0))


def _total(series: Series) -> Decimal:
    return sum_of(series.values)
