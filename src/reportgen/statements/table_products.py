"""Rows of a table in which counts times a price make an amount: 48场 × 3.50万元/场 = 168.00万元."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.grid import Grid
from reportgen.statements.products_judged import comes_out
from reportgen.statements.statement import Statement

_LEARNED, _UNNAMED, _MANY = 2, 3, 8
"""So many rows must come out: with a head that names a price, without; and so many columns are tried."""
_PLAIN = (
    re.compile(r"^(?:采购|购置)?(?:数量|件数|台数)(?:[（(]|$)"),
    re.compile("单价"),
    re.compile("金额|总价|合计|小计"),
)
"""Heads that leave no doubt: 数量, 单价, 金额."""
_PRICE = re.compile(r"单价|均价|标准|定额|成本|单位造价|价格|每[^\W\d_]|/|／|人均|户均")
_AMOUNT = re.compile(r"金额|支出|费用|资金|合计|小计|总价|总额|经费|补[助贴]|预算|决算|投资|造价|成本|费$")
_SCALES = (Decimal(1), Decimal("0.0001"), Decimal(10000), Decimal("0.00000001"), Decimal(10) ** 8)
"""Heads may name no unit, and figures have that of the table: then count, price or amount are read too large."""


def table_products(grid: Grid) -> Iterator[Claim]:
    """What most rows show: the rows that do not fit are wrong."""
    columns = grid.numeric_columns[:_MANY]
    for total in [column for column in columns if _AMOUNT.search(_head(grid, column))]:
        factors = [column for column in columns if column < total and not _is_rate(grid, column)]
        for chosen in [*combinations(factors, 2), *combinations(factors, 3)]:
            made = _made(grid, chosen, total)
            named = any(_PRICE.search(_head(grid, column)) for column in chosen)
            if wrong := list(_learned(made, named, _is_plain([_head(grid, column) for column in (*chosen, total)]))):
                yield from wrong
                break


def _head(grid: Grid, column: int) -> str:
    return next((each.column.split(" ")[0] for each in grid.column_figures(column)), "")


def _is_rate(grid: Grid, column: int) -> bool:
    return any(each.quantity.kind == "%" for each in grid.column_figures(column))


def _made(grid: Grid, factors: Sequence[int], total: int) -> list[ProductOf]:
    """The product of each row that has all figures; the price is the last that is called so, else the last."""
    priced = [column for column in factors if _PRICE.search(_head(grid, column))]
    price = priced[-1] if priced else factors[-1]
    counts = [column for column in factors if column != price]
    rows = [row for row in grid.rows if all((row, column) in grid.figures for column in (*factors, total))]
    made = [
        ProductOf(grid.figures[row, total], tuple(grid.figures[row, at] for at in counts), grid.figures[row, price])
        for row in rows
    ]
    scale = _scale(made)
    return [ProductOf(each.total, each.counts, each.each, scale) for each in made]


def _scale(made: Sequence[ProductOf]) -> Decimal:
    """What most rows ask for."""
    fitting = Counter(
        scale for each in made for scale in _SCALES if ProductOf(each.total, each.counts, each.each, scale).holds
    )
    return max(_SCALES, key=lambda scale: fitting[scale])


def _is_plain(heads: Sequence[str]) -> bool:
    return len(heads) == len(_PLAIN) and all(each.search(head) for each, head in zip(_PLAIN, heads, strict=True))


def _learned(made: Sequence[ProductOf], named: bool, plain: bool) -> Iterator[Claim]:
    good = [each for each in made if each.holds or each.is_average]
    telling = {(each.counted, each.each.quantity.value) for each in good if not _says_nothing(each)}
    bad = [each for each in made if each not in good]
    if plain and telling and len(bad) == 1 and comes_out(bad[0]):
        yield from (Claim("product", each, True) for each in good)
        yield _wrong(bad[0])
        return
    if len(telling) < (_LEARNED if named else _UNNAMED) or len(good) * 2 <= len(made):
        return
    yield from (Claim("product", each, True) for each in good)
    yield from map(_wrong, bad)


def _says_nothing(made: ProductOf) -> bool:
    """1台 × 5万元: an amount that is the price itself, or nothing at all."""
    figures = (*made.counts, made.each)
    return any(each.quantity.number in (0, 1) for each in figures)


def _wrong(equation: ProductOf) -> Claim:
    due = like(equation.counted * equation.each.quantity.value, equation.total.quantity)
    counts = " × ".join(_bare(each) for each in equation.counts)
    note = _("{count} × {each} = {due}", count=counts, each=_bare(equation.each), due=due)
    return Claim("product", equation, False, Proof.CERTAIN, equation.total, _("应为 {due}", due=due), (note,))


def _bare(each: Statement) -> str:
    return each.text if each.quantity.unit and each.quantity.unit in each.text else f"{each.quantity.number:,}"
