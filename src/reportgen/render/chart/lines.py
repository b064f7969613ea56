"""Lines: one for each series, broken where there is no value; each value at its point, or in the table below."""

from collections.abc import Iterable
from itertools import groupby

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.render.chart.axes import Axes, axes, height_of
from reportgen.render.chart.canvas import Canvas, Point
from reportgen.render.chart.layout import highest_at, values_below, values_upright
from reportgen.render.chart.palette import ink

_AIR = 5


def draw_lines(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart."""
    draw_series(axes(canvas, chart), range(len(chart.series)))


def draw_series(room: Axes, wanted: Iterable[int]) -> None:
    """All lines, then all points, so that no line runs through a mark."""
    shown = [(index, room.chart.series[index]) for index in wanted]
    points = {index: _points(room, series) for index, series in shown}
    for index, places in points.items():
        for there, run in groupby(places, key=lambda place: place is not None):
            drawn = [place for place in run if place is not None]
            if there and len(drawn) > 1:
                room.canvas.line(*drawn, width=1.2, dash=ink(index).dash)
    for index, series in shown:
        for category, place in enumerate(points[index]):
            if place is not None:
                room.canvas.marker(place, ink(index))
                _label(room, series, category, place)


def _points(room: Axes, series: Series) -> list[Point | None]:
    heights = map(height_of, series.values)
    return [None if height is None else (room.x(index), room.y(height)) for index, height in enumerate(heights)]


def _label(room: Axes, series: Series, index: int, place: Point) -> None:
    """Above the highest line of the category, below all others; that of a rate is alone on its scale."""
    chart, size = room.chart, room.value_size
    if values_below(chart):
        return
    x, y = place
    up = chart.kind is ChartKind.COMBINED or highest_at(chart, series, index)
    if values_upright(chart) and chart.kind is ChartKind.LINE:
        edge, anchor = (y - _AIR, "start") if up else (y + _AIR, "end")
        room.canvas.words((x + size * 0.35, edge), series.printed[index], anchor, size, turned=True)
        return
    room.canvas.words((x, y - _AIR if up else y + _AIR + size * 0.85), series.printed[index], size=size)
