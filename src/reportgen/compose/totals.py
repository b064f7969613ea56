"""Cells that are worked out from others: sums, sub-totals and rates, once the whole form stands.

A total may stand above what it adds up, and may add up other totals. What it adds up is known by name and by the lines
of the listings within which it stands: a unit's sub-total adds up the projects of that unit alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reportgen.model.formula import Formula, Position, Share, Total, share_of
from reportgen.model.inline import Text
from reportgen.model.table import Cell
from reportgen.packs.forms import Rate, Sum
from reportgen.record import Struct, field, replace

_RATE_DECIMALS = 4
"""Of the ratio: two of the percentage."""
_SCORE_DECIMALS = 2

Trail = tuple[int, ...]
"""The lines within which a cell stands, each by its own number, outermost first."""


class _Asked(Struct, frozen=True):
    """A cell to be worked out; `values` are the figures that its rate names and that are fields."""

    source: Sum | Rate
    trail: Trail
    values: Mapping[str, Decimal]


class Totals(Struct):
    """Collects what can be added up and what is asked for, then works it out."""

    _named: dict[str, list[tuple[Trail, Position]]] = field(default_factory=lambda: defaultdict(list))
    _asked: dict[Position, _Asked] = field(default_factory=dict)
    _open: set[Position] = field(default_factory=set)
    """Being worked out: a total that would add up itself leaves itself out."""

    def name(self, names: Iterable[str], trail: Trail, position: Position) -> None:
        """A cell can be added up under these names."""
        for name in names:
            self._named[name].append((trail, position))

    def ask(self, position: Position, source: Sum | Rate, trail: Trail, values: Mapping[str, Decimal]) -> None:
        """A cell is to be worked out."""
        self._asked[position] = _Asked(source, trail, values)

    def fill(self, cells: dict[Position, Cell]) -> None:
        """Work out every cell that was asked for."""
        for position in self._asked:
            self._number(position, cells)

    def _number(self, position: Position, cells: dict[Position, Cell]) -> Decimal | None:
        asked, cell = self._asked.get(position), cells[position]
        if asked is None or cell.number is not None or position in self._open:
            return cell.number
        self._open.add(position)
        cells[position] = worked_out = self._worked_out(cell, asked, cells)
        self._open.discard(position)
        return worked_out.number

    def _worked_out(self, cell: Cell, asked: _Asked, cells: dict[Position, Cell]) -> Cell:
        match asked.source:
            case Sum(parts):
                added = [found for part in parts for found in self._meant(part, asked.trail)]
                total = self._total(added, cells)
                return cell if total is None else _said(cell, f"{total:f}", total, Total(tuple(dict.fromkeys(added))))
            case Rate() as rate:
                return self._rate(cell, rate, asked, cells)

    def _meant(self, name: str, trail: Trail) -> list[Position]:
        """The cells of that name that stand within the same lines."""
        return [position for where, position in self._named.get(name, ()) if where[: len(trail)] == trail]

    def _total(self, positions: list[Position], cells: dict[Position, Cell]) -> Decimal | None:
        """None when there is nothing to add up: the total of empty cells is empty."""
        numbers = [number for position in positions if (number := self._number(position, cells)) is not None]
        return sum(numbers, Decimal(0)) if numbers else None

    def _rate(self, cell: Cell, rate: Rate, asked: _Asked, cells: dict[Position, Cell]) -> Cell:
        part, whole = (
            asked.values[name] if name in asked.values else self._total(self._meant(name, asked.trail), cells)
            for name in (rate.part, rate.whole)
        )
        decimals = _RATE_DECIMALS if rate.points is None else _SCORE_DECIMALS
        formula = Share(self._used(rate.part, asked), self._used(rate.whole, asked), decimals, rate.points)
        share = None if part is None or whole is None else share_of(part, whole, decimals, rate.points)
        if share is None:
            return replace(cell, formula=formula)
        return _said(cell, str(share) if rate.points is not None else f"{share * 100:.2f}%", share, formula)

    def _used(self, name: str, asked: _Asked) -> tuple[Position, ...]:
        """The cells behind a name of a rate: of a field, which may be printed twice, the first."""
        meant = tuple(self._meant(name, asked.trail))
        return meant[:1] if name in asked.values else meant


def _said(cell: Cell, words: str, number: Decimal, formula: Formula) -> Cell:
    return replace(cell, paragraphs=((Text(words),),), number=number, formula=formula)
