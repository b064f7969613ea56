"""Rows of a table whose heads say what they add up: 小计 beside its sources, this year and last with the change.

Where a table has too few rows to learn from (`cross_sums`), its heads and one row that is right say how it is meant.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.cross_sums import wrong_sum
from reportgen.statements.equations import SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.statement import Role

_BEFORE, _NOW = re.compile(r"^(?:上年|去年|上一年)(?!度?(?:结转|结余))"), re.compile("^(?:本年|今年|当年)")
_CHANGE = re.compile(r"(?:增减|增加|增长(?:额|数|量)|净增|差额)(?!率|幅|%|％|（%）)|^增长$")
_YEAR = re.compile(r"^(20\d{2})年(?:度|末)?[^\d月季]{0,6}$")
_TELLING, _NEAR, _PAIR = 3, 10, 2


class _Way(Struct, frozen=True):
    """Column `total` is the sum of the columns `parts`."""

    total: int
    parts: tuple[int, ...]
    unsigned: bool = False
    """Whether the last part may be written without its sign."""


def row_sums(grid: Grid) -> Iterator[Claim]:
    """What the heads say of each row, where one row bears it out: right and wrong."""
    for way in (*_totals(grid), *_changes(grid)):
        made = {row: equation for row in grid.rows if (equation := _equation(grid, way, row))}
        good = {row: each for row, each in made.items() if _holds(each, way)}
        bad = {row: each for row, each in made.items() if row not in good}
        yield from (Claim("row", each, True) for each in good.values() if _filled(each) > 1 and each.holds)
        if len(bad) == 1 and any(map(_tells, good.values())):
            yield from (wrong_sum("row", each, Proof.CERTAIN) for each in bad.values() if _tells(each) and _near(each))


def _totals(grid: Grid) -> Iterator[_Way]:
    """小计, 财政拨款, 其他资金: the columns right behind a total, else those right before it."""
    columns = [column for column in grid.numeric_columns if _adds(grid, column)]
    named = [column for column in columns if grid.lexicon.any_of("合计列").fullmatch(_head(grid, column))]
    for total in named:
        at = columns.index(total)
        for run in (columns[at + 1 :], columns[:at][::-1]):
            parts = tuple(run[: next((n for n, column in enumerate(run) if column in named), len(run))])
            if (
                parts
                and (len(parts) > 1 or _blank_beside(grid, total, columns))
                and len({_kind(grid, column) for column in (total, *parts)}) == 1
            ):
                yield _Way(total, parts)


def _blank_beside(grid: Grid, total: int, columns: list[int]) -> bool:
    """Whether a column with a head and nothing in it stands among the sources: 财政专户拨款."""
    last = next((column for column in columns if column > total), total)
    row = next(iter(grid.rows), 0)
    return any(
        grid.heads(row, at)
        for at in range(last + 1, grid.lattice.width)
        if at not in columns and grid.is_blank(row, at)
    )


def _changes(grid: Grid) -> Iterator[_Way]:
    """上年数 + 增减额 = 本年数."""
    heads = {column: _head(grid, column) for column in grid.numeric_columns}
    found = [[column for column, head in heads.items() if each.search(head)] for each in (_NOW, _BEFORE, _CHANGE)]
    years = sorted((told[1], column) for column, head in heads.items() if (told := _YEAR.match(head)))
    if len(years) == _PAIR and years[0][0] < years[1][0] and not found[0] and not found[1]:
        found[:_PAIR] = [years[1][1]], [years[0][1]]  # 2022年 | 2023年 | 增长
    if all(len(each) == 1 for each in found):
        yield _Way(found[0][0], (found[1][0], found[2][0]), unsigned=True)


def _head(grid: Grid, column: int) -> str:
    first = next(grid.column_figures(column), None)
    return re.sub(r"[（(].*", "", first.column.split(" ")[0]) if first else ""


def _kind(grid: Grid, column: int) -> str:
    first = next(grid.column_figures(column), None)
    return first.quantity.kind if first else ""


def _adds(grid: Grid, column: int) -> bool:
    return all(
        each.role is Role.AMOUNT and each.quantity.kind not in ("%", "分") for each in grid.column_figures(column)
    )


def _equation(grid: Grid, way: _Way, row: int) -> SumOf | None:
    """None where a cell of the row holds words."""
    figures = [grid.figures.get((row, column)) for column in (way.total, *way.parts)]
    pairs = zip(figures, (way.total, *way.parts), strict=True)
    if figures[0] is None or any(each is None and not grid.is_blank(row, column) for each, column in pairs):
        return None
    parts = tuple(each for each in figures[1:] if each)
    return SumOf(figures[0], parts) if parts else None


def _holds(equation: SumOf, way: _Way) -> bool:
    if equation.holds or not way.unsigned:
        return equation.holds
    before, *rest = equation.parts
    moved = abs(equation.total.quantity.number - before.quantity.number)
    return len(rest) == 1 and moved == abs(rest[0].quantity.number)


def _filled(equation: SumOf) -> int:
    return sum(bool(part.quantity.number) for part in equation.parts)


def _tells(equation: SumOf) -> bool:
    """Whether the total is written so exactly that it does not fit, or miss, by chance or rounding."""
    total = equation.total.quantity
    return bool(total.decimals) or len(total.number.as_tuple().digits) >= _TELLING


def _near(equation: SumOf) -> bool:
    return abs(equation.missing) * _NEAR <= abs(equation.total.quantity.value)
