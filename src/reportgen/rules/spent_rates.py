"""The rates at which money was spent that a budget allows, and the indicators that state them."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.content import FundColumn, FundRow, FundTable, Listing

STATES_A_RATE = re.compile(r"(?:部门|单位|全年|年度|整体|项目)*(?:预算|资金|预算资金|项目资金)(?:执行|完成)率")
"""The name of an indicator whose result is spent ÷ budget."""
_WHOLES = (FundColumn.APPROVED, FundColumn.INITIAL, FundColumn.RECEIVED)
_LINE_WHOLES = ("全年预算数", "年初预算数")
_SPENT = "全年执行数"


def rates_of_table(table: FundTable) -> Iterator[Decimal]:
    """Of all money and of that for projects, by the budget of the year, the first one, what was received."""
    for row in (table.year, table.projects):
        yield from _of_row(row) if row else ()


def _of_row(row: FundRow) -> Iterator[Decimal]:
    for column in _WHOLES:
        figures = row.figures(FundColumn.SPENT, column)
        if figures and figures[1].value:
            yield figures[0].value / figures[1].value


def rates_of_lines(lines: Listing) -> Iterator[Decimal]:
    """Of all sources of a project's money together, and of each."""
    for whole in _LINE_WHOLES:
        pairs = [(row.quantity(_SPENT), row.quantity(whole)) for row in lines.rows]
        known = [(spent.value, budget.value) for spent, budget in pairs if spent and budget]
        sums = (sum((spent for spent, _budget in known), Decimal(0)), sum((b for _spent, b in known), Decimal(0)))
        yield from (spent / budget for spent, budget in (sums, *known) if budget)
