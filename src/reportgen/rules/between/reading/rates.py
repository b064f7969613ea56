"""The rate at which the budget was spent: worked out from the fund table, and as indicators state it."""

from collections.abc import Iterator

from reportgen.model.content import Content, FundColumn, FundTable, Indicators
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.numbers import read_quantity
from reportgen.place import Written
from reportgen.rules.between.names import plain
from reportgen.rules.between.papers import WORKED_OUT, Reading, Said, Topic
from reportgen.rules.spent_rates import STATES_A_RATE, rates_of_table

_DECIMALS = 4


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
                and STATES_A_RATE.fullmatch(plain(row.text("三级指标")))
            ):
                yield Said(Topic.RATE, "", row.text("三级指标"), str(rate), cell.place, (Reading(rate),))


def _readings(table: FundTable) -> Iterator[Reading]:
    for rate in rates_of_table(table):
        yield Reading(Quantity(round_half_up(rate * 100, _DECIMALS), "", "%"))


def _words(rate: Quantity) -> str:
    return f"{round_half_up(rate.number, 2)}%"
