"""The figures of a chart, its own, a group of 数据, a fund table or indicators → a figure by series and category."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.compose.questionnaire_charts import surveyed_series
from reportgen.compose.questionnaire_tables import Surveyed, surveyed
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import AMBIGUOUS_FACT, UNKNOWN_FACT
from reportgen.language import _
from reportgen.model.chart import ChartKind
from reportgen.model.chart_plan import ChartPlan, Lines
from reportgen.model.content import Content, FundColumn, FundTable, Indicators, ListRow
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.quantity import Quantity, round_half_up
from reportgen.place import Written
from reportgen.resolve.scoring import measured
from reportgen.source.expect import did_you_mean

Source = FundTable | FactGroup | Indicators | Surveyed
SCORES = "得分汇总"
"""What a table of indicators is called where its points are added up: 评分表.得分汇总."""
TARGET, ACTUAL, EARNED_RATE = "目标", "实际", "得分率"
_RATE_DECIMALS = 1


def source_of(plan: ChartPlan, content: Content, found: list[Diagnostic]) -> Source | None:
    """The figures that a plan means; None, with the reason added to `found`, when there are none of that name."""
    return plan.data if isinstance(plan.data, FactGroup) else _called(plan.data, content, found)


def lines_of(plan: ChartPlan, data: Source) -> Lines:
    """The figures that are drawn, series without any left out."""
    found: Lines
    match data:
        case FundTable() if plan.kind is ChartKind.WATERFALL:
            found = {plan.name.text: {column: fact for column in plan.columns if (fact := _of_year(data, column))}}
        case FundTable():
            found = {
                column.value: {row.name: row.cells[column] for row in data.items if column in row.cells}
                for column in map(FundColumn, plan.columns)
            }
        case Indicators():
            found = _targets(data) if plan.kind is ChartKind.TARGET else {EARNED_RATE: _earned(data)}
        case FactGroup(groups=()):
            found = {plan.name.text: {fact.path[-1]: fact for fact in data.facts}}
        case FactGroup():
            found = {group.path[-1]: {fact.path[-1]: fact for fact in group.facts} for group in data.groups}
        case _:
            found = surveyed_series(data, plan)
    return {name: line for name, line in found.items() if line}


def _called(name: Written, content: Content, found: list[Diagnostic]) -> Source | None:
    wanted, known = tuple(name.text.split(".")), dict(sources_in(content))
    meant = [path for path in known if path[-len(wanted) :] == wanted]
    meant = [path for path in meant if path == wanted] or meant
    if len(meant) == 1:
        return known[meant[0]]
    names = [".".join(path) for path in meant or known]
    if meant:
        label = _("可能是：{candidates}", candidates=_("、").join(names[:5]))
        found.append(AMBIGUOUS_FACT.at(name.place, label))
    else:
        label = _("没有叫「{name}」的经费表、指标或问卷，也没有叫这个名称的一组数据", name=name.text)
        found.append(UNKNOWN_FACT.at(name.place, label, fix=did_you_mean(name.text, names)))
    return None


def sources_in(content: Content) -> Iterator[tuple[tuple[str, ...], Source]]:
    """All that charts and tables may be made of, by its path."""
    for path, value in {**content.elsewhere, **content.values}.items():
        match value:
            case Indicators():
                yield tuple(path.split(".")), value
                yield (*path.split("."), SCORES), value
            case FundTable():
                yield tuple(path.split(".")), value
            case FactGroup():
                yield from _groups(value)
            case _:
                pass
    yield from surveyed(content)


def _groups(group: FactGroup) -> Iterator[tuple[tuple[str, ...], FactGroup]]:
    yield group.path, group
    for inner in group.groups:
        yield from _groups(inner)


def _of_year(funds: FundTable, column: str) -> Fact | None:
    return funds.year.cells.get(FundColumn(column))


def _targets(indicators: Indicators) -> Lines:
    """Target and result of every indicator that has both as figures of one kind."""
    lines: dict[str, dict[str, Fact]] = {TARGET: {}, ACTUAL: {}}
    for row in indicators.rows:
        target, actual = measured(row, row.text("指标值"), row.text("完成值"))
        if target and actual and target.kind == actual.kind and target.value > 0:
            lines[TARGET][row.name] = _fact(row, "指标值", target)
            lines[ACTUAL][row.name] = _fact(row, "完成值", actual)
    return lines


def _earned(indicators: Indicators) -> dict[str, Fact]:
    """The points of each 一级指标 that were earned, in percent."""
    lines: dict[str, Fact] = {}
    for name in dict.fromkeys(row.text("一级指标") for row in indicators.rows):
        rows = [row for row in indicators.rows if row.text("一级指标") == name]
        points, earned = (_sum(rows, column) for column in ("分值", "得分"))
        if points and earned is not None:
            rate = round_half_up(earned / points * 100, _RATE_DECIMALS)
            lines[name] = _fact(rows[0], EARNED_RATE, Quantity(rate, "", "%", text=f"{rate:f}%"))
    return lines


def _sum(rows: list[ListRow], column: str) -> Decimal | None:
    """None unless every row has the figure."""
    figures = [row.quantity(column) for row in rows]
    return sum((figure.number for figure in figures if figure), Decimal(0)) if all(figures) else None


def _fact(row: ListRow, column: str, quantity: Quantity) -> Fact:
    cell = row.cells.get(column)
    return Fact((row.name, column), quantity, cell.place if isinstance(cell, Written | Fact) else row.place)
