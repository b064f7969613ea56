"""The fund table that the sentences of a report make: totals, and items with what they got, spent and at which rate."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.model.content import FundColumn
from reportgen.record import Struct, field
from reportgen.source.composed_text import Given
from reportgen.statements.statement import Period, Role, Statement

_APPROVED = re.compile(r"(?:预算|批复|安排)")
_INITIAL = re.compile(r"年初预算")
_RECEIVED = re.compile(r"(?:实收|到位|实际收入)")
_SPENT = re.compile(r"(?:支出|执行|使用)")
_RATE = re.compile(r"(?:支付率|执行率)$")
_ITEM = re.compile(r"[\u4e00-\u9fffA-Za-z（）()“”]{2,24}(?:经费|资金|补助|费用|项目|费)")
_PARTIAL = re.compile(r"其中|专项|项目|基本|三公|采购|人员|公用|经费|资金|上年|结转")
_MONEY = re.compile(r"(?P<number>-?[\d,]+(?:\.\d+)?)\s*(?P<unit>万元|亿元|元)")

Found = Iterator[tuple[str, Statement, str]]
"""The path of a figure, where it stands, and how it is written in the field."""


class _Row(Struct):
    cells: dict[str, Statement] = field(default_factory=dict)


def fund_figures(prose: Sequence[Statement], name: str, values: dict[str, Given]) -> Found:
    """The figures of the fund table called `name`, which is put into `values` where the totals are told."""
    told = [each for each in prose if each.exact and each.period is Period.NOW and not each.planned and each.typed]
    money = [each for each in told if _unit(each) and each.role is Role.AMOUNT]
    total = _total(money)
    if not total:
        return
    unit = _unit(next(iter(total.values())))
    table: dict[str, Given] = {"金额单位": unit}
    for column, each in total.items():
        table[column] = _written(each)
        yield f"{name}.{column}", each, _written(each)
    items: list[Given] = []
    for item, row in _items(told).items():
        cells = {name: each for name, each in row.cells.items() if _unit(each) in ("", unit)}
        if FundColumn.SPENT.value not in cells or len(cells) == 1:
            continue
        line: dict[str, Given] = {"名称": item}
        for column, each in cells.items():
            line[column] = _written(each)
            yield f"{name}.{item}.{column}", each, _written(each)
        items.append(line)
    if items:
        table["分项"] = items
    values[name] = table


def _written(statement: Statement) -> str:
    """The number alone: the unit is that of the table."""
    found = _MONEY.fullmatch(statement.text)
    return found["number"] if found else statement.text


def _unit(statement: Statement) -> str:
    """元, 万元 or 亿元 as it is written; empty for what is no plain amount of money."""
    found = _MONEY.fullmatch(statement.text)
    return found["unit"] if found else ""


def _total(money: Sequence[Statement]) -> dict[str, Statement]:
    """批复 and 支出 of the whole: the first two that are said of nothing smaller, in one unit."""
    found: dict[str, Statement] = {}
    for each in money:
        words = each.label
        if _PARTIAL.search(words) or _ITEM.fullmatch(each.subject) or each.depth:
            continue
        column = _column(each)
        if column in (FundColumn.APPROVED.value, FundColumn.SPENT.value):
            found.setdefault(column, each)
    if len(found) < 2 or len({_unit(each) for each in found.values()}) > 1:
        return {}
    return found


def _items(told: Sequence[Statement]) -> dict[str, _Row]:
    """The items by name; one that is said of twice with other figures is none."""
    rows: dict[str, _Row] = {}
    for each in told:
        column = _column(each)
        if not column or not _ITEM.fullmatch(each.subject):
            continue
        row = rows.setdefault(each.subject, _Row())
        row.cells.setdefault(column, each)
    return rows


def _column(statement: Statement) -> str:
    words = statement.label
    if statement.role is Role.RATE:
        return FundColumn.RATE.value if _RATE.search(words) else ""
    if statement.role is not Role.AMOUNT or not _unit(statement):
        return ""
    if _SPENT.search(words):
        return FundColumn.SPENT.value
    if _RECEIVED.search(words):
        return FundColumn.RECEIVED.value
    if _INITIAL.search(words):
        return ""
    return FundColumn.APPROVED.value if _APPROVED.search(words) else ""
