"""What an indicator earns, beside the points and the result that it goes by: a spreadsheet works it out anew."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen.model.content import ListRow
from reportgen.model.quantity import Bound, Quantity
from reportgen.model.table import Cell, Earned, Position
from reportgen.numbers import read_quantity

_EARNED, _POINTS, _RESULT, _TARGET = "得分", "分值", "完成值", "指标值"


def earned(
    cells: Mapping[Position, Cell], paths: Mapping[Position, str], lines: Mapping[Position, ListRow]
) -> dict[Position, Cell]:
    """The cells that show what an indicator earns, where its row shows points and result as figures too.

    `paths` are the columns shown, `lines` the lines that rows stand for. Whether the score was typed or worked out does
    not matter: a spreadsheet takes the working only where it gives what is printed.
    """
    made: dict[Position, Cell] = {}
    for position, line in lines.items():
        if paths.get(position) != _EARNED:
            continue
        beside = {path: other for other, path in paths.items() if other[0] == position[0] and other in lines}
        target, upper = _target(line)
        if target is not None and {_POINTS, _RESULT} <= set(beside):
            made[position] = replace(cells[position], working=Earned(beside[_POINTS], beside[_RESULT], target, upper))
    return made


def _target(line: ListRow) -> tuple[Decimal | None, bool]:
    """The target in the scale of the result, None where that is another; and whether it is the most that is wanted."""
    sign, unit = line.text("指标性质").strip("=＝ "), line.text("度量单位")
    target, result = read_quantity(sign + line.text(_TARGET), unit), read_quantity(line.text(_RESULT), unit)
    if target is None or result is None or (target.scale, target.unit) != (result.scale, result.unit):
        return None, False
    return _number(target), target.bound is Bound.AT_MOST


def _number(quantity: Quantity) -> Decimal:
    return quantity.number / 100 if quantity.unit == "%" else quantity.number
