"""The figures of a document by their values, and what a figure is asked to be by itself in other places."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.equations import Equation, Same
from reportgen.statements.repeated_names import common, kind_of
from reportgen.statements.slips import exchanged
from reportgen.statements.statement import Origin, Period, Role, Statement

_WORD = 2
_AGREED = re.compile("合同|概算|估算|送审|审定|控制价|限价|中标")
"""改造合同总额505.00万元 is not what was spent on it."""
_TOTAL = re.compile("合计|总计|总额")
NEAR = 1.25
"""A slip that is none of digits or scale makes a figure larger or smaller by no more than this."""


class Asked(Struct, frozen=True):
    """A value that is asked for, in base units, how exactly it is known, and the equation that asks."""

    family: str
    value: float
    room: float
    others: frozenset[Statement]
    """The other figures of the equation."""
    equation: Callable[[], Equation]
    weight: int = 1
    """Two where the names say so, too."""


class Elsewhere(Struct, frozen=True, dict=True):
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
        return {float_of(each): each for each in self.statements if each.quantity.unit == "元" and _is_whole(each)}


def float_of(each: Statement) -> float:
    """Its value in base units."""
    return float(each.quantity.value)


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
    one_stage = bool(_AGREED.search(figure.label)) is bool(_AGREED.search(f"{other.label} {other.column}"))
    return 2 if one_time and one_stage and (total or common(figure, other) >= _WORD) else 1


def _same(figure: Statement, other: Statement) -> Callable[[], Equation]:
    return lambda: Same(other, figure)
