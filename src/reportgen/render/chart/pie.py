"""A pie or a ring: slices clockwise from above. Wide slices have their names beside them, else a legend tells all."""

from collections.abc import Iterator
from itertools import accumulate
from math import cos, pi, sin

from reportgen.model.chart import Chart, ChartKind
from reportgen.record import Struct
from reportgen.render.chart.axes import height_of
from reportgen.render.chart.canvas import Canvas, Point, number
from reportgen.render.chart.layout import LEADING, ROUND_FILLS, SLICES_TAKE, beside, legend_entries
from reportgen.render.chart.legend import SWATCH
from reportgen.render.chart.palette import Ink, ink
from reportgen.render.width import wrapped_to

HOLE = 0.55
"""The diameter of the hole of a ring, in parts of the outer one."""
_OUT = 1.1
"""From the middle to a name, in radii."""


class _Circle(Struct, frozen=True):
    x: float
    y: float
    radius: float

    def at(self, turn: float, out: float = 1) -> Point:
        """The point in the direction of `turn` (clockwise from above), `out` radii from the middle."""
        angle = 2 * pi * turn
        return self.x + self.radius * out * sin(angle), self.y - self.radius * out * cos(angle)


def draw_pie(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart. What is nothing has a name and no slice."""
    alone = beside(chart)
    radius = circle_radius(canvas.width, canvas.height, alone)
    circle = _Circle(canvas.width * (0.5 if alone else SLICES_TAKE / 2), canvas.height / 2, radius)
    values = [height_of(value) or 0.0 for value in chart.series[0].values]
    ends = [end / sum(values) for end in accumulate(values)]
    for index, (begin, end) in enumerate(zip([0.0, *ends], ends, strict=False)):
        _draw(canvas, (begin, end), circle, ink(index), HOLE if chart.kind is ChartKind.RING else 0)
        if alone:
            _name(canvas, (begin + end) / 2, circle, f"{chart.categories[index]}\n{chart.series[0].printed[index]}")
    _entries(canvas, chart)


def circle_radius(width: float, height: float, alone: bool) -> float:
    """Within its height, and beside a legend within its part of the width."""
    return ROUND_FILLS * min(height, height if alone else width * SLICES_TAKE) / 2


def _draw(canvas: Canvas, turns: tuple[float, float], circle: _Circle, look: Ink, hole: float) -> None:
    begin, end = turns
    if end <= begin:
        return
    # An arc of a whole turn would end where it begins, and be nothing: two halves.
    stops = [end] if end - begin < 1 else [(begin + end) / 2, end]
    outer = _arcs(circle, stops, 1, 1, end - begin)
    if not hole:
        start = f"M{number(circle.x)},{number(circle.y)} L" if end - begin < 1 else "M"
        canvas.outline(f"{start}{_at(circle, begin)} {outer} Z", look)
        return
    back = [begin] if end - begin < 1 else [(begin + end) / 2, begin]
    inner = _arcs(circle, back, hole, 0, end - begin)
    join = "L" if end - begin < 1 else "M"
    canvas.outline(f"M{_at(circle, begin)} {outer} {join}{_at(circle, end, hole)} {inner} Z", look)


def _arcs(circle: _Circle, stops: list[float], out: float, clockwise: int, share: float) -> str:
    wide, radius = int(0.5 < share < 1), number(circle.radius * out)
    return " ".join(f"A{radius},{radius} 0 {wide} {clockwise} {_at(circle, stop, out)}" for stop in stops)


def _at(circle: _Circle, turn: float, out: float = 1) -> str:
    x, y = circle.at(turn, out)
    return f"{number(x)},{number(y)}"


def _name(canvas: Canvas, turn: float, circle: _Circle, words: str) -> None:
    """Name and value beside a slice, in lines that end with the figure."""
    x, middle = circle.at(turn, _OUT)
    right = turn < 0.5
    room = canvas.width - x if right else x
    lines = wrapped_to(words, int(room / (canvas.size / 2)))
    first = middle - (len(lines) - 1) * canvas.size * LEADING / 2 + canvas.size * 0.35
    for index, line in enumerate(lines):
        canvas.words((x, first + index * canvas.size * LEADING), line, "start" if right else "end")


def _entries(canvas: Canvas, chart: Chart) -> None:
    """The legend at the right: a swatch, then name, value and share."""
    left = canvas.width * SLICES_TAKE
    for (top, lines), index in zip(_placed(canvas, chart), range(len(chart.categories)), strict=False):
        base = top + canvas.size * 0.9
        canvas.rectangle((left, base - canvas.size * 0.75), SWATCH, canvas.size * 0.75, ink(index))
        for line, words in enumerate(lines):
            canvas.words((left + SWATCH + 4, base + line * canvas.size * LEADING), words, "start")


def _placed(canvas: Canvas, chart: Chart) -> Iterator[tuple[float, list[str]]]:
    """Where each entry begins: all together in the middle of the height, as far apart as there is room, to a line."""
    entries = [entry.split("\n") for entry in legend_entries(chart, canvas.width, canvas.size)]
    pitch = canvas.size * LEADING
    needed = sum(map(len, entries)) * pitch
    air = min((canvas.height - needed) / max(len(entries), 1), pitch * 0.6)
    top = (canvas.height - needed - air * (len(entries) - 1)) / 2
    for lines in entries:
        yield top, lines
        top += len(lines) * pitch + air
