"""Totals down the columns of a table: 合计 and 小计, account codes, 其中 rows, blocks of merged cells."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.cross_sums import wrong_sum
from reportgen.statements.equations import Same, SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.score_totals import is_score, is_untold, lies_among, with_taken
from reportgen.statements.slips import is_exchange, is_other_scale, other_digit
from reportgen.statements.statement import Role, Statement
from reportgen.statements.total_ways import AMONG, TAIL, Way, ways_of

_NEAR = Decimal("0.1")
_MANY, _FEW = 80, 2


def totals(grid: Grid) -> Iterator[Claim]:
    """Every total of a column, right and wrong: a way that holds in one column is meant in the others too."""
    for block in grid.blocks:
        by_total: dict[int, list[Way]] = defaultdict(list)
        for way in ways_of(grid, block):
            by_total[way.total].append(way)
        for ways in by_total.values():
            yield from _of_total(grid, ways, block)
    yield from _balance(grid)


def _of_total(grid: Grid, ways: Sequence[Way], block: Sequence[int]) -> Iterator[Claim]:
    columns = [column for column in block if (ways[0].total, column) in grid.figures]
    columns = [column for column in columns if _adds(grid, column, ways[0].total)]
    made = {column: _made(grid, ways, column) for column in columns}
    proven = [found[0] for found in made.values() if found and len(_filled(found[1])) >= _FEW]
    for column in columns:
        if found := made[column]:
            if found[1].parts:
                yield Claim(_relation(grid, found[1].total), found[1], True)
        else:
            alone = len(columns) == 1 or any(made.values())
            told = [way for way in ways if way in proven] or [way for way in ways if way.kind != TAIL]
            for claim in _wrong(grid, told, column, bool(proven), alone):
                if not _lacks_points(grid, ways[0].total, column, claim):
                    yield claim


def _lacks_points(grid: Grid, row: int, column: int, claim: Claim) -> bool:
    """Whether a total of points has those of a line that tells none."""
    equation = claim.equation
    return (
        isinstance(equation, SumOf)
        and is_score(grid, grid.figures[row, column])
        and is_untold(grid, row, column, equation)
    )


def _relation(grid: Grid, total: Statement) -> str:
    """Points are added up to a score, everything else to a total."""
    return "points" if is_score(grid, total) and total.row.endswith("分") else "column"


def _filled(equation: SumOf) -> list[Statement]:
    return [part for part in equation.parts if part.quantity.number]


def _adds(grid: Grid, column: int, row: int) -> bool:
    figure = grid.figures[row, column]
    alone = grid.whole is None or (grid.first == 0 and grid.end >= grid.table.row_count)
    scored = is_score(grid, figure) and not alone  # the points for the execution rate stand in another part
    shares = (
        figure.quantity.kind == "%" and re.search("占|比重|比例|构成", figure.column) and figure.quantity.number == 100
    )
    unsigned = "增减" in figure.column and not any(each.quantity.number < 0 for each in grid.column_figures(column))
    return bool(shares) or (not unsigned and figure.role is Role.AMOUNT and figure.quantity.kind != "%" and not scored)


def _made(grid: Grid, ways: Sequence[Way], column: int) -> tuple[Way, SumOf] | None:
    """The first way that makes the total in this column, with the cells that count."""
    for way in ways:
        parts = _parts(grid, way, column)
        if not parts:
            if not grid.figures[way.total, column].quantity.number:
                return way, SumOf(grid.figures[way.total, column], ())
            continue
        total = grid.figures[way.total, column]
        for added, counted in _reachable(parts).items():
            if abs(added - total.quantity.number) <= _room([total, *parts]):
                return way, SumOf(total, tuple(parts[at] for at in counted))
    return None


def _room(figures: Sequence[Statement]) -> Decimal:
    finest = max(each.quantity.decimals for each in figures)
    return Decimal(0) if not finest else Decimal(1).scaleb(-finest) / 2 * len(figures)


def _parts(grid: Grid, way: Way, column: int) -> list[Statement]:
    return [grid.figures[row, column] for row in way.rows if (row, column) in grid.figures]


def _wrong(grid: Grid, ways: Sequence[Way], column: int, proven: bool, alone: bool) -> Iterator[Claim]:
    """A total that no way makes: said where another column proves the way, a slip mends it, or little is missing.

    Where several columns all miss their total (`alone` is False), the rows are not its parts.
    """
    for way in ways:
        parts = _parts(grid, way, column)
        if not _FEW <= len(parts) <= _MANY:
            continue
        total = grid.figures[way.total, column]
        nearest = min(_reachable(parts).items(), key=lambda entry: abs(entry[0] - total.quantity.number))
        equation = SumOf(total, tuple(parts[at] for at in nearest[1]))
        if is_score(grid, total) and (with_taken(equation) or lies_among(equation)):
            return  # 加分项1.50, 扣分项0.50; an average of those that are judged apart
        missing = abs(nearest[0] - total.quantity.number)
        partial = nearest[0] < total.quantity.number and any(AMONG.match(part.row) for part in parts)
        near = (
            total.quantity.number != 0
            and missing <= abs(total.quantity.number) * _NEAR
            and not partial
            and way.kind != "among"
        )
        mended = any(_slip(each, equation, way.kind) for each in equation.members)
        if lies_among(equation) and not mended:
            return  # 单位成本2.80, 3.50, 5.00; 合计3.41: what a total of more than one thing cannot be
        only = way.kind in ("code", "all") or (len({each.kind for each in ways}) == 1 and way.kind != "below")
        if proven or mended or (near and only and alone):
            slight = missing <= abs(total.quantity.number) * _NEAR
            sure = (proven and (mended or slight)) or (mended and only)
            yield wrong_sum(_relation(grid, total), equation, Proof.CERTAIN if sure else Proof.LIKELY)
            return


def _slip(member: Statement, equation: SumOf, kind: str) -> bool:
    """Whether a slip in one figure makes the total right. Where all rows add up, noughts are digits too."""
    due = equation.due(member)
    written = member.quantity.number if kind == "all" else member.quantity.number.normalize()
    digits = len(written.as_tuple().digits)
    return (
        is_exchange(member.quantity, due)
        or is_other_scale(member.quantity, due)
        or (digits > 3 and other_digit(member.quantity, due.middle))
    )


def _reachable(figures: Sequence[Statement]) -> dict[Decimal, tuple[int, ...]]:
    """What figures can add up to, with those that count: the sum of those behind one may be its heading."""
    values = [each.quantity.number for each in figures]
    sums: list[dict[Decimal, tuple[int, ...]]] = [{Decimal(0): ()}]
    for start in range(len(values) - 1, -1, -1):
        value, running = values[start], Decimal(0)
        found = {value + rest: (start, *counted) for rest, counted in sums[0].items()}
        for end in range(start + 1, len(values)):
            running += values[end]
            if value and running == value:
                found |= {value + rest: (start, *counted) for rest, counted in sums[end - start].items()}
        sums.insert(0, found if len(found) < _MANY else dict(list(found.items())[:_MANY]))
    return sums[0]


def _balance(grid: Grid) -> Iterator[Claim]:
    """收入总计 and 支出总计 of one row are one figure, as are two 总计: the first figure behind each name."""
    for row in grid.rows:
        names = [cell for cell in grid.lattice.row(row) if cell.compact.endswith("总计")]
        if len(names) != _FEW:
            continue
        firsts = [_behind(grid, row, cell.column + cell.columns) for cell in names]
        if firsts[0] and firsts[1] and firsts[0] is not firsts[1]:
            equation = Same(firsts[0], firsts[1])
            note = _("同一行的两个总计应相等：{first}，{second}", first=firsts[0], second=firsts[1])
            yield Claim("balance", equation, equation.holds, Proof.CERTAIN, firsts[1], _("两个总计不一样"), (note,))


def _behind(grid: Grid, row: int, column: int) -> Statement | None:
    return next((grid.figures[row, at] for at in range(column, grid.lattice.width) if (row, at) in grid.figures), None)
