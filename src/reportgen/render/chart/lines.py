"""A line chart: a line for each series, broken where there is no value; each value at its point."""

from itertools import groupby

from reportgen.model.chart import Chart, Series
from reportgen.render.chart.axes import Axes, axes, height_of
from reportgen.render.chart.canvas import Canvas, Point
from reportgen.render.chart.layout import highest_at
from reportgen.render.chart.palette import ink

_AIR = 5


def draw_lines(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart: all lines, then all points, so that no line runs through a mark."""
    room = axes(canvas, chart)
    points = [_points(room, series) for series in chart.series]
    for index, places in enumerate(points):
        for there, run in groupby(places, key=lambda place: place is not None):
            drawn = [place for place in run if place is not None]
            if there and len(drawn) > 1:
                canvas.line(*drawn, width=1.2, dash=ink(index).dash)
    for index, (series, places) in enumerate(zip(chart.series, points, strict=True)):
        for category, place in enumerate(places):
            if place is not None:
                canvas.marker(place, ink(index))
                _label(room, series, category, place)


def _points(room: Axes, series: Series) -> list[Point | None]:
    heights = map(height_of, series.values)
    return [None if height is None else (room.x(index), room.y(height)) for index, height in enumerate(heights)]


def _label(room: Axes, series: Series, index: int, place: Point) -> None:
    """Above the highest line of the category, below all others."""
    x, y = place
    base = y - _AIR if highest_at(room.chart, series, index) else y + _AIR + room.value_size * 0.85
    room.canvas.words((x, base), series.printed[index], size=room.value_size)
