"""The legend: what each series looks like, beside its name."""

from reportgen.model.chart import Chart, ChartKind
from reportgen.render.chart.canvas import Canvas, Point, words_width
from reportgen.render.chart.layout import LEADING, legend_height, legend_rows
from reportgen.render.chart.palette import Ink, ink

SWATCH = 20
_GAP = 4
_LINES = (ChartKind.LINE, ChartKind.RADAR)


def draw_legend(canvas: Canvas, chart: Chart) -> float:
    """Draw it at the foot; returns where it begins."""
    rows = legend_rows(chart, canvas.width, canvas.size)
    top = canvas.height - legend_height(chart, canvas.width, canvas.size)
    for number, row in enumerate(rows):
        base = top + (number * (LEADING + 0.25) + 1.15) * canvas.size
        widths = [SWATCH + _GAP + words_width(chart.series[index].name, canvas.size) + canvas.size for index in row]
        left = (canvas.width - sum(widths) + canvas.size) / 2
        for index, width in zip(row, widths, strict=True):
            swatch(canvas, (left, base), ink(index), kind_of(chart, index))
            canvas.words((left + SWATCH + _GAP, base), chart.series[index].name, "start")
            left += width
    return top


def kind_of(chart: Chart, index: int) -> ChartKind:
    """How a series is drawn: the last one of columns with a rate is a line."""
    if chart.kind is ChartKind.COMBINED and index == len(chart.series) - 1:
        return ChartKind.LINE
    return chart.kind


def swatch(canvas: Canvas, place: Point, look: Ink, kind: ChartKind) -> None:
    """What a series looks like, from a point of its base line."""
    left, base = place
    height = canvas.size * 0.7
    if kind not in _LINES:
        canvas.rectangle((left, base - height), SWATCH, height, look)
        return
    middle = base - height / 2
    canvas.line((left, middle), (left + SWATCH, middle), width=1.2, dash=look.dash)
    canvas.marker((left + SWATCH / 2, middle), look)
