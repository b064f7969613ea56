"""What stands round the series of a native chart, in the words of XlsxWriter: axes, legend, the room of all that."""

from collections.abc import Iterator
from typing import Any

from reportgen.model.chart import LYING, ROUND, Chart, ChartKind
from reportgen.model.look import Style
from reportgen.render.chart.axes import height_of
from reportgen.render.chart.bars import bar_scale
from reportgen.render.chart.canvas import Canvas, words_width
from reportgen.render.chart.layout import (
    COLUMNS_BAND,
    LEADING,
    RATE_BAND,
    SLICES_TAKE,
    beside,
    category_size,
    heights,
    highest_at,
    legend_height,
    names_width,
    value_size,
    values_below,
    values_upright,
)
from reportgen.render.chart.pie import HOLE, circle_radius
from reportgen.render.chart.radar import RINGS, radar_top

_PLOT = 0.7
"""About the part of the height that Word gives to what is drawn."""
_UNSEEN = {
    "line": {"none": True},
    "label_position": "none",
    "major_tick_mark": "none",
    "minor_tick_mark": "none",
}
"""An axis that is there and not seen: without one of its own LibreOffice draws a rate on the scale of the columns."""


def font(style: Style, larger: float = 0) -> dict[str, Any]:
    """The words of a chart, in the face of cells."""
    return {"name": style.east_asian_font, "size": style.size + larger, "bold": False, "color": "black"}


def legend(chart: Chart, words: Style) -> dict[str, Any]:
    """At the foot; of a round chart at the right, where it has the values, too."""
    if chart.kind in ROUND and not beside(chart):
        place = {"x": SLICES_TAKE, "y": 0.03, "width": 1 - SLICES_TAKE, "height": 0.94}
        return {"position": "right", "font": font(words), "layout": place}
    if chart.kind in ROUND or len(chart.series) == 1:
        return {"none": True}
    unseen = {"delete_series": [0, len(chart.series) + 1]} if chart.kind is ChartKind.WATERFALL else {}
    return {"position": "bottom", "font": font(words)} | unseen


def plot_options(chart: Chart, room: Canvas) -> dict[str, Any]:
    """The room of circles and lying bars, as the PDF has it; that of others is left to Word."""
    if chart.kind in ROUND:
        across = 2 * circle_radius(room.width, room.height, beside(chart))
        middle = 0.5 if beside(chart) else SLICES_TAKE / 2
        width, height = across / room.width, across / room.height
        return {"layout": {"x": middle - width / 2, "y": (1 - height) / 2, "width": width, "height": height}}
    if chart.kind in LYING:
        left = names_width(chart, room.width, room.size) / room.width
        height = 1 - legend_height(chart, room.width, room.size) / room.height
        return {"layout": {"x": left, "y": 0.001, "width": 0.999 - left, "height": height}}
    return {}


def set_axes(drawing: Any, line: Any, chart: Chart, words: Style, room: Canvas) -> None:
    """Axes of categories with their names, axes of figures unseen."""
    if chart.kind in ROUND:
        if chart.kind is ChartKind.RING:
            drawing.set_hole_size(round(HOLE * 100))
        return
    size = words.size if chart.kind in LYING else category_size(chart, room.width, room.size)
    names = {
        "num_font": font(words, size - words.size) | {"rotation": 0},  # names lie, however many there are
        "line": {"color": "black"},
        "label_position": "low",  # below columns that go down, too
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
    }
    hidden = {"visible": False, "major_gridlines": {"visible": False}}
    if chart.kind in LYING:
        drawing.set_y_axis(names | {"reverse": True})  # from above, as one reads
        drawing.set_x_axis(hidden | _limits(chart, room))
        return
    drawing.set_x_axis(names)
    drawing.set_y_axis(_net(chart) if chart.kind is ChartKind.RADAR else hidden | _limits(chart, room))
    if chart.kind is ChartKind.COMBINED:
        line.set_y2_axis(_UNSEEN | _rate_limits(chart))


def _net(chart: Chart) -> dict[str, Any]:
    thin = {"line": {"color": "black", "width": 0.25}}
    ticks = {"major_tick_mark": "none", "minor_tick_mark": "none", "label_position": "none"}
    top = radar_top(chart)
    return thin | ticks | {"min": 0, "max": top, "major_unit": top / RINGS, "major_gridlines": {"visible": True} | thin}


def _limits(chart: Chart, room: Canvas) -> dict[str, float]:
    """The ends of the scale, where Word would choose others than the PDF has."""
    if chart.kind is ChartKind.DISTRIBUTION:
        return {"min": 0, "max": 100}
    if chart.kind in LYING:
        scale, zero = bar_scale(room, chart)
        left = names_width(chart, room.width, room.size)
        return {"min": (left - zero) / scale, "max": (room.width - zero) / scale}
    values = [float(height) for height in heights(chart)]
    if chart.kind is ChartKind.COMBINED:
        above = room.size * LEADING / room.height
        return {"min": 0, "max": max([*values, 0.0]) / (COLUMNS_BAND - above) or 1}
    lowest = min([0.0, *values, *_feet(chart, room, values)])
    return {"min": lowest} if lowest < min([0.0, *values]) or lowest == 0 else {}


def _feet(chart: Chart, room: Canvas, values: list[float]) -> Iterator[float]:
    """How far down the labels below points of lines reach, on the scale of the values."""
    if chart.kind is not ChartKind.LINE or values_below(chart):
        return
    size = value_size(chart, room.width, room.size)
    longest = max(words_width(label, size) for series in chart.series for label in series.printed)
    label = (longest if values_upright(chart) else size * LEADING) + size
    reach = label / (room.height * _PLOT) * (max([0.0, *values]) - min([0.0, *values]))
    for series in chart.series:
        for index, height in enumerate(map(height_of, series.values)):
            if height is not None and not highest_at(chart, series, index):
                yield height - reach


def _rate_limits(chart: Chart) -> dict[str, float]:
    """Such that the lowest and the highest rate stand where the PDF has them."""
    rates = [height for height in map(height_of, chart.series[-1].values) if height is not None]
    low, high = min(rates, default=0.0), max(rates, default=1.0)
    spread = (high - low or 1.0) / (RATE_BAND[1] - RATE_BAND[0])
    lowest = low - RATE_BAND[0] * spread
    return {"min": lowest, "max": lowest + spread}
