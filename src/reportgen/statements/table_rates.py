"""Columns of a table that are rates of others: learned from the rows, or told by their heads.

执行率 = 执行数 ÷ 预算数; 占比 = a figure ÷ the total of its column; 增减率 = (本年 − 上年) ÷ 上年.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.record import Struct
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.grid import Grid
from reportgen.statements.statement import Statement

_EXECUTION = re.compile(r"(?:执行|支付|支出|完成|使用|控制)率|完成(?:程度|比例|进度)|执行进度")
_SPENT = re.compile(r"执行|支出|支付|决算|实际|完成|使用|实有|在职|在编|累计")
_DEVIATES = re.compile("偏|增减|差异|变动")
_SET = re.compile("权重|权数")
"""A weight is set, and no quotient of scores beside it."""
_BUDGET = re.compile(r"预算|批复|下达|到位|安排|计划|目标|编制|任务")
_MANY = 10


class _Fit(Struct, frozen=True):
    """A rate column and the columns it is made of; `growth` for (part − whole) ÷ whole."""

    rate: int
    part: int
    whole: int
    growth: bool
    good: tuple[int, ...]
    bad: tuple[int, ...]


def table_rates(grid: Grid) -> Iterator[Claim]:
    """What the rates of a table are made of, right and wrong."""
    rates = [column for column in grid.numeric_columns if _is_rate(grid, column)]
    amounts = [column for column in grid.numeric_columns if column not in rates][:_MANY]
    for rate in rates:
        fits = [
            _fit(grid, rate, part, whole, growth)
            for part, whole in permutations(amounts, 2)
            for growth in (False, True)
        ]
        fits = [fit for fit in fits if fit.good or _named(grid, fit)]
        if any(_named(grid, fit) for fit in fits):
            fits = [fit for fit in fits if not _of_two_budgets(grid, fit)]
        fits.sort(key=lambda fit: (-len(fit.good), len(fit.bad), fit.growth))
        yield from _of_column(grid, fits)
        if not fits or not fits[0].good:
            yield from _of_total(grid, rate, amounts)


def _is_rate(grid: Grid, column: int) -> bool:
    figures = list(grid.column_figures(column))
    if any(_SET.search(each.column) for each in figures):
        return False
    return sum(each.quantity.kind == "%" for each in figures) * 2 > len(figures)


def _fit(grid: Grid, rate: int, part: int, whole: int, growth: bool) -> _Fit:
    good: list[int] = []
    bad: list[int] = []
    for row in grid.rows:
        figures = [grid.figures.get((row, column)) for column in (rate, part, whole)]
        if any(each is None for each in figures) or not _is_percent(figures[0]):
            continue
        kinds = {each.quantity.kind for each in figures[1:] if each}
        if len(kinds) > 1 or (kinds == {"分"} and "得分" not in grid.head(row, rate)):
            continue
        given = [each for each in figures if each]
        if growth and _is_in_points(*given):
            continue
        (good if _equation(given, growth).holds or (not growth and _rounded(given)) else bad).append(row)
    return _Fit(rate, part, whole, growth, tuple(good), tuple(bad))


def _rounded(figures: Sequence[Statement]) -> bool:
    """0.87 for 87 %, and amounts that a table states in whole units: 78 of 90 may be 87.11 %."""
    rate, part, whole = (each.quantity for each in figures)
    stated = rate.number if rate.implied and rate.number <= 1 else rate.value
    halves = [Decimal(1).scaleb(-each.decimals) / 2 for each in (part, whole)]
    if whole.number <= halves[1]:
        return False
    low, high = (
        (part.number - halves[0]) / (whole.number + halves[1]),
        (part.number + halves[0]) / (whole.number - halves[1]),
    )
    room = Decimal(1).scaleb(-rate.decimals) / (2 if rate.implied and rate.number <= 1 else 200)
    return low - room <= stated <= high + room


def _is_percent(figure: Statement | None) -> bool:
    return figure is not None and figure.quantity.kind == "%"


def _equation(figures: Sequence[Statement], growth: bool) -> RatioOf | GrowthOf:
    rate, part, whole = figures
    place = min(part.quantity.half_place, whole.quantity.half_place)
    if growth:
        return GrowthOf(rate, part, None, whole, True, place)
    return RatioOf(rate, part, whole, place)


def _named(grid: Grid, fit: _Fit) -> bool:
    """Whether the heads say that it is the execution rate of these columns."""
    row = (*fit.good, *fit.bad, 0)[0]
    heads = [grid.head(row, column) for column in (fit.rate, fit.part, fit.whole)]
    scored = any(
        grid.figures[row, at].quantity.kind == "分" for at in (fit.part, fit.whole) if (row, at) in grid.figures
    )
    expected = "预计" in heads[0] and "预计" not in heads[1]
    if scored or expected or _DEVIATES.search(heads[0]):
        return False
    return bool(
        _EXECUTION.search(heads[0]) and _SPENT.search(heads[1]) and _BUDGET.search(heads[2]) and not fit.growth
    ) and not _SPENT.search(heads[2])


def _of_two_budgets(grid: Grid, fit: _Fit) -> bool:
    """年初预算 | 全年预算 | 执行数 | 执行率: two budgets that are alike make no rate of execution of 100 %."""
    heads = [grid.head((*fit.good, *fit.bad, 0)[0], column) for column in (fit.part, fit.whole)]
    return not fit.growth and all(map(_is_budget, heads))


def _is_budget(head: str) -> bool:
    return bool(_BUDGET.search(head)) and not _SPENT.search(head)


def _of_column(grid: Grid, fits: Sequence[_Fit]) -> Iterator[Claim]:
    """The way that fits most rows; the others are wrong where it is learned, or told by the heads alone."""
    settled = {row for fit in fits for row in fit.good}
    for fit in fits:
        for row in fit.good:
            yield Claim("table_rate", _of_row(grid, fit, row), True)
    named = [fit for fit in fits if _named(grid, fit)]
    best = fits[0] if fits else None
    if best is None:
        return
    learned = len(best.good) >= 2 and len(best.good) > len(best.bad)
    if not learned and not named:
        return
    chosen = best if learned else max(named, key=lambda fit: fit.whole)
    if not learned and _is_of_two_columns(grid, chosen):
        return
    for row in chosen.bad:
        if row not in settled and (claim := _wrong(_of_row(grid, chosen, row))):
            yield claim


def _is_of_two_columns(grid: Grid, fit: _Fit) -> bool:
    """Whether most rates are of two columns together: 1—8月支出 and 9—12月预计支出 of the budget."""
    rows = [*fit.good, *fit.bad]
    columns = [column for column in grid.numeric_columns if column not in (fit.rate, fit.whole)][:_MANY]
    columns = [column for column in columns if rows and not _is_budget(grid.head(rows[0], column))]
    made = [sum(_adds_to(grid, fit, row, pair) for row in rows) for pair in combinations(columns, 2)]
    return max(made, default=0) * 2 > len(rows)


def _adds_to(grid: Grid, fit: _Fit, row: int, pair: tuple[int, int]) -> bool:
    figures = [grid.figures.get((row, column)) for column in (fit.rate, fit.whole, *pair)]
    if any(each is None for each in figures):
        return False
    rate, whole, one, other = (each.quantity for each in figures if each)
    return bool(whole.number) and abs((one.number + other.number) / whole.number - rate.value) <= rate.half_place * 3


def _of_row(grid: Grid, fit: _Fit, row: int) -> RatioOf | GrowthOf:
    return _equation([grid.figures[row, column] for column in (fit.rate, fit.part, fit.whole)], fit.growth)


def _wrong(equation: RatioOf | GrowthOf) -> Claim | None:
    exact = equation.exact
    rate = equation.rate
    if exact is None:
        if not rate.quantity.number:
            return None
        return Claim("no_base", equation, False, Proof.LIKELY, rate, _("预算为 0，算不出比率"))
    if exact > 1 and rate.quantity.number == 100:
        return None  # a rate of 100 may be the most that is given
    due = percent(exact, rate.quantity.decimals)
    part, whole = (equation.now, equation.before) if isinstance(equation, GrowthOf) else (equation.part, equation.whole)
    note = _("{part} 与 {whole} 得 {due}，写的是 {rate}", part=part, whole=whole, due=due, rate=rate)
    return Claim("table_rate", equation, False, Proof.CERTAIN, rate, _("应为 {due}", due=due), (note,))


def _is_in_points(change: Statement, now: Statement, before: Statement) -> bool:
    """执行率 96.20 | 94.10 | 2.10 below 同比: of a line that is a rate itself the change is told in points."""
    rates = now.quantity.kind == before.quantity.kind == "%"
    return rates and abs(now.quantity.number - before.quantity.number) == abs(change.quantity.number)


def _of_total(grid: Grid, rate: int, amounts: Sequence[int]) -> Iterator[Claim]:
    """占比: each figure of a column against the total row, where most rows fit."""
    for column in amounts:
        for row in grid.rows:
            total = grid.figures.get((row, column))
            if total is None or not total.quantity.number or not grid.lexicon.any_of("合计行").search(total.row):
                continue
            equations = [
                RatioOf(grid.figures[other, rate], grid.figures[other, column], total, Decimal(0))
                for other in grid.rows
                if other != row and (other, rate) in grid.figures and (other, column) in grid.figures
            ]
            good = [each for each in equations if each.holds and each.part.quantity.number]
            if len(good) >= 2 and len(good) * 2 > len(equations):
                yield from (Claim("table_rate", each, True) for each in good)
                yield from (claim for each in equations if not each.holds and (claim := _wrong(each)))
                return
