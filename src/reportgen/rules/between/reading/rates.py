"""The rate at which the budget was spent: worked out from the fund table, and as indicators state it."""

import re
from collections.abc import Iterator

from reportgen.model.content import Content, FundColumn, FundRow, FundTable, Indicators
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.numbers import read_quantity
from reportgen.place import Written
from reportgen.rules.between.names import plain
from reportgen.rules.between.papers import Reading, Said, Topic
from reportgen.rules.between.results_told import WORKED_OUT

_STATED = re.compile(r"(?:部门|单位|全年|年度|整体|部门整体)*预算(?:资金)?(?:执行|完成)率")
_DECIMALS = 4
_WHOLES = (FundColumn.APPROVED, FundColumn.INITIAL)


def rates_of(content: Content, whole: bool) -> Iterator[Said]:
    """What a document about the whole unit says of its rate of spending."""
    for table in content.every(FundTable) if whole else ():
        readings = tuple(_readings(table))
        place = table.year.cells[FundColumn.SPENT].place if FundColumn.SPENT in table.year.cells else table.place
        if readings:
            yield Said(Topic.RATE, "", WORKED_OUT, _words(readings[0].quantity), place, readings)
    for lines in content.every(Indicators) if whole else ():
        for row in lines.rows:
            cell, rate = row.cells.get("完成值"), read_quantity(row.text("完成值"))
            if (
                isinstance(cell, Written)
                and rate
                and rate.kind == "%"
                and _STATED.fullmatch(plain(row.text("三级指标")))
            ):
                yield Said(Topic.RATE, "", row.text("三级指标"), str(rate), cell.place, (Reading(rate),))


def _readings(table: FundTable) -> Iterator[Reading]:
    """Of all money and of that for projects, by the budget of the year and by the first one."""
    for row in (table.year, table.projects):
        yield from _of_row(row) if row else ()


def _of_row(row: FundRow) -> Iterator[Reading]:
    for column in _WHOLES:
        figures = row.figures(FundColumn.SPENT, column)
        if figures and figures[1].value:
            rate = round_half_up(figures[0].value * 100 / figures[1].value, _DECIMALS)
            yield Reading(Quantity(rate, "", "%"))


def _words(rate: Quantity) -> str:
    return f"{round_half_up(rate.number, 2)}%"
