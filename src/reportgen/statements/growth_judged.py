"""What a text says of one change, judged: what fits together, and what of the rest is wrong."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.change_claims import turned_change, wrong_change
from reportgen.statements.changes import ChangeOf, GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.slips import is_exchange, is_other_digit, is_other_scale, is_slip_away
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Role, Statement

_TRIED, _FINE, _LEAST = 6, 2, 3
_EARLIER = re.compile("上|原|前|初|往|旧|去年")


class Change(Struct, frozen=True):
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
            yield from self._turned_over() or self._odd([own])
        elif self.change and self.rate and self.before and _plausible(self._own()) and not self._mended():
            yield wrong_change(self._own(), Proof.CERTAIN, self.rate)
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

    def _turned_over(self) -> list[Claim]:
        """1,004.65万元，较去年957.30万元下降47.35万元，即4.95%: what it is now says that it has risen."""
        assert self.change is not None
        assert self.before is not None
        tried = [ChangeOf(self.change, each, self.before, self.up) for each in self.nows[:_TRIED]]
        return [turned_change(each) for each in tried if not each.holds and _opposite(each)][:1]

    def _own(self) -> GrowthOf:
        """Change and base give the rate, whatever it is now."""
        assert self.change is not None
        assert self.before is not None
        assert self.rate is not None
        return GrowthOf(
            self.rate, self.before, self.change, self.before, self.up, finest_place([self.change, self.before])
        )

    def _odd_of_ratio(self) -> Statement | None:
        """The one of change, base and rate that a slip puts right, whatever it is now."""
        if not (self.change and self.rate and self.before and self.before.quantity.value):
            return None
        ratio = RatioOf(self.rate, self.change, self.before, finest_place([self.change, self.before]))
        return next((member for member in ratio.members if _slipped(member, ratio.due(member))), None)

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
                odd = next((member for member in each.members if member not in fitting), None)
                if not each.holds and (odd := odd or _slip_in(each)):
                    yield wrong_change(each, Proof.CERTAIN, odd)
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
                yield wrong_change(slipped, Proof.CERTAIN, slipped.now)
            elif len(own) == 1 and close:
                yield wrong_change(own[0], Proof.CERTAIN, own[0].now)
            elif close:
                yield wrong_change(close[0], Proof.LIKELY, close[0].now)

    def _mended(self) -> bool:
        """Whether a slip in one of the figures before makes all right."""
        assert self.change is not None
        assert self.before is not None
        tried = [ChangeOf(self.change, each, self.before, self.up) for each in self.nows[:_TRIED]]
        return any(_slipped(member, each.due(member)) for each in tried for member in each.members)

    @staticmethod
    def _mended_in(tried: Sequence[ChangeOf | GrowthOf]) -> Iterator[Claim]:
        """What a slip in one figure puts right, or the opposite word."""
        for each in tried:
            if any(_slipped(member, each.due(member)) for member in each.members):
                yield wrong_change(each, Proof.CERTAIN, each.members[0])
            elif _opposite(each):
                yield turned_change(each)

    def _wrong(self) -> Iterator[Claim]:
        """Nothing fits: what a slip mends; else the nearest figure, where it is near enough to be meant."""
        changed = self.change or self.rate
        assert changed is not None
        own = [now for now in self.nows if now.sentence == changed.sentence]
        before = [now for now in self.nows[:_TRIED] if _EARLIER.search(now.label) or now.concept in BUDGETS]
        bases = [now for now in before if self.rate and self.change and self._from(now)]
        # 上学期1,470人，本学期增加42人，增长2.86%; 预算36万元，节约2.40万元，节约率6.67%: the figure is the base
        if bases:
            return
        if odd := self._odd_of_ratio():
            yield wrong_change(self._own(), Proof.CERTAIN, odd)
            return
        tried = [each for now in (own or self.nows)[:_TRIED] for each in self._equations(now)]
        if mended := next(self._mended_in(tried), None):
            yield mended
            return
        for each in sorted(tried[:_TRIED], key=_explained_by_no_slip)[:2]:
            if isinstance(each, GrowthOf) and not each.base and each.rate.quantity.number:
                yield Claim("no_base", each, False, Proof.CERTAIN, each.rate, _("基数为 0，算不出增减的比率"))
                return
            if _plausible(each):
                yield wrong_change(each, Proof.CERTAIN if len(self.nows) == 1 else Proof.LIKELY, each.members[0])
                return
        opposed = [
            now
            for now in own
            if self.before and now.role is Role.AMOUNT and same_things(now.quantity, self.before.quantity)
        ]
        if self.rate and self.before and len(opposed) == 1 and _against(opposed[0], self.before, self.up):
            yield turned_change(self._growth(opposed[0], None, self.before))
        elif self.rate and self.rate.quantity.number and self.before and not self.before.quantity.value and self.nows:
            based = self._growth(self.nows[0], None, self.before)
            yield Claim("no_base", based, False, Proof.CERTAIN, self.rate, _("基数为 0，算不出增减的比率"))


def _name(equation: ChangeOf | GrowthOf) -> str:
    return "growth" if isinstance(equation, GrowthOf) else "change"


def _slip_in(equation: ChangeOf | GrowthOf) -> Statement | None:
    """2,856.92万元，比上年2,688.40万元增加168.25万元，增长6.27%: the rate, as rounded, fits, the amounts do not."""
    if not isinstance(equation, ChangeOf):
        return None
    change = equation.change
    return change if _slipped(change, equation.due(change)) else None


def _slipped(member: Statement, due: Interval | None) -> bool:
    """A rate with two decimals says as much as a figure of four digits: 25.00%."""
    if due is None:
        return False
    least = _FINE if member.quantity.unit == "%" and member.quantity.decimals >= _FINE else _LEAST
    return (
        is_exchange(member.quantity, due, least)
        or is_other_scale(member.quantity, due)
        or is_other_digit(member.quantity, due, least)
    )


def _explained_by_no_slip(equation: ChangeOf | GrowthOf) -> bool:
    """合计800万元，其中300万元。比上年减少50万元，下降6.88%: one digit away from what it is of 800."""
    stated = equation.members[0]
    return not is_slip_away(stated.quantity, equation.due(stated))


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
    middle = equation.due(equation.now).middle
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
