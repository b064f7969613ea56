"""Lines of 其中：, which say what the line above is made of, stand further in; those behind them below their words.

年度资金总额
  其中：当年财政拨款
        上年结转资金
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen.compose.signature import width
from reportgen.model.formula import Position
from reportgen.model.table import Cell, CellRole
from reportgen.record import replace

_FIRST = ("其中：", "其中:")
_TOTALS = ("合计", "总计", "小计", "总额", "共计")
_CHARACTER = Decimal("3.7")
"""mm that a character of a table (五号) takes."""
_MARGINS = Decimal("2.5")
"""mm of a cell that words do not have."""
_DEEP, _FLAT = 1 + 3, 1
"""Characters: below the words behind 其中：, or no further in than it."""


def indented(cells: Mapping[Position, Cell], widths: tuple[Decimal, ...]) -> dict[Position, Cell]:
    """The cells, those of sub-items with their indents."""
    made = dict(cells)
    for cell in cells.values():
        if cell.compact.startswith(_FIRST) and _is_name(cell):
            followers = list(_followers(cell, cells))
            deep = all(_fits(other, widths, _DEEP) for other in followers)
            made[cell.row, cell.column] = replace(cell, indent=_FLAT if _fits(cell, widths, _FLAT) else 0)
            for other in followers:
                made[other.row, other.column] = replace(other, indent=_DEEP if deep else _FLAT)
    return made


def _is_name(cell: Cell) -> bool:
    return cell.rows == 1 and cell.role is not CellRole.NUMBER and len(cell.paragraphs) == 1


def _followers(first: Cell, cells: Mapping[Position, Cell]) -> Iterator[Cell]:
    """The names right below, as wide and of the same kind, down to a total or another 其中：."""
    row = first.row + 1
    while (cell := cells.get((row, first.column))) is not None:
        alike = cell.columns == first.columns and cell.role is first.role and _is_name(cell)
        if not alike or not cell.text or cell.compact.startswith((*_FIRST, *_TOTALS)):
            return
        yield cell
        row += 1


def _fits(cell: Cell, widths: tuple[Decimal, ...], indent: int) -> bool:
    room = (sum(widths[cell.column : cell.column + cell.columns]) - _MARGINS) / _CHARACTER
    return width(cell.compact) + indent <= room
