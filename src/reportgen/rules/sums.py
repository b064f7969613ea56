"""Sums: what is listed must add up to what is stated as the total."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundColumn, FundTable
from reportgen.model.facts import FactGroup
from reportgen.model.quantity import plain
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
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评数据应当真实、准确
    改法: 更正总额，或补上缺的分项；口径不同的，在该行写 # 忽略 NUM003：原因
    """
    if table.projects is None or not table.items:
        return
    for column in (FundColumn.APPROVED, FundColumn.RECEIVED, FundColumn.SPENT):
        total = table.projects.cells.get(column)
        parts = [row.cells[column].quantity for row in table.items if column in row.cells]
        numbers = [part for part in parts if part]
        if total is None or total.quantity is None or not numbers:
            continue
        stated = total.quantity
        summed = sum((part.value for part in numbers), Decimal(0)) / stated.factor
        decimals = max([stated.decimals, *(part.decimals for part in numbers)])
        tolerance = Decimal(1).scaleb(-decimals) / 2 * (len(numbers) + 1)
        if abs(summed - stated.number) > tolerance:
            working = " + ".join(plain(part.value / stated.factor) for part in numbers)
            yield Finding(
                total.place,
                plain(stated.number),
                (
                    _("{count} 个分项合计 {sum}：{working}", count=len(numbers), sum=plain(summed), working=working),
                    _(
                        "相差 {difference} {unit}（按 {decimals} 位小数的区间计算，容差 ±{tolerance}）",
                        difference=plain(abs(summed - stated.number)),
                        unit=table.unit,
                        decimals=decimals,
                        tolerance=plain(tolerance),
                    ),
                ),
                _("更正总额，或补上缺的分项；口径不同的，在该行写 # 忽略 NUM003：原因"),
            )


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
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评数据应当真实、准确
    改法: 更正合计，或补上缺的一项
    """
    total = group.total.quantity if group.total else None
    parts = [fact.quantity for fact in group.leaves() if fact.quantity]
    if group.total is None or total is None or not parts or any(part.kind != total.kind for part in parts):
        return
    summed = sum((part.value for part in parts), Decimal(0))
    slack = sum((part.interval.high - part.value for part in parts if part.interval.high is not None), Decimal(0))
    if abs(summed - total.value) > slack:
        working = " + ".join(plain(part.value / total.factor) for part in parts)
        shown = plain(summed / total.factor)
        yield Finding(
            group.total.place,
            str(total),
            (_("{count} 项相加得 {sum}：{working}", count=len(parts), sum=shown, working=working),),
            _("更正合计，或补上缺的一项"),
        )
