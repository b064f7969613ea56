"""Scores of a whole class of indicators told in the text: 产出指标47.80分 is the sum of the rows of that class."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.grid import Grid
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.sum_claims import sum_claim

_TAILS = re.compile(r"(?:类|指标|得分|得|情况|为|分值|满分|权重)+$")
_LOST = re.compile("扣|失分")
_LEADS = re.compile(r"^(?:其中|另外|此外)")
_TOTAL = re.compile(r"(?:合计|小计|总分|总计|平均)(?:[（(][^）)]*[）)])?$")
_FEW = 2


def score_groups(prose: Sequence[Statement], grids: Sequence[Grid]) -> Iterator[Claim]:
    """Every score of the text whose name is that of a class in a table of scores."""
    groups = [group for grid in grids for group in _together(groups_of(grid))]
    for each in prose:
        if each.quantity.unit == "分" and each.exact and each.origin is Origin.PROSE and not _LOST.search(each.label):
            named = [rows for name, rows in groups if name == bare_class(each.name) or name == bare_class(each.label)]
            if named:
                yield from _against(each, named)


def _together(groups: Iterator[tuple[str, tuple[Statement, ...]]]) -> list[tuple[str, tuple[Statement, ...]]]:
    """Classes whose name is written before each of their parts are one, column by column."""
    found: dict[tuple[str, str], tuple[Statement, ...]] = {}
    for name, figures in groups:
        key = (name, figures[0].column)
        found[key] = (*found.get(key, ()), *(each for each in figures if each not in found.get(key, ())))
    return [(name, figures) for (name, _column), figures in found.items() if len(figures) >= _FEW]


def bare_class(words: str) -> str:
    """The name of a class of indicators: 产出 of 产出类指标得分."""
    return _TAILS.sub("", _LEADS.sub("", words.strip("“”")))


def groups_of(grid: Grid) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """The scores of each class, for every column of scores: the rows from its name down to the next one."""
    scores = [column for column in grid.numeric_columns if any(_is_score(each) for each in grid.column_figures(column))]
    first = min(grid.numeric_columns, default=0)
    for column in range(first):
        named = [row for row in range(grid.table.row_count) if _begins(grid, row, column)]
        for at, row in enumerate(named):
            end = named[at + 1] if at + 1 < len(named) else grid.table.row_count
            for score in scores:
                rows = [other for other in range(row, end) if (other, score) in grid.figures]
                rows = [other for other in rows if not any(map(_TOTAL.search, grid.names(other, score)))]
                figures = tuple(grid.figures[other, score] for other in rows if _is_score(grid.figures[other, score]))
                if figures:
                    yield bare_class(grid.words(row, column)), figures


def _begins(grid: Grid, row: int, column: int) -> bool:
    """Whether a name begins in a row: the first of the rows that its cell reaches over."""
    cell = grid.lattice.at(row, column)
    return cell is not None and cell.row == row and bool(grid.words(row, column))


def _is_score(each: Statement) -> bool:
    head = each.column.split(" ")[0]
    return each.quantity.unit == "分" and bool(re.search(r"得分$|评分$|分值|权重|满分", head))


def _against(each: Statement, named: Sequence[tuple[Statement, ...]]) -> Iterator[Claim]:
    """Right when it is the sum of any column; wrong when it is near to the sum of the scores got."""
    equations = [SumOf(each, rows) for rows in named]
    right = next((equation for equation in equations if equation.holds), None)
    if right is not None:
        yield Claim("points", right, True)
        return
    got = [equation for equation in equations if re.search(r"得分$|评分$", equation.parts[0].column.split(" ")[0])]
    for equation in got[:1]:
        yield sum_claim("points", equation, Proof.LIKELY)
