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
from reportgen.render.chart.bars import draw_bars, draw_shares
from reportgen.render.chart.canvas import Canvas, words_width
from reportgen.render.chart.columns import draw_columns, draw_combined, draw_stacked, draw_waterfall
from reportgen.render.chart.layout import chart_height
from reportgen.render.chart.lines import draw_lines
from reportgen.render.chart.pie import draw_pie
from reportgen.render.chart.radar import draw_radar

_TEXT = re.compile(r"(<text\b[^>]*>)([^<]*)(</text>)")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_RUN = re.compile(r"[ -~]+|[^ -~]+")
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""The part of a line that stands before its place."""
_DRAW = {
    ChartKind.COLUMN: draw_columns,
    ChartKind.BAR: draw_bars,
    ChartKind.STACKED: draw_stacked,
    ChartKind.LINE: draw_lines,
    ChartKind.COMBINED: draw_combined,
    ChartKind.PIE: draw_pie,
    ChartKind.RING: draw_pie,
    ChartKind.TARGET: draw_bars,
    ChartKind.RADAR: draw_radar,
    ChartKind.WATERFALL: draw_waterfall,
    ChartKind.DISTRIBUTION: draw_shares,
}


def chart_svg(chart: Chart, looks: Looks) -> str:
    """The chart as one `<svg>` element, as wide as the type area; `role` and `aria-label` carry `chart.spoken`.

    Name and unit stand below it in the document.
    """
    return _drawn(chart, looks.styles[CellRole.TEXT.value], looks.page.width - looks.page.left - looks.page.right)


@lru_cache(maxsize=64)
def _drawn(chart: Chart, words: Style, width: float) -> str:
    """Kept, since what was drawn is compared with the PDF afterwards."""
    canvas = Canvas(width, chart_height(chart, width, words.size), words.size)
    _DRAW[chart.kind](canvas, chart)
    # WeasyPrint would take a blank behind a comma for a part of the family's name.
    return canvas.svg(",".join(f"'{family}'" for family in stack(words.east_asian_font)), chart.spoken)


def svg_words(svg: str) -> list[str]:
    """The words of a chart in the order in which a reader of the PDF's text meets them."""
    return [unescape(words) for _open, words, _close in _TEXT.findall(svg) if words.strip()]


def in_faces(svg: str) -> str:
    """The drawing with each run of Latin and of hanzi in a chunk of its own, which names its family.

    Typst looks for one font that has all characters of a chunk, and so would set figures beside hanzi in any font.
    """
    families = re.search(r'font-family="([^"]*)"', svg)
    latin, *others = families[1].split(",") if families else [""]
    return _TEXT.sub(lambda text: _in_chunks(text[1], text[2], latin, ",".join(others)), svg)


def _in_chunks(tag: str, words: str, latin: str, others: str) -> str:
    """The line begun where it begins: what is centred or ends at its place is moved there, or each chunk would be."""
    given = dict(_ATTRIBUTE.findall(tag))
    shift = words_width(unescape(words), float(given["font-size"])) * _ANCHORS[given["text-anchor"]]
    x, y = float(given.get("x", 0)) - shift, given.get("y", "0")
    place = f'transform="{given["transform"]}" ' if "transform" in given else ""
    runs = "".join(
        f'<tspan y="{y}" font-family="{latin if run.isascii() else others}">{run}</tspan>'
        for run in _RUN.findall(words)
    )
    return f'<text {place}x="{x:.2f}" y="{y}" font-size="{given["font-size"]}">{runs}</text>'
