"""The series of a native chart in the words of XlsxWriter: how they look, and what stands at their values."""

from typing import Any

from reportgen.model.chart import LYING, ROUND, Chart, ChartKind, Series
from reportgen.model.look import Style
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import (
    ROWS_TAKE,
    above,
    beside,
    column_width,
    columns_of,
    value_size,
    values_below,
    values_upright,
)
from reportgen.render.chart.native_axes import font
from reportgen.render.chart.native_labels import figures_format, own_labels
from reportgen.render.chart.palette import Ink, ink

_WIDEST_GAP = 500
"""The most that Word takes."""
_PLATE = {"fill": {"color": "white"}}
_PARTS = (ChartKind.STACKED, ChartKind.DISTRIBUTION)
_UNSEEN = {"fill": {"none": True}, "border": {"none": True}}


def series_options(chart: Chart, index: int, series: Series, words: Style, room: Canvas) -> dict[str, Any]:
    """One series of a chart, the first of a waterfall being what it stands on."""
    look = ink(index - 1 if chart.kind is ChartKind.WATERFALL else index)
    if chart.kind is ChartKind.WATERFALL:
        return (_fill(look) if index else _UNSEEN) | {"gap": _gap(chart, room), "overlap": 100}
    options = _drawn(chart, look, room)
    if chart.kind in ROUND:
        options["points"] = [_fill(ink(place)) for place in range(len(chart.categories))]
    if not (chart.kind is ChartKind.RADAR or values_below(chart) or (chart.kind in ROUND and not beside(chart))):
        options["data_labels"] = _labels(chart, series, words, room)
    return options


def rate_options(series: Series, index: int, words: Style) -> dict[str, Any]:
    """The line of a rate, on an axis of its own."""
    labels = _plain_labels(series, words) | {"position": "above"}
    labels["custom"] = own_labels(None, series, labels)
    return _line(ink(index)) | {"y2_axis": True, "data_labels": labels}


def tops_options(series: Series, words: Style) -> dict[str, Any]:
    """A line that nobody sees: columns one upon another have no room for values above them."""
    labels = _plain_labels(series, words) | {"position": "above"}
    labels["custom"] = own_labels(None, series, labels)
    return {"line": {"none": True}, "marker": {"type": "none"}, "data_labels": labels}


def _drawn(chart: Chart, look: Ink, room: Canvas) -> dict[str, Any]:
    if chart.kind in {ChartKind.LINE, ChartKind.RADAR}:
        return _line(look)
    if chart.kind in LYING:
        bars = 1 if chart.kind is ChartKind.DISTRIBUTION else len(chart.series)
        gap = round((1 / ROWS_TAKE - 1) * bars * 100)
        return _fill(look) | {"gap": gap, "overlap": 100 if chart.kind is ChartKind.DISTRIBUTION else 0}
    if chart.kind in ROUND:
        return {}
    return _fill(look) | {"gap": _gap(chart, room), "overlap": 100 if chart.kind is ChartKind.STACKED else 0}


def _labels(chart: Chart, series: Series, words: Style, room: Canvas) -> dict[str, Any]:
    labels = _plain_labels(series, words)
    labels["font"]["size"] = words.size if chart.kind in ROUND else value_size(chart, room.width, room.size)
    if values_upright(chart) and chart.kind in {ChartKind.COLUMN, ChartKind.COMBINED, ChartKind.LINE}:
        labels["font"] |= {"rotation": -90}
    if chart.kind is ChartKind.LINE:
        labels["position"] = "above" if above(chart, series) else "below"
    elif chart.kind in _PARTS:
        labels |= _PLATE | {"position": "center"}
    else:
        labels["position"] = "outside_end"
    labels["custom"] = own_labels(chart, series, labels)
    return labels


def _plain_labels(series: Series, words: Style) -> dict[str, Any]:
    return {"value": True, "num_format": figures_format(series), "font": font(words, -1.5)}


def _gap(chart: Chart, room: Canvas) -> int:
    """Between categories, in hundredths of a column, so that columns are as wide as in the PDF."""
    step = room.width / len(chart.categories)
    return min(round((step / column_width(chart, step) - len(columns_of(chart))) * 100), _WIDEST_GAP)


def _line(look: Ink) -> dict[str, Any]:
    edge, fill = {"color": "black"}, {"color": look.grey}
    marker = {"type": look.marker, "size": 6, "border": edge, "fill": fill}
    return {"line": {"color": "black", "width": 1.25, "dash_type": look.dash}, "marker": marker}


def _fill(look: Ink) -> dict[str, Any]:
    border = {"border": {"color": "black", "width": 0.5}}
    if not look.hatch:
        return {"fill": {"color": look.grey}} | border
    return {"pattern": {"pattern": look.hatch, "fg_color": "black", "bg_color": look.grey}} | border
