"""Chart → SVG with its words as text: the door to matplotlib, imported when the first chart is drawn.

Words are measured with the bundled faces and named by their families, so WeasyPrint sets them as it was meant. The
values stand on the columns, hence no axis of figures. Equal charts give equal bytes: ids are salted, no date is kept.
"""

import logging
import math
import re
from functools import cache, lru_cache
from html import escape, unescape
from io import StringIO
from typing import Any

import matplotlib
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reportgen.fonts import FACES, stack
from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.look import Looks, Style
from reportgen.model.table import CellRole
from reportgen.render.chart.layout import COLUMNS_TAKE, HEIGHT_SHARE, highest_at, values_upright, wrapped
from reportgen.render.chart.palette import ink
from reportgen.world import fonts_folder

_AIR = 1.14
"""Room above the highest value, for its label."""
_PIE_ROOM = 1.15
"""From the middle of a pie up to the edge, in radii: a label stands at 1.1."""
_FAMILIES = re.compile(r"(?<=font-family: )'[^;\"]*")
_TEXT = re.compile(r"<text\b[^>]*>([^<]*)</text>")

logging.getLogger("matplotlib").setLevel(logging.ERROR)  # its font cache is no business of the user


@cache
def _know_fonts() -> None:
    for face in FACES:
        font_manager.fontManager.addfont(fonts_folder() / face.file)


def chart_svg(chart: Chart, looks: Looks) -> str:
    """The chart as one `<svg>` element, as wide as the type area; `role` and `aria-label` carry `chart.spoken`.

    Name and unit stand below it in the document.
    """
    return _drawn(chart, looks.styles[CellRole.TEXT.value], looks.page.width - looks.page.left - looks.page.right)


@lru_cache(maxsize=64)
def _drawn(chart: Chart, words: Style, width: float) -> str:
    """Kept, since what was drawn is compared with the PDF afterwards."""
    _know_fonts()
    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "reportgen",
        "font.family": list(stack(words.east_asian_font)),
        "font.size": words.size,
        "text.parse_math": False,  # a $ is a $
        "hatch.linewidth": 0.5,
        "axes.linewidth": 0.6,
    }
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(width / 72, width / 72 * HEIGHT_SHARE), layout="constrained")
        axes = figure.subplots()
        _DRAW[chart.kind](axes, chart)
        stream = StringIO()
        figure.savefig(stream, format="svg", metadata={"Date": None, "Creator": None, "Type": None, "Format": None})
    return _described(stream.getvalue(), chart)


def svg_words(svg: str) -> list[str]:
    """The words of a chart in the order in which a reader of the PDF's text meets them."""
    return [unescape(words) for words in _TEXT.findall(svg) if words.strip()]


def _described(svg: str, chart: Chart) -> str:
    """WeasyPrint takes the blank behind a comma for a part of the family's name."""
    element = _FAMILIES.sub(lambda match: match[0].replace(", ", ","), svg[svg.index("<svg") :])
    return element.replace("<svg ", f'<svg role="img" aria-label="{escape(chart.spoken)}" ', 1)


def _columns(axes: Axes, chart: Chart) -> None:
    share = COLUMNS_TAKE / len(chart.series)
    for index, series in enumerate(chart.series):
        look = ink(index)
        places = [place + (index - (len(chart.series) - 1) / 2) * share for place in range(len(chart.categories))]
        bars = axes.bar(
            places,
            _heights(series),
            share * 0.94,
            label=series.name,
            color=look.grey,
            hatch=look.hatch,
            edgecolor="black",
            linewidth=0.6,
        )
        axes.bar_label(
            bars, series.printed, padding=2, rotation=90 if values_upright(chart) else 0, fontsize=_value_size(axes)
        )
    _finish(axes, chart)


def _lines(axes: Axes, chart: Chart) -> None:
    for index, series in enumerate(chart.series):
        look = ink(index)
        axes.plot(
            _heights(series),
            label=series.name,
            color="black" if index % 2 == 0 else "#595959",
            linestyle=look.dash,
            linewidth=1.2,
            marker=look.marker,
            markersize=4.5,
            markerfacecolor=look.grey,
            markeredgecolor="black",
        )
        for place, (height, label) in enumerate(zip(_heights(series), series.printed, strict=True)):
            offset = (0, 5) if highest_at(chart, series, place) else (0, -13)
            if not math.isnan(height):
                axes.annotate(
                    label, (place, height), offset, textcoords="offset points", ha="center", fontsize=_value_size(axes)
                )
    _finish(axes, chart)


def _pie(axes: Axes, chart: Chart) -> None:
    series = chart.series[0]
    labels = [f"{name} {label}".strip() for name, label in zip(chart.categories, series.printed, strict=True)]
    slices, *_words = axes.pie(
        [0 if math.isnan(height) else height for height in _heights(series)],
        labels=labels,
        startangle=90,
        counterclock=False,
        radius=0.95,
        wedgeprops={"edgecolor": "black", "linewidth": 0.6},
    )
    axes.set(xlim=(-_PIE_ROOM / HEIGHT_SHARE, _PIE_ROOM / HEIGHT_SHARE), ylim=(-_PIE_ROOM, _PIE_ROOM))
    for index, piece in enumerate(slices):
        piece.set(facecolor=ink(index).grey, hatch=ink(index).hatch)


_DRAW = {ChartKind.COLUMN: _columns, ChartKind.LINE: _lines, ChartKind.PIE: _pie}


def _heights(series: Series) -> list[float]:
    """For drawing alone; what is printed are the labels."""
    return [math.nan if value is None else float(value) for value in series.values]


def _value_size(axes: Axes) -> float:
    return float(axes.xaxis.get_ticklabels()[0].get_fontsize()) - 1.5


def _finish(axes: Axes, chart: Chart) -> None:
    """A base line, categories wrapped to their room, a legend where there is something to tell apart."""
    heights = [height for series in chart.series for height in _heights(series) if not math.isnan(height)] or [1.0]
    low, high = min(0.0, *heights), max(0.0, *heights)
    axes.set_ylim(low * _AIR, high * (_AIR + (0.12 if values_upright(chart) else 0)) or 1)
    axes.set_xlim(-0.5, len(chart.categories) - 0.5)
    axes.axhline(0, color="black", linewidth=0.6, clip_on=False)
    axes.spines[["top", "left", "right", "bottom"]].set_visible(False)
    axes.yaxis.set_visible(False)
    axes.set_xticks(range(len(chart.categories)), [wrapped(name, chart) for name in chart.categories])
    axes.tick_params(axis="x", length=0)
    if len(chart.series) > 1:
        axes.figure.legend(loc="outside lower center", ncols=min(4, len(chart.series)), frameon=False)
