"""Charts → HTML: a vector graphic in the page itself, spoken by its alternative text."""

from base64 import b64encode
from collections.abc import Callable

from markupsafe import Markup

from reportgen.model.chart import Chart
from reportgen.model.look import Looks, Style
from reportgen.model.table import CellRole
from reportgen.render.chart.svg import chart_svg

CHART_RULES = ["p.chart { line-height: normal; text-indent: 0; break-after: avoid }", "p.chart img { width: 100% }"]
"""In a line of exact height only a strip of it would show; what stands below it belongs to it."""


def chart_html(chart: Chart, number: int, looks: Looks, use: Callable[[Style], str]) -> Markup:
    """A chart as wide as the type area; `number` is that of its id."""
    image = b64encode(chart_svg(chart, looks).encode()).decode()
    return Markup('<p id="b{}" class="{} chart"><img alt="{}" src="data:image/svg+xml;base64,{}"/></p>').format(
        number, use(looks.styles[CellRole.CENTER.value]), chart.spoken, image
    )
