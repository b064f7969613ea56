"""What columns and lines stand in: a base line with categories below it, a legend, and the scale of heights.

There is no axis of figures: the values stand at the columns and points themselves.
"""

from reportgen.model.chart import Chart, ChartKind
from reportgen.record import Struct
from reportgen.render.chart.canvas import Canvas, words_width
from reportgen.render.chart.layout import highest_at, values_upright, wrapped
from reportgen.render.chart.palette import Ink, ink

LEADING = 1.25
"""Line pitch, in sizes."""
_ASCENT = 0.88
"""Of a base line below the top of its line, in sizes."""
_SWATCH = 20
_GAP = 5
_A_ROW = 4
"""Entries of the legend side by side."""


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
        return self.canvas.size - 1.5

    def x(self, index: int) -> float:
        """The middle of a category."""
        return (index + 0.5) * self.step

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def axes(canvas: Canvas, chart: Chart) -> Axes:
    """Draw what stands around the values; returns the room that is left for them."""
    foot = _legend(canvas, chart) if len(chart.series) > 1 else canvas.height
    bottom = foot - _categories_height(canvas, chart) - _GAP
    values = [height for series in chart.series for height in map(height_of, series.values) if height is not None]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    room = _room(canvas, chart)
    free = Axes(canvas, chart, room, bottom, low, high if high > low else low + 1)
    made = Axes(canvas, chart, room, bottom - _below(free, room), low, free.high)
    _categories(canvas, chart, bottom + _GAP)
    canvas.line((0, made.y(0)), (canvas.width, made.y(0)))
    return made


def height_of(value: object) -> float | None:
    """A value as it is drawn; what is printed are the labels."""
    return None if value is None else float(str(value))


def _room(canvas: Canvas, chart: Chart) -> float:
    """What the label of a value takes above its column or point."""
    if chart.kind is ChartKind.COLUMN and values_upright(chart):
        longest = max(words_width(label, canvas.size) for series in chart.series for label in series.printed)
        return longest + 2 * _GAP
    return canvas.size * LEADING + _GAP


def _below(free: Axes, room: float) -> float:
    """What labels below the lowest points and negative columns need."""
    chart = free.chart
    if chart.kind is ChartKind.COLUMN:
        return room if free.low < 0 else 0
    lows = [
        free.bottom - free.y(height)
        for series in chart.series
        for index, height in enumerate(map(height_of, series.values))
        if height is not None and not highest_at(chart, series, index)
    ]
    return max([0.0, *(room - low for low in lows)])


def _categories_height(canvas: Canvas, chart: Chart) -> float:
    lines = max(wrapped(name, chart).count("\n") + 1 for name in chart.categories)
    return lines * canvas.size * LEADING


def _categories(canvas: Canvas, chart: Chart, top: float) -> None:
    step = canvas.width / len(chart.categories)
    for index, name in enumerate(chart.categories):
        for line, words in enumerate(wrapped(name, chart).split("\n")):
            canvas.words(((index + 0.5) * step, top + (line * LEADING + _ASCENT) * canvas.size), words)


def _legend(canvas: Canvas, chart: Chart) -> float:
    """Draw it at the foot; returns where it begins."""
    entries = list(enumerate(chart.series))
    rows = [entries[start : start + _A_ROW] for start in range(0, len(entries), _A_ROW)]
    pitch = canvas.size * (LEADING + 0.2)
    top = canvas.height - pitch * len(rows)
    for number, row in enumerate(rows):
        base = top + number * pitch + canvas.size * (_ASCENT + 0.2)
        widths = [_SWATCH + _GAP + words_width(series.name, canvas.size) + 3 * _GAP for _index, series in row]
        left = (canvas.width - sum(widths) + 3 * _GAP) / 2
        for (index, series), width in zip(row, widths, strict=True):
            _swatch(canvas, left, base, ink(index), chart.kind)
            canvas.words((left + _SWATCH + _GAP, base), series.name, "start")
            left += width
    return top


def _swatch(canvas: Canvas, left: float, base: float, look: Ink, kind: ChartKind) -> None:
    """What a series looks like, beside its name."""
    height = canvas.size * 0.7
    if kind is ChartKind.COLUMN:
        canvas.rectangle((left, base - height), _SWATCH, height, look)
        return
    middle = base - height / 2
    canvas.line((left, middle), (left + _SWATCH, middle), width=1.2, dash=look.dash)
    canvas.marker((left + _SWATCH / 2, middle), look)
