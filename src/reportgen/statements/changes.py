"""What holds between a figure, what it was and how it has changed, as arithmetic: amounts, rates, percentage points."""

from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Bound, Interval
from reportgen.numbers.arithmetic import difference, ratio, together, widened
from reportgen.statements.equations import Equation, SumOf
from reportgen.statements.statement import Statement

_ZERO, _ONE = Decimal(0), Decimal(1)
_POINT = Interval(_ONE, _ONE)


class ChangeOf(Equation, frozen=True, eq=False):
    """What a figure is, was, and by how much it has changed, as an amount: now = before ± change."""

    change: Statement
    now: Statement
    before: Statement
    up: bool

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.change, self.now, self.before

    @property
    def _sum(self) -> SumOf:
        """The larger of the two is the smaller and the change."""
        more, less = (self.now, self.before) if self.up else (self.before, self.now)
        return SumOf(more, (less, self.change))

    @property
    def holds(self) -> bool:
        return self._sum.holds

    def due(self, member: Statement) -> Interval:
        return self._sum.due(member)


class GrowthOf(Equation, frozen=True, eq=False):
    """A rate of change, with two of three: what the figure is (`now`), what it was (`before`), the change."""

    rate: Statement
    now: Statement
    change: Statement | None
    before: Statement | None
    up: bool
    place: Decimal

    @property
    def members(self) -> tuple[Statement, ...]:
        rest = [each for each in (self.change, self.before) if each is not None]
        return self.rate, self.now, *rest

    @property
    def exact(self) -> Decimal | None:
        """The rate as worked out, positive for what the words say; None for a base of nothing."""
        base = self.base
        if not base:
            return None
        if self.change is not None:
            return self.change.quantity.value / base
        moved = self.now.quantity.value - base
        return (moved if self.up else -moved) / base

    @property
    def base(self) -> Decimal:
        """What the figure was, in base units."""
        if self.before is not None:
            return self.before.quantity.value
        change = self.change.quantity.value if self.change else _ZERO
        return self.now.quantity.value + (-change if self.up else change)

    @property
    def holds(self) -> bool:
        exact = self.exact
        if exact is None:
            return False
        stated = self.rate.quantity
        if abs(exact - stated.value) < stated.half_place * 3:
            return True
        found = self._range()
        return found is not None and found.meets(stated.interval)

    def _range(self) -> Interval | None:
        now = widened(self.now.quantity, self.place)
        if self.change is not None:
            change = widened(self.change.quantity, self.place)
            base = difference(now, change) if self.up else together(now, change)
            if self.before is not None:
                base = widened(self.before.quantity, self.place)
            return ratio(change, base) if base.low is not None and base.low > 0 else None
        assert self.before is not None
        before = widened(self.before.quantity, self.place)
        found = ratio(now, before) if before.low is not None and before.low > 0 else None
        if found is None:
            return None
        return difference(found, _POINT) if self.up else difference(_POINT, found)

    def due(self, member: Statement) -> Interval | None:
        if member is self.rate:
            return self._range()
        rate = self.rate.quantity.interval
        if rate.low is None or rate.high is None or rate.low <= 0:
            return None
        if member is self.before:
            return None
        if self.change is None:
            return self._of_before(member, rate)
        return self._with_change(member, rate)

    def _of_before(self, member: Statement, rate: Interval) -> Interval | None:
        assert self.before is not None
        assert rate.low is not None
        assert rate.high is not None
        base = self.before.quantity.value
        low, high = (1 + rate.low, 1 + rate.high) if self.up else (1 - rate.high, 1 - rate.low)
        return Interval(base * low, base * high) if member is self.now else None

    def _with_change(self, member: Statement, rate: Interval) -> Interval | None:
        """change = base × rate, where base = now ∓ change."""
        assert rate.low is not None
        assert rate.high is not None
        assert self.change is not None
        sign = _ONE if self.up else -_ONE
        if member is self.change:
            now = self.now.quantity.value
            ends = [now * each / (1 + sign * each) for each in (rate.low, rate.high) if 1 + sign * each]
        else:
            change = self.change.quantity.value
            ends = [change / each + sign * change for each in (rate.low, rate.high)]
        half = member.quantity.half_place
        return Interval(min(ends) - half, max(ends) + half) if ends else None


class PointsOf(Equation, frozen=True, eq=False):
    """The difference of two rates in percentage points, whichever is larger."""

    change: Statement
    now: Statement
    before: Statement

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.change, self.now, self.before

    @property
    def moved(self) -> Decimal:
        """By how many points the two rates differ."""
        return abs(self.now.quantity.number - self.before.quantity.number)

    @property
    def holds(self) -> bool:
        room = sum((_room(each) for each in self.members), _ZERO)
        return abs(self.moved - self.change.quantity.number) <= room

    def due(self, member: Statement) -> Interval | None:
        moved = abs(self.now.quantity.value - self.before.quantity.value)
        return Interval(moved, moved) if member is self.change else None


_SET_BEHIND = re.compile(r"的?(?:序时|时间)进度|的[^，。；\d]{0,6}(?:目标|标准|要求|指标值|控制)")
"""75%的序时进度, 98%的目标: no rate that was measured."""
_FIXED = re.compile(r"目标|计划|标准|要求|指标值|不低于|不少于")


def _room(each: Statement) -> Decimal:
    """Half of the last place of a rate, in points; none of one that was set and not measured."""
    fixed = (
        _SET_BEHIND.match(each.passage.text, each.end)
        or each.planned
        or each.quantity.bound is not Bound.EXACT
        or _FIXED.search(each.label)
    )
    places = Decimal(1).scaleb(-each.quantity.decimals)
    return _ZERO if fixed else places / 2
