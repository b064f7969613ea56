"""Columns: side by side with each value on its column, one upon another, or as the steps of a waterfall."""

from reportgen.model.chart import Chart
from reportgen.render.chart.axes import Axes, axes, height_of
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import RATE_BAND, column_width, columns_of, values_upright
from reportgen.render.chart.lines import draw_series
from reportgen.render.chart.palette import ink

_AIR = 3


def draw_columns(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart."""
    _side_by_side(axes(canvas, chart))


def draw_combined(canvas: Canvas, chart: Chart) -> None:
    """Columns, and above them the line of a rate on a scale of its own: neither touches the other's values."""
    room = axes(canvas, chart)
    _side_by_side(room)
    rates = [height for height in map(height_of, chart.series[-1].values) if height is not None]
    low, high = min(rates, default=0.0), max(rates, default=1.0)
    lowest, highest = (room.bottom * (1 - band) for band in RATE_BAND)
    spread = high - low or 1.0
    line = Axes(canvas, chart, highest, lowest, low, low + spread)
    draw_series(line, [len(chart.series) - 1])


def draw_stacked(canvas: Canvas, chart: Chart) -> None:
    """Parts one upon another, each with its value in it."""
    room = axes(canvas, chart)
    width = column_width(chart, room.step)
    feet = [0.0] * len(chart.categories)
    for index, series in enumerate(chart.series):
        for place, (value, label) in enumerate(zip(series.values, series.printed, strict=True)):
            foot, feet[place] = feet[place], feet[place] + (height_of(value) or 0.0)
            if feet[place] > foot:
                box = (room.x(place) - width / 2, room.y(feet[place]))
                canvas.rectangle(box, width, room.y(foot) - box[1], ink(index))
            if label:
                canvas.plate((room.x(place), room.y((foot + feet[place]) / 2)), label, room.value_size)


def draw_waterfall(canvas: Canvas, chart: Chart) -> None:
    """Levels from the ground and changes from where the one before ends."""
    room = axes(canvas, chart)
    width = column_width(chart, room.step)
    for index, series in enumerate(chart.series):
        for place, (value, label) in enumerate(zip(series.values, series.printed, strict=True)):
            height, floor = height_of(value), float(chart.floors[place])
            if height is not None:
                corner = (room.x(place) - width / 2, room.y(floor + height))
                canvas.rectangle(corner, width, room.y(floor) - corner[1], ink(index))
                _label(room, room.x(place), floor + height, label)


def _side_by_side(room: Axes) -> None:
    chart = room.chart
    width, columns = column_width(chart, room.step), columns_of(chart)
    for index, series in enumerate(columns):
        shift = (index - len(columns) / 2) * width
        for place, (value, label) in enumerate(zip(series.values, series.printed, strict=True)):
            height = height_of(value)
            if height is not None:
                left, ends = room.x(place) + shift, sorted((room.y(0), room.y(height)))
                room.canvas.rectangle((left + width * 0.03, ends[0]), width * 0.94, ends[1] - ends[0], ink(index))
                _label(room, left + width / 2, height, label)


def _label(room: Axes, middle: float, height: float, label: str) -> None:
    """Above the column; below one that goes down."""
    size, end = room.value_size, room.y(height)
    if values_upright(room.chart):
        edge, anchor = (end - _AIR, "start") if height >= 0 else (end + _AIR, "end")
        room.canvas.words((middle + size * 0.35, edge), label, anchor, size, turned=True)
        return
    base = end - _AIR if height >= 0 else end + _AIR + size * 0.85
    room.canvas.words((middle, base), label, size=size)
