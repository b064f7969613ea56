"""Columns of a table that make another: learned from the rows, with no lexicon at all.

Where a column is the sum of others in every row but one, that row is wrong. Heads (合计, 小计) only count where a table
has too few rows to learn from.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import combinations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Quantity, like, plain
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.slips import is_exchange
from reportgen.statements.statement import Statement

_LEARNED, _MANY_COLUMNS, _LONGEST = 3, 14, 10
_HUNDRED, _PAIR = 100, 2
_DIFFERENCE = re.compile(r"增减|增长|增加|差额|差异|变动|增量")
_TELLING = 3
"""So many digits make a figure one that does not fit by chance."""


class _Rule(Struct, frozen=True):
    """Column `total` is the sum of the columns `parts`; the rows in which that is so, and those in which it is not."""

    total: int
    parts: tuple[int, ...]
    good: tuple[int, ...]
    bad: tuple[int, ...]
    telling: int


def cross_sums(grid: Grid) -> Iterator[Claim]:
    """What the rows of a table add up to, right and wrong."""
    columns = [column for column in grid.numeric_columns if _adds(grid, column)]
    if not 2 < len(columns) <= _MANY_COLUMNS * 2:
        return
    held: set[Statement] = set()
    fitting: set[Statement] = set()
    rules = sorted(_rules(grid, columns), key=lambda rule: (-len(rule.good), len(rule.parts)))
    accepted = [rule for rule in rules if _accepted(rule, grid)]
    for rule in accepted:
        for row in rule.good:
            equation = _equation(grid, rule, row)
            held.add(equation.total)
            fitting.update(equation.members)
            yield Claim("row", equation, True)
    said: set[tuple[int, int]] = set()
    for rule in accepted:
        for row in rule.bad:
            equation = _equation(grid, rule, row)
            if equation.total not in held and (row, rule.total) not in said:
                said.add((row, rule.total))
                yield wrong_sum("row", equation)
            elif equation.total in held and len(rule.good) >= _LEARNED:
                odd = [part for part in equation.parts if part not in fitting]
                slipped = [part for part in odd if is_exchange(part.quantity, equation.due(part))]
                yield from (wrong_part("row", equation, part) for part in (slipped or odd)[-1:])


def _adds(grid: Grid, column: int) -> bool:
    """Whether the figures of a column are amounts: no prices, no results."""
    heads = {each.column for each in grid.column_figures(column)}
    return not all(grid.lexicon.any_of("不加列").search(head) for head in heads)


def _rules(grid: Grid, columns: Sequence[int]) -> Iterator[_Rule]:
    told = [_told(grid, row, columns) for row in grid.rows]
    for at, total in enumerate(columns):
        for step in (1, -1):
            run: list[int] = []
            rest = columns[at + 1 :] if step > 0 else columns[:at][::-1]
            for column in rest[:_LONGEST]:
                run.append(column)
                if len(run) > 1:
                    yield from _tried(told, total, tuple(run))
    if len(columns) <= _MANY_COLUMNS:
        for total in columns:
            others = [column for column in columns if column != total]
            for pair in combinations(others, 2):
                yield from _tried(told, total, pair)


class _Row(Struct, frozen=True):
    """What a row says in its columns: hundreds of sums are tried with the same figures."""

    number: int
    figures: Mapping[int, Quantity]
    blank: Set[int]
    """Columns in which nothing stands, which may be nought."""


def _told(grid: Grid, row: int, columns: Sequence[int]) -> _Row:
    figures = {column: each.quantity for column in columns if (each := grid.figures.get((row, column)))}
    return _Row(row, figures, {column for column in columns if column not in figures and grid.is_blank(row, column)})


def _tried(rows: Sequence[_Row], total: int, parts: tuple[int, ...]) -> Iterator[_Rule]:
    """What columns make together; nothing as soon as more rows are against it than any rule is accepted with."""
    good, bad, telling = [], [], 0
    most = _most_bad(len(rows))
    for row in rows:
        whole = row.figures.get(total)
        given = [row.figures[part] for part in parts if part in row.figures]
        if whole is None or not all(part in row.figures or part in row.blank for part in parts):
            continue
        filled = sum([bool(each.number) for each in given])
        if not filled or any(each.kind != whole.kind for each in given) or _is_rate_of_all(whole):
            continue
        missing = abs(whole.number - sum([each.number for each in given]))
        if missing and missing > _room([whole, *given]):
            bad.append(row.number)
            if len(bad) > most:
                return
        elif filled > 1:
            good.append(row.number)
            telling += len(whole.number.as_tuple().digits) >= _TELLING
    yield _Rule(total, parts, tuple(good), tuple(bad), telling)


def _most_bad(good: int) -> int:
    """How many rows may be wrong where so many are right."""
    return max(1, good // 8)


def _is_rate_of_all(total: Quantity) -> bool:
    """得分率 of all together: rates make no sum, but shares that make 100."""
    return total.kind == "%" and total.number != _HUNDRED


def _room(figures: Sequence[Quantity]) -> Decimal:
    finest = max([each.decimals for each in figures])
    return Decimal(0) if not finest else Decimal(1).scaleb(-finest) / 2 * len(figures)


def _accepted(rule: _Rule, grid: Grid) -> bool:
    """Whether the columns are meant so: learned, or said by the head of the total."""
    learned = len(rule.good) >= _LEARNED and rule.telling > 1 and len(rule.bad) <= _most_bad(len(rule.good))
    if learned:
        return True
    row = (*rule.good, *rule.bad, 0)[0]
    if len(rule.parts) == _PAIR and any(_DIFFERENCE.search(grid.head(row, part)) for part in rule.parts):
        return len(rule.good) >= _PAIR and rule.telling > 0 and len(rule.bad) <= 1  # 2022年 | 2023年 | 增长
    head = grid.head(row, rule.total)
    named = bool(grid.lexicon.any_of("合计列").search(head.split(" ")[0]))
    return named and len(rule.good) > len(rule.bad) and rule.telling > 0 and len(rule.bad) <= 1


def _equation(grid: Grid, rule: _Rule, row: int) -> SumOf:
    parts = [grid.figures[row, column] for column in rule.parts if (row, column) in grid.figures]
    return SumOf(grid.figures[row, rule.total], tuple(parts))


def wrong_part(relation: str, equation: SumOf, odd: Statement) -> Claim:
    """A sum whose total other cells bear out: the one part that nothing bears out is wrong."""
    due = equation.due(odd)
    meant = like(due.middle, odd.quantity)
    note = _("{figure} 若是 {meant}，就加得拢", figure=odd.quantity, meant=meant)
    return Claim(relation, equation, False, Proof.CERTAIN, odd, _("应为 {due}", due=meant), (note,))


def wrong_sum(relation: str, equation: SumOf, proof: Proof = Proof.CERTAIN) -> Claim:
    """The finding about a sum of cells."""
    total = equation.total.quantity
    working = " + ".join(plain(part.quantity.number) for part in equation.parts)
    added = sum((part.quantity.number for part in equation.parts), Decimal(0))
    notes = (
        _("{count} 项相加得 {sum}：{working}", count=len(equation.parts), sum=plain(added), working=working),
        _("与总数 {total} 相差 {amount}", total=plain(total.number), amount=plain(abs(added - total.number))),
    )
    label = _("各项相加得 {added}", added=plain(added))
    return Claim(relation, equation, False, proof, equation.total, label, notes)
