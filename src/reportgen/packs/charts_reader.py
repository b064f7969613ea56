"""What a chart is like, as packs and content files say it: 类型 and 列."""

from reportgen.language import _
from reportgen.model.chart import ChartKind
from reportgen.model.content import FundColumn
from reportgen.place import Written
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping

COLUMNS = (FundColumn.RECEIVED.value, FundColumn.SPENT.value)
"""What a chart of a fund table compares when it does not say."""
STAGES = tuple(column.value for column in FundColumn if column is not FundColumn.RATE)
"""The columns of a fund table that are money."""


_ALSO_CALLED = {
    "柱状图": ChartKind.COLUMN,
    "横条图": ChartKind.BAR,
    "条状图": ChartKind.BAR,
    "堆积柱形图": ChartKind.STACKED,
    "堆积柱状图": ChartKind.STACKED,
    "线图": ChartKind.LINE,
    "组合图": ChartKind.COMBINED,
    "柱形折线图": ChartKind.COMBINED,
    "饼状图": ChartKind.PIE,
    "圆环图": ChartKind.RING,
    "目标完成图": ChartKind.TARGET,
    "百分比堆积图": ChartKind.DISTRIBUTION,
}
"""What Excel, WPS and people call them, too."""


def kind_names() -> tuple[str, ...]:
    """Every word that 类型 takes, ours first."""
    return tuple(kinds_by_name())


def kinds_by_name() -> dict[str, ChartKind]:
    """The kinds by every word that names one."""
    return {kind.value: kind for kind in ChartKind} | _ALSO_CALLED


def read_kind(mapping: Mapping, expect: Expect) -> ChartKind | None:
    """类型: 柱形图 when it is not said, None when there is no such kind."""
    written = expect.optional_text(mapping, "类型")
    kinds = kinds_by_name()
    if written is None:
        return ChartKind.COLUMN
    if written.text not in kinds:
        label = _("「类型」写 {kinds}", kinds=_("、").join(kind.value for kind in ChartKind))
        expect.report(expect.wrong, written.place, label, did_you_mean(written.text, kinds))
    return kinds.get(written.text)


def read_columns(mapping: Mapping, kind: ChartKind | None, expect: Expect) -> tuple[str, ...]:
    """列: stages of money, one or several; a waterfall goes through all that there are."""
    node = mapping.get("列")
    if node is None:
        return STAGES if kind is ChartKind.WATERFALL else COLUMNS
    items = (node,) if isinstance(node, Written) else expect.sequence(node, "列")
    words = [word for item in items if (word := expect.text(item, "列"))]
    for word in words:
        if word.text not in STAGES:
            expect.report(expect.wrong, word.place, _("「列」写 {columns}", columns=_("、").join(STAGES)))
    return tuple(word.text for word in words if word.text in STAGES)
