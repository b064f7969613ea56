"""Amounts of the budget as typed: as many decimals in each."""

from collections import Counter
from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import repair, value_edit
from reportgen.language import _
from reportgen.model.content import FundColumn, FundTable
from reportgen.model.document import Table
from reportgen.model.facts import Fact
from reportgen.model.quantity import Quantity
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_FEW = 3
"""Of fewer amounts nobody can say which is the rule."""


@rule("FMT013", "预算各数的小数位数不一", Severity.HINT)
def decimals_in_budget(funds: FundTable, scene: Scene) -> Iterator[Finding]:
    """「预算」里的金额，小数位数要一样，一般保留两位；0 可以只写 0。

    为什么: 320万元 与 114.60万元 印在同一句里，看不出是整数，还是漏了两位。
    错例:
        预算: {金额单位: 万元, 批复: 320, 支出: 312.40, 项目资金: {批复: 120.00, 支出: 114.60}}
    正例:
        预算: {金额单位: 万元, 批复: 320.00, 支出: 312.40, 项目资金: {批复: 120.00, 支出: 114.60}}
    依据: 公文用语习惯：同一份文件里的金额小数位数相同
    改法: 按多数的位数补齐，一般保留两位小数
    """
    if any(isinstance(block, Table) for block in scene.document.walk()):
        return  # a form has columns, and each its own rule
    figures = list(_amounts(funds))
    usual, count = Counter(quantity.decimals for _fact, quantity in figures).most_common(1)[0] if figures else (0, 0)
    for fact, quantity in figures if len(figures) > _FEW and count * 2 > len(figures) else ():
        if quantity.decimals != usual:
            longer = _padded(quantity, usual)
            edit = value_edit(fact.place, quantity.text, longer) if longer else None
            note = _("「预算」里 {count} 个数写 {usual} 位小数", count=count, usual=usual)
            yield Finding(
                fact.place, _("写了 {own} 位小数", own=quantity.decimals), (note,), repair=repair(edit, safe=False)
            )


def _amounts(funds: FundTable) -> Iterator[tuple[Fact, Quantity]]:
    """What is typed in the unit of the table, without noughts."""
    for row in funds.rows():
        for column, fact in row.cells.items():
            if column is not FundColumn.RATE and fact.quantity and fact.quantity.implied and fact.quantity.number:
                yield fact, fact.quantity


def _padded(quantity: Quantity, decimals: int) -> str:
    """The figure with noughts added; empty where some would have to be taken away."""
    missing = decimals - quantity.decimals
    point = "" if "." in quantity.text else "."
    return f"{quantity.text}{point}{'0' * missing}" if missing > 0 and quantity.text[-1:].isdigit() else ""
