"""Growth: what a figure is, what it was, by how much it has changed and at which rate, also over a full stop."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reportgen.language import _
from reportgen.model.quantity import Interval, like, percent, plain
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import ChangeOf, GrowthOf, PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import finest_place
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Period, Role, Statement

_OTHER = re.compile(r"占比|比重|增速|单价|人均|年均|平均|复合|个百分点|标准")
_TO = re.compile(
    r"[^，。；\d]{0,4}(?:增|减|降|升|提|调|压|扩|缩|延|涨|扩展|回落)[^，。；\d]{0,3}(?:至|到|为)[^，。；\d]{0,10}"
)
"""由2.68平方米提高到本项目实施后的2.80平方米."""
_REACH, _TRIED = 2, 6
_TIMES = re.compile("[比较与同]上|[比较]去|同比|环比")
_EARLIER = re.compile("上|原|前|初|往|旧|去年")
_COMPARES = re.compile(
    r"同比|环比|[比较与同](?:\d{4}年|上年|去年|上期)?(?:度|同期)?|相比|分别|^(?:率|幅度?|额|约|达|为|了|到|是)+$"
)


def growths(paragraph: Paragraph, named: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every change of a paragraph with the figures that it is one of; `named` are figures of the whole document."""
    changes = [each for each in paragraph.statements if each.role is Role.CHANGE and each.exact]
    taken: set[Statement] = set()
    for at, change in enumerate(changes):
        if change in taken:
            continue
        following = changes[at + 1] if at + 1 < len(changes) else None
        if change.quantity.unit == "个百分点":
            yield from _of_points(change, paragraph)
        elif change.quantity.kind == "%":
            yield from _of_rate(change, paragraph, named)
        else:
            rate = following if following and _belongs(change, following, paragraph) else None
            if rate is not None:
                taken.add(rate)
            yield from _of_amount(change, rate, paragraph, named)


def _belongs(change: Statement, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether a rate right behind an amount of change is its rate: 增加5万元，增长4.75%."""
    between = paragraph.text[change.end : rate.start]
    alone = not any(
        change.end <= each.start < rate.start and each.depth <= change.depth for each in paragraph.statements
    )
    compared = re.search(r"环比|[比较与](?:上年|去年|预算|年初)", between)
    if "同比" in between and not re.search(
        "上年|去年|同期|同比", paragraph.text[max(0, change.start - 30) : change.start]
    ):
        return False
    onward = rate.sentence == change.sentence or re.match(r"。(?:增幅|降幅|增长|下降|升幅|同比)", between)
    return rate.quantity.unit == "%" and bool(onward) and alone and not compared and len(between) <= 12


def _up(change: Statement, paragraph: Paragraph) -> bool | None:
    """Whether the last word of change before a figure says more; None where it says neither."""
    words = _words(paragraph.lexicon.lists["增"], paragraph.lexicon.lists["减"])
    begin = max(0, change.start - 14)
    last = next(reversed(list(words.finditer(paragraph.text, begin, change.start))), None)
    return None if last is None else bool(last["up"])


@cache
def _words(up: tuple[str, ...], down: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<up>{alternation(up)})|(?P<down>{alternation(down)})")


def _of_amount(
    change: Statement, rate: Statement | None, paragraph: Paragraph, named: Sequence[Statement]
) -> Iterator[Claim]:
    up = _up(change, paragraph)
    if up is None or change.quantity.value < 0:
        return
    nows, before = _current(change, paragraph), _base(change, paragraph)
    if moved := _moved(change, paragraph):
        before, nows = moved[0], [moved[1]]
    if rate is not None and _up(rate, paragraph) not in (up, None):
        opposed = GrowthOf(rate, nows[0] if nows else change, change, before, up, Decimal(0))
        yield Claim("direction", opposed, False, Proof.CERTAIN, rate, _("增减的方向前后相反"))
        return
    yield from _Change(change, rate, before, up, nows, named).claims()


def _of_rate(rate: Statement, paragraph: Paragraph, named: Sequence[Statement]) -> Iterator[Claim]:
    """比上年的120万元增长8.33%, 由120万元增至130万元，增长8.33%: without an amount the base must be stated."""
    up = _up(rate, paragraph)
    if up is None or rate.quantity.unit != "%" or _OTHER.search(paragraph.text, max(0, rate.start - 12), rate.start):
        return
    if _of_another(rate, paragraph):
        return
    before = _base(rate, paragraph)
    nows = _current(rate, paragraph)
    if not _TIMES.search(rate.label) and (moved := _moved(rate, paragraph)):
        before, nows = moved[0], [moved[1]]
    if before is not None:
        nows = [each for each in nows if same_things(each.quantity, before.quantity)]
        yield from _Change(None, rate, before, up, nows, named).claims()


def _of_another(rate: Statement, paragraph: Paragraph) -> bool:
    """办理时间由10天减少到5天，效率提高50%: the rate has a name of its own, of which nothing stands before it."""
    name = _COMPARES.sub("", up_words(paragraph.lexicon).sub("", rate.label))
    before = paragraph.text[paragraph.span(rate.sentence)[0] : rate.start - len(rate.label)]
    return len(name) > 1 and not any(name[at : at + 2] in before for at in range(len(name) - 1))


def _of_points(change: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """由上年的93.20%升至94.80%，提高1.60个百分点: the difference of two rates before it."""
    near = [each for each in paragraph.statements if each.end <= change.start and change.sentence - each.sentence <= 1]
    rates = [each for each in near if each.quantity.unit == "%" and each.exact and each.role is not Role.CHANGE][-4:]
    held = re.search(r"(?:目标|进度|计划|标准|要求|平均|均值)[^，。；\d]{0,6}$", paragraph.text[: change.start][-14:])
    pairs = [(now, before) for at, before in enumerate(rates) for now in rates[at + 1 :]]
    made = [PointsOf(change, now, before) for now, before in pairs]
    right = next((each for each in made if each.holds), None)
    if right:
        wrong_way = _points_turned(right, paragraph)
        note = _("{now} 与 {base} 相差 {change}", now=right.now, base=right.before, change=change)
        yield Claim(
            "direction" if wrong_way else "change", right, not wrong_way, Proof.CERTAIN, change, _("方向写反"), (note,)
        )
        return
    own = [each for each in rates if each.sentence == change.sentence]
    if len(own) == 2 and not held:
        equation = PointsOf(change, own[1], own[0])
        moved = abs(own[1].quantity.number - own[0].quantity.number)
        note = _("{now} 与 {base} 相差 {change}", now=own[1], base=own[0], change=f"{plain(moved)}个百分点")
        proof = Proof.CERTAIN if _TO.fullmatch(paragraph.text[own[0].end : own[1].start]) else Proof.LIKELY
        yield Claim(
            "change", equation, False, proof, change, _("应为 {shown}", shown=f"{plain(moved)}个百分点"), (note,)
        )


_AHEAD = re.compile(
    r"(?P<more>快于|高于|高出|超过|领先|超前|多于|优于|提高|上升|增加|快|高)|(?:慢于|低于|落后|滞后|少于|不足|降低|下降|减少|慢|低)"
)
_HELD_TO = re.compile("进度|目标|指标值|计划|标准|要求|上年|去年|平均")


def _points_turned(equation: PointsOf, paragraph: Paragraph) -> bool:
    """Whether the word before the points says the opposite: 支出进度71.91%，慢于时间进度66.67%."""
    at = equation.change.start
    last = next(reversed(list(_AHEAD.finditer(paragraph.text, max(0, at - 16), at))), None)
    first, second = equation.before, equation.now
    led = _TO.fullmatch(paragraph.text[first.end : second.start])
    based = [each for each in (first, second) if _HELD_TO.search(each.label) or each.period is Period.BEFORE]
    if last is None or not (led or len(based) == 1):
        return False
    base = first if led else based[0]
    now = second if base is first else first
    return bool(last["more"]) != (now.quantity.value > base.quantity.value)


def _moved(rate: Statement, paragraph: Paragraph) -> tuple[Statement, Statement] | None:
    """由408.00万元减至340.00万元: the last two amounts before the rate."""
    near = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
    pair = [each for each in near if each.role in (Role.AMOUNT, Role.EACH)][-2:]
    if len(pair) < 2 or not same_things(pair[0].quantity, pair[1].quantity):
        return None
    between = paragraph.text[pair[0].end : pair[1].start]
    return (pair[0], pair[1]) if _TO.fullmatch(between) else None


def _current(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures that may have changed: of this year, before the change, the nearest first."""
    kind = change.quantity
    near = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and change.sentence - each.sentence <= _REACH
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
        and (each.period is Period.NOW or (each.period is Period.OTHER and each.sentence == change.sentence))
        and each.depth <= change.depth
        and (same_things(each.quantity, kind) or kind.kind == "%")
        and not _is_base(each, paragraph)
    ]
    return list(reversed(near))


_COMPARED = re.compile(
    r"[比较与同和超](?:年初|全年|调整|项目)?[^，。；\d]{0,4}?"
    r"(?:预算|计划|目标|上年|去年|上期|实施前|改革前|任务|\d{1,2}月份?|上月|上季度|[一二三]季度|上半年)"
    r"[^，。；\d]{0,8}$"  # 比预算数45万元
)


def _is_base(each: Statement, paragraph: Paragraph) -> bool:
    """Whether it is what something is compared with."""
    return bool(_COMPARED.search(paragraph.text[max(0, each.start - 20) : each.start]))


def _base(change: Statement, paragraph: Paragraph) -> Statement | None:
    """What it was: the last figure of another year, or of the budget, before the change in its sentence."""
    near = [
        each
        for each in paragraph.statements
        if each.end <= change.start
        and each.sentence == change.sentence
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.exact
        and each.quantity.kind != "%"
    ]
    if not near and re.search(
        r"[比较](?:年初|全年)?预算数?[^，。；\d]{0,4}$", paragraph.text[max(0, change.start - 14) : change.start]
    ):
        return next(
            (
                each
                for each in reversed(paragraph.statements)
                if each.end <= change.start
                and change.sentence - each.sentence == 1
                and each.concept in ("年初预算", "全年预算", "预算")
            ),
            None,
        )
    if bracket := _in_bracket_behind(change, paragraph):
        return bracket
    for each in reversed(near):
        if each.period is Period.BEFORE or _is_base(each, paragraph):
            between = [other for other in paragraph.statements if each.end <= other.start < change.start]
            alike = same_things(each.quantity, change.quantity) or change.quantity.kind == "%"
            alone = all(other.role is not Role.CHANGE or other.quantity.kind == "%" for other in between)
            return each if alike and alone else None
    return None


def _in_bracket_behind(change: Statement, paragraph: Paragraph) -> Statement | None:
    """较上年少286人次（上年15,106人次）: what it was stands behind the change."""
    following = next((each for each in paragraph.statements if each.start >= change.end), None)
    if (
        following is None
        or following.period is not Period.BEFORE
        or not same_things(following.quantity, change.quantity)
    ):
        return None
    return following if re.fullmatch(r"[（(][^，。；\d]{0,8}", paragraph.text[change.end : following.start]) else None


@dataclass(frozen=True, slots=True)
class _Change:
    """What a text says of a change, and the figures that may be what it is now, the nearest first."""

    change: Statement | None
    rate: Statement | None
    before: Statement | None
    up: bool
    nows: list[Statement]
    named: Sequence[Statement]

    def claims(self) -> Iterator[Claim]:
        """What fits together, and what of the rest is wrong: of three figures that give each other, the odd one."""
        right = [each for now in [*self.nows, *self.named] for each in self._equations(now) if each.holds]
        whole = self._best(right)
        if whole:
            yield from (Claim(_name(each), each, True) for each in whole)
            yield from self._odd(whole)
        elif self.change and self.rate and self.before and (own := self._own()).holds:
            yield Claim("growth", own, True)
            yield from self._odd([own])
        elif self.change and self.rate and self.before and _plausible(self._own()) and not self._mended():
            yield _said(self._own(), Proof.CERTAIN, self.rate)
        else:
            yield from self._wrong()

    def _equations(self, now: Statement) -> list[ChangeOf | GrowthOf]:
        found: list[ChangeOf | GrowthOf] = []
        alike = self.before is not None and same_things(now.quantity, self.before.quantity)
        if self.change and self.before and alike:
            found.append(ChangeOf(self.change, now, self.before, self.up))
        if self.rate and self.change and same_things(now.quantity, self.change.quantity):
            found.append(self._growth(now, self.change, None))
        if self.rate and self.before and alike:
            found.append(self._growth(now, None, self.before))
        return found

    def _growth(self, now: Statement, change: Statement | None, before: Statement | None) -> GrowthOf:
        assert self.rate is not None
        return GrowthOf(
            self.rate, now, change, before, self.up, finest_place([each for each in (now, change, before) if each])
        )

    def _from(self, base: Statement) -> bool:
        """Whether the change and the rate are of this figure as the base."""
        assert self.change is not None
        assert self.rate is not None
        alike = same_things(base.quantity, self.change.quantity)
        return alike and GrowthOf(self.rate, base, self.change, base, self.up, finest_place([self.change, base])).holds

    def _own(self) -> GrowthOf:
        """Change and base give the rate, whatever it is now."""
        assert self.change is not None
        assert self.before is not None
        assert self.rate is not None
        return GrowthOf(
            self.rate, self.before, self.change, self.before, self.up, finest_place([self.change, self.before])
        )

    def _best(self, right: Sequence[ChangeOf | GrowthOf]) -> list[ChangeOf | GrowthOf]:
        """The equations of the figure that makes most of them right."""
        by_now: dict[Statement, list[ChangeOf | GrowthOf]] = {}
        for each in right:
            by_now.setdefault(each.now, []).append(each)
        return max(by_now.values(), key=len, default=[])

    def _odd(self, right: Sequence[ChangeOf | GrowthOf]) -> Iterator[Claim]:
        """What does not fit the figures that do: there were three equations, and one holds."""
        fitting = {member for each in right for member in each.members}
        now = right[0].now if right[0].now is not self.before else None
        if now is not None:
            for each in self._equations(now):
                if not each.holds and (odd := next((m for m in each.members if m not in fitting), None)):
                    yield _said(each, Proof.CERTAIN, odd)
                    return
        elif self.change and self.before:
            tried = [ChangeOf(self.change, each, self.before, self.up) for each in self.nows[:_TRIED]]
            slipped = next((each for each in tried if _slipped(each.now, each.due(each.now))), None)
            own = [
                each
                for each in tried
                if each.now.sentence == self.change.sentence and each.now.depth == self.change.depth
            ]
            close = [each for each in own if _close(each)]
            if slipped is not None:
                yield _said(slipped, Proof.CERTAIN, slipped.now)
            elif len(own) == 1 and close:
                yield _said(own[0], Proof.CERTAIN, own[0].now)
            elif close:
                yield _said(close[0], Proof.LIKELY, close[0].now)

    def _mended(self) -> bool:
        """Whether a slip in one of the figures before makes all right."""
        assert self.change is not None
        assert self.before is not None
        tried = [ChangeOf(self.change, each, self.before, self.up) for each in self.nows[:_TRIED]]
        return any(_slipped(member, each.due(member)) for each in tried for member in each.members)

    def _wrong(self) -> Iterator[Claim]:
        """Nothing fits: what a slip mends; else the nearest figure, where it is near enough to be meant."""
        changed = self.change or self.rate
        assert changed is not None
        own = [now for now in self.nows if now.sentence == changed.sentence]
        before = [now for now in self.nows[:_TRIED] if _EARLIER.search(now.label)]
        bases = [now for now in before if self.rate and self.change and self._from(now)]
        if bases:  # 上学期1,470人，本学期增加42人，增长2.86%: the figure is the base
            return
        tried = [each for now in (own or self.nows)[:_TRIED] for each in self._equations(now)]
        for each in tried:
            slip = next((m for m in each.members if (due := each.due(m)) and _slipped(m, due)), None)
            if slip is not None:
                yield _said(each, Proof.CERTAIN, each.members[0])
                return
            if _opposite(each):
                yield _turned(each)
                return
        for each in tried[:2]:
            if isinstance(each, GrowthOf) and not each.base and each.rate.quantity.number:
                yield Claim("no_base", each, False, Proof.CERTAIN, each.rate, _("基数为 0，算不出增减的比率"))
                return
            if _plausible(each):
                yield _said(each, Proof.CERTAIN if len(self.nows) == 1 else Proof.LIKELY, each.members[0])
                return
        opposed = [
            now
            for now in own
            if self.before and now.role is Role.AMOUNT and same_things(now.quantity, self.before.quantity)
        ]
        if self.rate and self.before and len(opposed) == 1 and _against(opposed[0], self.before, self.up):
            yield _turned(self._growth(opposed[0], None, self.before))
        elif self.rate and self.rate.quantity.number and self.before and not self.before.quantity.value and self.nows:
            based = self._growth(self.nows[0], None, self.before)
            yield Claim("no_base", based, False, Proof.CERTAIN, self.rate, _("基数为 0，算不出增减的比率"))


def _name(equation: ChangeOf | GrowthOf) -> str:
    return "growth" if isinstance(equation, GrowthOf) else "change"


def _slipped(member: Statement, due: Interval) -> bool:
    return is_exchange(member.quantity, due) or is_other_scale(member.quantity, due)


def _plausible(equation: ChangeOf | GrowthOf) -> bool:
    """Whether the figures are near enough to each other that they are meant together."""
    stated = equation.members[0].quantity.value
    if isinstance(equation, GrowthOf):
        exact = equation.exact
        return exact is not None and exact > 0 and stated > 0 and exact / 3 <= stated <= exact * 3
    moved = abs(equation.now.quantity.value - equation.before.quantity.value)
    return moved > 0 and stated > 0 and moved / 3 <= stated <= moved * 3


def _close(equation: ChangeOf) -> bool:
    """Whether the figure is so near to what it must be that it is the one that is meant."""
    due = equation.due(equation.now)
    middle = ((due.low or Decimal(0)) + (due.high or Decimal(0))) / 2
    return middle > 0 and middle / 2 <= equation.now.quantity.value <= middle * 2


def _against(now: Statement, before: Statement, up: bool) -> bool:
    """3.36万人次，较上年的3.98万人次增长9.55%: it has become less."""
    moved = now.quantity.value - before.quantity.value
    return bool(before.quantity.value) and moved != 0 and up != (moved > 0)


def _opposite(equation: ChangeOf | GrowthOf) -> bool:
    """Whether it holds when less is said for more."""
    if isinstance(equation, ChangeOf):
        return (
            bool(equation.change.quantity.value)
            and ChangeOf(equation.change, equation.now, equation.before, not equation.up).holds
        )
    if equation.before is None or not equation.rate.quantity.value:
        return False
    return GrowthOf(equation.rate, equation.now, None, equation.before, not equation.up, equation.place).holds


def _turned(equation: ChangeOf | GrowthOf) -> Claim:
    assert equation.before is not None
    at = equation.members[0]
    moved = like(abs(equation.now.quantity.value - equation.before.quantity.value), equation.now.quantity)
    note = _("{now} 与 {base} 相差 {change}", now=equation.now, base=equation.before, change=moved)
    return Claim("direction", equation, False, Proof.CERTAIN, at, _("方向写反"), (note,))


def _said(equation: ChangeOf | GrowthOf, proof: Proof, at: Statement) -> Claim:
    if isinstance(equation, ChangeOf):
        moved = like(abs(equation.now.quantity.value - equation.before.quantity.value), equation.change.quantity)
        note = _("{now} 与 {base} 相差 {change}", now=equation.now, base=equation.before, change=moved)
        return Claim(
            "change",
            equation,
            False,
            proof,
            at,
            _("应为 {shown}", shown=moved) if at is equation.change else "",
            (note,),
        )
    due = percent(equation.exact or Decimal(0), equation.rate.quantity.decimals)
    base = like(equation.base, equation.now.quantity)
    note = _("{now} 比 {base} 变动 {due}，写的是 {rate}", now=equation.now, base=base, due=due, rate=equation.rate)
    return Claim("growth", equation, False, proof, at, _("应为 {due}", due=due) if at is equation.rate else "", (note,))


def up_words(lexicon: Lexicon) -> re.Pattern[str]:
    """Every word that says more or less."""
    return _words(lexicon.lists["增"], lexicon.lists["减"])
