"""Points added up to the score of a form, or of a table of scores."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.cross_sums import wrong_sum
from reportgen.statements.equations import SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Statement
from reportgen.statements.total_ways import rank

_SUBTOTAL = re.compile(r"小计|合计|总计|总分|平均|均值")
_OF_MONEY = re.compile("总额|总数|总量")
"""年度支出总额: an indicator, and no total of points."""
_TAKEN = re.compile(r"扣分|减分|倒扣")
"""扣分项: what is taken from the others."""
_FEW = 2
_FULL, _ROOM = 100, 5
"""A total of all that was to be had; where a line tells only what was got, it had at most so much more."""


def points(grid: Grid) -> Iterator[Claim]:
    """总分 of a form: of all points above it under the same head, the one for the execution rate included."""
    for (row, column), total in grid.figures.items():
        if not is_score(grid, total) or not rank(grid, row, column) or _OF_MONEY.search(total.row):
            continue
        places = [place for place, each in grid.figures.items() if place[0] < row and _nearest(each, total)]
        above = [grid.figures[place] for place in places]
        subtotals = any(_SUBTOTAL.search(" ".join(grid.names(*place))) for place in places)
        if len(above) >= _FEW and not subtotals:
            equation = SumOf(total, tuple(above))
            rest = SumOf(total, tuple(grid.figures[place] for place in places if not _is_over_rows(grid, place)))
            own = SumOf(total, tuple(grid.figures[place] for place in places if place[1] == column))
            levels = len({place[1] for place in places}) > 1 and len(own.parts) >= _FEW
            for way in (equation, rest, own) if levels else (equation, rest):
                if way.holds:
                    yield Claim("points", way, True)
                    break
            else:
                untold = _lines_missing(grid, row, column, rest) or is_untold(grid, row, column, rest)
                if untold or with_taken(rest):
                    continue
                if levels:  # 权重 of the upper level in one column, of the lower in another
                    rest = min((rest, own), key=lambda way: abs(way.missing))
                if not lies_among(rest) or _slipped(rest):
                    sure = _certain(grid, row, column) and not lies_among(rest)
                    yield wrong_sum("points", rest, Proof.CERTAIN if sure else Proof.LIKELY)


def lies_among(equation: SumOf) -> bool:
    """甲88.50, 乙82.40, 合计86.10: who are judged apart have an average, or a weighted one, and no sum."""
    values = [each.quantity.number for each in equation.parts]
    return len(values) >= _FEW and min(values) <= equation.total.quantity.number <= max(values)


def with_taken(equation: SumOf) -> bool:
    """加分项1.50, 扣分项0.50: whether a row tells points that are taken from the others."""
    return any(_TAKEN.search(each.row) for each in equation.parts)


def _slipped(equation: SumOf) -> bool:
    return any(is_slip_of(each.quantity, equation.due(each).middle) for each in equation.members)


def total_scores(grid: Grid) -> Iterator[Statement]:
    """The totals of the column 得分: what a form, or a table of scores, comes to."""
    for (row, column), total in grid.figures.items():
        head = total.column.split(" ")[0]
        got = re.search(r"得分$|评分$|自评分$", head) is not None and total.quantity.kind != "%"
        if got and rank(grid, row, column) > 1 and total.quantity.number > 20:
            yield total


def is_mean(grid: Grid, total: Statement) -> bool:
    """Whether a total lies among what stands above it: six projects with a score each, weighted or not."""
    row, column = next(place for place, each in grid.figures.items() if each is total)
    above = tuple(each for (at, other), each in grid.figures.items() if at < row and other == column)
    return lies_among(SumOf(total, above))


def is_score(grid: Grid, each: Statement) -> bool:
    """Whether a figure stands in a column of points."""
    head = each.column.split(" ")[0]
    return bool(grid.lexicon.any_of("得分列").search(head)) and each.quantity.kind != "%" and "率" not in head


def _nearest(each: Statement, total: Statement) -> bool:
    """Whether a figure stands under the same head as the total: 得分 under 得分, though in another column."""
    return each.column.split(" ")[:1] == total.column.split(" ")[:1] and each.quantity.kind == total.quantity.kind


def _is_over_rows(grid: Grid, place: tuple[int, int]) -> bool:
    """Whether a cell reaches over several rows: the points of an upper level."""
    cell = grid.lattice.at(*place)
    return cell is not None and cell.rows > 1


def _certain(grid: Grid, row: int, column: int) -> bool:
    """Whether another column of the same total comes out right."""
    return any(len(each.parts) >= _FEW and each.holds for each in _beside(grid, row, column))


def _beside(grid: Grid, row: int, column: int) -> Iterator[SumOf]:
    """The same total in the other columns of points, with all that stands above it under its head."""
    for other in grid.numeric_columns:
        total = grid.figures.get((row, other))
        if other != column and total is not None and is_score(grid, total):
            yield SumOf(
                total, tuple(each for (at, _column), each in grid.figures.items() if at < row and _nearest(each, total))
            )


def is_untold(grid: Grid, row: int, column: int, wrong: SumOf) -> bool:
    """Whether what the total has more are points of lines that have a 分值 and no 得分: that of the
    execution rate, told in a note."""
    told = {at for (at, other), each in grid.figures.items() if at < row and _nearest(each, wrong.total)}
    open_lines: dict[int, Decimal] = {}
    for (at, other), each in grid.figures.items():
        if at < row and at not in told and other != column and is_score(grid, each):
            open_lines[at] = max(open_lines.get(at, Decimal(0)), each.quantity.number)
    room = _ROOM if wrong.total.quantity.number == _FULL else 0  # 执行率得9.76分, of the 10 that are not told
    return 0 < wrong.missing <= sum(open_lines.values()) + room * bool(open_lines)


def _lines_missing(grid: Grid, row: int, column: int, wrong: SumOf) -> bool:
    """Whether another column of points lacks something too: the table leaves out a line, that of the execution rate."""
    return wrong.missing > 0 and any(each.parts and each.missing > 0 for each in _beside(grid, row, column))
