"""Charts of a report → what a content file asks for: an entry of 图表 where the pack has it, else a group of 数据.

A chart that the program could not draw again is not taken; the reason is told with its name.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.adopt.values import Certainty, Remark
from reportgen.compose.chart_data import drawn
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.language import _
from reportgen.model.chart import Chart, ChartKind
from reportgen.model.chart_figures import ChartFigures
from reportgen.model.chart_plan import ChartPlan
from reportgen.model.facts import Fact, FactGroup
from reportgen.numbers.reader import read_quantity
from reportgen.packs.fields import FACTS_OF_A_FILE, Field, FieldType
from reportgen.place import NOWHERE, Written
from reportgen.record import Struct, field, replace
from reportgen.source.composed_text import Given

_NOT_IN_NAMES = re.compile(r"[{}|:：\n]")
_UNNAMED = "图"
_GROUPED = (ChartKind.TARGET, ChartKind.DISTRIBUTION)
"""Kinds whose series have names even where there is one of them."""


class Named(Struct, frozen=True):
    """What stands at a chart: its name, its unit and where its figures are from, each empty where nothing says it.

    `number` and `words` are those of its caption as it stands.
    """

    name: str
    unit: str = ""
    source: str = ""
    number: str = ""
    words: str = ""


class ChartFields(Struct):
    """The charts that have been taken so far."""

    own: str = ""
    """The field of the pack for charts, empty where it has none."""
    asked: list[Given] = field(default_factory=list)
    groups: dict[str, Given] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    numbered: dict[str, str] = field(default_factory=dict)
    """What refers to a figure, by the number that it has in the report."""

    @classmethod
    def of(cls, fields: Sequence[Field]) -> "ChartFields":
        """For a pack with these fields."""
        return cls(next((each.name for each in fields if each.type is FieldType.CHARTS), ""))

    @property
    def values(self) -> dict[str, Given]:
        """The fields that say them."""
        asked: dict[str, Given] = {self.own: self.asked} if self.asked else {}
        return asked | {f"{FACTS_OF_A_FILE.name}.{name}": group for name, group in self.groups.items()}

    @property
    def fact_names(self) -> set[str]:
        """The names that figures of the groups have, and the groups themselves."""
        return set(_names(self.groups))

    def line(self, options: Sequence[ChartFigures], told: Named) -> str:
        """The line of prose that puts the chart there; empty where it cannot be drawn.

        `options` are ways in which the file tells its figures, the one to be preferred first. Each has to agree with
        the last one, by which the drawing itself is made.
        """
        reason = _("程序没有这种图")
        for figures in options:
            name = self._free(told.name or figures.title)
            chart, reason = _drawn(figures, name, told.unit)
            if chart and (figures is options[-1] or _agrees(chart, options[-1])):
                return self._asked(figures, replace(told, name=name))
        words = told.words or (options[0].title if options else "") or _UNNAMED
        why = _("这张图抄不过来（{reason}），请自己画", reason=reason)
        self.remarks.append(Remark(Certainty.UNPLACED, words, why=why))
        return ""

    def _free(self, name: str) -> str:
        """The name without marks that references use, with a number where it has been taken."""
        bare = _NOT_IN_NAMES.sub("", name).strip() or _UNNAMED
        tries = (f"{bare}{number}" if number > 1 else bare for number in range(1, len(self.names) + 3))
        return next(each for each in tries if each not in self.names)

    def _asked(self, figures: ChartFigures, told: Named) -> str:
        self.names.add(told.name)
        unit = told.unit or figures.unit
        if self.own:
            entry: dict[str, Given] = {"名称": told.name, "类型": figures.kind.value}
            entry |= {"单位": unit} if unit else {}
            entry |= {"来源": told.source} if told.source else {}
            self.asked.append(entry | {"数据": _given(figures, "")})
            self.numbered.setdefault(told.number, f"{self.own}.{told.name}")
            return "{{ " + f"{self.own}.{told.name}" + " }}"
        key = told.name.replace(".", "·")
        self.groups[key] = _given(figures, unit)
        self.numbered.setdefault(told.number, f"图.{told.name}")
        source = f"（来源：{told.source}）" if told.source else ""
        return f"图 {told.name}：{{{{ {key} | {figures.kind.value} }}}}{source}"


def _names(group: Given) -> Iterator[str]:
    for name, inner in group.items() if isinstance(group, dict) else ():
        yield name
        yield from _names(inner)


def _flat(figures: ChartFigures) -> bool:
    return len(figures.lines) == 1 and figures.kind not in _GROUPED


def _given(figures: ChartFigures, unit: str) -> Given:
    """The figures as they are written; with `unit` where they have none of their own."""
    lines: dict[str, Given] = {
        series: {category: _with(figure, unit) for category, figure in line.items()}
        for series, line in figures.lines.items()
    }
    return next(iter(lines.values())) if _flat(figures) else lines


def _with(figure: str, unit: str) -> str:
    return figure + unit if figure[-1:].isdigit() or figure.endswith("余") else figure


def _drawn(figures: ChartFigures, name: str, unit: str) -> tuple[Chart | None, str]:
    """The chart as it would be drawn, or the reason why it is not."""
    unit = unit or figures.unit
    found: list[Diagnostic] = []
    group = _group(figures, name, unit)
    if group is None:
        return None, _("图里的数字认不出来")
    plan = ChartPlan(Written(name, NOWHERE), figures.kind, group, (), Written(unit, NOWHERE) if unit else None)
    chart = drawn(plan, group, "", found)
    return chart, found[0].label if found else ""


def _group(figures: ChartFigures, name: str, unit: str) -> FactGroup | None:
    groups = []
    for series, line in figures.lines.items():
        facts = tuple(_facts((name, series), line, unit))
        if len(facts) < len(line):
            return None
        groups.append(FactGroup((name, series), NOWHERE, facts, ()))
    if _flat(figures):
        return groups[0]
    return FactGroup((name,), NOWHERE, (), tuple(groups)) if groups else None


def _facts(path: tuple[str, ...], line: Mapping[str, str], unit: str) -> Iterator[Fact]:
    for category, figure in line.items():
        quantity = read_quantity(figure, unit)
        if quantity is not None:
            yield Fact((*path, category), quantity, NOWHERE)


def _agrees(chart: Chart, drawing: ChartFigures) -> bool:
    """Whether every figure of a chart is one of its drawing: words that are read aloud may be of older figures."""
    figures = [figure for line in drawing.lines.values() for figure in line.values()]
    given = {abs(Decimal(re.sub(r"[^\d.\-]", "", figure) or 0)) for figure in figures}
    shown = {abs(value) for series in chart.series for value in series.values if value is not None}
    return shown <= given or not given
