"""What the figures around a figure ask it to be, whatever the words say: totals and parts, rates, products.

None of these is a relation that the text states: a figure has many neighbours, and most of what they ask for is
nothing. Only where several that do not know each other ask for the same is something meant (`corroborated`).
They are worked out as floats: there are many of them, and few are looked at again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from reportgen.numbers.units import counts
from reportgen.statements.changes import GrowthOf
from reportgen.statements.elsewhere import Asked, Elsewhere, float_of
from reportgen.statements.equations import Equation, ProductOf, RatioOf, SumOf, finest_place
from reportgen.statements.statement import Role, Statement
from reportgen.statements.whole import Whole

_LONGEST, _NEAR, _SENTENCES, _FEW = 8, 5, 2, 2


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


def _sum(total: Statement, parts: Sequence[Statement]) -> Callable[[], Equation]:
    return lambda: SumOf(total, tuple(parts))


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
                        "sum", sum(map(float_of, parts)), _room((figure, *parts)), frozenset(parts), _sum(figure, parts)
                    )
            for start in range(max(0, at - count + 1), at + 1):
                yield from _as_part(figure, amounts, start, start + count)
    yield from _of_three(figure, alike)


def _as_part(figure: Statement, amounts: Sequence[Statement], start: int, end: int) -> Iterator[Asked]:
    parts = amounts[start:end]
    if len(parts) < end - start:
        return
    others = sum(map(float_of, parts)) - float_of(figure)
    for total in (*amounts[max(0, start - 1) : start], *amounts[end : end + 1]):
        yield Asked(
            "sum",
            float_of(total) - others,
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
        yield Asked("sum", float_of(one) + float_of(other), room, frozenset((one, other)), _sum(figure, (one, other)))
        more, less = (one, other) if float_of(one) > float_of(other) else (other, one)
        yield Asked("sum", float_of(more) - float_of(less), room, frozenset((one, other)), _sum(more, (less, figure)))


def _of_rates(figure: Statement, alike: Sequence[Statement], near: Sequence[Statement]) -> Iterator[Asked]:
    """A rate near by, with this figure as part or as whole of another, or as what another has grown to."""
    at = near.index(figure)
    around = near[max(0, at - _NEAR) : at + _NEAR + 1]
    rates = [each for each in around if each.quantity.unit == "%" and each.quantity.number > 0]
    for rate in rates:
        share, half = float_of(rate), float(rate.quantity.half_place)
        for other in (each for each in alike if each in around and each is not figure):
            if other.quantity.scale == "亿":
                continue  # rounded too far for what another figure must be
            value = float_of(other)
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
    share, half = float_of(rate), float(rate.quantity.half_place)
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
                found = float_of(part) / float_of(whole)
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
                value = 1 - (sum(map(float_of, run)) - float_of(share))
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
            times, value = float_of(count), float_of(other)
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
        more, less = (one, other) if float_of(one) > float_of(other) else (other, one)
        if float_of(less) > 0:
            room = float_of(more) / float_of(less) ** 2 * float(less.quantity.half_place)
            yield Asked(
                "product", float_of(more) / float_of(less), room, frozenset((one, other)), _product(more, figure, less)
            )


def _product(total: Statement, count: Statement, each: Statement) -> Callable[[], Equation]:
    return lambda: ProductOf(total, (count,), each)
