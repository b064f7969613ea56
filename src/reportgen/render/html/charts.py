"""Charts → HTML: a vector graphic in the page itself, spoken by its alternative text."""

from base64 import b64encode

from markupsafe import Markup

from reportgen.model.chart import Chart
from reportgen.model.document import Role
from reportgen.model.look import Looks
from reportgen.render.chart.svg import chart_svg
from reportgen.render.html.css import declarations, pt

SOURCE = "source"
"""The class of the line below a chart: it has the looks of cells, and a rule of their class would reach into tables."""


def chart_rules(looks: Looks) -> list[str]:
    """In a line of exact height only a strip of a chart would show; what stands below it belongs to it."""
    style = looks.styles[Role.SOURCE.value]
    around = f"padding: {pt(style.before)} {pt(style.right)} {pt(style.after)} {pt(style.left)}"
    return [
        f"p.chart {{ line-height: normal; text-indent: 0; text-align: center; {around}; break-after: avoid }}",
        "p.chart img { width: 100% }",
        "p.pictures img { display: inline; max-width: 100% }",
        f"p.{SOURCE} {{ {declarations(style)} }}",
    ]


def chart_html(chart: Chart, number: int, looks: Looks) -> Markup:
    """A chart as wide as the type area; `number` is that of its id."""
    image = b64encode(chart_svg(chart, looks).encode()).decode()
    return Markup('<p id="b{}" class="chart"><img alt="{}" src="data:image/svg+xml;base64,{}"/></p>').format(
        number, chart.spoken, image
    )
