"""Sums: what is listed must add up to what is stated as the total."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundColumn, FundTable
from reportgen.model.facts import FactGroup
from reportgen.model.quantity import Quantity, like, plain
from reportgen.numbers.arithmetic import added
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("NUM003", "分项之和与总额不符", Severity.ERROR)
def items_against_total(table: FundTable, _scene: Scene) -> Iterator[Finding]:
    """各分项的批复、到位、支出相加，应等于「项目资金」的总额。

    为什么: 读报告的人会把分项加一遍；加不拢说明漏列、重列，或者总额抄自别的口径。
    错例:
        预算:
          金额单位: 万元
          批复: 300
          支出: 280
          项目资金: {批复: 120, 到位: 120, 支出: 100}
          分项:
            - {名称: 展品维护, 批复: 80, 到位: 80, 支出: 70}
            - {名称: 科普活动, 批复: 40, 到位: 40, 支出: 35}
    正例:
        预算:
          金额单位: 万元
          批复: 300
          支出: 280
          项目资金: {批复: 120, 到位: 120, 支出: 105}
          分项:
            - {名称: 展品维护, 批复: 80, 到位: 80, 支出: 70}
            - {名称: 科普活动, 批复: 40, 到位: 40, 支出: 35}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 更正总额，或补上缺的分项；口径不同的，在该行写 # 忽略 NUM003：原因
    """
    if table.projects is None:
        return
    for column in (FundColumn.INITIAL, FundColumn.APPROVED, FundColumn.RECEIVED, FundColumn.SPENT):
        total = table.projects.figures(column)
        parts = [found[0] for row in table.items if (found := row.figures(column))]
        if total is None or not parts:
            continue
        difference, tolerance = _difference(total[0], parts), _tolerance([total[0], *parts])
        if abs(difference) > tolerance:
            notes = (_adding(parts, total[0]), _apart(difference, tolerance, total[0]))
            yield Finding(table.projects.cells[column].place, plain(total[0].number), notes)


def _difference(total: Quantity, parts: list[Quantity]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0)) - total.value


def _tolerance(amounts: list[Quantity]) -> Decimal:
    """In base units: half of the last place that any of them writes, once for each amount."""
    return min(amount.half_place for amount in amounts) * len(amounts)


def _adding(parts: list[Quantity], total: Quantity) -> str:
    working = " + ".join(plain(part.value / total.factor) for part in parts)
    added = plain(sum((part.value for part in parts), Decimal(0)) / total.factor)
    return _("{count} 个分项合计 {sum}：{working}", count=len(parts), sum=added, working=working)


def _apart(difference: Decimal, tolerance: Decimal, total: Quantity) -> str:
    amount, margin = like(abs(difference), total), like(tolerance, total)
    return _("相差 {amount}（按写出的小数位数，四舍五入最多差 {margin}）", amount=amount, margin=margin)


@rule("NUM005", "合计与各项之和不符", Severity.ERROR)
def group_total(group: FactGroup, _scene: Scene) -> Iterator[Finding]:
    """「数据」的一组里写了「合计」，其余各项相加应等于它。

    为什么: 「共 985 项，其中……」这样的话，读的人会逐项加。
    错例:
        数据:
          展品更新: {合计: 22件, 一楼展厅: 4件, 二楼展厅: 11件, 三楼展厅: 6件}
    正例:
        数据:
          展品更新: {合计: 22件, 一楼展厅: 4件, 二楼展厅: 11件, 三楼展厅: 7件}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 更正合计，或补上缺的一项
    """
    total = group.total.quantity if group.total else None
    parts = [fact.quantity for fact in group.leaves() if fact.quantity]
    if group.total is None or total is None or not parts or any(part.kind != total.kind for part in parts):
        return
    if not added(parts).meets(total.interval):
        working = " + ".join(plain(part.value / total.factor) for part in parts)
        shown = like(sum((part.value for part in parts), Decimal(0)), total)
        note = _("{count} 项相加得 {sum}：{working}", count=len(parts), sum=shown, working=working)
        yield Finding(group.total.place, str(total), (note,))
