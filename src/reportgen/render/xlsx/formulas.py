"""How a cell comes from others, as a formula: only where it gives what is printed, so that a recalculation never
contradicts the paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.table import Cell, Earned, Graded, Position, Share
from reportgen.place import NOWHERE
from reportgen.render.xlsx.figures import runs, sum_formula

Naming = Callable[[Cell], str]
"""The address of a cell on its sheet."""


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas of one table; `cells` are known by the positions of their upper left corners."""

    cells: Mapping[Position, Cell]
    name: Naming

    def of(self, cell: Cell) -> str | None:
        """The formula of a cell; None where it has none, or where it would give something else."""
        if cell.total_of:
            return "=" + self._sum(cell.total_of) if self._total(cell.total_of) == cell.number else None
        match cell.working:
            case Share() as share:
                return self._share(cell, share)
            case Graded() as grade:
                return self._grade(cell, grade)
            case Earned() as score:
                return self._earned(cell, score)
            case None:
                return None

    def _share(self, cell: Cell, share: Share) -> str | None:
        part, whole = self._total(share.part), self._total(share.whole)
        if part is None or not whole or share.of(part, whole) != cell.number:
            return None
        ratio = f"{self._sum(share.part)}/{self._sum(share.whole)}"
        value = ratio if share.points is None else f"MIN({ratio},1)*{self._points(cell, share.points)}"
        return f'=IFERROR(ROUND({value},{share.decimals}),"")'

    def _points(self, cell: Cell, points: Decimal) -> str:
        """The cell of the same row in which the form itself prints the points; else the points."""
        for other in self.cells.values():
            if other.row == cell.row and other.number == points and other.origin == NOWHERE and other is not cell:
                return self.name(other)
        return f"{points:f}"

    def _earned(self, cell: Cell, score: Earned) -> str | None:
        points, result = self.cells.get(score.points), self.cells.get(score.result)
        if points is None or points.number is None or result is None or result.number is None:
            return None
        if score.of(points.number, result.number) != cell.number:
            return None
        part, whole = self.name(result), f"{score.target:f}"
        ratio = f"IF({part}=0,1,{whole}/{part})" if score.upper else f"{part}/{whole}"
        return f'=IFERROR(ROUND({self.name(points)}*MIN({ratio},1),1),"")'

    def _grade(self, cell: Cell, grade: Graded) -> str | None:
        points = self.cells.get(grade.points)
        if points is None or points.number is None or grade.of(points.number) != cell.compact:
            return None
        formula = f'"{grade.bands[-1][1]}"'
        for low, name in reversed(grade.bands[:-1]):
            formula = f'IF({self.name(points)}>={low:f},"{name}",{formula})'
        return f"={formula}"

    def _total(self, positions: tuple[Position, ...]) -> Decimal | None:
        """What the cells at the positions add up to; None where one is no figure, or there is none."""
        found = [self.cells[position].number for position in dict.fromkeys(positions) if position in self.cells]
        numbers = [number for number in found if number is not None]
        whole = bool(numbers) and len(found) == len(positions)
        return sum(numbers, Decimal(0)) if whole else None

    def _sum(self, positions: tuple[Position, ...]) -> str:
        """One address, or a sum of many; an address that stands alone is no sum."""
        cells = [self.cells[position] for position in dict.fromkeys(positions)]
        areas = [(self.name(start), self.name(end)) for start, end in runs(cells)]
        return self.name(cells[0]) if len(cells) == 1 else sum_formula(areas).removeprefix("=")
