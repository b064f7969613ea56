"""The charts of a content file for their widget: what can be drawn, and each chart as it is printed."""

from collections.abc import Iterator

from reportgen.compose.chart_placement import ChartPlacement, chart_placement
from reportgen.compose.chart_sources import SCORES, Source, source_of, sources_in
from reportgen.compose.questionnaire_tables import Asked
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.digest import digest_of
from reportgen.language import _
from reportgen.model.chart import Chart, ChartKind
from reportgen.model.chart_plan import ChartPlan, Charts
from reportgen.model.content import Content, FundTable, Indicators
from reportgen.model.document import Block
from reportgen.model.facts import FactGroup
from reportgen.packs.charts_reader import COLUMNS, STAGES
from reportgen.packs.outline import chart_steps
from reportgen.pipeline.checked import Checked
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE
from reportgen.record import Struct, replace
from reportgen.source.tree import Path, Tree, tree_at, tree_of


class KindView(Struct, frozen=True):
    """A kind of chart; `sign` names its drawing among the signs."""

    name: str
    sign: str


class SourceView(Struct, frozen=True):
    """Figures that stand elsewhere in the file: by the shortest name that means only them, and what they are."""

    name: str
    what: str
    is_funds: bool = False


class ReadyView(Struct, frozen=True):
    """A chart that a document type has ready: the figures that it draws."""

    name: str
    data: str


class ChartView(Struct, frozen=True):
    """An item of the list. `state` is drawn, waits (its figures are still to be filled in) or wrong; `why` says why.

    `placed` says whether it stands in the text, `ready` whether the document type says where.
    """

    number: int
    name: str
    state: str
    why: tuple[str, ...] = ()
    unit: str = ""
    source: str = ""
    reference: str = ""
    placed: bool = False
    ready: bool = False
    drawing: str = ""
    """The same as long as the drawing is the same."""


class ChartsView(Struct, frozen=True):
    """What the widget asks for whenever the file has changed; `digest` is that of the text that it is about."""

    digest: str
    kinds: tuple[KindView, ...]
    sources: tuple[SourceView, ...]
    ready: tuple[ReadyView, ...]
    charts: tuple[ChartView, ...]
    columns: tuple[str, ...] = STAGES
    usual: tuple[str, ...] = COLUMNS
    """The columns of a fund table that are drawn where nothing is said."""
    chart_name: str = "新图{at}"
    series_name: str = "第{at}组"
    item_name: str = "第一项"
    """What is written into the file until somebody calls it otherwise."""


def charts_view(checked: Checked, path: Path) -> ChartsView:
    """The charts of the field at a path."""
    draft = _draft(checked, path)
    items = tree_at(tree_of(checked.source.root), path)
    listed = items if isinstance(items, list) else []
    charts = tuple(_view(draft, path, number, item) for number, item in enumerate(listed, start=1))
    sources = tuple(_sources(draft.content)) if draft else ()
    steps = chart_steps(draft.pack.outline) if draft else ()
    ready = tuple(ReadyView(step.name, step.funds) for step in steps)
    kinds = tuple(KindView(kind.value, kind.name.lower()) for kind in ChartKind)
    return ChartsView(digest_of(checked.original), kinds, sources, ready, charts)


def chart_svg(checked: Checked, path: Path, number: int) -> str:
    """The chart of an item, counted from 1, as it is printed; empty where it cannot be drawn."""
    from reportgen.render.chart.svg import chart_svg as drawn  # a check draws nothing

    draft = _draft(checked, path)
    item = tree_at(tree_of(checked.source.root), (*path, str(number)))
    placement, asked = _asked(draft, path, name_of(item)) if draft else (None, None)
    if not draft or not placement or not asked:
        return ""
    chart = next((block for block in _blocks(placement, asked) if isinstance(block, Chart)), None)
    return drawn(chart, draft.template.looks) if chart else ""


def name_of(item: Tree | None) -> str:
    """What an item of the list is called: itself, or by its 名称."""
    name = item.get("名称", "") if isinstance(item, dict) else item
    return name if isinstance(name, str) else ""


def _draft(checked: Checked, path: Path) -> Draft | None:
    """The document that has the charts; the main one where none can be read."""
    having = (
        draft for draft in checked.every_draft if any(charts.path == path for charts in draft.content.every(Charts))
    )
    return next(having, checked.main)


def _asked(draft: Draft, path: Path, name: str) -> tuple[ChartPlacement, Path | None]:
    """What draws charts, and the path by which it knows one; None for one that cannot be read."""
    placement = chart_placement(draft.content, draft.pack)
    own = (*path, *name.split("."))
    return placement, own if own in placement.asked else None


def _view(draft: Draft | None, path: Path, number: int, item: Tree) -> ChartView:
    name = name_of(item)
    placement, own = _asked(draft, path, name) if draft else (None, None)
    if draft is None or placement is None or own is None:
        return ChartView(number, name, "wrong", (_("还画不出来：这张图的写法要先改好"),))
    plan = placement.asked[own]
    blocks = list(_blocks(placement, own))
    chart = next((block for block in blocks if isinstance(block, Chart)), None)
    return ChartView(
        number,
        name,
        "drawn" if chart else "wrong" if placement.found else "waits",
        tuple(map(_told, placement.found)),
        chart.unit if chart else plan.unit.text if plan.unit else "",
        plan.source.text if plan.source else "",
        f"{{{{ {'.'.join(own)} }}}}",
        _is_placed(draft, plan),
        plan.ready,
        _drawing(chart) if chart else "",
    )


def _drawing(chart: Chart) -> str:
    """Told from all other drawings, wherever in the file it is asked for."""
    return digest_of(repr(replace(chart, origin=NOWHERE, inlines=())).encode())[:16]


def _blocks(placement: ChartPlacement, own: Path) -> Iterator[Block]:
    plan = placement.asked[own]
    data = source_of(plan, placement.content, placement.found)
    return placement.stand(plan, data, own, "") if data is not None else iter(())


def _is_placed(draft: Draft, plan: ChartPlan) -> bool:
    return any(block.origin == plan.name.place for block in draft.document.walk())


def _told(finding: Diagnostic) -> str:
    return "　".join(filter(None, (finding.label, finding.fix)))


def _sources(content: Content) -> Iterator[SourceView]:
    known = dict(sources_in(content))
    for path, source in known.items():
        if path[-1] == SCORES:
            continue  # the indicators themselves are there
        yield SourceView(_shortest(path, known), _what(source), isinstance(source, FundTable))


def _shortest(path: Path, known: dict[Path, Source]) -> str:
    """The fewest names from the end of a path that mean nothing else."""
    for length in range(1, len(path)):
        ending = path[-length:]
        if [other for other in known if other[-length:] == ending] == [path]:
            return ".".join(ending)
    return ".".join(path)


def _what(source: Source) -> str:
    match source:
        case FundTable():
            return _("经费表：各分项")
        case Indicators():
            return _("指标：各一级指标的得分率")
        case FactGroup(groups=groups):
            return _("数据：{count} 组", count=len(groups)) if groups else _("数据")
        case Asked():
            return _("问卷的一题")
        case _:
            return _("问卷")
