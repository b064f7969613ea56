"""Cells that hold several lines → what a content file has there: charts with their data, options with their counts."""

from collections.abc import Iterable

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


def options_of(value: Given) -> Given:
    """The options of a question with the number of answers to each, or their names alone."""
    lines = [part.strip() for line in _lines(value) for part in re.split(r"[；;]", line) if part.strip()]
    pairs = [_PAIR.match(line) for line in lines]
    if all(pairs):
        return {pair["name"].strip(): pair["figure"].strip() for pair in pairs if pair}
    return [*lines]


def _lines(value: Given) -> tuple[str, ...]:
    return value.lines if isinstance(value, Running) else (str(value),)


def _data(lines: tuple[str, ...]) -> Given:
    """Figures by their names, in groups where a name has a point; else the name of data that stand elsewhere."""
    pairs = [_PAIR.match(line) for line in lines]
    data: dict[str, Given] = {}
    for match in pairs:
        if match is None:
            return "\n".join(lines)
        put_into_groups(data, match["name"].strip().split("."), match["figure"].strip())
    return data


def put_into_groups(data: dict[str, Given], path: Iterable[str], figure: Given) -> None:
    """A figure by its name, the last of the path, within the groups before it; one that is a figure is no group."""
    *groups, name = path
    for group in groups:
        below = data.setdefault(group, {})
        data = below if isinstance(below, dict) else data
    data[name] = figure
