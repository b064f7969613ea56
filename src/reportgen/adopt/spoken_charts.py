"""What is read aloud of a chart → its figures: the alternative text that the program itself writes (`Chart.spoken`).

「柱形图：支出（单位：万元）。展厅运行：到位80.00万元，支出78.40万元；科普活动：…」. Text of another form says nothing.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.chart import ChartKind
from reportgen.model.chart_figures import ChartFigures
from reportgen.model.quantity import percent

_KIND = "|".join(kind.value for kind in ChartKind)
_SPOKEN = re.compile(
    rf"(?P<kind>{_KIND})：(?P<title>.+?)(?:（单位：(?P<unit>[^（）]+)）)?。(?P<rest>.+)",
    re.DOTALL,
)
_FIGURE = r"(?P<figure>[约≥≤]?[+\-]?\d[\d,]*(?:\.\d+)?余?)"
_SHARE = re.compile(r"（[\d.]+%）$")
_WHOLE = re.compile(r"(?P<name>.+)（共(?P<number>\d+)(?P<unit>[^\d（）]*)）", re.DOTALL)
_OF_TARGET = re.compile(r"(?P<name>目标|实际)(?P<figure>.+)")
_OF_STEP = re.compile(r"(?:总额|增加|减少)\+?(?P<figure>.+)")
_NONE = "无数据"

Lines = dict[str, dict[str, str]]
Figures = Iterator[tuple[str, str, str]]
"""Series, category and figure."""


def spoken_figures(words: str) -> ChartFigures | None:
    """The figures that the words tell; None where they are no chart of ours."""
    told = _SPOKEN.fullmatch(words.strip())
    if told is None:
        return None
    kind, unit = ChartKind(told["kind"]), told["unit"] or ""
    lines: Lines = {}
    try:
        for series, category, figure in _figures(kind, told["rest"], unit, told["title"]):
            lines.setdefault(series, {})[category] = figure
    except ValueError:
        return None
    return ChartFigures(kind, told["title"], unit, lines)


def _figures(kind: ChartKind, rest: str, unit: str, title: str) -> Figures:
    """Raises ValueError where a value is told otherwise."""
    for told in rest.split("；"):
        category, colon, values = told.partition("：")
        if not colon:
            raise ValueError(told)
        if kind is ChartKind.DISTRIBUTION:
            yield from _answers(category, values)
            continue
        for value in values.split("，"):
            name, figure = _value(kind, value, unit)
            if figure:
                yield name or title, category, figure


def _value(kind: ChartKind, value: str, unit: str) -> tuple[str, str]:
    """Name of the series, where it is told, and figure; none where there is no figure."""
    if value.endswith(_NONE):
        return value.removesuffix(_NONE), ""
    bare = _SHARE.sub("", value)
    if kind is ChartKind.TARGET:
        found = _OF_TARGET.fullmatch(bare)
    elif kind is ChartKind.WATERFALL:
        found = _OF_STEP.fullmatch(bare.removesuffix(unit))
    else:
        found = re.compile(rf"(?P<name>.*?){_FIGURE}(?:{re.escape(unit)}|(?P<rate>%))").fullmatch(bare)
    if found is None:
        raise ValueError(value)
    parts = found.groupdict()
    return parts.get("name") or "", parts["figure"] + (parts.get("rate") or "" if unit != "%" else "")


def _answers(question: str, values: str) -> Figures:
    """The answers to a question: as they were counted where shares of their whole tell that, else the shares."""
    shares: dict[str, Decimal] = {}
    for value in values.split("，"):
        found = re.compile(rf"(?P<name>.+?){_FIGURE}%").fullmatch(value)
        if found is None:
            raise ValueError(value)
        shares[found["name"]] = Decimal(found["figure"])
    whole = _WHOLE.fullmatch(question)
    number = Decimal(whole["number"]) if whole else Decimal(0)
    name, unit = (whole["name"], whole["unit"]) if whole else (question, "")
    counted = {answer: (share * number / 100).to_integral_value() for answer, share in shares.items()}
    if number and sum(counted.values()) == number and _are(counted, number, shares):
        yield from ((name, answer, f"{count}{unit}") for answer, count in counted.items())
    else:
        yield from ((name, answer, f"{share}%") for answer, share in shares.items())


def _are(counted: dict[str, Decimal], number: Decimal, shares: dict[str, Decimal]) -> bool:
    return all(percent(count / number, 1) == f"{shares[answer]}%" for answer, count in counted.items())
