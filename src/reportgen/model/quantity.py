"""A number with its unit as people state it: value, scale, precision and how exactly it is meant.

A stated number is an interval: 9.38万 holds 93812, 「100余」 begins at 100, 「95%以上」 has no upper end. Two
statements agree when their intervals overlap, the arithmetic of XBRL Calculations 1.1.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import cached_property

from reportgen.record import Struct

SCALES = {"": Decimal(1), "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)} | {
    "万": Decimal(10) ** 4,
    "百万": Decimal(10) ** 6,
    "亿": Decimal(10) ** 8,
}
POINTS = "个百分点"
"""The unit of a difference of percentages, however it is written."""
RATES = {"%": Decimal("0.01"), "‰": Decimal("0.001"), POINTS: Decimal("0.01")}
"""Units that are themselves a scale: their base unit is the bare ratio."""


class Bound(Enum):
    """How a number is meant."""

    EXACT = ""
    ABOUT = "约"
    """约, 近, 左右: within a tenth."""
    OVER = "余"
    """余, 多: from the number up to the next unit of its last non-zero digit."""
    AT_LEAST = "以上"
    AT_MOST = "以下"


class Interval(Struct, frozen=True):
    """Range of base units; an end is None where it is open.

    `short` ranges stop just before `high`: what is rounded to 9.38 begins at 9.375 and ends before 9.385.
    """

    low: Decimal | None
    high: Decimal | None
    short: bool = False

    @property
    def middle(self) -> Decimal:
        """What lies between its ends; an open one counts as nothing."""
        return ((self.low or Decimal(0)) + (self.high or Decimal(0))) / 2

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self._reaches(other.low) and other._reaches(self.low)

    def holds(self, number: Decimal) -> bool:
        """Whether a number lies in it."""
        return (self.low is None or number >= self.low) and self._reaches(number)

    def _reaches(self, low: Decimal | None) -> bool:
        if self.high is None or low is None:
            return True
        return self.high > low or (self.high == low and not self.short)


class Quantity(Struct, frozen=True, dict=True):
    """`number` as written (9.38), `scale` (万), `unit` (人次); `text` is the writing itself.

    `implied` is the unit that the table gives, where none was written: 195 under 单位：万元 is 195万元 in prose.
    What follows from these is worked out once: relations ask for it a hundred times.
    """

    number: Decimal
    scale: str = ""
    unit: str = ""
    bound: Bound = Bound.EXACT
    text: str = ""
    implied: str = ""

    @cached_property
    def factor(self) -> Decimal:
        """Base units in one written unit: 10000 for 万元, 0.01 for %."""
        return SCALES[self.scale] * RATES.get(self.unit, Decimal(1))

    @cached_property
    def kind(self) -> str:
        """What may be compared with what: all rates together, else the unit."""
        return "%" if self.unit in RATES else self.unit

    @cached_property
    def value(self) -> Decimal:
        """The number in base units (元, 人次, 1 for 100%)."""
        return self.number * self.factor

    @cached_property
    def decimals(self) -> int:
        """Digits written after the point."""
        exponent = self.number.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @cached_property
    def digits(self) -> int:
        """How many digits say something: noughts at the end of a number of things do, of 260.00 not."""
        if not self.decimals and self.unit not in ("元", "%"):
            return len(str(abs(self.number)))
        return len(self.number.normalize().as_tuple().digits)

    @cached_property
    def half_place(self) -> Decimal:
        """Half of the last place that is written, in base units: 50 for 5.25万元."""
        return Decimal(1).scaleb(-self.decimals) * self.factor / 2

    @cached_property
    def interval(self) -> Interval:
        """The values that the statement allows."""
        value, half = self.value, self.half_place
        match self.bound:
            case Bound.EXACT if self.factor == 1 and (self.unit == "元" or not self.decimals):
                return Interval(value, value)  # a whole number of things, or 元 to the cent, is what it says
            case Bound.EXACT:
                return Interval(value - half, value + half, short=True)
            case Bound.ABOUT:
                return Interval(value * Decimal("0.9"), value * Decimal("1.1"))
            case Bound.OVER:
                return Interval(value, value + last_place(self.number) * self.factor)
            case Bound.AT_LEAST:
                return Interval(value, None)
            case Bound.AT_MOST:
                return Interval(None, value)

    @cached_property
    def slack(self) -> Decimal:
        """How far it reaches above its value, in base units: nothing for what is counted or stated to the cent."""
        return (self.interval.high or self.value) - self.value

    def agrees(self, other: "Quantity") -> bool:
        """Whether both can be true of one thing: comparable units and overlapping intervals."""
        return self.kind == other.kind and self.interval.meets(other.interval)

    def __str__(self) -> str:
        return self.text + self.implied if self.text else f"{self.number}{self.scale}{self.unit}"


def last_place(number: Decimal) -> Decimal:
    """The place value of the last digit that is not zero: 100 for 3400, 0.1 for 2.5."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and number else Decimal(1)


_WIDE = Context(prec=1000, rounding=ROUND_HALF_UP)
"""Room for any ratio of figures that can be read: 10²⁰ 亿 in percent of 10⁻¹⁶."""


def round_half_up(number: Decimal, decimals: int) -> Decimal:
    """The one rounding of the program: half away from zero, as finance offices round."""
    return number.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


def plain(number: Decimal) -> str:
    """Digits without an exponent and without superfluous zeros: 275.57, 60, 0.5."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def like(value: Decimal, model: Quantity) -> str:
    """An amount in base units, said in the scale and unit of another: 78.88万元."""
    return f"{plain(value / model.factor)}{model.scale}{model.unit}"


def percent(value: Decimal, decimals: int) -> str:
    """A ratio as a percentage, rounded half-up: 115.20%."""
    return f"{round_half_up(value * 100, decimals)}%"


def in_points(number: Decimal) -> str:
    """A number of percentage points: 1.6个百分点."""
    return f"{plain(number)}{POINTS}"


THOUSANDS = "米克瓦伏帕卡"
"""千米, 千克 … are units by themselves; 千 is no scale in them."""
_NO_SCALE = ("百分", *(f"千{unit}" for unit in THOUSANDS))


def split_unit(unit: str) -> tuple[str, str]:
    """万元 → (万, 元); 人次 → ('', 人次); 千米 → ('', 千米), as numbers with it are read."""
    if unit.startswith(_NO_SCALE):
        return "", unit
    for scale in sorted(filter(None, SCALES), key=len, reverse=True):
        if unit.startswith(scale) and len(unit) > len(scale):
            return scale, unit[len(scale) :]
    return "", unit
