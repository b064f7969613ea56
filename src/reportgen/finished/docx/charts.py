"""The chart parts of a Word file → their figures (ECMA-376 Part 1, 21.2: `c:chartSpace`).

The figures are those that Word keeps beside the drawing; they are written as their format shows them. Kinds that a
content file does not have are read as the nearest one that compares the same: areas as lines, cones as columns.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from reportgen import patterns as re
from reportgen.model.chart import ChartKind
from reportgen.model.chart_figures import ChartFigures
from reportgen.model.quantity import plain, round_half_up
from reportgen.word.package import Element

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {
    "lineChart": ChartKind.LINE,
    "line3DChart": ChartKind.LINE,
    "areaChart": ChartKind.LINE,
    "area3DChart": ChartKind.LINE,
    "pieChart": ChartKind.PIE,
    "pie3DChart": ChartKind.PIE,
    "ofPieChart": ChartKind.PIE,
    "doughnutChart": ChartKind.RING,
    "radarChart": ChartKind.RADAR,
}
_BARS = ("barChart", "bar3DChart")
_DECIMALS = re.compile(r"0\.(0+)")
_EXACT = 10
"""Digits of a figure that has no format: what comes behind them is left over from a calculation."""
_UNIT = re.compile(r"(?:单位\s*[：:]\s*)?(?P<unit>%|[一-鿿]{1,6})")

Lines = dict[str, dict[str, str]]


def chart_figures(root: Element) -> ChartFigures | None:
    """The figures of a chart part; None where it compares nothing by category, as points in a plane do."""
    plot = root.find(f"{_C}chart/{_C}plotArea")
    groups = [node for node in plot if str(node.tag).endswith("Chart")] if plot is not None else []
    kind = _kind(groups)
    if kind is None:
        return None
    lines: Lines = {}
    for series in (series for group in groups for series in group.iterchildren(_C + "ser")):
        name = _name(series) or f"系列{len(lines) + 1}"
        if name in lines:
            return None
        lines[name] = dict(_figures(series))
    if kind is ChartKind.DISTRIBUTION:
        lines = _turned(lines)
    title = "".join(node.text or "" for node in root.iterfind(f"{_C}chart/{_C}title//{_A}t"))
    return ChartFigures(kind, title.strip(), _unit(plot), lines) if any(lines.values()) else None


def _kind(groups: list[Element]) -> ChartKind | None:
    names = [str(group.tag).removeprefix(_C) for group in groups]
    match names:
        case [name] if name in _BARS:
            return _bars(groups[0])
        case [name]:
            return _KINDS.get(name)
        case [first, "lineChart"] if first in _BARS:
            rates = [each for each in groups[1].iterchildren(_C + "ser") if "%" in _format(each)]
            one = len(groups[1].findall(_C + "ser")) == len(rates) == 1
            return ChartKind.COMBINED if one else ChartKind.COLUMN
        case _:
            return None


def _bars(group: Element) -> ChartKind:
    match _value(group, "grouping"), _value(group, "barDir"):
        case "percentStacked", _:
            return ChartKind.DISTRIBUTION
        case "stacked", _:
            return ChartKind.STACKED
        case _, "bar":
            return ChartKind.BAR
        case _:
            return ChartKind.COLUMN


def _value(node: Element, name: str) -> str:
    found = node.find(_C + name)
    return str(found.get("val", "")) if found is not None else ""


def _name(series: Element) -> str:
    words = "".join(node.text or "" for node in series.iterfind(f"{_C}tx//{_C}v"))
    return _one_line(words)


def _one_line(words: str) -> str:
    return "".join(words.split())


def _format(series: Element) -> str:
    code = series.find(f"{_C}val//{_C}formatCode")
    return (code.text or "") if code is not None else ""


def _figures(series: Element) -> Iterator[tuple[str, str]]:
    names, values, form = _points(series.find(_C + "cat")), _points(series.find(_C + "val")), _format(series)
    for index, value in values.items():
        if figure := _figure(value, form):
            yield _one_line(names.get(index, "")) or str(index + 1), figure


def _points(node: Element | None) -> dict[int, str]:
    """By index; of names on several levels those of the first, which stand nearest to the drawing."""
    levels = list(node.iter(_C + "lvl")) if node is not None else []
    holder = levels[0] if levels else node
    found = holder.iter(_C + "pt") if holder is not None else ()
    return {int(point.get("idx", 0)): point.findtext(_C + "v") or "" for point in found}


def _figure(value: str, form: str) -> str:
    """A figure as its format shows it: 0.9410 as 94.1% by 0.0%; empty for what is none."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    rate = "%" if "%" in form else ""
    number = number * 100 if rate else number
    decimals = _DECIMALS.search(form)
    if decimals or form.strip("#,0%") == "" != form:
        return f"{round_half_up(number, len(decimals[1]) if decimals else 0):f}{rate}"
    return plain(round_half_up(number, max(0, _EXACT - number.adjusted()))) + rate


def _turned(lines: Mapping[str, Mapping[str, str]]) -> Lines:
    """Answers by question, which Excel has the other way round."""
    turned: Lines = {}
    for answer, line in lines.items():
        for question, figure in line.items():
            turned.setdefault(question, {})[answer] = figure
    return turned


def _unit(plot: Element | None) -> str:
    """The unit that the title of an axis is."""
    for axis in plot.iterfind(f"{_C}valAx") if plot is not None else ():
        words = "".join(node.text or "" for node in axis.iterfind(f"{_C}title//{_A}t")).strip()
        if found := _UNIT.fullmatch(words):
            return found["unit"]
    return ""
