"""Rows of a table in which a count times a price is an amount: 48场 × 3.50万元/场 = 168.00万元."""

from collections.abc import Iterator
from itertools import permutations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.grid import Grid
from reportgen.statements.statement import Statement

_LEARNED, _MANY = 2, 8
_PRICE = re.compile(r"单价|单位造价|单位成本|每[^\W\d_]{1,2}(?:造价|成本|标准|补助)")


def table_products(grid: Grid) -> Iterator[Claim]:
    """What most rows show: the rows that do not fit are wrong."""
    prices = [column for column in grid.numeric_columns if any(_is_price(each) for each in grid.column_figures(column))]
    for price in prices:
        others = [column for column in grid.numeric_columns if column != price][:_MANY]
        for count, total in permutations(others, 2):
            rows = [row for row in grid.rows if all((row, column) in grid.figures for column in (count, price, total))]
            made = [
                ProductOf(grid.figures[row, total], (grid.figures[row, count],), grid.figures[row, price])
                for row in rows
            ]
            made = [
                each
                for each in made
                if _is_price(each.each) and each.each.quantity.unit.split("/")[0] == each.total.quantity.unit
            ]
            good = [each for each in made if each.holds]
            if len(good) >= _LEARNED and len(good) * 2 > len(made):
                yield from (Claim("product", each, True) for each in good)
                yield from (_wrong(each) for each in made if not each.holds)


def _is_price(each: Statement) -> bool:
    """3.50万元/场, or a figure below the head 单价."""
    return "/" in each.quantity.unit or bool(_PRICE.search(each.column) and each.quantity.unit == "元")


def _wrong(equation: ProductOf) -> Claim:
    due = like(equation.counted * equation.each.quantity.value, equation.total.quantity)
    note = _("{count} × {each} = {due}", count=equation.counts[0], each=equation.each, due=due)
    return Claim("product", equation, False, Proof.CERTAIN, equation.total, _("应为 {due}", due=due), (note,))
