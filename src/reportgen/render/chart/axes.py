"""What columns and lines stand in: a base line with categories below it, a legend, and the scale of heights.

There is no axis of figures: the values stand at the columns and points themselves.
"""

from reportgen.model.chart import Chart, ChartKind
from reportgen.record import Struct
from reportgen.render.chart.canvas import Canvas, words_width
from reportgen.render.chart.layout import (
    COLUMNS_BAND,
    LEADING,
    category_size,
    heights,
    highest_at,
    value_size,
    values_below,
    values_upright,
    wrapped_names,
)
from reportgen.render.chart.legend import draw_legend

ASCENT = 0.88
"""Of a base line below the top of its line, in sizes."""
_GAP = 5


class Axes(Struct, frozen=True):
    """The room of the values: between `top` and `bottom`, where `low` and `high` stand."""

    canvas: Canvas
    chart: Chart
    top: float
    bottom: float
    low: float
    high: float

    @property
    def step(self) -> float:
        """The room of a category."""
        return self.canvas.width / len(self.chart.categories)

    @property
    def value_size(self) -> float:
        """Of the values at columns and points."""
        return value_size(self.chart, self.canvas.width, self.canvas.size)

    def x(self, index: int) -> float:
        """The middle of a category."""
        return (index + 0.5) * self.step

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def axes(canvas: Canvas, chart: Chart) -> Axes:
    """Draw what stands around the values; returns the room that is left for them."""
    foot = draw_legend(canvas, chart)
    size = category_size(chart, canvas.width, canvas.size)
    names = [name.split("\n") for name in wrapped_names(chart, canvas.width, canvas.size)]
    bottom = foot - max(map(len, names)) * size * LEADING - _GAP
    for index, lines in enumerate(names):
        middle = (index + 0.5) * canvas.width / len(names)
        for line, words in enumerate(lines):
            canvas.words((middle, bottom + _GAP + (line * LEADING + ASCENT) * size), words, size=size)
    made = _scaled(canvas, chart, bottom)
    canvas.line((0, made.y(0)), (canvas.width, made.y(0)))
    return made


def height_of(value: object) -> float | None:
    """A value as it is drawn; what is printed are the labels."""
    return None if value is None else float(str(value))


def _scaled(canvas: Canvas, chart: Chart, bottom: float) -> Axes:
    values = [float(height) for height in heights(chart)]
    low, high = min([0.0, *values]), max([0.0, *values])
    room = _room(canvas, chart)
    top = bottom * (1 - COLUMNS_BAND) + room if chart.kind is ChartKind.COMBINED else room
    free = Axes(canvas, chart, top, bottom, low, high if high > low else low + 1)
    return Axes(canvas, chart, top, bottom - _below(free, room), low, free.high)


def _room(canvas: Canvas, chart: Chart) -> float:
    """What the label of a value takes above its column or point."""
    if values_upright(chart) and chart.kind is not ChartKind.STACKED:
        size = value_size(chart, canvas.width, canvas.size)
        return max(words_width(label, size) for series in chart.series for label in series.printed) + 2 * _GAP
    return canvas.size * LEADING + _GAP


def _below(free: Axes, room: float) -> float:
    """What labels below the lowest points and negative columns need."""
    chart = free.chart
    if chart.kind is not ChartKind.LINE:
        return room if free.low < 0 else 0
    lows = [
        free.bottom - free.y(height)
        for series in chart.series
        for index, height in enumerate(map(height_of, series.values))
        if height is not None and not highest_at(chart, series, index)
    ]
    return 0 if values_below(chart) else max([0.0, *(room - low for low in lows)])
