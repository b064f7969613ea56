"""Chart → SVG with its words as text.

Words are named by the families of the bundled faces, so WeasyPrint sets them as it was meant. The values stand on the
columns, hence no axis of figures. Equal charts give equal bytes.
"""

import re
from functools import lru_cache
from html import unescape

from reportgen.fonts import stack
from reportgen.model.chart import Chart, ChartKind
from reportgen.model.look import Looks, Style
from reportgen.model.table import CellRole
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.columns import draw_columns
from reportgen.render.chart.layout import HEIGHT_SHARE
from reportgen.render.chart.lines import draw_lines
from reportgen.render.chart.pie import draw_pie

_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")
_DRAW = {ChartKind.COLUMN: draw_columns, ChartKind.LINE: draw_lines, ChartKind.PIE: draw_pie}


def chart_svg(chart: Chart, looks: Looks) -> str:
    """The chart as one `<svg>` element, as wide as the type area; `role` and `aria-label` carry `chart.spoken`.

    Name and unit stand below it in the document.
    """
    return _drawn(chart, looks.styles[CellRole.TEXT.value], looks.page.width - looks.page.left - looks.page.right)


@lru_cache(maxsize=64)
def _drawn(chart: Chart, words: Style, width: float) -> str:
    """Kept, since what was drawn is compared with the PDF afterwards."""
    canvas = Canvas(width, width * HEIGHT_SHARE, words.size)
    _DRAW[chart.kind](canvas, chart)
    # WeasyPrint would take a blank behind a comma for a part of the family's name.
    return canvas.svg(",".join(f"'{family}'" for family in stack(words.east_asian_font)), chart.spoken)


def svg_words(svg: str) -> list[str]:
    """The words of a chart in the order in which a reader of the PDF's text meets them."""
    return [unescape(words) for words in _TEXT.findall(svg) if words.strip()]
