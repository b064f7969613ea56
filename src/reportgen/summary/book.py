"""The summary as a book of data sheets, and the sentences that say what comes out."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.copied.search import Kind
from reportgen.model.data_sheets import DataBook, DataSheet
from reportgen.model.sheet_formulas import CountOf, Where, value_of
from reportgen.record import replace
from reportgen.summary.copied_sheets import copied_by_unit, copied_sheets
from reportgen.summary.entries import Measure
from reportgen.summary.finding_sheets import finding_sheet, rule_sheet
from reportgen.summary.group_sheets import group_sheet
from reportgen.summary.other_sheets import due_sheet, source_sheet, unread_sheet
from reportgen.summary.rank_sheets import grade_sheet, rank_sheet
from reportgen.summary.summary import Summary
from reportgen.summary.unit_sheet import DEPARTMENT, LEVEL, RATE, SCORE, UNITS, groups, of_units, unit_sheet


def book_of(summary: Summary, title: str = "") -> DataBook:
    """Every sheet of the summary, the list of units first."""
    listed = unit_sheet(summary.units, copied_by_unit(summary.copies))
    findings = finding_sheet(summary.units)
    base = DataBook("", (listed, findings))
    grouped = [
        group_sheet(f"按{column}", column, base) for column in (DEPARTMENT, LEVEL) if groups(summary.units, column) > 1
    ]
    made: list[DataSheet | None] = [
        listed,
        *grouped,
        rank_sheet(base),
        grade_sheet(base),
        rule_sheet(summary.units),
        due_sheet(summary.units),
        *copied_sheets(summary.copies),
        unread_sheet(summary.unread),
        findings,
        source_sheet(summary.units),
    ]
    book = DataBook(title or f"{summary.year}年度预算绩效情况汇总", tuple(sheet for sheet in made if sheet))
    return replace(book, lead=tuple(_lead(summary, book)))


def _lead(summary: Summary, book: DataBook) -> Iterator[str]:
    units = summary.units
    handed = sum(bool(unit.entries) for unit in units)
    told = f"共 {summary.files} 个文件，汇总{summary.year}年度 {len(units)} 个单位"
    yield f"{told}，其中 {handed} 个报送了材料。" if summary.by_list else f"{told}。"
    yield from _money(book)
    late, missing = sum(bool(unit.late) for unit in units), sum(bool(unit.missing) for unit in units)
    if summary.by_list:
        yield f"缺报的 {missing} 个单位，迟报的 {late} 个单位。" if missing or late else "没有缺报、迟报的单位。"
    yield from _copied(summary)
    if summary.unread:
        yield f"没有计入的文件 {len(summary.unread)} 个，原因见后面的清单。"


def _money(book: DataBook) -> Iterator[str]:
    sheet = book.sheet[UNITS]
    total = dict(zip((column.name for column in sheet.columns), book.total_line(sheet), strict=True))
    values = {name: book.value(given, sheet, ()) for name, given in total.items()}
    budget, spent, rate = (values[name] for name in (Measure.BUDGET.value, Measure.SPENT.value, RATE))
    if isinstance(rate, Decimal):
        both = CountOf((Where(of_units(Measure.BUDGET.value), None), Where(of_units(Measure.SPENT.value), None)))
        told = f"全年预算合计 {_plain(budget)} 万元，支出合计 {_plain(spent)} 万元"
        count = value_of(both, book, lambda _column: None)
        yield f"{told}；预算和支出都写了的 {count} 个单位，执行率 {rate * 100:.2f}%。"
    if isinstance(score := values[SCORE], Decimal):
        yield f"平均得分 {_plain(score)} 分。"


def _plain(value: object) -> str:
    return f"{value.normalize():,f}" if isinstance(value, Decimal) else ""


def _copied(summary: Summary) -> Iterator[str]:
    copies = summary.copies
    if not copies.compared and not copies.model:
        return
    between, years = (sum(pair.kind is kind for pair in copies.pairs) for kind in Kind)
    told = f"比较了 {copies.compared} 个段落，不同单位之间雷同 {between} 处，同一单位前后年度雷同 {years} 处"
    shared = f"，另有 {len(copies.shared)} 个段落多家单位都有" if copies.shared else ""
    yield f"{told}{shared}；模板范文和法规原文 {copies.model} 段没有算。"
