"""Tables of two years: what was last year and what has changed make what is this year."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.numbers.table_sums import TableSum, rounding_in_table
from reportgen.numbers.tables import Figures

_THEN = re.compile(r"(?:上年|去年|上一年|前一年)(?!.*(?:结转|结余))")
_NOW = re.compile(r"本年|今年|当年")
_CHANGE = re.compile(r"增减|增加|变动|变化|差额")
_SHARE = re.compile(r"率|%|％|幅|比例|百分|原因|说明|情况$")


def changes(figures: Figures) -> list[TableSum]:
    """The rows of columns such as 上年、本年、增减, right and wrong; none where most rows say otherwise."""
    found = list(_changes(figures))
    rows = Counter(each.total[1] for each in found)
    right = Counter(each.total[1] for each in found if not each.difference)
    return [replace(each, proven=True) for each in found if right[each.total[1]] * 2 >= rows[each.total[1]]]


def _changes(figures: Figures) -> Iterator[TableSum]:
    for column in range(1, figures.columns - 2):
        rows = [row for row in range(1, figures.rows) if all((row, column + at) in figures.at for at in range(3))]
        if rows and _of_two_years(figures, rows[0], column):
            yield from (found for row in rows if (found := _change(figures, row, column)))


def _change(figures: Figures, row: int, column: int) -> TableSum | None:
    """One row; None when the change is written without its sign."""
    quantities = [figures.at[row, column + at] for at in range(3)]
    then, now, change = (each.value for each in quantities)
    if len({each.kind for each in quantities}) > 1 or then - change == now:
        return None
    difference = then + change - now
    apart = abs(difference) > rounding_in_table(quantities, money=True)
    parts = ((row, column), (row, column + 2))
    return TableSum((row, column + 1), parts, difference if apart else Decimal(0), sure=True)


def _of_two_years(figures: Figures, row: int, column: int) -> bool:
    then, now, change = (" ".join(figures.heads(row, column + at)[:2]) for at in range(3))
    years = _THEN.search(then) and _NOW.search(now) and not _THEN.search(now)
    return bool(years and _CHANGE.search(change)) and not any(_SHARE.search(head) for head in (then, now, change))
