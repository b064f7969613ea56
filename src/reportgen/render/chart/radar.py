"""A radar: a ray a category, clockwise from above, names and values at the ends of the rays."""

from math import cos, pi, sin

from reportgen.model.chart import Chart
from reportgen.render.chart.axes import height_of
from reportgen.render.chart.canvas import Canvas, Point
from reportgen.render.chart.layout import LEADING, heights
from reportgen.render.chart.legend import draw_legend
from reportgen.render.chart.palette import ink

RADAR_FILLS = 0.66
"""The diameter of the net, in parts of the height."""
RINGS = 5
_AIR = 8
_FULL = 100.0


def draw_radar(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart."""
    foot = draw_legend(canvas, chart)
    middle, radius = (canvas.width / 2, foot / 2), foot * RADAR_FILLS / 2
    rays = len(chart.categories)
    for ring in range(1, RINGS + 1):
        net = [_at(middle, radius * ring / RINGS, index / rays) for index in range(rays)]
        canvas.line(*net, net[0], width=0.3)
    for index, name in enumerate(chart.named):
        canvas.line(middle, _at(middle, radius, index / rays), width=0.3)
        _name(canvas, name.split("\n"), _at(middle, radius + _AIR, index / rays), index / rays)
    highest = radar_top(chart)
    for index, series in enumerate(chart.series):
        ends = [
            _at(middle, radius * max(height, 0.0) / highest, place / rays)
            for place, height in enumerate(height_of(value) or 0.0 for value in series.values)
        ]
        canvas.line(*ends, ends[0], width=1.2, dash=ink(index).dash)
        for end in ends:
            canvas.marker(end, ink(index))


def radar_top(chart: Chart) -> float:
    """The value of the outermost ring: a whole for rates, else the highest value."""
    highest = max((float(height) for height in heights(chart)), default=1.0) or 1.0
    return max(_FULL, highest) if chart.unit == "%" else highest


def _at(middle: Point, out: float, turn: float) -> Point:
    return middle[0] + out * sin(2 * pi * turn), middle[1] - out * cos(2 * pi * turn)


def _name(canvas: Canvas, lines: list[str], place: Point, turn: float) -> None:
    """The lines of a name outside of the net: above it, below it or at a side."""
    across, up = sin(2 * pi * turn), cos(2 * pi * turn)
    anchor = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
    height = len(lines) * canvas.size * LEADING
    top = place[1] - height / 2 - up * height / 2
    for line, words in enumerate(lines):
        canvas.words((place[0], top + (line * LEADING + 0.9) * canvas.size), words, anchor)
