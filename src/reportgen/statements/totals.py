"""Totals down the columns of a table: 合计 and 小计, account codes, 其中 rows, blocks of merged cells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.cross_sums import wrong_sum
from reportgen.statements.equations import Same, SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.slips import is_exchange, is_other_scale, other_digit
from reportgen.statements.statement import Role, Statement

_RANKS = {"小计": 1, "合计": 2, "共计": 2, "总额": 2, "总数": 2, "总分": 2, "总计": 3}
_TOTAL = re.compile(rf"^[^\d，。]{{0,10}}?({'|'.join(_RANKS)})(?:[（(][^）)]*[）)])?$")
_SUBTOTAL = re.compile(r"小计|合计|总计|总分|平均|均值")
_AVERAGE = re.compile(r"平均|均值")
_AMONG = re.compile(r"^其中")
_NEAR = Decimal("0.1")
_MANY, _FEW = 80, 2


@dataclass(frozen=True, slots=True)
class _Way:
    """A total row and the rows that may make it; `kind` says how they were found."""

    total: int
    rows: tuple[int, ...]
    kind: str


def totals(grid: Grid) -> Iterator[Claim]:
    """Every total of a column, right and wrong: a way that holds in one column is meant in the others too."""
    for block in grid.blocks:
        by_total: dict[int, list[_Way]] = defaultdict(list)
        for way in _ways(grid, block):
            by_total[way.total].append(way)
        for ways in by_total.values():
            yield from _of_total(grid, ways, block)
    yield from _balance(grid)


def _of_total(grid: Grid, ways: Sequence[_Way], block: Sequence[int]) -> Iterator[Claim]:
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
            yield from _wrong(grid, [way for way in ways if way in proven] or list(ways), column, bool(proven), alone)


def _relation(grid: Grid, total: Statement) -> str:
    """Points are added up to a score, everything else to a total."""
    return "points" if _is_score(grid, total) and total.row.endswith("分") else "column"


def _filled(equation: SumOf) -> list[Statement]:
    return [part for part in equation.parts if part.quantity.number]


def _adds(grid: Grid, column: int, row: int) -> bool:
    figure = grid.figures[row, column]
    alone = grid.whole is None or (grid.first == 0 and grid.end >= grid.table.row_count)
    scored = _is_score(grid, figure) and not alone  # the points for the execution rate stand in another part
    shares = (
        figure.quantity.kind == "%" and re.search("占|比重|比例|构成", figure.column) and figure.quantity.number == 100
    )
    return bool(shares) or (figure.role is Role.AMOUNT and figure.quantity.kind != "%" and not scored)


def _made(grid: Grid, ways: Sequence[_Way], column: int) -> tuple[_Way, SumOf] | None:
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


def _parts(grid: Grid, way: _Way, column: int) -> list[Statement]:
    return [grid.figures[row, column] for row in way.rows if (row, column) in grid.figures]


def _wrong(grid: Grid, ways: Sequence[_Way], column: int, proven: bool, alone: bool) -> Iterator[Claim]:
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
        missing = abs(nearest[0] - total.quantity.number)
        partial = nearest[0] < total.quantity.number and any(_AMONG.match(part.row) for part in parts)
        near = (
            total.quantity.number != 0
            and missing <= abs(total.quantity.number) * _NEAR
            and not partial
            and way.kind != "among"
        )
        mended = any(_slip(each, equation, way.kind) for each in equation.members)
        only = way.kind in ("code", "all") or (len({each.kind for each in ways}) == 1 and way.kind != "below")
        if proven or mended or (near and only and alone):
            sure = proven or (mended and only)
            yield wrong_sum(_relation(grid, total), equation, Proof.CERTAIN if sure else Proof.LIKELY)
            return


def _slip(member: Statement, equation: SumOf, kind: str) -> bool:
    """Whether a slip in one figure makes the total right. Where all rows add up, noughts are digits too."""
    due = equation.due(member)
    middle = ((due.low or Decimal(0)) + (due.high or Decimal(0))) / 2
    written = member.quantity.number if kind == "all" else member.quantity.number.normalize()
    digits = len(written.as_tuple().digits)
    return (
        is_exchange(member.quantity, due)
        or is_other_scale(member.quantity, due)
        or (digits > 3 and other_digit(member.quantity, middle))
    )


def _ways(grid: Grid, block: Sequence[int]) -> Iterator[_Way]:
    yield from _by_code(grid, block)
    yield from _by_name(grid, block)
    yield from _by_number(grid, block)
    yield from _among(grid, block)


def _rows(grid: Grid, block: Sequence[int]) -> list[int]:
    return [row for row in grid.rows if any((row, column) in grid.figures for column in block)]


def _by_code(grid: Grid, block: Sequence[int]) -> Iterator[_Way]:
    """205 is the sum of 20502 and 20508, and 合计 that of the codes with three digits."""
    codes = {row: code for row in _rows(grid, block) if (code := grid.code(row, block[0]))}
    for row, code in codes.items():
        below = [other for other, each in codes.items() if each.startswith(code) and each != code]
        length = min((len(codes[other]) for other in below), default=0)
        children = tuple(other for other in below if len(codes[other]) == length)
        if children:
            yield _Way(row, children, "code")
    top = min((len(code) for code in codes.values()), default=0)
    for row in _rows(grid, block):
        if len(codes) >= _FEW and row not in codes and _rank(grid, row, block[0]):
            yield _Way(row, tuple(other for other, code in codes.items() if len(code) == top), "code")


def _rank(grid: Grid, row: int, column: int) -> int:
    """How high a total stands: 小计 below 合计 below 总计; 0 for other rows."""
    names = grid.names(row, column)
    if any(_AVERAGE.search(name) for name in names):
        return 0
    return max((_RANKS[found[1]] for name in names if (found := _TOTAL.match(name))), default=0)


def _by_name(grid: Grid, block: Sequence[int]) -> Iterator[_Way]:
    """合计 of the rows above it or below it, up to the next total as high; also of their sub-totals alone."""
    rows = _rows(grid, block)
    ranks = {row: _rank(grid, row, block[0]) for row in rows}
    for row in rows:
        if ranks[row]:
            for side in _sides(grid, rows, row, ranks):
                yield from _of_side(grid, row, side, ranks, block[0])


def _sides(grid: Grid, rows: Sequence[int], row: int, ranks: Mapping[int, int]) -> Iterator[list[int]]:
    """The rows above and below a total, up to a higher or equal one or to other heads."""
    for side in ([each for each in reversed(rows) if each < row], [each for each in rows if each > row]):
        kept: list[int] = []
        last = row
        for each in side:
            if ranks[each] >= ranks[row] or _heads_between(grid, *sorted((last, each))):
                break
            kept.append(each)
            last = each
        if kept:
            yield sorted(kept)


def _heads_between(grid: Grid, first: int, last: int) -> bool:
    """Whether rows of words alone stand between two rows: another part of the form begins."""
    between = range(first + 1, last)
    return any(
        not any((row, column) in grid.figures for column in range(grid.lattice.width)) and grid.lattice.row(row)
        for row in between
    )


def _of_side(grid: Grid, row: int, side: Sequence[int], ranks: Mapping[int, int], column: int) -> Iterator[_Way]:
    lower = [each for each in side if ranks[each]]
    numbered = _levels(grid, side, column)
    if lower:
        yield _Way(row, tuple(lower), "subtotals")
        yield _Way(row, tuple(each for each in side if ranks[each] or each > lower[-1]), "subtotals")
        yield _Way(row, tuple(each for each in side if ranks[each] or each < lower[0]), "subtotals")
    plain = tuple(each for each in side if not ranks[each])
    if len(numbered) < len(plain):
        yield _Way(row, numbered, "numbered")
    outer = tuple(each for each in plain if not _AMONG.match(grid.name(each, column)))
    if outer != plain:
        yield _Way(row, outer, "numbered")
    yield _Way(row, plain, "all")


def _levels(grid: Grid, side: Sequence[int], column: int) -> tuple[int, ...]:
    """The rows whose name is numbered as the first one's is: 一、 and 二、, without the 1. and 2. below them."""
    form = _form(grid, side[0], column)
    return tuple(each for each in side if _form(grid, each, column) == form)


def _form(grid: Grid, row: int, column: int) -> str:
    for at in range(column - 1, -1, -1):
        cell = grid.lattice.at(row, at)
        if (
            cell is not None
            and (words := cell.compact)
            and not words[0].isdecimal()
            or (cell and re.match(r"\d+[、.．](?!\d)", cell.compact))
        ):
            found = re.match(
                r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[、.．](?!\d)|其中", cell.compact
            )
            return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", found[0])) if found else ""
    return ""


def _by_number(grid: Grid, block: Sequence[int]) -> Iterator[_Way]:
    """一、基本支出 with 人员经费 and 公用经费 below it, up to the next of its kind."""
    rows, column = _rows(grid, block), block[0]
    forms = {row: _form(grid, row, column) for row in rows}
    order = [form for form in dict.fromkeys(forms.values()) if form not in ("", "其中")]
    for row in rows:
        if forms[row] in order:
            higher = order[: order.index(forms[row]) + 1]
            ends = (each for each in rows if each > row and (forms[each] in higher or _rank(grid, each, column)))
            stop = next(ends, grid.table.row_count)
            inside = [each for each in rows if row < each < stop]
            if len(inside) >= _FEW and not _heads_between(grid, row, inside[-1]):
                yield _Way(row, _levels(grid, inside, column), "below")
                yield _Way(row, tuple(inside), "below")


def _among(grid: Grid, block: Sequence[int]) -> Iterator[_Way]:
    """年度资金总额 and the rows below it, of which the first begins with 其中."""
    rows, column = _rows(grid, block), block[0]
    for at, row in enumerate(rows[:-_FEW]):
        if _AMONG.match(grid.name(rows[at + 1], column)):
            parts = [rows[at + 1]]
            for each in rows[at + 2 :]:
                closed = _AMONG.match(grid.name(each, column)) or _rank(grid, each, column)
                if closed or _heads_between(grid, parts[-1], each):
                    break
                parts.append(each)
            yield from (_Way(row, tuple(parts[:count]), "among") for count in range(len(parts), 1, -1))


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


def points(grid: Grid) -> Iterator[Claim]:
    """总分 of a form: of all points above it under the same head, the one for the execution rate included."""
    for (row, column), total in grid.figures.items():
        if not _is_score(grid, total) or not _rank(grid, row, column):
            continue
        above = [each for (at, _column), each in grid.figures.items() if at < row and _nearest(each, total)]
        subtotals = any(
            _SUBTOTAL.search(" ".join(grid.names(at, at_column)))
            for (at, at_column), each in grid.figures.items()
            if each in above
        )
        if len(above) >= _FEW and not subtotals:
            equation = SumOf(total, tuple(above))
            rest = SumOf(total, tuple(each for each in above if not _spans(grid, each)))
            for way in (equation, rest):
                if way.holds:
                    yield Claim("points", way, True)
                    break
            else:
                if _lines_missing(grid, row, column, rest):
                    continue
                yield wrong_sum("points", rest, Proof.CERTAIN if _certain(grid, row, column) else Proof.LIKELY)


def total_scores(grid: Grid) -> Iterator[Statement]:
    """The totals of the column 得分: what a form, or a table of scores, comes to."""
    for (row, column), total in grid.figures.items():
        head = total.column.split(" ")[0]
        got = re.search(r"得分$|评分$|自评分$", head) is not None and total.quantity.kind != "%"
        if got and _rank(grid, row, column) > 1 and total.quantity.number > 20:
            yield total


def _is_score(grid: Grid, each: Statement) -> bool:
    head = each.column.split(" ")[0]
    return bool(grid.lexicon.any_of("得分列").search(head)) and each.quantity.kind != "%" and "率" not in head


def _nearest(each: Statement, total: Statement) -> bool:
    """Whether a figure stands under the same head as the total: 得分 under 得分, though in another column."""
    return each.column.split(" ")[:1] == total.column.split(" ")[:1] and each.quantity.kind == total.quantity.kind


def _spans(grid: Grid, each: Statement) -> bool:
    """Whether a cell reaches over several rows: the points of an upper level."""
    return any(
        grid.figures[position] is each and (cell := grid.lattice.at(*position)) and cell.rows > 1
        for position in grid.figures
    )


def _certain(grid: Grid, row: int, column: int) -> bool:
    """Whether another column of the same total comes out right."""
    for other in grid.numeric_columns:
        total = grid.figures.get((row, other))
        if other != column and total is not None and _is_score(grid, total):
            above = tuple(each for (at, _column), each in grid.figures.items() if at < row and _nearest(each, total))
            if len(above) >= _FEW and SumOf(total, above).holds:
                return True
    return False


def _lines_missing(grid: Grid, row: int, column: int, wrong: SumOf) -> bool:
    """Whether another column of points lacks something too: the table leaves out a line, that of the execution rate."""
    for other in grid.numeric_columns:
        total = grid.figures.get((row, other))
        if other != column and total is not None and _is_score(grid, total) and wrong.missing > 0:
            above = tuple(each for (at, _column), each in grid.figures.items() if at < row and _nearest(each, total))
            if above and SumOf(total, above).missing > 0:
                return True
    return False


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
