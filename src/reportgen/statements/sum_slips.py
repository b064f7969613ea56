"""Which totals one slip of the hand would make of some items: seen by one number, before sums are made of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.model.quantity import Interval, Quantity
from reportgen.statements.slips import SCALES, exchanged, is_exchange, is_other_scale
from reportgen.statements.statement import Statement

_ONE, _ZERO = Decimal(1), Decimal(0)
_LEAST = 2


class SumSlips:
    """Some items, and by how much a slip in one of them moves their sum; a document has hundreds of totals for them."""

    def __init__(self, items: Sequence[Statement]) -> None:
        quantities = [each.quantity for each in items]
        halves = [each.slack for each in quantities if each.number]
        self._added = sum([each.value for each in quantities], _ZERO)
        self._slack = min(halves, default=_ZERO) * len(halves)
        self._decimals = max(each.decimals for each in quantities)
        self._moves = sorted(move for each in quantities for move in _moves(each))

    def may_make(self, total: Quantity) -> bool:
        """Whether a slip in an item, or in the total itself, may be what parts them; most totals are far off."""
        missing, room = total.value - self._added, self._room(total)
        at = bisect_left(self._moves, missing - room)
        if at < len(self._moves) and self._moves[at] <= missing + room:
            return True
        due = Interval(self._added - room, self._added + room)
        return is_exchange(total, due, _LEAST) or is_other_scale(total, due)

    def _room(self, total: Quantity) -> Decimal:
        """What rounding explains, as `equations.SumOf` has it."""
        if total.unit == "分":
            return _ONE.scaleb(-max(self._decimals, total.decimals))
        return total.slack + self._slack


def _moves(item: Quantity) -> Iterator[Decimal]:
    yield from (other - item.value for other in exchanged(item))
    yield from (item.value * scale - item.value for scale in SCALES)
