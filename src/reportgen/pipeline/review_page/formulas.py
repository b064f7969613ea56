"""How cells were worked out from others, in the figures that are printed: 78.40 + 36.20 = 114.60."""

from reportgen.language import _
from reportgen.model.formula import Earned, Graded, Position, Share, Total
from reportgen.model.table import Cell, CellRole, Table

_MANY = 8
"""Of more parts than these the first and the last are shown."""
_Printed = dict[Position, str]


class Workings:
    """Tells the working of cells; what stands in a table is looked up once."""

    def __init__(self) -> None:
        self._tables: dict[int, _Printed] = {}

    def of(self, table: Table, cell: Cell) -> str:
        """The working of a cell that has a formula; empty for one that has none."""
        if cell.formula is None:
            return ""
        if id(table) not in self._tables:
            self._tables[id(table)] = {(each.row, each.column): each.text.strip() for each in table.cells}
        return _working(cell, self._tables[id(table)])


def _working(cell: Cell, printed: _Printed) -> str:
    text = cell.text.strip()
    match cell.formula:
        case Total(parts):
            return f"{_added(parts, printed)} = {text}"
        case Share(part, whole, _decimals, points):
            share = f"{_bracketed(part, printed)} ÷ {_bracketed(whole, printed)}"
            return f"{share} = {text}" if points is None else f"{share} × {points} = {text}"
        case Earned(points, target, actual):
            told = {"points": _of(points, printed), "target": _of(target, printed), "actual": _of(actual, printed)}
            return _("分值 {points}，目标 {target}，完成 {actual}：得 {text}", text=text, **told)
        case Graded(score):
            return _("得分 {score}：{text}", score=_of(score, printed), text=text)
        case None:
            return ""


def _of(position: Position, printed: _Printed) -> str:
    return printed.get(position) or "0"


def _added(parts: tuple[Position, ...], printed: _Printed) -> str:
    shown = [_of(part, printed) for part in parts]
    if len(shown) <= _MANY:
        return " + ".join(shown)
    first = " + ".join(shown[:3])
    return _("{first} + … + {last}（{count} 项）", first=first, last=shown[-1], count=len(shown))


def _bracketed(parts: tuple[Position, ...], printed: _Printed) -> str:
    return _added(parts, printed) if len(parts) == 1 else f"({_added(parts, printed)})"


def cell_name(table: Table, cell: Cell) -> str:
    """The row and the column of a cell, by the words at the left and above it."""
    row = [each for each in table.lines() if each.row <= cell.row < each.row + each.rows and each.column < cell.column]
    above = [each for each in table.lines() if each.row < cell.row and cell.column in _columns(each)]
    names = _last(row, (CellRole.HEAD, CellRole.TEXT)), _last(above, (CellRole.HEAD,))
    return " · ".join(filter(None, names))


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.columns)


def _last(cells: list[Cell], roles: tuple[CellRole, ...]) -> str:
    words = (each.text.replace("\n", "").strip() for each in reversed(cells) if each.role in roles)
    return next(filter(None, words), "")
