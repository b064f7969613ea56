"""A column of a table that the text tells again, row by row.

基本支出预算718.50万元。购书项目预算280.00万元。…: where several rows of one column are told as they stand there, what
is told of another row of it is not some other figure of that thing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.statements.elsewhere import NEAR
from reportgen.statements.slips import is_slip_of
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Period, Role, Statement

_ENOUGH, _NEAR_BY, _SMALL = 2, 8, 20
Column = tuple[int, str]


def column_told(
    named: Mapping[Statement, Sequence[Statement]], right: Mapping[Statement, Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Figures of the text with the cell that each should be: `named` are the cells of the rows that a figure names,
    `right` the cell that it is."""
    told: dict[Column, list[Statement]] = defaultdict(list)
    for figure, cell in right.items():
        told[_column(cell)].append(figure)
    taken = set(right.values())
    rows = {(figure.passage, cell.block, cell.row) for figure, cell in right.items()}
    for figure, cells in named.items():
        if (
            figure in right
            or _is_small(figure)
            or figure.period is Period.BEFORE
            or figure.role is not Role.AMOUNT
            or not figure.exact
        ):
            continue
        for cell in (
            each for each in cells if each not in taken and (figure.passage, each.block, each.row) not in rows
        ):
            beside = {other.name for other in told[_column(cell)] if _is_alike(other, figure)}
            if len(beside - {figure.name}) >= _ENOUGH and _is_of_row(figure, cell) and _may_be(figure, cell):
                yield figure, cell
                break


def _is_alike(other: Statement, figure: Statement) -> bool:
    """Whether two figures near each other are told as one kind of thing: both as budgets, or both as what was spent."""
    stages = [stage_of(each.concept) for each in (other, figure)]
    return stages[0] == stages[1] and abs(other.block - figure.block) <= _NEAR_BY and other.planned is figure.planned


def _is_small(figure: Statement) -> bool:
    """两项: of such numbers too many are alike."""
    return not figure.quantity.decimals and figure.quantity.number <= _SMALL


def _is_of_row(figure: Statement, cell: Statement) -> bool:
    """Whether the figure bears the name of the row itself, or a label that says no more than 支出."""
    row = re.sub(r"[（(][^）)]*[）)]|^[一二三四五六七八九十\d]+[、.．]", "", cell.row)
    return row in figure.label or (bool(figure.concept) and row in f"{figure.subject}{figure.name}")


def _column(cell: Statement) -> Column:
    return cell.block, cell.column


def _may_be(figure: Statement, cell: Statement) -> bool:
    """Whether a slip of the hand makes the figure of the cell, or it is about as large."""
    stages = {stage_of(each.concept) for each in (figure, cell)} - {""}
    if figure.quantity.decimals != cell.quantity.decimals or len(stages) > 1:
        return False
    bare = not cell.quantity.unit and not cell.quantity.scale
    meant = cell.quantity.number * figure.quantity.factor if bare else cell.quantity.value
    value = figure.quantity.value
    if not meant or not value:
        return False
    near = 1 / NEAR <= float(value / meant) <= NEAR
    return near or is_slip_of(figure.quantity, meant)
