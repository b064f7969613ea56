"""How large a chart is on the page: as wide as the type area, in the words of cells."""

from reportgen.model.chart import Chart
from reportgen.model.look import Looks
from reportgen.model.table import CellRole
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import chart_height


def chart_canvas(chart: Chart, looks: Looks) -> Canvas:
    """What a chart is drawn on, still empty."""
    width, size = looks.page.width - looks.page.left - looks.page.right, looks.styles[CellRole.TEXT.value].size
    return Canvas(width, chart_height(chart, width, size), size)
