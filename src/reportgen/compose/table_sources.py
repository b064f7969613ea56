"""Rows that are given elsewhere: the items of a fund table, the lines of a listing, a group of figures.

表 各项目支出情况（单位：万元）
{{ 预算.分项 | 批复 | 支出 | 支付率 }}

{{ 评分表.得分汇总 }} adds up the points of each 一级指标 of a table of indicators.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.compose.chart_sources import SCORES
from reportgen.compose.questionnaire_tables import Asked, Returned, Satisfaction, Surveyed, surveyed, surveyed_lines
from reportgen.compose.typed_tables import Line, Words
from reportgen.model.content import Content, FundColumn, FundTable, Indicators, Listing, ListRow
from reportgen.model.facts import Fact, FactGroup
from reportgen.model.inline import Number, Text
from reportgen.model.quantity import plain, round_half_up
from reportgen.model.questionnaire import Questionnaire
from reportgen.place import Place, Written
from reportgen.record import Struct

_ITEMS = "分项"
_GROUP, _POINTS, _EARNED, _RATE = "一级指标", "分值", "得分", "得分率"
_NAME, _FIGURE, _TOTAL = "项目", "数量", "合计"
_ADDED: Words = (Text("="),)
_MOST_COLUMNS = 8


class Scores(Struct, frozen=True):
    """The points of indicators, added up by 一级指标."""

    indicators: Indicators


Source = FundTable | Listing | Indicators | FactGroup | Scores | Surveyed


def source(path: str, content: Content) -> Source | None:
    """What a path means: 预算.分项, a listing, a group of 数据 by its name."""
    value = {**content.elsewhere, **content.values}.get(path.removesuffix(f".{_ITEMS}").removesuffix(f".{SCORES}"))
    if isinstance(value, Indicators) and path.endswith(f".{SCORES}"):
        return Scores(value)
    if isinstance(value, FundTable | Listing | Indicators):
        return value
    if (found := dict(surveyed(content)).get(tuple(path.split(".")))) is not None:
        return found
    groups = (group for found in content.every(FactGroup) for group in _groups(found))
    names = tuple(path.split("."))
    return next((group for group in groups if group.path[-len(names) :] == names), None)


def source_lines(data: Source, columns: Sequence[str], place: Place) -> list[Line]:
    """The rows of the columns that are asked for, or of all that have something in them; sums below amounts."""
    match data:
        case FundTable():
            return _funds(data, columns, place)
        case FactGroup():
            return _figures(data, place)
        case Scores():
            return _scores(data.indicators.rows, place)
        case Questionnaire() | Asked() | Satisfaction() | Returned():
            return surveyed_lines(data, columns, place)
        case _:
            return _listed(data.rows, columns, place)


def merged_columns(data: Source) -> int:
    """How many columns at the left say things once for all rows that have them in common."""
    return 1 if isinstance(data, Questionnaire) else 0


def unknown(data: Source, columns: Sequence[str]) -> str:
    """The first column that there is not; empty when there are all."""
    return next((name for name in columns if name not in _names(data)), "")


def _names(data: Source) -> list[str]:
    match data:
        case FundTable():
            return [column.value for column in FundColumn if any(column in item.cells for item in data.items)]
        case Asked():
            return data.others
        case FactGroup() | Scores() | Questionnaire() | Satisfaction() | Returned():
            return []
        case _:
            found = dict.fromkeys(name for row in data.rows for name in row.cells if _said(row, name))
            return list(found)


def _funds(funds: FundTable, columns: Sequence[str], place: Place) -> list[Line]:
    wanted = [FundColumn(name) for name in columns or _names(funds)]
    head = _head([_NAME, *(column.value for column in wanted)], place)
    items = [((Text(item.name),), *(_fact(item.cells.get(column)) for column in wanted)) for item in funds.items]
    lines = [head, *(Line(cells, place) for cells in items)]
    sums = ((Text(_TOTAL),), *(() if column is FundColumn.RATE else _ADDED for column in wanted))
    return [*lines, Line(sums, place)] if len(funds.items) > 1 else lines


def _figures(group: FactGroup, place: Place) -> list[Line]:
    if group.groups:
        names = list(dict.fromkeys(fact.path[-1] for inner in group.groups for fact in inner.facts))
        lines = [_head([_NAME, *names], place)]
        for inner in group.groups:
            own = {fact.path[-1]: fact for fact in inner.facts}
            lines.append(Line(((Text(inner.path[-1]),), *(_fact(own.get(name)) for name in names)), place))
        return lines
    facts = (*group.facts, *((group.total,) if group.total else ()))
    return [_head([_NAME, _FIGURE], place), *(Line(((Text(fact.path[-1]),), _fact(fact)), place) for fact in facts)]


def _listed(rows: Sequence[ListRow], columns: Sequence[str], place: Place) -> list[Line]:
    names = list(columns) or list(dict.fromkeys(name for row in rows for name in row.cells if _said(row, name)))
    wanted = names[:_MOST_COLUMNS]
    return [_head(wanted, place), *(Line(tuple(_cell(row, name) for name in wanted), place) for row in rows)]


def _scores(rows: Sequence[ListRow], place: Place) -> list[Line]:
    """Points to be had, points that were got, and their rate; indicators without points of their own get none."""
    names = dict.fromkeys(row.text(_GROUP) for row in rows)
    groups = [(name, [row for row in rows if row.text(_GROUP) == name]) for name in names]
    lines = [_head([_GROUP, _POINTS, _EARNED, _RATE], place)]
    lines += [_scored(name, own, place) for name, own in groups]
    return [*lines, _scored(_TOTAL, rows, place)]


def _scored(name: str, rows: Sequence[ListRow], place: Place) -> Line:
    points, earned = (_sum(rows, column) for column in (_POINTS, _EARNED))
    rate = f"{round_half_up(earned / points * 100, 2):f}%" if points and earned is not None else ""
    words = [name, *("" if figure is None else plain(figure) for figure in (points, earned)), rate]
    return Line(tuple((Text(word),) if word else () for word in words), place)


def _sum(rows: Sequence[ListRow], column: str) -> Decimal | None:
    """None unless every row has the figure."""
    figures = [row.quantity(column) for row in rows]
    return sum((figure.number for figure in figures if figure), Decimal(0)) if all(figures) else None


def _said(row: ListRow, name: str) -> bool:
    return isinstance(row.cells.get(name), Written | Fact)


def _cell(row: ListRow, name: str) -> Words:
    cell = row.cells.get(name)
    if isinstance(cell, Written):
        return (Text(" ".join(cell.text.split()), cell.place),)
    return _fact(cell) if isinstance(cell, Fact) else ()


def _fact(fact: Fact | None) -> Words:
    if fact is None:
        return ()
    quantity = fact.quantity
    return (Number(str(quantity), fact, fact.place),) if quantity else (Text(str(fact.value), fact.place),)


def _head(names: Sequence[str], place: Place) -> Line:
    return Line(tuple((Text(name),) for name in names), place)


def _groups(group: FactGroup) -> Iterator[FactGroup]:
    yield group
    for inner in group.groups:
        yield from _groups(inner)
