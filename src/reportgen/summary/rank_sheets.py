"""Ranks and grades, worked out from the list of units."""

from decimal import Decimal

from reportgen.lexicon.lists import lists
from reportgen.model.data_sheets import Column, ColumnKind, DataBook, DataSheet, FormulaCell, Given
from reportgen.model.sheet_formulas import Beside, CellOf, CountOf, Range, RatioOf, SumOf, Where
from reportgen.summary.unit_charts import MOST, bars, by_figure
from reportgen.summary.unit_sheet import COUNT, DEPARTMENT, GRADE, RATE, SCORE, SCORE_RANK, UNIT, of_units

RANKS, GRADES = "排名", "等级"


def rank_sheet(units: DataBook) -> DataSheet | None:
    """The units by their scores, of equal ones by their rates; None where none has a score."""
    names, scores, rates = (units.column(of_units(column)) for column in (UNIT, SCORE, RATE))
    scored = [at for at, score in enumerate(scores) if isinstance(score, Decimal)]
    if not scored:
        return None
    order = sorted(scored, key=lambda at: (-by_figure(scores[at]), -by_figure(rates[at]), at))
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
    title = "各单位得分" if len(order) <= MOST else f"得分前 {MOST} 名"
    charts = bars(title, [str(names[at]) for at in order], [scores[at] for at in order], UNIT, SCORE)
    return DataSheet(RANKS, "各单位得分排名", columns, lines, notes=notes, charts=charts)


def grade_sheet(units: DataBook) -> DataSheet | None:
    """How many units have each grade, the best first; None where none has one."""
    known = lists("summary")["等级"]
    told = {str(each) for each in units.column(of_units(GRADE)) if each}
    found = [*(grade for grade in known if grade in told), *sorted(told.difference(known))]
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
