"""The fund table of a content file: 批复, 到位, 支出 and 支付率 of the year, the items and the lines apart."""

from reportgen.diagnostics.kinds import BAD_AMOUNT, MISSING
from reportgen.language import _
from reportgen.model.content import FundColumn, FundRow, FundTable
from reportgen.model.facts import Fact
from reportgen.model.quantity import split_unit
from reportgen.place import Place
from reportgen.resolve.quantities import read_fact
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

_COLUMNS = [column.value for column in FundColumn]
_OTHERS = ["三公经费", "政府采购"]
_KEYS = ["金额单位", *_COLUMNS, "项目资金", "分项", *_OTHERS]
_MONEY_UNITS = ("元", "万元", "亿元")


def read_funds(path: tuple[str, ...], node: Node, expect: Expect) -> FundTable | None:
    """A fund table; None when it is not keys and values at all."""
    mapping = expect.mapping(node, path[-1], _KEYS)
    if mapping is None:
        return None
    unit = _unit(mapping, expect)
    rows = {
        key: _row((*path, key), key, value, unit, expect)
        for key in ("项目资金", *_OTHERS)
        if (value := mapping.get(key)) is not None
    }
    return FundTable(
        unit=unit,
        year=_row_of(path, path[-1], mapping, unit, expect, mapping.place),
        projects=rows.get("项目资金"),
        items=_items(path, mapping, unit, expect),
        others=tuple(row for key in _OTHERS if (row := rows.get(key))),
        place=mapping.place,
    )


def _unit(mapping: Mapping, expect: Expect) -> str:
    written = expect.required_text(mapping, "金额单位")
    if written is None:
        return "万元"
    if written.text not in _MONEY_UNITS:
        expect.report(BAD_AMOUNT, written.place, _("金额单位写 元、万元 或 亿元"))
        return "万元"
    return written.text


def _items(path: tuple[str, ...], mapping: Mapping, unit: str, expect: Expect) -> tuple[FundRow, ...]:
    node = mapping.get("分项")
    rows: list[FundRow] = []
    for item in expect.rows(node, "分项", ["名称", *_COLUMNS]) if node is not None else ():
        name = expect.required_text(item, "名称")
        if name is not None:
            if any(row.name == name.text for row in rows):
                expect.report(MISSING, name.place, _("「{name}」已经有一行了，请换一个名称", name=name.text))
            rows.append(_row_of((*path, name.text), name.text, item, unit, expect, item.place))
    return tuple(rows)


def _row(path: tuple[str, ...], name: str, node: Node, unit: str, expect: Expect) -> FundRow | None:
    mapping = expect.mapping(node, name, _COLUMNS)
    return _row_of(path, name, mapping, unit, expect, mapping.place) if mapping else None


def _row_of(
    path: tuple[str, ...], name: str, mapping: Mapping, unit: str, expect: Expect, place: Place
) -> FundRow:
    cells: dict[FundColumn, Fact] = {}
    for column in FundColumn:
        node = mapping.get(column.value)
        if node is not None:
            cell = read_fact((*path, column.value), node, expect, "%" if column is FundColumn.RATE else unit)
            cell = cell and _fitting(cell, column, expect)
            cells |= {column: cell} if cell else {}
    return FundRow(name, cells, place)


def _fitting(cell: Fact, column: FundColumn, expect: Expect) -> Fact | None:
    """Refuse a count or a rate where money is wanted, and the other way round."""
    quantity = cell.quantity
    if quantity is None:
        return None
    wanted = "%" if column is FundColumn.RATE else split_unit("万元")[1]
    if quantity.kind != wanted:
        hint = _("这里要金额") if column is not FundColumn.RATE else _("这里要百分数，如 51.6%")
        expect.report(BAD_AMOUNT, cell.place, hint)
        return None
    return cell
