"""Scores that the program worked out, as formulas: the points of an indicator times the share of its target reached.

Target and result stand in their cells with sign and unit, ≥20场 and 19场: they get the numbers behind these words, so
that a spreadsheet shows the same and calculates.
"""

from decimal import Decimal

from reportgen.model.content import ListRow
from reportgen.model.formula import Earned
from reportgen.model.quantity import Quantity
from reportgen.model.table import Cell
from reportgen.record import replace
from reportgen.resolve.scoring import DECIMALS, is_limit, measured

POINTS, TARGET, ACTUAL, EARNED = "分值", "指标值", "完成值", "得分"
COLUMNS = (POINTS, TARGET, ACTUAL, EARNED)


def with_formula(line: ListRow, cells: dict[str, Cell]) -> dict[str, Cell]:
    """The cells of a line by column, the score with its formula; as they are where the writer gave the score."""
    if EARNED not in line.worked_out or not all(name in cells for name in COLUMNS):
        return cells
    target, actual = measured(line, cells[TARGET].text, cells[ACTUAL].text)
    if target is None or actual is None:
        return cells
    numbers = {TARGET: _number(target, cells[TARGET]), ACTUAL: _number(actual, cells[ACTUAL])}
    made = {name: replace(cells[name], number=number) for name, (number, _factor) in numbers.items()}
    points, wanted, reached = ((cells[name].row, cells[name].column) for name in (POINTS, TARGET, ACTUAL))
    scale = numbers[ACTUAL][1] / numbers[TARGET][1]
    formula = Earned(points, wanted, reached, DECIMALS, is_limit(target), scale)
    return {**cells, **made, EARNED: replace(cells[EARNED], formula=formula)}


def _number(quantity: Quantity, cell: Cell) -> tuple[Decimal, Decimal]:
    """The number that stands in the cell, and how many base units one of it is; 95% stands there as 0.95."""
    if cell.text.strip().endswith("%"):
        return quantity.value, Decimal(1)
    return quantity.number, quantity.factor
