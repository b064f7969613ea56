"""What the figures around a figure ask it to be, whatever the words say: parts and totals, rates, products, itself elsewhere.

None of these is a relation that the text states: a figure has many neighbours, and most of what they ask for is nothing.
Only where several that do not know each other ask for the same is something meant (`reportgen.statements.corroborated`).
They are worked out as floats: there are many of them, and few are looked at again.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from reportgen.numbers.units import counts
from reportgen.statements.changes import GrowthOf
from reportgen.statements.equations import Equation, ProductOf, RatioOf, Same, SumOf, finest_place
from reportgen.statements.repeated_names import common, kind_of
from reportgen.statements.shares import Whole
from reportgen.statements.slips import exchanged
from reportgen.statements.statement import Origin, Period, Role, Statement

_LONGEST, _NEAR, _SENTENCES = 8, 5, 2
_FEW, _WORD = 2, 2
_TOTAL = re.compile("合计|总计|总额")
NEAR = 1.25
"""A slip that is none of digits or scale makes a figure larger or smaller by no more than this."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A value that is asked for, in base units, how exactly it is known, and the equation that asks."""

    family: str
    value: float
    room: float
    others: frozenset[Statement]
    """The other figures of the equation."""
    equation: Callable[[], Equation]
    weight: int = 1
    """Two where the names say so, too."""


@dataclass(frozen=True)
class Elsewhere:
    """Every figure of a document, to be found again by its value."""

    statements: Sequence[Statement]

    @cached_property
    def _sorted(self) -> dict[str, tuple[list[float], list[Statement]]]:
        kinds: dict[str, list[Statement]] = {}
        for each in self.statements:
            kinds.setdefault(kind_of(each), []).append(each)
        for group in kinds.values():
            group.sort(key=lambda each: each.quantity.value)
        return {kind: ([float(each.quantity.value) for each in group], group) for kind, group in kinds.items()}

    def near(self, kind: str, value: float, times: float = NEAR) -> list[Statement]:
        """The figures of a kind that are about as large."""
        values, group = self._sorted.get(kind, ([], []))
        return group[bisect_left(values, value / times) : bisect_right(values, value * times)]

    @cached_property
    def wholes(self) -> dict[float, Statement]:
        """Budgets, incomes, outcomes and totals of money, one of each value."""
        return {_value(each): each for each in self.statements if each.quantity.unit == "元" and _is_whole(each)}


def asked_for(figure: Statement, around: Sequence[Statement], places: Elsewhere) -> Iterator[Asked]:
    """What the figures of its paragraph ask of a figure."""
    near = [
        each
        for each in around
        if each.exact and (each.block != figure.block or abs(each.sentence - figure.sentence) <= _SENTENCES)
    ]
    if figure.quantity.kind == "%":
        yield from _of_whole(figure, near)
        yield from _of_two(figure, near)
        return
    alike = [each for each in near if counts(each.quantity.kind) == counts(figure.quantity.kind)]
    yield from _of_runs(figure, alike)
    yield from _of_rates(figure, alike, near)
    yield from _of_wholes(figure, near, places)
    yield from _of_products(figure, near)


def elsewhere(figure: Statement, places: Elsewhere) -> Iterator[Asked]:
    """The same figure in other places, as it is written there; a table that names no unit states the number alone."""
    quantity = figure.quantity
    for kind, value, factor in ((kind_of(figure), quantity.value, 1.0), ("", quantity.number, float(quantity.factor))):
        slips = [] if kind != kind_of(figure) else [float(each) for each in exchanged(quantity)]
        found = [*places.near(kind, float(value)), *(other for slip in slips for other in places.near(kind, slip, 1.0))]
        for other in dict.fromkeys(found):
            apart = other.passage is not figure.passage or other.origin is Origin.CELL
            apart = apart and (other.period is figure.period or figure.period is Period.NOW)
            if apart and other.quantity.decimals == quantity.decimals:
                meant = float(other.quantity.value) * factor
                yield Asked("same", meant, 0.0, frozenset((other,)), _same(figure, other), _weight(figure, other))


def _is_whole(each: Statement) -> bool:
    return each.role is Role.AMOUNT and bool(each.concept or _TOTAL.search(each.row))


def _weight(figure: Statement, other: Statement) -> int:
    """Two, where both go by one name: by a word, or by a concept and no more than that, of the same time."""
    concept = figure.concept or other.concept
    total = concept and concept == other.concept == figure.concept and (not other.row or _TOTAL.search(other.row))
    one_time = other.period is figure.period or other.origin is Origin.CELL
    return 2 if one_time and (total or common(figure, other) >= _WORD) else 1


def _same(figure: Statement, other: Statement) -> Callable[[], Equation]:
    return lambda: Same(other, figure)


def _sum(total: Statement, parts: Sequence[Statement]) -> Callable[[], Equation]:
    return lambda: SumOf(total, tuple(parts))


def _value(each: Statement) -> float:
    return float(each.quantity.value)


def _room(members: Iterable[Statement]) -> float:
    """What rounding may make of a sum: nothing, where all are written as finely."""
    halves = {float(each.quantity.half_place) for each in members}
    return max(halves) if len(halves) > 1 else 0.0


def _of_runs(figure: Statement, alike: Sequence[Statement]) -> Iterator[Asked]:
    """Figures that follow each other as parts of the one before them or behind them."""
    amounts = [each for each in alike if each.role is Role.AMOUNT]
    if figure in amounts:
        at = amounts.index(figure)
        for count in range(_FEW, _LONGEST + 1):
            for parts in (amounts[at + 1 : at + 1 + count], amounts[max(0, at - count) : at]):
                if len(parts) == count:
                    yield Asked(
                        "sum", sum(map(_value, parts)), _room((figure, *parts)), frozenset(parts), _sum(figure, parts)
                    )
            for start in range(max(0, at - count + 1), at + 1):
                yield from _as_part(figure, amounts, start, start + count)
    yield from _of_three(figure, alike)


def _as_part(figure: Statement, amounts: Sequence[Statement], start: int, end: int) -> Iterator[Asked]:
    parts = amounts[start:end]
    if len(parts) < end - start:
        return
    others = sum(map(_value, parts)) - _value(figure)
    for total in (*amounts[max(0, start - 1) : start], *amounts[end : end + 1]):
        yield Asked(
            "sum",
            _value(total) - others,
            _room((total, *parts)),
            frozenset((total, *parts)) - {figure},
            _sum(total, parts),
        )


def _of_three(figure: Statement, alike: Sequence[Statement]) -> Iterator[Asked]:
    """Two figures near by and their sum or difference: what is left, what was added, by how much it has changed."""
    at = alike.index(figure)
    near = [each for each in alike[max(0, at - _NEAR) : at + _NEAR + 1] if each is not figure]
    for one, other in combinations(near, 2):
        room = _room((figure, one, other))
        yield Asked("sum", _value(one) + _value(other), room, frozenset((one, other)), _sum(figure, (one, other)))
        more, less = (one, other) if _value(one) > _value(other) else (other, one)
        yield Asked("sum", _value(more) - _value(less), room, frozenset((one, other)), _sum(more, (less, figure)))


def _of_rates(figure: Statement, alike: Sequence[Statement], near: Sequence[Statement]) -> Iterator[Asked]:
    """A rate near by, with this figure as part or as whole of another, or as what another has grown to."""
    at = near.index(figure)
    around = near[max(0, at - _NEAR) : at + _NEAR + 1]
    rates = [each for each in around if each.quantity.unit == "%" and each.quantity.number > 0]
    for rate in rates:
        share, half = _value(rate), float(rate.quantity.half_place)
        for other in (each for each in alike if each in around and each is not figure):
            if other.quantity.scale == "亿":
                continue  # rounded too far for what another figure must be
            value = _value(other)
            yield Asked("rate", value * share, value * half, frozenset((rate, other)), _ratio(rate, figure, other))
            yield Asked(
                "rate",
                value / share,
                value / share * half / share,
                frozenset((rate, other)),
                _ratio(rate, other, figure),
            )
            if rate.role is Role.CHANGE:
                yield Asked(
                    "rate",
                    value * (1 + share),
                    value * half,
                    frozenset((rate, other)),
                    _growth(rate, figure, other, True),
                )
                yield Asked(
                    "rate",
                    value * (1 - share),
                    value * half,
                    frozenset((rate, other)),
                    _growth(rate, figure, other, False),
                )


def _of_wholes(figure: Statement, near: Sequence[Statement], places: Elsewhere) -> Iterator[Asked]:
    """The rate right behind a figure, and the budgets and totals of other paragraphs and tables."""
    at = near.index(figure)
    rate = next((each for each in near[at + 1 : at + _FEW + 1] if each.quantity.unit == "%"), None)
    if rate is None or rate.quantity.number <= 0 or figure.quantity.unit != "元":
        return
    share, half = _value(rate), float(rate.quantity.half_place)
    for value, whole in places.wholes.items():
        yield Asked("rate", value * share, value * half, frozenset((rate, whole)), _ratio(rate, figure, whole))


def _ratio(rate: Statement, part: Statement, whole: Statement) -> Callable[[], Equation]:
    return lambda: RatioOf(rate, part, whole, finest_place([part, whole]))


def _growth(rate: Statement, now: Statement, before: Statement, up: bool) -> Callable[[], Equation]:
    return lambda: GrowthOf(rate, now, None, before, up, finest_place([now, before]))


def _of_two(rate: Statement, near: Sequence[Statement]) -> Iterator[Asked]:
    """A rate of any two figures near by, or the rate at which one has grown to the other."""
    at = near.index(rate)
    amounts = [each for each in near[max(0, at - _LONGEST) : at + _NEAR] if each.quantity.kind != "%"]
    half = float(rate.quantity.half_place)
    for one, other in combinations(amounts, 2):
        if counts(one.quantity.kind) != counts(other.quantity.kind):
            continue
        for part, whole in ((one, other), (other, one)):
            if whole.quantity.value not in (0, part.quantity.value):
                found = _value(part) / _value(whole)
                yield Asked("rate", found, half, frozenset((part, whole)), _ratio(rate, part, whole))
                if rate.role is Role.CHANGE:
                    up = found > 1
                    yield Asked("rate", abs(found - 1), half, frozenset((part, whole)), _growth(rate, part, whole, up))


def _of_whole(share: Statement, near: Sequence[Statement]) -> Iterator[Asked]:
    """Rates that follow each other and make 100 %."""
    rates = [each for each in near if each.quantity.unit == "%" and each.role is not Role.CHANGE]
    if share not in rates:
        return
    at = rates.index(share)
    half = float(share.quantity.half_place)
    for count in range(_FEW, _LONGEST + 1):
        for start in range(max(0, at - count + 1), at + 1):
            run = rates[start : start + count]
            if len(run) == count:
                value = 1 - (sum(map(_value, run)) - _value(share))
                yield Asked("whole", value, half * count, frozenset(run) - {share}, _hundred(run))


def _hundred(run: Sequence[Statement]) -> Callable[[], Equation]:
    return lambda: Whole(tuple(run))


def _of_products(figure: Statement, near: Sequence[Statement]) -> Iterator[Asked]:
    """A count and a price near by whose product is money: 15台, 每台38.00万元, 需570.00万元."""
    at = near.index(figure)
    around = [each for each in near[max(0, at - _NEAR) : at + _NEAR + 1] if each.quantity.kind != "%"]
    money = [each for each in around if each.quantity.unit.startswith("元") and each is not figure]
    things = [each for each in around if not each.quantity.unit.startswith("元") and each is not figure]
    if figure.quantity.unit.startswith("元"):
        for count, other in ((count, other) for count in things for other in money):
            times, value = _value(count), _value(other)
            if times > 1:
                yield Asked(
                    "product",
                    times * value,
                    times * float(other.quantity.half_place),
                    frozenset((count, other)),
                    _product(figure, count, other),
                )
                yield Asked(
                    "product",
                    value / times,
                    float(figure.quantity.half_place),
                    frozenset((count, other)),
                    _product(other, count, figure),
                )
        return
    for one, other in combinations(money, 2):
        more, less = (one, other) if _value(one) > _value(other) else (other, one)
        if _value(less) > 0:
            room = _value(more) / _value(less) ** 2 * float(less.quantity.half_place)
            yield Asked(
                "product", _value(more) / _value(less), room, frozenset((one, other)), _product(more, figure, less)
            )


def _product(total: Statement, count: Statement, each: Statement) -> Callable[[], Equation]:
    return lambda: ProductOf(total, (count,), each)
