"""Labels of a native chart that differ from those of their series, so that Word prints what the PDF prints, and there.

A label with no words of its own follows the figure when somebody edits the data.
"""

import re
from typing import Any

from reportgen.model.chart import ROUND, Chart, ChartKind, Series
from reportgen.render.chart.layout import highest_at

_SERIES = re.compile(r"<c:ser>.*?</c:ser>", re.DOTALL)
_FORMAT = re.compile(r"<c:numFmt [^>]*/>")
_BEFORE_FORMAT = re.compile(r'<c:dLbl><c:idx val="\d+"/><c:layout/>(?=<c:spPr/>)')
"""Of a label without words of its own."""


def figures_format(series: Series) -> str:
    """A number format for the whole series: the most decimals that one of its labels has, grouped if one is."""
    numerals = [re.sub(r"[^0-9.,]", "", label) for label in series.figures]
    decimals = max((len(numeral.partition(".")[2]) for numeral in numerals), default=0)
    grouped = any("," in numeral for numeral in numerals)
    return ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")


def own_labels(chart: Chart | None, series: Series, labels: dict[str, Any]) -> list[dict[str, Any] | None]:
    """For each value what its label has of its own, in the words of XlsxWriter: words, a place, or that it is not."""
    made: list[dict[str, Any] | None] = []
    look = {name: labels[name] for name in ("position", "font", "fill") if name in labels}
    for index, label in enumerate(series.printed):
        place = (_place(chart, series, index) if chart else "") or labels["position"]
        if index in series.aside:
            made.append({"delete": True})
        elif chart and chart.kind in ROUND:
            made.append(look | {"value": f"{chart.categories[index]}\n{label}"})
        elif label and label != _shown(series, index):
            made.append(look | {"value": label, "position": place})
        else:
            made.append(look | {"position": place} if place != labels["position"] else None)
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


def with_formats(xml: str) -> str:
    """The chart part with the formats that XlsxWriter does not write for single labels."""
    return _SERIES.sub(lambda match: _with_format(match[0]), xml)


def _with_format(series: str) -> str:
    """A label with a place of its own would else show its figure in the format of the sheet's cell."""
    form = _FORMAT.search(series.rpartition("</c:dLbl>")[2])
    return _BEFORE_FORMAT.sub(lambda match: match[0] + (form[0] if form else ""), series)
