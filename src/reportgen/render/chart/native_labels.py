"""Labels of a native chart that differ from those of their series, so that Word prints what the PDF prints, and there.

A label with no words of its own follows the figure when somebody edits the data.
"""

import re
from typing import Any

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.render.chart.canvas import Canvas
from reportgen.render.chart.layout import highest_at
from reportgen.render.chart.pie import shifts

_SERIES = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_FORMAT = re.compile(r"<c:numFmt [^>]*/>")
_BEFORE_FORMAT = re.compile(r'<c:dLbl><c:idx val="\d+"/><c:layout/>(?=<c:spPr/>)')
"""Of a label without words of its own."""


def figures_format(series: Series) -> str:
    """A number format for the whole series: the most decimals that one of its labels has, grouped if one is."""
    numerals = [re.sub(r"[^0-9.,]", "", label) for label in series.printed]
    decimals = max((len(numeral.partition(".")[2]) for numeral in numerals), default=0)
    grouped = any("," in numeral for numeral in numerals)
    return ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")


def own_labels(chart: Chart, series: Series, labels: dict[str, Any], canvas: Canvas) -> list[dict[str, Any] | None]:
    """For each value what its label has of its own, in the words of XlsxWriter: words, or a place."""
    shifted = shifts(canvas, chart) if chart.kind is ChartKind.PIE else {}
    made: list[dict[str, Any] | None] = []
    for index, (name, label) in enumerate(zip(chart.categories, series.printed, strict=True)):
        own: dict[str, Any] = {}
        if label and label != _shown(series, index):
            own["value"] = f"{name} {label}" if chart.kind is ChartKind.PIE else label
        place = _place(chart, series, index) or labels["position"]
        if own or index in shifted or place != labels["position"]:
            own |= {"position": place, "font": labels["font"]}
        made.append(own or None)
    return made


def _place(chart: Chart, series: Series, index: int) -> str:
    """Of a value of a line: above the highest line of its category, below all others."""
    if chart.kind is not ChartKind.LINE or not series.printed[index]:
        return ""
    return "above" if highest_at(chart, series, index) else "below"


def _shown(series: Series, index: int) -> str:
    """What the format of the series prints."""
    code, value = figures_format(series), series.values[index]
    return f"{value:{',' if ',' in code else ''}.{len(code.partition('.')[2])}f}"


def placed(xml: str, chart: Chart, canvas: Canvas) -> str:
    """The chart part with the formats and places that XlsxWriter does not write for single labels."""
    xml = _SERIES.sub(lambda match: _with_formats(match[0]), xml)
    for index, shift in (shifts(canvas, chart) if chart.kind is ChartKind.PIE else {}).items():
        head = f'<c:dLbl><c:idx val="{index}"/>'
        xml = xml.replace(f"{head}<c:layout/>", head + _layout(shift[0] / canvas.width, shift[1] / canvas.height), 1)
    return xml


def _with_formats(series: str) -> str:
    """A label with a place of its own would else show its figure in the format of the sheet's cell."""
    form = _FORMAT.search(series.rpartition("</c:dLbl>")[2])
    return _BEFORE_FORMAT.sub(lambda match: match[0] + (form[0] if form else ""), series)


def _layout(right: float, down: float) -> str:
    """Moved from where Word would put it, in parts of the chart."""
    return f'<c:layout><c:manualLayout><c:x val="{right:.4f}"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
