"""A line of the sheet of charts → the chart as a content file writes it."""

from reportgen import patterns as re
from reportgen.source.composed_text import Given, Running

_PAIR = re.compile(r"^(?P<name>[^:：]+)[:：]\s*(?P<figure>.+)$")
_BETWEEN = re.compile(r"\s*[、,，]\s*")


def chart_of(line: dict[str, Given]) -> Given:
    """The chart, its own data as names and figures, its columns as a list."""
    chart = dict(line)
    if "数据" in chart:
        chart["数据"] = _data(_lines(chart["数据"]))
    if "列" in chart:
        chart["列"] = list(_BETWEEN.split(" ".join(_lines(chart["列"]))))
    return chart


def _lines(value: Given) -> tuple[str, ...]:
    return value.lines if isinstance(value, Running) else (str(value),)


def _data(lines: tuple[str, ...]) -> Given:
    """Figures by their names, in groups where a name has a point; else the name of data that stand elsewhere."""
    pairs = [_PAIR.match(line) for line in lines]
    data: dict[str, Given] = {}
    for match in pairs:
        if match is None:
            return "\n".join(lines)
        own = data
        *groups, name = match["name"].strip().split(".")
        for group in groups:
            below = own.setdefault(group, {})
            own = below if isinstance(below, dict) else own
        own[name] = match["figure"].strip()
    return data
