"""Rates: every stated rate is worked out again from the two figures that it is made of."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, repair, value_edit
from reportgen.language import _
from reportgen.model.content import FundColumn, FundTable
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import Bound, Interval, Quantity, percent
from reportgen.numbers.arithmetic import ratio, widened
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_MONEY = (FundColumn.APPROVED, FundColumn.RECEIVED, FundColumn.SPENT)


@rule("NUM001", "支付率与支出、到位对不上", Severity.ERROR)
def payment_rate(table: FundTable, _scene: Scene) -> Iterator[Finding]:
    """支付率应等于支出除以到位，按写出的小数位数四舍五入。

    为什么: 支付率是从两个数算出来的，改了支出忘了改支付率是最常见的错。
    错例:
        预算:
          金额单位: 万元
          批复: 300.00
          支出: 280.00
          分项:
            - {名称: 编程大赛, 批复: 5.00, 到位: 2.50, 支出: 1.29, 支付率: 53.6%}
    正例:
        预算:
          金额单位: 万元
          批复: 300.00
          支出: 280.00
          分项:
            - {名称: 编程大赛, 批复: 5.00, 到位: 2.50, 支出: 1.29, 支付率: 51.6%}
    依据: 审核实践：支付率 = 实际支出 ÷ 实际到位 × 100%
    改法: 按算式更正支付率；支出或到位写错的，更正那个数
    """
    slack = _half_a_unit(table)
    for row in table.rows():
        found = row.figures(FundColumn.SPENT, FundColumn.RECEIVED, FundColumn.RATE)
        if found is None or not found[1].value:
            continue
        spent, received, rate = found
        if not ratio(widened(spent, slack), widened(received, slack)).meets(rate.interval):
            shown, place = percent(spent.value / received.value, rate.decimals), row.cells[FundColumn.RATE].place
            note = _("支出 {spent} ÷ 到位 {received} = {shown}，写的是 {rate}", **_words(found), shown=shown)
            label, fix = _("应为 {shown}", shown=shown), _("更正支付率、支出或到位")
            yield Finding(place, label, (note,), fix, repair=_rewritten(place, rate, shown))


def _rewritten(place: Place, rate: Quantity, shown: str) -> Repair | None:
    """The rate as it is worked out; not safe, for one of the two figures may be what is wrong."""
    exact = rate.bound is Bound.EXACT and rate.unit == "%"
    return repair(value_edit(place, rate.text, shown), safe=False) if exact else None


def _words(found: tuple[Quantity, ...]) -> dict[str, object]:
    return dict(zip(("spent", "received", "rate"), found, strict=True))


def _half_a_unit(table: FundTable) -> Decimal:
    """Half of the last place that the table writes anywhere, in 元: 60 in a table with 1.29万元 means 60.00万元."""
    cells = [row.cells[column].quantity for row in table.rows() for column in _MONEY if column in row.cells]
    return min((cell.half_place for cell in cells if cell), default=Decimal(0))


@rule("NUM007", "完成率或达标率与实际数对不上", Severity.ERROR)
def completion_rate(group: FactGroup, _scene: Scene) -> Iterator[Finding]:
    """同一组数据里，完成率应等于实际除以计划，达标率应等于达标除以实际（或除以计划）。

    为什么: 计划数、实际数和完成率写在一处，读的人随手就能验算。
    错例:
        数据:
          科普活动: {计划: 37个, 实际: 36个, 完成率: 98.3%}
    正例:
        数据:
          科普活动: {计划: 37个, 实际: 36个, 完成率: 97.3%, 达标: 34个, 达标率: 91.9%}
    依据: 《预算绩效评价共性指标体系框架》（财预〔2013〕53号）：实际完成率 = 实际完成工作数 ÷ 计划工作数 × 100%
    改法: 按算式更正完成率、达标率；计划数或实际数写错的，更正那个数
    """
    plan, actual, passed = (_count(group, word) for word in ("计划", "实际", "达标"))
    for word, part, wholes in (("完成率", actual, (plan,)), ("达标率", passed, (actual, plan))):
        rate = _only(fact for fact in group.facts if word in fact.path[-1])
        stated = rate.quantity if rate else None
        ways = [(part, whole) for whole in wholes if part and whole and _comparable(part, whole)]
        if rate is None or stated is None or stated.kind != "%" or not ways:
            continue
        if not any(_quotient(*way).meets(stated.interval) for way in ways):
            notes = tuple(_working(part, whole, stated.decimals) for part, whole in ways)
            label, fix = _("写的是 {rate}", rate=stated), _("更正这个比率，或更正前面的数")
            mended = _rewritten(rate.place, stated, _shown(*ways[0], stated.decimals)) if len(ways) == 1 else None
            yield Finding(rate.place, label, notes, fix, repair=mended)


@rule("NUM035", "满意率与问卷份数对不上", Severity.ERROR)
def satisfaction_rate(group: FactGroup, _scene: Scene) -> Iterator[Finding]:
    """同一组数据里，满意率（满意度）应等于满意份数除以有效问卷份数。

    为什么: 份数改了，满意率常常还是原来的。
    错例:
        数据:
          问卷: {有效: 200份, 满意: 186份, 满意率: 95%}
    正例:
        数据:
          问卷: {发放: 220份, 有效: 200份, 满意: 186份, 满意率: 93%}
    依据: 审核实践：满意率 = 满意份数 ÷ 有效问卷份数 × 100%
    改法: 按算式更正满意率，或更正份数
    """
    rate = _only(fact for fact in group.facts if fact.path[-1].endswith(("满意率", "满意度")))
    part = _only(fact for fact in group.facts if fact.path[-1] in ("满意", "满意份数", "满意人数", "满意数"))
    whole = _only(fact for fact in group.facts if fact.path[-1].startswith("有效"))
    if not (rate and part and whole and rate.quantity and part.quantity and whole.quantity):
        return
    counted = _Count(part.path[-1], part.quantity), _Count(whole.path[-1], whole.quantity)
    if rate.quantity.kind == "%" and _comparable(*counted) and not _quotient(*counted).meets(rate.quantity.interval):
        label = _("写的是 {rate}", rate=rate.quantity)
        yield Finding(rate.place, label, (_working(*counted, rate.quantity.decimals),))


class _Count(Struct, frozen=True):
    name: str
    quantity: Quantity


def _count(group: FactGroup, word: str) -> _Count | None:
    """The one count of the group that is called so; rates apart, and nothing when there are several."""
    fact = _only(fact for fact in group.facts if word in fact.path[-1] and not fact.path[-1].endswith("率"))
    return _Count(fact.path[-1], fact.quantity) if fact and fact.quantity else None


def _only(facts: Iterator[Fact]) -> Fact | None:
    found = list(facts)
    return found[0] if len(found) == 1 else None


def _comparable(part: _Count, whole: _Count) -> bool:
    kinds = {part.quantity.kind, whole.quantity.kind}
    return part != whole and len(kinds) == 1 and "%" not in kinds and whole.quantity.value > 0


def _quotient(part: _Count, whole: _Count) -> Interval:
    return ratio(part.quantity.interval, whole.quantity.interval)


def _shown(part: _Count, whole: _Count, decimals: int) -> str:
    return percent(part.quantity.value / whole.quantity.value, decimals)


def _working(part: _Count, whole: _Count, decimals: int) -> str:
    return _(
        "{part_name} {part} ÷ {whole_name} {whole} = {shown}",
        part_name=part.name,
        part=part.quantity,
        whole_name=whole.name,
        whole=whole.quantity,
        shown=_shown(part, whole, decimals),
    )
