"""The charts of one content file, each put into the text once and numbered as they stand.

A line that holds `{{ 图表.名称 }}` alone is where a chart stands; in a sentence the same reference prints 图1.
"""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.compose.chart_data import drawn
from reportgen.compose.chart_holes import waits
from reportgen.compose.chart_sources import Source, source_of
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text_kinds import CHART_PLACE
from reportgen.language import _
from reportgen.model.chart import Chart
from reportgen.model.chart_plan import ChartPlan, Charts
from reportgen.model.content import Content
from reportgen.model.document import Block, Paragraph, Role, Text
from reportgen.model.facts import Fact, Facts
from reportgen.model.hole import Hole
from reportgen.packs.outline import ChartStep, chart_steps
from reportgen.packs.pack import Pack
from reportgen.place import Place, Written
from reportgen.record import Struct, field

_ALONE = re.compile(r"\{\{([^{}|]+)\}\}")


class ChartPlacement(Struct):
    """Which charts are asked for, and which of them stand in the text so far."""

    content: Content
    asked: Mapping[tuple[str, ...], ChartPlan]
    """By the path that references use: 图表.每月进馆人次."""
    order: tuple[tuple[str, ...], ...] = ()
    """The charts in the order of a text laid out before, from which they have their numbers."""
    put: list[tuple[str, ...]] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def facts(self) -> Iterator[Fact]:
        """What a reference to a chart prints: its number."""
        for path, plan in self.asked.items():
            yield Fact(path, self.label(path), plan.name.place)

    def label(self, path: tuple[str, ...]) -> str:
        """图1; without its number before it stands anywhere."""
        return f"图{self.order.index(path) + 1}" if path in self.order else "图"

    def at_line(self, words: str, facts: Facts) -> tuple[str, ...] | None:
        """The chart that a line puts here; None when the line says anything else."""
        alone = _ALONE.fullmatch(words)
        found = facts.find(alone[1].strip()) if alone else []
        return found[0].path if len(found) == 1 and found[0].path in self.asked else None

    def ready(self, step: ChartStep) -> tuple[str, ...] | None:
        """The chart of an outline step; None when the content does not ask for it."""
        wanted = (path for path, plan in self.asked.items() if plan.name.text == step.name and plan.ready)
        return next(wanted, None)

    def blocks(self, path: tuple[str, ...], section: str, place: Place) -> Iterator[Block]:
        """The chart with its number and name below it; `place` is where it is asked to stand."""
        plan = self.asked[path]
        if path in self.put:
            label = _("图「{name}」前面已经放过；只想提到它的，写进句子里", name=plan.name.text)
            self.found.append(CHART_PLACE.at(place, label))
            return
        yield from self.stand(plan, source_of(plan, self.content, self.found), path, section)

    def stand(self, plan: ChartPlan, data: Source | None, path: tuple[str, ...], section: str) -> Iterator[Block]:
        """A chart with its number, its name and its source, the next in the text; it is counted without data too."""
        self.put.append(path)
        if data is None:
            return
        if waits(data):
            words = (Text(str(Hole(plan.unit.text if plan.unit else "")), plan.name.place),)
            yield Paragraph(Role.FIGURE, words, section=section, origin=plan.name.place)
            yield self._caption(plan, self.label(path), section, plan.unit.text if plan.unit else "")
            return
        chart = drawn(plan, data, section, self.found)
        if chart is not None:
            yield chart
            yield self._caption(plan, self.label(path), chart.section, chart.unit)
            if plan.source:
                yield self._source(chart, plan.source)

    def _caption(self, plan: ChartPlan, label: str, section: str, measured_in: str) -> Paragraph:
        """Number, name and unit; kept to the line of the source where there is one."""
        unit = (Text(f"（单位：{measured_in}）"),) if measured_in else ()
        role = Role.CAPTION if plan.source else Role.FIGURE
        inlines = (Text(plan.name.text, plan.name.place), *unit)
        return Paragraph(role, inlines, f"{label}　", section=section, origin=plan.name.place)

    def _source(self, chart: Chart, source: Written) -> Paragraph:
        return Paragraph(
            Role.SOURCE,
            (Text(source.text, source.place),),
            "数据来源：",
            None,
            section=chart.section,
            origin=source.place,
        )

    def missing(self) -> Iterator[Diagnostic]:
        """Charts that stand nowhere."""
        for path, plan in self.asked.items():
            if path not in self.put:
                fix = _("在正文里要放图的地方另起一行，只写 {reference}", reference=f"{{{{ {'.'.join(path)} }}}}")
                yield CHART_PLACE.at(plan.name.place, _("图「{name}」没有放进正文", name=plan.name.text), fix=fix)


def chart_placement(content: Content, pack: Pack, order: tuple[tuple[str, ...], ...] = ()) -> ChartPlacement:
    """The charts that the content asks for, those that the pack has ready among them."""
    steps = {step.name: step for step in chart_steps(pack.outline)}
    asked: dict[tuple[str, ...], ChartPlan] = {}
    for charts in content.every(Charts):
        plans = (*charts.plans, *(_ready(steps[name.text], name) for name in charts.ready))
        asked |= {(*charts.path, *plan.name.text.split(".")): plan for plan in plans}
    return ChartPlacement(content, asked, order)


def _ready(step: ChartStep, name: Written) -> ChartPlan:
    return ChartPlan(name, step.kind, Written(step.funds, name.place), step.columns, ready=True)
