"""Rates and amounts held against the pace of the year, which the month tells: 截至4月底37.1%，快于序时进度3.8个百分点.

By the end of April a third of the year is gone. The same of amounts: 完成2680万元，占月进度的67.0%，短月进度1320万元.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS, Interval, in_points, like, plain, round_half_up
from reportgen.numbers.arithmetic import difference, ratio, same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Role, Statement

_MONTH = re.compile(
    r"""
      (?: 1 \s? [—–\-~～至到] | 截[至止] [^，。；\d]{0,4} (?:20\d\d年)? | 至 | 到 ) (?P<month> 1[0-2] | [1-9] ) 月
        (?: 份 | 底 | 末 | 3[01]日 | 2[89]日 )?  (?! \d )                     # 1—9月, 截至4月底, 截至2024年7月31日
    | (?P<last> 1[0-2] | [1-9] ) 月 [底末]                                      # 9月底
    | (?P<half> 上半年 ) | (?P<three> 前三季度 ) | (?P<one> (?<!第) 一季度 )
    """,
    re.VERBOSE,
)
_PACE = re.compile(
    r"""
    [，,]? (?:但|却|仍|已|均|略|稍|实际)*
    (?: (?P<more> 快于 | 高于 | 高出 | 超过 | 超前于? | 领先于? | 好于 | 超 | 快 | 高 )
      | 慢于 | 低于 | 落后于? | 滞后于? | 短 | 欠 | 差 | 慢 | 低 )               # 快于序时进度, 短平均进度
    (?:当期|同期|全年|年度|正常|月|累计)* (?: (?:序时|时序|时间|平均|均衡) (?:支出|执行)? 进度? | 序时 )
    (?:约|达|了)*
    """,
    re.VERBOSE,
)
_SHORT = re.compile(
    r"(?P<more>超|超收|超额)?(?P<less>短收?|欠收?|差|少收)?(?:年初)?(?:预算|计划|任务)?(?:当月|月|本月|平均|序时|累计)*(?:进度|计划|任务)?(?:了|约)?"
)
_OF_PLAN = re.compile(r"(?:占|完成|为)[^，。；\d]{0,10}(?:进度|计划|任务|预算|目标)[数额]?的$")
_YEAR, _HUNDRED = 12, Decimal(100)


class PaceOf(Equation, frozen=True, eq=False):
    """By how many points a rate is over or under the part of the year that is gone."""

    points: Statement
    rate: Statement
    gone: Decimal
    """In percent."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.points, self.rate

    @property
    def apart(self) -> Decimal:
        """By how many points the rate is over it; negative where it is under."""
        return self.rate.quantity.number - self.gone

    @property
    def holds(self) -> bool:
        due = self.due(self.points)
        return due is not None and due.meets(self.points.quantity.interval)

    def due(self, member: Statement) -> Interval | None:
        """Nobody reckons with more of a third than 33.3 %."""
        if member is not self.points:
            return None
        room = max(each.quantity.half_place for each in self.members)
        apart = abs(self.apart) / _HUNDRED
        return Interval(apart - room, apart + room)

    def due_of_rate(self, over: bool) -> Interval:
        """What the rate must be, if it is so many points over or under."""
        due = (self.gone + (self.points.quantity.number if over else -self.points.quantity.number)) / _HUNDRED
        room = max(each.quantity.half_place for each in self.members) * 2
        return Interval(due - room, due + room)


class ShortOf(Equation, frozen=True, eq=False):
    """What was done, as a rate of what was to be done, and what is missing of it, or over it."""

    left: Statement
    done: Statement
    rate: Statement
    over: bool

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.left, self.done, self.rate

    def due(self, member: Statement) -> Interval | None:
        if member is not self.left:
            return None
        done, whole = self.done.quantity.interval, ratio(self.done.quantity.interval, self.rate.quantity.interval)
        return difference(done, whole) if self.over else difference(whole, done)


def against_the_month(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate held by so many points against the pace of its month, and every amount that is short of a plan."""
    for each in paragraph.statements:
        if each.quantity.unit == POINTS and each.exact:
            yield from _points(each, paragraph)
        elif each.exact and each.quantity.kind != "%" and each.quantity.unit:
            yield from _short(each, paragraph)


def _points(points: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    rate = paragraph.before(points)
    if rate is None or rate.quantity.unit != "%" or not rate.exact or rate.role not in (Role.RATE, Role.SHARE):
        return
    found = _PACE.fullmatch(paragraph.text, rate.end, points.start)
    month = _month(rate, paragraph) if found else None
    if found is None or month is None:
        return
    equation = PaceOf(points, rate, _HUNDRED * month / _YEAR)
    due = in_points(round(abs(equation.apart), points.quantity.decimals))
    note = _("{now} 与 {base} 相差 {change}", now=rate, base=f"{plain(round(equation.gone, 2))}%", change=due)
    if equation.holds:
        turned = (equation.apart > 0) is not bool(found["more"])
        label = _("方向写反")
        yield Claim("direction" if turned else "change", equation, not turned, Proof.LIKELY, points, label, (note,))
        return
    over = found["more"] is not None
    told = (equation.apart > 0) is over and is_slip_away(points.quantity, equation.due(points))
    if told or is_slip_away(rate.quantity, equation.due_of_rate(over)):
        yield Claim("change", equation, False, Proof.LIKELY, points, _("应为 {shown}", shown=due), (note,))


def _month(rate: Statement, paragraph: Paragraph) -> int | None:
    """How many months are gone, by the last words before a rate that say so."""
    found = next(reversed(list(_MONTH.finditer(paragraph.text, 0, rate.start))), None)
    if found is None:
        return None
    told = found["month"] or found["last"]
    return int(told) if told else 6 if found["half"] else 9 if found["three"] else 3


def _short(left: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """完成2680万元，占月进度的67.0%，短月进度1320万元: what is missing follows from what is done and its rate."""
    rate = paragraph.before(left)
    found = _SHORT.fullmatch(left.label) if rate is not None and rate.quantity.unit == "%" else None
    if rate is None or found is None or not rate.exact or bool(found["more"]) is bool(found["less"]):
        return
    done = paragraph.before(rate)
    plainly = _OF_PLAN.search(paragraph.text, max(0, rate.start - 20), rate.start)
    if done is None or not plainly or done.role is not Role.AMOUNT or not same_things(done.quantity, left.quantity):
        return
    equation = ShortOf(left, done, rate, found["more"] is not None)
    due = equation.due(left)
    if not done.exact or done.sentence != left.sentence or due is None or due.low is None or due.high is None:
        return
    missing = round_half_up(due.middle / left.quantity.factor, left.quantity.decimals)
    shown = like(missing * left.quantity.factor, left.quantity)
    note = _("{part} ÷ {rate} − {part} = {due}", part=done, rate=rate, due=shown)
    if equation.holds:
        yield Claim("remainder", equation, True)
    elif is_slip_away(left.quantity, due):
        yield Claim("remainder", equation, False, Proof.LIKELY, left, _("应为 {shown}", shown=shown), (note,))
