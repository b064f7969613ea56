"""What a cell of a data sheet works out from other cells, also of other sheets: Excel's SUMIFS, COUNTIFS, RANK.

A formula is evaluated here in `Decimal`, and the renderer spells the same formula: what a recalculation shows is what
was printed.
"""

from collections.abc import Callable, Sequence, Set
from datetime import date
from decimal import Decimal
from typing import Protocol

from reportgen.model.formula import share_of
from reportgen.model.quantity import round_half_up
from reportgen.record import Struct

Value = Decimal | str | date | None
"""What a cell holds; None where it is empty."""


class Range(Struct, frozen=True):
    """A column of a sheet from its first line to its last, without heads and without the line of totals."""

    sheet: str
    column: str


class Beside(Struct, frozen=True):
    """The cell of a column in the same line."""

    column: str


class Where(Struct, frozen=True):
    """Which lines count: those that have in `range` what stands beside, these words, or (None) anything at all."""

    range: Range
    equals: Beside | str | None


class SumOf(Struct, frozen=True):
    """The sum of the lines that count; of all without a condition."""

    range: Range
    where: tuple[Where, ...] = ()


class CountOf(Struct, frozen=True):
    """How many lines count."""

    where: tuple[Where, ...]


class AverageOf(Struct, frozen=True):
    """The average of the figures of the lines that count, rounded half-up; nothing where there are none."""

    range: Range
    where: tuple[Where, ...] = ()
    decimals: int = 2


Part = Beside | SumOf | CountOf


class RatioOf(Struct, frozen=True):
    """A part of a whole, rounded half-up; nothing where there is no whole."""

    part: Part
    whole: Part
    decimals: int = 4


class RankOf(Struct, frozen=True):
    """Which place the figure beside has among those of the range, 1 for the highest; nothing without a figure."""

    figure: Beside
    range: Range


class CellOf(Struct, frozen=True):
    """What stands in another line: the column, and the number of the line from 0."""

    range: Range
    line: int


SheetFormula = SumOf | CountOf | AverageOf | RatioOf | RankOf | CellOf | Beside


class Cells(Protocol):
    """The sheets that formulas look into."""

    def column(self, wanted: Range) -> Sequence[Value]:
        """The values of a column."""

    def lines_with(self, wanted: Range, value: Value) -> Set[int]:
        """The numbers of the lines that have a value there; of None those that have any."""

    def rank(self, wanted: Range, figure: Decimal) -> int:
        """Which place a figure has in a column, 1 for the highest."""


Line = Callable[[str], Value]
"""The cell of a column in the line of the formula."""


def value_of(formula: SheetFormula, cells: Cells, line: Line) -> Value:  # noqa: PLR0911 - one case for each kind
    """What comes out."""
    match formula:
        case Beside():
            return line(formula.column)
        case SumOf():
            return sum(_figures(formula.range, formula.where, cells, line), Decimal(0))
        case CountOf():
            return Decimal(len(_lines(formula.where, cells, line)))
        case AverageOf():
            found = _figures(formula.range, formula.where, cells, line)
            return round_half_up(sum(found, Decimal(0)) / len(found), formula.decimals) if found else None
        case RatioOf():
            part, whole = value_of(formula.part, cells, line), value_of(formula.whole, cells, line)
            if isinstance(part, Decimal) and isinstance(whole, Decimal):
                return share_of(part, whole, formula.decimals)
            return None
        case RankOf():
            figure = line(formula.figure.column)
            return Decimal(cells.rank(formula.range, figure)) if isinstance(figure, Decimal) else None
        case CellOf():
            return cells.column(formula.range)[formula.line]


def _figures(range_: Range, where: tuple[Where, ...], cells: Cells, line: Line) -> list[Decimal]:
    values = cells.column(range_)
    counted = sorted(_lines(where, cells, line)) if where else range(len(values))
    return [value for at in counted if isinstance(value := values[at], Decimal)]


def _lines(where: tuple[Where, ...], cells: Cells, line: Line) -> Set[int]:
    """The lines for which every condition holds."""
    found = [cells.lines_with(each.range, _asked(each.equals, line)) for each in where]
    return frozenset.intersection(*map(frozenset, found)) if found else frozenset()


def _asked(equals: Beside | str | None, line: Line) -> Value:
    return line(equals.column) if isinstance(equals, Beside) else equals


def compared(value: Value) -> Value:
    """A value as spreadsheets compare it: capital letters are no difference."""
    return value.casefold() if isinstance(value, str) else value
