"""图表 of a content file: what is to be drawn, with its own figures or those of another field."""

from collections.abc import Iterable

from reportgen.diagnostics.kinds import MISSING, WRONG_TYPE
from reportgen.language import _
from reportgen.model.chart_plan import ChartPlan, Charts
from reportgen.model.facts import FactGroup
from reportgen.packs.charts_reader import read_columns, read_kind
from reportgen.place import Written
from reportgen.resolve.quantities import read_group
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node

KEYS = ("名称", "类型", "单位", "数据", "列", "来源")
"""What a chart may say."""


def read_charts(path: tuple[str, ...], node: Node, ready: Iterable[str], expect: Expect) -> Charts:
    """A list of charts; an item that is a name alone is one of those that the pack has `ready`."""
    known = list(ready)
    plans: list[ChartPlan] = []
    wanted: list[Written] = []
    for item in expect.sequence(node, path[-1]):
        if isinstance(item, Written):
            wanted += [item] if _is_ready(item, known, expect) else []
            continue
        mapping = expect.mapping(item, path[-1], KEYS)
        plan = _plan(path, mapping, expect) if mapping else None
        plans += [plan] if plan else []
    second = _refuse_second([*(plan.name for plan in plans), *wanted], expect)
    return Charts(
        path, tuple(plan for plan in plans if plan.name not in second), tuple(n for n in wanted if n not in second)
    )


def _is_ready(name: Written, known: list[str], expect: Expect) -> bool:
    if name.text in known:
        return True
    label = _("模板里没有现成的图「{name}」，要写它的「数据」", name=name.text)
    expect.report(WRONG_TYPE, name.place, label, did_you_mean(name.text, known))
    return False


def _plan(path: tuple[str, ...], mapping: Mapping, expect: Expect) -> ChartPlan | None:
    name, data = expect.required_text(mapping, "名称"), mapping.get("数据")
    kind = read_kind(mapping, expect)
    columns = read_columns(mapping, kind, expect)
    unit = expect.optional_text(mapping, "单位")
    if data is None:
        expect.required_text(mapping, "数据")
    if name is None:
        return None
    own = (*path, name.text)
    figures = _figures(own, data, unit.text if unit else "", expect) if data is not None else None
    if figures is None or kind is None:
        expect.unreadable.append(own)
        return None
    return ChartPlan(name, kind, figures, columns, unit, expect.optional_text(mapping, "来源"))


def _figures(path: tuple[str, ...], node: Node, unit: str, expect: Expect) -> FactGroup | Written | None:
    """The chart's own figures, or the name of others."""
    if isinstance(node, Written):
        return expect.text(node, "数据")
    group = read_group(path, node, expect, unit)
    if isinstance(node, Mapping) and not node.entries:
        expect.report(MISSING, node.place, _("「{what}」是空的", what="数据"))
    return group if group and any(group.all()) else None


def _refuse_second(names: list[Written], expect: Expect) -> list[Written]:
    """Names that were taken before: a chart is put into the text by its name."""
    second = [name for index, name in enumerate(names) if name.text in [other.text for other in names[:index]]]
    for name in second:
        expect.report(WRONG_TYPE, name.place, _("已经有一张图叫「{name}」，请换一个名称", name=name.text))
    return second
