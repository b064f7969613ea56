"""Lying bars: names at the left, each value behind its bar, or the shares of a whole in one bar."""

from itertools import accumulate

from reportgen.model.chart import Chart
from reportgen.render.chart.axes import height_of
from reportgen.render.chart.canvas import Canvas, words_width
from reportgen.render.chart.layout import LEADING, ROWS_TAKE, lying_names, names_width, row_height
from reportgen.render.chart.legend import draw_legend
from reportgen.render.chart.palette import ink

AIR = 4


def draw_bars(canvas: Canvas, chart: Chart) -> None:
    """Bars of a category below each other."""
    draw_legend(canvas, chart)
    step = _names(canvas, chart)
    scale, zero = bar_scale(canvas, chart)
    bar = step * ROWS_TAKE / len(chart.series)
    size = canvas.size - 1.5
    for index, series in enumerate(chart.series):
        for row, (value, label) in enumerate(zip(series.values, series.printed, strict=True)):
            height = height_of(value)
            if height is None:
                continue
            top = (row + (1 - ROWS_TAKE) / 2) * step + index * bar
            end = zero + height * scale
            canvas.rectangle((min(zero, end), top + bar * 0.06), abs(end - zero), bar * 0.88, ink(index))
            place = (end + AIR if height >= 0 else end - AIR, top + bar / 2 + size * 0.35)
            canvas.words(place, label, "start" if height >= 0 else "end", size)
    rows = len(chart.categories) * step
    canvas.line((zero, 0), (zero, rows))


def draw_shares(canvas: Canvas, chart: Chart) -> None:
    """A bar a category, as long as all others, cut by its shares."""
    draw_legend(canvas, chart)
    step, left = _names(canvas, chart), names_width(chart, canvas.width, canvas.size)
    room = (canvas.width - left - 1) / 100
    for row in range(len(chart.categories)):
        values = [height_of(series.values[row]) or 0.0 for series in chart.series]
        top = (row + (1 - ROWS_TAKE) / 2) * step
        for index, (series, end) in enumerate(zip(chart.series, accumulate(values), strict=True)):
            begin, share = left + (end - values[index]) * room, values[index] * room
            if share:
                canvas.rectangle((begin, top), share, step * ROWS_TAKE, ink(index))
            if series.printed[row]:
                middle = (begin + share / 2, top + step * ROWS_TAKE / 2)
                canvas.plate(middle, series.printed[row], canvas.size - 1.5)


def bar_scale(canvas: Canvas, chart: Chart) -> tuple[float, float]:
    """Points for one of the unit, and where nothing stands: labels find room at both ends."""
    values = [height for series in chart.series for height in map(height_of, series.values) if height is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    label = max(words_width(label, canvas.size - 1.5) for series in chart.series for label in series.printed) + 2 * AIR
    before = label if low < 0 else 0.0
    left = names_width(chart, canvas.width, canvas.size)
    scale = (canvas.width - left - label - before) / (high - low or 1.0)
    return scale, left + before - low * scale


def _names(canvas: Canvas, chart: Chart) -> float:
    """Write the names; returns the pitch of the categories."""
    step = row_height(chart, canvas.width, canvas.size)
    edge = names_width(chart, canvas.width, canvas.size) - canvas.size / 2
    for row, name in enumerate(lying_names(chart, canvas.width, canvas.size)):
        lines = name.split("\n")
        first = (row + 0.5) * step - (len(lines) - 1) * canvas.size * LEADING / 2 + canvas.size * 0.35
        for line, words in enumerate(lines):
            canvas.words((edge, first + line * canvas.size * LEADING), words, "end")
    return step
