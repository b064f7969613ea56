"""Formulas of data sheets in the words of a spreadsheet.

A condition that spreadsheets would read as a pattern (a name with *, one that begins with >) is not written: then the
cell holds its value alone.
"""

from collections.abc import Callable

from reportgen.model.sheet_formulas import (
    AverageOf,
    Beside,
    CellOf,
    CountOf,
    Range,
    RankOf,
    RatioOf,
    SheetFormula,
    SumOf,
    Value,
    Where,
)
from reportgen.record import Struct

_PATTERN = frozenset("*?~<>=")


class Spelling(Struct, frozen=True):
    """What ranges, cells of the same line, and cells of other lines are called, and what stands beside."""

    range: Callable[[Range], str]
    beside: Callable[[str], str]
    cell: Callable[[Range, int], str]
    value: Callable[[str], Value]

    def formula(self, formula: SheetFormula) -> str:
        """The formula with its sign; empty where it is better left out."""
        return f"={self._said(formula)}" if all(map(self._is_plain, _conditions(formula))) else ""

    def _is_plain(self, where: Where) -> bool:
        wanted = self.value(where.equals.column) if isinstance(where.equals, Beside) else where.equals
        return not (isinstance(wanted, str) and _PATTERN.intersection(wanted)) and wanted != ""

    def _said(self, formula: SheetFormula) -> str:  # noqa: PLR0911 - one case for each kind
        match formula:
            case Beside():
                return self.beside(formula.column)
            case CellOf():
                cell = self.cell(formula.range, formula.line)
                return f'IF({cell}="","",{cell})'  # an empty cell would show 0
            case SumOf(where=()):
                return f"SUM({self.range(formula.range)})"
            case SumOf():
                return f"SUMIFS({self.range(formula.range)},{self._where(formula.where)})"
            case CountOf():
                return f"COUNTIFS({self._where(formula.where)})"
            case AverageOf():
                return self._average(formula)
            case RatioOf():
                return self._ratio(formula)
            case RankOf():
                beside = self.beside(formula.figure.column)
                return f'IF({beside}="","",RANK({beside},{self.range(formula.range)}))'

    def _ratio(self, formula: RatioOf) -> str:
        """Nothing where a part that stands beside is not given, or there is no whole."""
        part, whole = self._said(formula.part), self._said(formula.whole)
        missing = f'OR({part}="",N({whole})=0)' if isinstance(formula.part, Beside) else f"{whole}=0"
        return f'IF({missing},"",ROUND({part}/{whole},{formula.decimals}))'

    def _average(self, formula: AverageOf) -> str:
        figures = self.range(formula.range)
        average = f"AVERAGEIFS({figures},{self._where(formula.where)})" if formula.where else f"AVERAGE({figures})"
        return f'IFERROR(ROUND({average},{formula.decimals}),"")'

    def _where(self, where: tuple[Where, ...]) -> str:
        return ",".join(f"{self.range(each.range)},{self._wanted(each.equals)}" for each in where)

    def _wanted(self, equals: Beside | str | None) -> str:
        if isinstance(equals, Beside):
            return self.beside(equals.column)
        return '"<>"' if equals is None else '"' + equals.replace('"', '""') + '"'


def _conditions(formula: SheetFormula) -> tuple[Where, ...]:
    match formula:
        case SumOf() | CountOf() | AverageOf():
            return formula.where
        case RatioOf():
            return (*_conditions(formula.part), *_conditions(formula.whole))
        case Beside() | RankOf() | CellOf():
            return ()
