"""A column chart: the series of a category side by side, each value on its column."""

from reportgen.model.chart import Chart
from reportgen.render.chart.axes import Axes, axes, height_of
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import column_width, values_upright
from reportgen.render.chart.palette import ink

_AIR = 3


def draw_columns(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart."""
    room = axes(canvas, chart)
    width = column_width(chart, room.step)
    for index, series in enumerate(chart.series):
        shift = (index - len(chart.series) / 2) * width
        for place, (value, label) in enumerate(zip(series.values, series.printed, strict=True)):
            height = height_of(value)
            if height is not None:
                left, ends = room.x(place) + shift, sorted((room.y(0), room.y(height)))
                canvas.rectangle((left + width * 0.03, ends[0]), width * 0.94, ends[1] - ends[0], ink(index))
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
