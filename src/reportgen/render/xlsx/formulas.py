"""Formulas of a table in the words of a spreadsheet, and which of them may be written.

A recalculation must never contradict the paper: a formula is written only where it gives what is printed, and where
the cells that it names show their own words as numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property

from reportgen.model.formula import Earned, Formula, Graded, Position, Share, Total
from reportgen.model.quantity import plain
from reportgen.model.table import Cell, Table
from reportgen.place import NOWHERE
from reportgen.record import Struct
from reportgen.render.xlsx.figures import is_shown, runs, sum_formula

Name = Callable[[Cell], str]
"""What a cell is called on its sheet: E6."""


class Formulas(Struct, frozen=True, dict=True):
    """The formulas of one table."""

    table: Table
    name: Name

    @cached_property
    def placed(self) -> dict[Position, Cell]:
        return {(cell.row, cell.column): cell for cell in self.table.cells}

    @cached_property
    def numbers(self) -> dict[Position, Decimal | None]:
        return {position: cell.number for position, cell in self.placed.items()}

    @cached_property
    def rows(self) -> Mapping[int, list[Cell]]:
        found: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in self.table.lines():
            found[cell.row].append(cell)
        return found

    @cached_property
    def used(self) -> set[Position]:
        """The cells that some formula calculates with: these are numbers, whatever their words."""
        return {each for cell in self.table.cells if cell.formula and self.holds(cell) for each in cell.formula.uses}

    def holds(self, cell: Cell) -> bool:
        """Whether the formula of a cell gives what is printed in it."""
        formula = cell.formula
        if formula is None or not formula.uses or not all(position in self.placed for position in formula.uses):
            return False
        if isinstance(formula, Graded):
            return formula.word(self.numbers) == cell.text
        shown = not isinstance(formula, Earned) or all(is_shown(self.placed[each]) for each in formula.uses)
        return shown and formula.value(self.numbers) == cell.number

    def written(self, cell: Cell) -> str:
        """The formula of a cell as a spreadsheet reads it; empty where it is better left out."""
        return f"={self._said(cell, cell.formula)}" if cell.formula and self.holds(cell) else ""

    def _said(self, cell: Cell, formula: Formula) -> str:
        match formula:
            case Total():
                return self._sum(formula.parts)
            case Share():
                return self._share(cell, formula)
            case Earned():
                return self._earned(formula)
            case Graded():
                return self._graded(formula)

    def _sum(self, parts: tuple[Position, ...]) -> str:
        cells = [self.placed[part] for part in dict.fromkeys(parts)]
        return sum_formula([(self.name(start), self.name(end)) for start, end in runs(cells)])

    def _one(self, parts: tuple[Position, ...]) -> str:
        return self.name(self.placed[parts[0]]) if len(parts) == 1 else self._sum(parts)

    def _share(self, cell: Cell, formula: Share) -> str:
        part, whole = self._one(formula.part), self._one(formula.whole)
        share = f"({part})/({whole})" if len(formula.uses) > len(("part", "whole")) else f"{part}/{whole}"
        worth = share if formula.points is None else f"MIN({share},1)*{self._points(cell, formula.points)}"
        return f'IF({whole}=0,"",ROUND({worth},{formula.decimals}))'

    def _points(self, cell: Cell, points: Decimal) -> str:
        """The cell of the same row in which the form itself prints the points; else the points."""
        beside = (other for other in self.rows[cell.row] if (other.number, other.origin) == (points, NOWHERE))
        found = next((other for other in beside if other is not cell), None)
        return self.name(found) if found else plain(points)

    def _earned(self, formula: Earned) -> str:
        points, target, actual = (self.name(self.placed[position]) for position in formula.uses)
        reached = actual if formula.scale == 1 else f"{actual}*{plain(formula.scale)}"
        if formula.at_most:
            worth = f"IF({reached}<={target},{points},{points}*{target}/({reached}))"
        else:
            worth = f"IF({reached}>={target},{points},MAX(0,{points}*{reached}/{target}))"
        return f"ROUND({worth},{formula.decimals})".replace(f"({actual})", actual)

    def _graded(self, formula: Graded) -> str:
        score = self.name(self.placed[formula.score])
        *better, (worst, _low) = formula.bands
        steps = "".join(f"IF({score}>={plain(low)},{_quoted(word)}," for word, low in better)
        return f"{steps}{_quoted(worst)}{')' * len(better)}"


def _quoted(word: str) -> str:
    """Words within a formula: those of a pack that somebody sends could otherwise go on as one."""
    return '"' + word.replace('"', '""') + '"'
