"""Which rows of a table may make a total: by account codes, by names, by numbering, by 其中."""

from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.record import Struct
from reportgen.statements.grid import Grid

_RANKS = {"小计": 1, "合计": 2, "累计": 2, "共计": 2, "总额": 2, "总数": 2, "总分": 2, "总计": 3}
_TOTAL = re.compile(rf"^[^\d，。]{{0,10}}?({'|'.join(_RANKS)})(?:[（(][^）)]*[）)])?$")
_HOW = re.compile("(?:方[法式]|口径|公式|来源|说明|依据|频[次率])(?:[（(][^）)]*[）)])?$")
"""计算方法, 数据来源（渠道）; 立项依据充分性 is an indicator, and no head."""
_AVERAGE = re.compile(r"平均|均值")
AMONG = re.compile(r"^其中")
_FEW = 2
TAIL = "tail"
"""项目小计 of the rows right above it, below 基本支出 and its parts: meant where the figures of a column say so."""


class Way(Struct, frozen=True):
    """A total row and the rows that may make it; `kind` says how they were found."""

    total: int
    rows: tuple[int, ...]
    kind: str


def ways_of(grid: Grid, block: Sequence[int]) -> Iterator[Way]:
    """Every way in which rows may make a total, those by code first."""
    yield from _by_code(grid, block)
    yield from _by_name(grid, block)
    yield from _by_number(grid, block)
    yield from _among(grid, block)


def _rows(grid: Grid, block: Sequence[int]) -> list[int]:
    return [row for row in grid.rows if any((row, column) in grid.figures for column in block)]


def _by_code(grid: Grid, block: Sequence[int]) -> Iterator[Way]:
    """205 is the sum of 20502 and 20508, and 合计 that of the codes with three digits."""
    codes = {row: code for row in _rows(grid, block) if (code := grid.code(row, block[0]))}
    for row, code in codes.items():
        below = [other for other, each in codes.items() if each.startswith(code) and each != code]
        length = min((len(codes[other]) for other in below), default=0)
        children = tuple(other for other in below if len(codes[other]) == length)
        if children:
            yield Way(row, children, "code")
    top = min((len(code) for code in codes.values()), default=0)
    for row in _rows(grid, block):
        if len(codes) >= _FEW and row not in codes and rank(grid, row, block[0]):
            yield Way(row, tuple(other for other, code in codes.items() if len(code) == top), "code")


def rank(grid: Grid, row: int, column: int) -> int:
    """How high a total stands: 小计 below 合计 below 总计; 0 for other rows."""
    names = [name for name in grid.names(row, column) if not _tells_how(grid, row, column, name)]
    if any(_AVERAGE.search(name) for name in names):
        return 0
    return max((_RANKS[found[1]] for name in names if (found := _TOTAL.match(name))), default=0)


def _tells_how(grid: Grid, row: int, column: int, name: str) -> bool:
    """累计 in a column 计算方法 says how an indicator is counted, and is no total."""
    at = next((each for each in range(column - 1, -1, -1) if grid.words(row, each) == name), column)
    cell = grid.lattice.at(row, at)
    alone = cell is None or cell.columns == 1  # 小计 over the columns of names tells nothing of one of them
    return alone and bool(_TOTAL.match(name)) and any(_HOW.search(head) for head in grid.heads(row, at) if head != name)


def _by_name(grid: Grid, block: Sequence[int]) -> Iterator[Way]:
    """合计 of the rows above it or below it, up to the next total as high; also of their sub-totals alone."""
    rows = _rows(grid, block)
    ranks = {row: rank(grid, row, block[0]) for row in rows}
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
            another = ranks[each] >= ranks[row] and not _is_of_money(grid, row, each)
            if another or _heads_between(grid, *sorted((last, each))):
                break
            kept.append(each)
            last = each
        if kept:
            yield sorted(kept)


def _is_of_money(grid: Grid, row: int, other: int) -> bool:
    """Whether 年度资金总额, with the points for its execution rate, is only one of the rows that make 总分."""
    first = min(grid.numeric_columns, default=0)
    return grid.name(row, first).endswith("总分") and grid.name(other, first).endswith("总额")


def _heads_between(grid: Grid, first: int, last: int) -> bool:
    """Whether rows of words alone stand between two rows: another part of the form begins."""
    between = range(first + 1, last)
    return any(
        not any((row, column) in grid.figures for column in range(grid.lattice.width)) and grid.lattice.row(row)
        for row in between
    )


def _of_side(grid: Grid, row: int, side: Sequence[int], ranks: Mapping[int, int], column: int) -> Iterator[Way]:
    lower = [each for each in side if ranks[each]]
    numbered = _levels(grid, side, column)
    if lower:
        yield Way(row, tuple(lower), "subtotals")
        yield Way(row, tuple(each for each in side if ranks[each] or each > lower[-1]), "subtotals")
        yield Way(row, tuple(each for each in side if ranks[each] or each < lower[0]), "subtotals")
    plain = tuple(each for each in side if not ranks[each])
    if len(numbered) < len(plain):
        yield Way(row, numbered, "numbered")
    outer = tuple(each for each in plain if not AMONG.match(grid.name(each, column)))
    if outer != plain:
        yield Way(row, outer, "numbered")
    yield Way(row, plain, "all")
    yield from (Way(row, plain[start:], TAIL) for start in range(1, len(plain) - 1) if side[-1] < row and not lower)


def _levels(grid: Grid, side: Sequence[int], column: int) -> tuple[int, ...]:
    """The rows whose name is numbered as the first one's is: 一、 and 二、, without the 1. and 2. below them."""
    form = _form(grid, side[0], column)
    return tuple(each for each in side if _form(grid, each, column) == form)


def _form(grid: Grid, row: int, column: int) -> str:
    for at in range(column - 1, -1, -1):
        cell = grid.lattice.at(row, at)
        if (cell is not None and (words := cell.compact) and not words[0].isdecimal()) or (
            cell and re.match(r"\d+[、.．](?!\d)", cell.compact)
        ):
            found = re.match(
                r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[、.．](?!\d)|其中", cell.compact
            )
            return re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", found[0])) if found else ""
    return ""


def _by_number(grid: Grid, block: Sequence[int]) -> Iterator[Way]:
    """一、基本支出 with 人员经费 and 公用经费 below it, up to the next of its kind."""
    rows, column = _rows(grid, block), block[0]
    forms = {row: _form(grid, row, column) for row in rows}
    order = [form for form in dict.fromkeys(forms.values()) if form not in ("", "其中")]
    for row in rows:
        if forms[row] in order:
            higher = order[: order.index(forms[row]) + 1]
            ends = (each for each in rows if each > row and (forms[each] in higher or rank(grid, each, column)))
            stop = next(ends, grid.table.row_count)
            inside = [each for each in rows if row < each < stop]
            if len(inside) >= _FEW and not _heads_between(grid, row, inside[-1]):
                yield Way(row, _levels(grid, inside, column), "below")
                yield Way(row, tuple(inside), "below")


def _among(grid: Grid, block: Sequence[int]) -> Iterator[Way]:
    """年度资金总额 and the rows below it, of which the first begins with 其中."""
    rows, column = _rows(grid, block), block[0]
    for at, row in enumerate(rows[:-_FEW]):
        each_its_own = at and AMONG.match(grid.name(rows[at - 1], column))  # 正高级，其中教授，副高级，其中副教授，中级
        if AMONG.match(grid.name(rows[at + 1], column)) and not each_its_own:
            parts = [rows[at + 1]]
            for each in rows[at + 2 :]:
                closed = AMONG.match(grid.name(each, column)) or rank(grid, each, column)
                if closed or _heads_between(grid, parts[-1], each):
                    break
                parts.append(each)
            yield from (Way(row, tuple(parts[:count]), "among") for count in range(len(parts), 1, -1))
