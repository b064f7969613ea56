"""Sub-totals by department and by level, worked out from the list of units."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.model.data_sheets import Column, ColumnKind, DataBook, DataSheet, FormulaCell, Given, PlacedChart
from reportgen.model.sheet_formulas import AverageOf, Beside, CountOf, Range, SumOf, Value, Where
from reportgen.record import replace
from reportgen.summary.unit_charts import bars, by_figure
from reportgen.summary.unit_sheet import COUNT, MISSING, MONEY_UNIT, RATE, SCORE, UNITS, WEIGHTS, of_units, rate_of

AVERAGE, MISSED = "平均得分", "缺报单位"


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
    return replace(ordered, charts=_charts(ordered, column, units))


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
    rates = _values_of(sheet, RATE, units)
    order = sorted(range(len(rates)), key=lambda at: (-by_figure(rates[at]), at))
    return replace(sheet, lines=tuple(sheet.lines[at] for at in order))


def _values_of(sheet: DataSheet, column: str, units: DataBook) -> Sequence[Value]:
    """The values of a column of a sheet that is not in the book yet."""
    return DataBook("", (*units.sheets, sheet)).column(Range(sheet.name, column))


def _charts(sheet: DataSheet, column: str, units: DataBook) -> tuple[PlacedChart, ...]:
    rates = [each for each in _values_of(sheet, RATE, units) if isinstance(each, Decimal)]
    names = [str(line[0]) for line in sheet.lines]
    return bars(f"各{column}预算执行率", names[: len(rates)], rates, column, RATE)
