"""What holds between figures, as arithmetic: whether it holds, and what one figure must be for it to hold.

A figure is an interval (9.38万 holds 93812). Beside finer ones of its unit a whole amount is meant as finely: 60万元
beside 1.29万元 is 60.00万元. Otherwise the half places of many parts would explain any digit.
"""

from abc import abstractmethod
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, reduce
from operator import mul

from reportgen.model.quantity import Bound, Interval
from reportgen.numbers.arithmetic import added, product, ratio, rounding, share, widened
from reportgen.record import AbstractStruct, Struct
from reportgen.statements.statement import Statement

_ZERO, _ONE = Decimal(0), Decimal(1)


class Equation(Struct, frozen=True, eq=False, metaclass=AbstractStruct):
    """Figures that must fit each other."""

    @property
    @abstractmethod
    def members(self) -> tuple[Statement, ...]:
        """Every figure of it."""

    @abstractmethod
    def due(self, member: Statement, /) -> Interval | None:
        """What a member must be, given the others, in base units; None where they leave it open."""

    @property
    def holds(self) -> bool:
        """Whether the first member is what it must be."""
        first = self.members[0]
        due = self.due(first)
        return due is None or due.meets(first.quantity.interval)


class SumOf(Equation, frozen=True, eq=False, dict=True):
    """A total and the parts that make it."""

    total: Statement
    parts: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.total, *self.parts

    @cached_property
    def missing(self) -> Decimal:
        """What the parts lack, in base units; negative when they have too much."""
        return self.total.quantity.value - sum([part.quantity.value for part in self.parts], _ZERO)

    @property
    def holds(self) -> bool:
        missing = abs(self.missing)
        if not missing:
            return True
        if any(each.quantity.bound is not Bound.EXACT for each in self.members):
            return added(part.quantity for part in self.parts).meets(self.total.quantity.interval)
        return missing <= self._most and missing <= self._room

    @property
    def _most(self) -> Decimal:
        """More than rounding can ever explain, quickly told: a unit of the last scale for each figure."""
        return max([each.quantity.factor for each in self.members]) * (len(self.parts) + 1)

    @cached_property
    def _room(self) -> Decimal:
        """What rounding explains; of points, given as they are written, one in the last place behind the point."""
        if self.total.quantity.unit == "分":
            finest = max(each.quantity.decimals for each in self.members)
            return _ONE.scaleb(-finest) if finest else _ZERO
        return rounding(self.total.quantity, [part.quantity for part in self.parts])

    def due(self, member: Statement) -> Interval:
        times = self.parts.count(member) or 1  # 省、市各71.28万元 is told once, and is a part twice
        value = member.quantity.value + (-self.missing if member is self.total else self.missing / times)
        return Interval(value - self._room / times, value + self._room / times)


class RatioOf(Equation, frozen=True, eq=False):
    """A rate, and the part and the whole that it is made of; `place` is how finely these are meant, in base units."""

    rate: Statement
    part: Statement
    whole: Statement
    place: Decimal

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.rate, self.part, self.whole

    @property
    def exact(self) -> Decimal | None:
        """Part ÷ whole as they are written; None for a whole of nothing."""
        return self.part.quantity.value / self.whole.quantity.value if self.whole.quantity.value else None

    @property
    def holds(self) -> bool:
        """A rate that is cut off, or made to fit 100 %, in its last place holds."""
        exact = self.exact
        if exact is None or self.whole.quantity.value < 0:
            return False
        near = abs(exact - self.rate.quantity.value) < self.rate.quantity.half_place * 3
        return near or self._quotient.meets(self.rate.quantity.interval)

    @property
    def _quotient(self) -> Interval:
        """3万元 of 3万元 is no 88 %, though 2.64 and 3.00 are both rounded to 3."""
        return share(self.part.quantity, self.whole.quantity, ratio(self._range(self.part), self._range(self.whole)))

    def due(self, member: Statement) -> Interval | None:
        if member is self.rate:
            return self._quotient
        if member is self.part:
            return product(self.rate.quantity.interval, self._range(self.whole))
        return ratio(self._range(self.part), self.rate.quantity.interval)

    def _range(self, member: Statement) -> Interval:
        return widened(member.quantity, self.place)


_MONTHS, _CENTS = 12, 2
"""Those of a year; so many decimals has what is worked out of money."""


class ProductOf(Equation, frozen=True, eq=False):
    """A total, and the counts and the figure for each whose product it is: 80人 × 8个月 × 2000元 = 128万元."""

    total: Statement
    counts: tuple[Statement, ...]
    each: Statement
    scale: Decimal = _ONE
    """By how much a table means its products smaller or larger than its heads say: amounts in 万元, prices in 元; or
    the months of a price for each month."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.total, *self.counts, self.each

    @property
    def months(self) -> Decimal | None:
        """How many months are meant where no figure tells them; a larger scale only puts units right."""
        return self.scale if 1 < self.scale <= _MONTHS else None

    @property
    def counted(self) -> Decimal:
        """The product of the counts."""
        return reduce(mul, (count.quantity.value for count in self.counts), self.scale)

    def due(self, member: Statement) -> Interval | None:
        once = Interval(self.scale, self.scale)
        if member is self.total:
            return reduce(_times, map(self._range, (*self.counts, self.each)), once)
        others = [self._range(each) for each in (*self.counts, self.each) if each is not member]
        made = reduce(_times, others, once)
        return ratio(self.total.quantity.interval, made) if made.low else None

    def _range(self, member: Statement) -> Interval:
        """A price is what it says, an average is rounded."""
        once = member.quantity.value
        exact = member is self.each and member.exact and not self.averaged
        return Interval(once, once) if exact else member.quantity.interval

    @property
    def is_average(self) -> bool:
        """Whether the figure for each is what the total comes to for each, as rounded."""
        apart = self.total.quantity.value - self.counted * self.each.quantity.value
        return bool(self.counted) and abs(apart) <= self.each.quantity.half_place * self.counted

    @property
    def is_right(self) -> bool:
        """Whether it holds, or the figure for each is worked out from the total: 每平方米334.06元 of an odd total."""
        worked_out = self.averaged or self.each.quantity.decimals >= _CENTS
        return self.holds or (worked_out and self.is_average)

    @property
    def averaged(self) -> bool:
        """Whether the figure for each is worked out from the total."""
        return "均" in self.each.passage.text[max(0, self.each.start - 10) : self.each.start]


def _times(first: Interval, second: Interval) -> Interval:
    """The product of figures that are not negative; open where one is."""
    return product(first, second) or Interval(None, None)


class Proportion(Equation, frozen=True, eq=False):
    """Two shares of one whole, and their parts: the shares are to each other as the parts are."""

    share: Statement
    part: Statement
    other_share: Statement
    other_part: Statement

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.share, self.part, self.other_share, self.other_part

    def due(self, member: Statement) -> Interval | None:
        share, part, other_share, other_part = (each.quantity.interval for each in self.members)
        if member is self.share:
            return _times(part, ratio(other_share, other_part))
        if member is self.part:
            return _times(share, ratio(other_part, other_share))
        if member is self.other_share:
            return _times(other_part, ratio(share, part))
        return _times(other_share, ratio(part, share))


class Same(Equation, frozen=True, eq=False):
    """Two figures that are one."""

    first: Statement
    second: Statement

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.first, self.second

    @property
    def holds(self) -> bool:
        if self.first.exact and self.second.exact:
            return self.first.quantity.interval.meets(self.second.quantity.interval)
        return self.first.quantity.value == self.second.quantity.value  # a target said again: ≥95% and 不低于95%

    def due(self, member: Statement) -> Interval:
        other = self.second if member is self.first else self.first
        return other.quantity.interval if other.exact else Interval(other.quantity.value, other.quantity.value)


class Bounded(Equation, frozen=True, eq=False):
    """A figure that cannot be more than another (a part, people in post), or than a number (100 %)."""

    figure: Statement
    most: Statement | None
    limit: Decimal = _ONE

    @property
    def members(self) -> tuple[Statement, ...]:
        return (self.figure, self.most) if self.most else (self.figure,)

    @property
    def holds(self) -> bool:
        return self.figure.quantity.value <= (self.most.quantity.value if self.most else self.limit)

    def due(self, member: Statement) -> Interval:
        if self.most is None:
            return Interval(None, self.limit)
        if member is self.figure:
            return Interval(None, self.most.quantity.value)
        return Interval(self.figure.quantity.value, None)


def finest_place(statements: Sequence[Statement]) -> Decimal:
    """Half of the finest last place among some amounts of one unit, in base units: what the others are meant to."""
    return min((each.quantity.half_place for each in statements if each.quantity.number), default=_ZERO)
