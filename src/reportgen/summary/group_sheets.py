"""Sub-totals by department and by level, ranks, grades: all of it worked out from the list of units."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.model.chart import Chart, ChartKind, Series
from reportgen.model.data_sheets import Column, ColumnKind, DataBook, DataSheet, FormulaCell, Given, PlacedChart
from reportgen.model.quantity import round_half_up
from reportgen.model.sheet_formulas import AverageOf, Beside, CellOf, CountOf, Range, RatioOf, SumOf, Value, Where
from reportgen.record import replace
from reportgen.summary.unit_sheet import (
    DEPARTMENT,
    GRADE,
    MISSING,
    MONEY_UNIT,
    RATE,
    SCORE,
    SCORE_RANK,
    UNIT,
    UNITS,
    WEIGHTS,
    of_units,
    rate_of,
)

RANKS, GRADES = "排名", "等级"
COUNT, AVERAGE, MISSED = "单位数", "平均得分", "缺报单位"
_FEWEST_BARS, _MOST_BARS = 3, 15
"""Two figures need no chart; more are not read one by one."""


def group_sheet(name: str, column: str, units: DataBook) -> DataSheet:
    """The sub-totals by a column of the list, the highest rate first."""
    groups = dict.fromkeys(str(each) for each in units.column(of_units(column)))
    money = [each.name for each in units.sheet[UNITS].columns if each.kind is ColumnKind.MONEY]
    columns = (
        Column(column, width=14),
        Column(COUNT, ColumnKind.COUNT, 5),
        *(Column(each, ColumnKind.MONEY, 10) for each in money),
        Column(RATE, ColumnKind.RATE, 7),
        Column(AVERAGE, ColumnKind.SCORE, 6),
        *(Column(weight, ColumnKind.COUNT, 4, brief=weight in WEIGHTS[:1]) for weight in WEIGHTS),
        Column(MISSED, ColumnKind.COUNT, 5),
    )
    lines = tuple(_group(group, column, money) for group in groups)
    title = f"按{column}汇总"
    sheet = DataSheet(name, title, columns, lines, _totals(name, column, money), unit=MONEY_UNIT)
    ordered = _by_rate(sheet, units)
    return replace(ordered, charts=tuple(_charts(ordered, column, units)))


def _group(group: str, column: str, money: Sequence[str]) -> tuple[Given, ...]:
    where = Where(of_units(column), Beside(column))
    return (
        group,
        FormulaCell(CountOf((where,))),
        *(FormulaCell(SumOf(of_units(each), (where,))) for each in money),
        FormulaCell(rate_of(where)),
        FormulaCell(AverageOf(of_units(SCORE), (where,))),
        *(FormulaCell(SumOf(of_units(weight), (where,))) for weight in WEIGHTS),
        FormulaCell(CountOf((where, Where(of_units(MISSING), None)))),
    )


def _totals(name: str, column: str, money: Sequence[str]) -> dict[str, Given]:
    summed = [COUNT, *money, *WEIGHTS, MISSED]
    total: dict[str, Given] = {column: "合计"}
    total |= {each: FormulaCell(SumOf(Range(name, each))) for each in summed}
    return total | {RATE: FormulaCell(rate_of()), AVERAGE: FormulaCell(AverageOf(of_units(SCORE)))}


def _by_rate(sheet: DataSheet, units: DataBook) -> DataSheet:
    rates = values_of(sheet, RATE, units)
    order = sorted(range(len(rates)), key=lambda at: (-_number(rates[at]), at))
    return replace(sheet, lines=tuple(sheet.lines[at] for at in order))


def values_of(sheet: DataSheet, column: str, units: DataBook) -> Sequence[Value]:
    """The values of a column of a sheet that is not in the book yet."""
    return DataBook("", (*units.sheets, sheet)).column(Range(sheet.name, column))


def _number(value: Value) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(-1)


def _charts(sheet: DataSheet, column: str, units: DataBook) -> Iterator[PlacedChart]:
    rates = [each for each in values_of(sheet, RATE, units) if isinstance(each, Decimal)][:_MOST_BARS]
    names = [str(line[0]) for line in sheet.lines][: len(rates)]
    if len(names) >= _FEWEST_BARS:
        yield _bars(f"各{column}预算执行率", names, rates, column, RATE)


def _bars(title: str, names: Sequence[str], values: Sequence[Value], categories: str, column: str) -> PlacedChart:
    """Rates as they are said, in %: what stands at a bar is its figure alone."""
    scale = Decimal(100) if column == RATE else Decimal(1)
    figures = tuple(round_half_up(each * scale, 2) if isinstance(each, Decimal) else None for each in values)
    unit = "（%）" if column == RATE else ""
    chart = Chart(ChartKind.BAR, f"{title}{unit}", tuple(names), (Series(column, figures),))
    return PlacedChart(chart, categories, (column,), len(names))


# ---- ranks and grades ----


def rank_sheet(units: DataBook) -> DataSheet | None:
    """The units by their scores, of equal ones by their rates; None where none has a score."""
    names, scores, rates = (units.column(of_units(column)) for column in (UNIT, SCORE, RATE))
    scored = [at for at, score in enumerate(scores) if isinstance(score, Decimal)]
    if not scored:
        return None
    order = sorted(scored, key=lambda at: (-_number(scores[at]), -_number(rates[at]), at))
    shown = (SCORE_RANK, UNIT, DEPARTMENT, SCORE, GRADE, RATE)
    lines = tuple(tuple(FormulaCell(CellOf(of_units(column), at)) for column in shown) for at in order)
    columns = (
        Column(SCORE_RANK, ColumnKind.COUNT, 5),
        Column(UNIT, width=16),
        Column(DEPARTMENT, width=14),
        Column(SCORE, ColumnKind.SCORE, 7),
        Column(GRADE, ColumnKind.CODE, 5),
        Column(RATE, ColumnKind.RATE, 8),
    )
    left = len(names) - len(order)
    notes = (f"没有写得分的 {left} 个单位没有排。",) if left else ()
    few = order[:_MOST_BARS]
    title = "各单位得分" if len(few) == len(order) else f"得分前 {len(few)} 名"
    chart = _bars(title, [str(names[at]) for at in few], [scores[at] for at in few], UNIT, SCORE)
    return DataSheet(
        RANKS, "各单位得分排名", columns, lines, notes=notes, charts=(chart,) if len(few) >= _FEWEST_BARS else ()
    )


def grade_sheet(units: DataBook) -> DataSheet | None:
    """How many units have each grade, the best first; None where none has one."""
    order = {"优": 0, "优秀": 0, "良": 1, "良好": 1, "中": 2, "合格": 2, "差": 3, "不合格": 3}
    found = sorted({str(each) for each in units.column(of_units(GRADE)) if each}, key=lambda g: (order.get(g, 9), g))
    if not found:
        return None
    count = CountOf((Where(of_units(GRADE), Beside(GRADE)),))
    share = RatioOf(Beside(COUNT), SumOf(Range(GRADES, COUNT)))
    lines = tuple((grade, FormulaCell(count), FormulaCell(share)) for grade in found)
    columns = (
        Column(GRADE, ColumnKind.CODE, 8),
        Column(COUNT, ColumnKind.COUNT, 8),
        Column("占比", ColumnKind.RATE, 8),
    )
    total: dict[str, Given] = {GRADE: "合计", COUNT: FormulaCell(SumOf(Range(GRADES, COUNT)))}
    return DataSheet(GRADES, "绩效等级分布", columns, lines, total)
