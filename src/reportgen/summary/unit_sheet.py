"""The list of units as a data sheet: what every other sheet adds up, counts and ranks."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.model.data_sheets import Column, ColumnKind, DataSheet, FormulaCell, Given
from reportgen.model.sheet_formulas import (
    AverageOf,
    Beside,
    CountOf,
    Range,
    RankOf,
    RatioOf,
    SumOf,
    Where,
)
from reportgen.summary.entries import Found, Measure, Source
from reportgen.summary.units import UnitLine

UNITS, FINDINGS = "各单位", "问题明细"
"""Names of sheets that others look into."""
DEPARTMENT, UNIT, LEVEL = "主管部门", "单位", "级次"
RATE, RATE_RANK = "执行率", "执行率名次"
SCORE, GRADE, SCORE_RANK = "得分", "等级", "得分名次"
WEIGHTS = ("错误", "疑似", "警告", "提示")
WEIGHT = "级别"
COUNT = "单位数"
COPIED, MISSING, LATE, REMARK = "雷同段落", "缺报", "迟报天数", "说明"
MONEY_UNIT = "金额单位：万元"
_TEN_THOUSAND = Decimal(10_000)


def weight_of(finding: Found) -> str:
    """The column in which it is counted: what makes a document impossible is an error, too."""
    if not finding.certain:
        return "疑似"
    return Severity.ERROR.value if finding.severity is Severity.FATAL else finding.severity.value


def in_ten_thousands(value: Decimal) -> Decimal:
    """元 as 万元, to the last place."""
    return value / _TEN_THOUSAND


def of_units(column: str) -> Range:
    """A column of the list of units."""
    return Range(UNITS, column)


def rate_of(*where: Where) -> RatioOf:
    """What was spent of the budgets: of the units that tell both."""
    budget, spent = of_units(Measure.BUDGET.value), of_units(Measure.SPENT.value)
    part = SumOf(spent, (*where, Where(budget, None), Where(spent, None)))
    return RatioOf(part, SumOf(budget, (*where, Where(budget, None), Where(spent, None))))


def unit_sheet(units: Sequence[UnitLine], copied: dict[str, int]) -> DataSheet:
    """The list; `copied` says how many paragraphs of a unit stand in another's papers."""
    measures = _measures(units)
    columns = [
        Column(DEPARTMENT, width=11),
        Column(UNIT, width=14),
        Column(LEVEL, ColumnKind.CODE, 5, brief=False),
        *(Column(measure.value, ColumnKind.MONEY, 9) for measure in measures),
        Column(RATE, ColumnKind.RATE, 7),
        Column(RATE_RANK, ColumnKind.COUNT, 5, brief=False),
        Column(SCORE, ColumnKind.SCORE, 6),
        Column(GRADE, ColumnKind.CODE, 4),
        Column(SCORE_RANK, ColumnKind.COUNT, 5),
        *(Column(weight, ColumnKind.COUNT, 4, brief=weight in WEIGHTS[:1]) for weight in WEIGHTS),
        Column(COPIED, ColumnKind.COUNT, 5),
        Column(MISSING, width=10),
        Column(LATE, ColumnKind.COUNT, 5),
        Column(REMARK, width=18, brief=False),
    ]
    lines = tuple(_line(unit, measures, copied.get(unit.name, 0)) for unit in units)
    notes = ("执行率 = 支出 ÷ 全年预算；没有写全年预算的，按年初预算算。小计和合计只算两个数都有的单位。",)
    title, total = "各单位预算执行和绩效情况", _total(measures)
    return DataSheet(UNITS, title, tuple(columns), lines, total, notes, unit=MONEY_UNIT, names=2)


def _measures(units: Sequence[UnitLine]) -> list[Measure]:
    """Those that any unit tells; the two that rates are made of are always asked for."""
    told = {measure for unit in units for measure in unit.money}
    return [measure for measure in Measure if measure in told or measure in (Measure.BUDGET, Measure.SPENT)]


def _line(unit: UnitLine, measures: Sequence[Measure], copied: int) -> tuple[Given, ...]:
    late = Decimal(unit.late) if unit.late else None
    return (
        unit.department,
        unit.name,
        unit.level,
        *(_money(unit, measure) for measure in measures),
        FormulaCell(RatioOf(Beside(Measure.SPENT.value), Beside(Measure.BUDGET.value))),
        FormulaCell(RankOf(Beside(RATE), of_units(RATE))),
        unit.points.value if unit.points else None,
        unit.grade or None,
        FormulaCell(RankOf(Beside(SCORE), of_units(SCORE))),
        *(_count(weight) for weight in WEIGHTS),
        Decimal(copied),
        "、".join(unit.missing) or None,
        late,
        "；".join(_remarks(unit)) or None,
    )


def _money(unit: UnitLine, measure: Measure) -> Given:
    if measure is Measure.BUDGET and measure not in unit.money and Measure.INITIAL in unit.money:
        return FormulaCell(Beside(Measure.INITIAL.value))
    taken = unit.money.get(measure)
    return in_ten_thousands(taken.value) if taken else None


def _count(weight: str) -> FormulaCell:
    of_unit = Where(Range(FINDINGS, UNIT), Beside(UNIT))
    return FormulaCell(CountOf((of_unit, Where(Range(FINDINGS, WEIGHT), weight))))


def _remarks(unit: UnitLine) -> list[str]:
    """What a reader of the figures has to know."""
    summed = [measure.value for measure, taken in unit.money.items() if taken.source is Source.PROJECTS]
    told = [f"{'、'.join(summed)}是各项目相加"] if summed else []
    told += [f"{measure.value}几份文件不同" for measure, taken in unit.money.items() if taken.others]
    if Measure.BUDGET not in unit.money and Measure.INITIAL in unit.money:
        told.append("没有写全年预算，按年初预算")
    if not unit.listed:
        told.append("名单上没有")
    return told


def _total(measures: Sequence[Measure]) -> dict[str, Given]:
    summed = [*(measure.value for measure in measures), *WEIGHTS, COPIED]
    total: dict[str, Given] = {DEPARTMENT: "合计"}
    total |= {column: FormulaCell(SumOf(of_units(column))) for column in summed}
    return total | {RATE: FormulaCell(rate_of()), SCORE: FormulaCell(AverageOf(of_units(SCORE)))}


def groups(units: Sequence[UnitLine], column: str) -> int:
    """By how many departments, or levels, the units can be told apart."""
    return len({unit.department if column == DEPARTMENT else unit.level for unit in units})
