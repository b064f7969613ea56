"""A grade in a form beside the points that it goes by: so that a spreadsheet grades anew when the points change."""

from collections.abc import Mapping

from reportgen.model.formula import Graded, Position, Total
from reportgen.model.table import Cell
from reportgen.packs.pack import Grades
from reportgen.record import replace

Paths = Mapping[Position, str]
"""The field that each cell shows."""
_GRADE, _POINTS = "等级", "得分"


def graded(cells: Mapping[Position, Cell], paths: Paths, grades: Grades | None) -> dict[Position, Cell]:
    """The cells that show a grade, with how they come from the points of the form."""
    found = [position for position, path in paths.items() if path.rpartition(".")[2] == _GRADE]
    made: dict[Position, Cell] = {}
    for position in found if grades else ():
        points = _points(cells, paths, paths[position].removesuffix(_GRADE) + _POINTS)
        if grades and points is not None:
            bands = tuple((band.name, band.low) for band in grades.bands)
            made[position] = replace(cells[position], formula=Graded(points, bands))
    return made


def _points(cells: Mapping[Position, Cell], paths: Paths, path: str) -> Position | None:
    """The cell that shows the points, else the last total of the form: of several columns the points come last."""
    shown = [position for position, own in paths.items() if own == path]
    totals = [position for position, cell in sorted(cells.items()) if isinstance(cell.formula, Total)]
    return next(iter([*shown, *totals[-1:]]), None)
