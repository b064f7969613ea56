"""Limits: spending stays within the budget, staff within the authorised number."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundColumn, FundRow, FundTable
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import Quantity, like, percent
from reportgen.place import Place
from reportgen.record import replace
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("NUM002", "支出超过预算", Severity.ERROR)
def spending_within_budget(scene: Scene) -> Iterator[Finding]:
    """年度支出、三公经费支出不应超过批复，项目支出不应超过到位的钱；自评表里每一行的全年执行数不应超过全年预算数。

    为什么: 超出的钱从哪里来，是审核时第一个要问的；也常常是年初批复和全年预算用混了。
    错例:
        预算:
          金额单位: 万元
          批复: 518.89
          支出: 597.77
    正例:
        预算:
          金额单位: 万元
          批复: 518.89
          支出: 488.20
          三公经费: {批复: 0.50, 支出: 0.50}
    依据: 审核实践：支出不超过预算，超过的要说明资金来源
    改法: 核对两个数；年中追加过预算的，批复写调整后的数；情况属实的，在正文里说明，并在该行写 # 忽略 NUM002：原因
    """
    for table in scene.content.every(FundTable):
        for row, limit in _limits(table):
            found = row.figures(FundColumn.SPENT, limit)
            if found and found[0].value > found[1].value:
                yield _over(row.cells[FundColumn.SPENT].place, found[0], found[1], limit.value)
    for line in (line for found in scene.indicator_sets for line in found.fund_lines):
        budget, spent = line.quantity("全年预算数"), line.quantity("全年执行数")
        if budget and spent and spent.value > budget.value > 0:
            yield replace(
                _over(line.cells["全年执行数"].place, spent, budget, "全年预算数"), certain=not scene.finished
            )


def _over(place: Place, spent: Quantity, budget: Quantity, limit: str) -> Finding:
    return Finding(
        place,
        _("超出 {over}", over=like(spent.value - budget.value, spent)),
        _working(spent, budget, limit),
        _("核对两个数；年中追加过预算的，批复写调整后的数；情况属实的，写 # 忽略 NUM002：原因"),
    )


def _limits(table: FundTable) -> Iterator[tuple[FundRow, FundColumn]]:
    """Each line with the column that its spending must not exceed; an item may spend what it got beside the budget."""
    yield table.year, FundColumn.APPROVED
    for row in (*([table.projects] if table.projects else []), *table.items):
        yield row, FundColumn.RECEIVED if FundColumn.RECEIVED in row.cells else FundColumn.APPROVED
    for row in table.others:
        yield row, FundColumn.APPROVED


def _working(spent: Quantity, budget: Quantity, limit: str) -> tuple[str, ...]:
    over = like(spent.value - budget.value, spent)
    words = {"spent": spent, "limit": limit, "budget": budget}
    difference = _("支出 {spent} − {limit} {budget} = {over}", over=over, **words)
    if not budget.value:
        return (difference,)
    share = percent(spent.value / budget.value, 2)
    return difference, _("支出 {spent} ÷ {limit} {budget} = {share}", share=share, **words)


@rule("NUM006", "在编人数超过编制数", Severity.ERROR)
def staff_within_establishment(group: FactGroup, _scene: Scene) -> Iterator[Finding]:
    """同一组数据里，在编（在职）人数不应超过编制数。

    为什么: 超编要有批准文件；更多的时候是把退休人员或聘用人员算进了在编。
    错例:
        数据:
          人员: {核定编制: 35人, 在编: 38人, 退休: 8人}
    正例:
        数据:
          人员: {核定编制: 35人, 在编: 35人, 退休: 8人}
    依据: 《预算绩效评价共性指标体系框架》（财预〔2013〕53号）：在职人员控制率 = 在职人员数 ÷ 编制数，不超过 100%
    改法: 核对两个数；退休、聘用人员单列，不算在编
    """
    posts = [fact for fact in group.facts if _POSTS.search(fact.path[-1])]
    staff = [fact for fact in group.facts if _STAFF.match(fact.path[-1])]
    found = [fact.quantity for fact in (*posts, *staff)]
    if len(posts) != 1 or len(staff) != 1:
        return
    allowed, present = found
    if allowed is None or present is None or allowed.kind != present.kind:
        return
    if present.value > allowed.value:
        over = like(present.value - allowed.value, present)
        working = _("{name} {present} − 编制 {allowed} = {over}", over=over, **_pair(staff[0], present, allowed))
        yield Finding(staff[0].place, _("超出 {over}", over=over), (working,), certain=_strict(staff[0]))


_POSTS = re.compile(r"(?<![非外超])编制(数|人数)?$")
_STAFF = re.compile(r"(实有|实际|年末)?(在编|在职)(在岗)?(人数|人员|职工|数)?$")


def _pair(staff: Fact, present: Quantity, allowed: Quantity) -> dict[str, object]:
    return {"name": staff.path[-1], "present": present, "allowed": allowed}


def _strict(staff: Fact) -> bool:
    """在职 may hold people hired outside the establishment."""
    return "在编" in staff.path[-1]
