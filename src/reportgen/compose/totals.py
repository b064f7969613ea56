"""Cells that are worked out from others: sums, sub-totals and rates, once the whole form stands.

A total may stand above what it adds up, and may add up other totals. What it adds up is known by name and by the lines
of the listings within which it stands: a unit's sub-total adds up the projects of that unit alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportgen.model.inline import Text
from reportgen.model.quantity import round_half_up
from reportgen.model.table import Cell, Position, Share
from reportgen.packs.forms import Rate, Sum

_RATE_DECIMALS = 2
_SCORE_DECIMALS = 2

Trail = tuple[int, ...]
"""The lines within which a cell stands, each by its own number, outermost first."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A cell to be worked out; `values` are the figures that its rate names and that are fields."""

    source: Sum | Rate
    trail: Trail
    values: Mapping[str, Decimal]


@dataclass
class Totals:
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

    @property
    def worked_out(self) -> frozenset[Position]:
        """The cells that were asked for."""
        return frozenset(self._asked)

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
                return cell if total is None else _said(cell, f"{total:f}", total, tuple(added))
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
        places = [tuple(self._meant(name, asked.trail)) for name in (rate.part, rate.whole)]
        part, whole = (
            asked.values[name] if name in asked.values else self._total(list(where), cells)
            for name, where in zip((rate.part, rate.whole), places, strict=True)
        )
        if part is None or not whole:
            return cell
        decimals = _RATE_DECIMALS + 2 if rate.points is None else _SCORE_DECIMALS
        working = Share(places[0], places[1], decimals, rate.points)
        number = working.of(part, whole)
        words = str(number) if rate.points is not None else f"{round_half_up(number * 100, _RATE_DECIMALS)}%"
        return replace(_said(cell, words, number), working=working)


def _said(cell: Cell, words: str, number: Decimal, total_of: tuple[Position, ...] = ()) -> Cell:
    return replace(cell, paragraphs=((Text(words),),), number=number, total_of=total_of)
