"""Charts → HTML: a vector graphic in the page itself, spoken by its alternative text."""

from base64 import b64encode
from collections.abc import Iterable

from markupsafe import Markup

from reportgen.model.chart import Chart
from reportgen.model.document import Role
from reportgen.model.look import Looks
from reportgen.model.table import CellRole
from reportgen.render.chart.svg import chart_svg
from reportgen.render.html.css import declarations, pt

BELOW = {Role.SOURCE: "source", Role.TABLE_NOTE: "table-note"}
"""The classes of lines below charts and tables: they look as cells do, and a rule of those would reach into tables."""


def chart_rules(looks: Looks) -> list[str]:
    """In a line of exact height only a strip of a chart would show; what stands below it belongs to it."""
    style = looks.styles[CellRole.CENTER.value]
    around = f"padding: {pt(style.before)} {pt(style.right)} {pt(style.after)} {pt(style.left)}"
    return [
        f"p.chart {{ line-height: normal; text-indent: 0; text-align: center; {around}; break-after: avoid }}",
        "p.chart img { width: 100% }",
        "p.pictures img { display: inline; max-width: 100% }",
    ]


def below_rules(looks: Looks, roles: Iterable[Role]) -> list[str]:
    """The rules of the lines below charts and tables that have these roles."""
    return [f"p.{BELOW[role]} {{ {declarations(looks.styles[role.value])} }}" for role in roles]


def chart_html(chart: Chart, number: int, looks: Looks) -> Markup:
    """A chart as wide as the type area; `number` is that of its id."""
    image = b64encode(chart_svg(chart, looks).encode()).decode()
    return Markup('<p id="b{}" class="chart"><img alt="{}" src="data:image/svg+xml;base64,{}"/></p>').format(
        number, chart.spoken, image
    )
