"""The fund table of a content file: the stages of money for the year, for its items and for the lines apart.

年初预算 is the budget as first approved, 批复 that of the whole year (全年预算数, with what was added or cut).
"""

from reportgen.diagnostics.kinds import BAD_AMOUNT, WRONG_TYPE
from reportgen.language import _
from reportgen.model.content import FundColumn, FundRow, FundTable
from reportgen.model.facts import Fact
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.resolve.quantities import read_amount, read_fact
from reportgen.resolve.quoted import bare
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

_COLUMNS = [column.value for column in FundColumn]
_OTHERS = ["基本支出", "三公经费", "政府采购"]
_PROJECTS, _ITEMS, _NAME, _UNIT = "项目资金", "分项", "名称", "金额单位"
_KEYS = [_UNIT, *_COLUMNS, _PROJECTS, _ITEMS, *_OTHERS]
_MYRIADS = "万元"
_MONEY_UNITS = ("元", _MYRIADS, "亿元")


def read_funds(path: tuple[str, ...], node: Node, expect: Expect) -> FundTable | None:
    """A fund table; None when it is not keys and values at all."""
    mapping = expect.mapping(node, path[-1], _KEYS)
    return _Table(path, _unit(mapping, expect), expect).read(mapping) if mapping else None


def money_unit(table: Node) -> str:
    """What the amounts of a fund table are counted in, as it stands; 万元 where it does not say."""
    written = table.get(_UNIT) if isinstance(table, Mapping) else None
    return written.text if isinstance(written, Written) else _MYRIADS


def _unit(mapping: Mapping, expect: Expect) -> str:
    written = bare(expect.required_text(mapping, _UNIT), expect)
    if written is None:
        return _MYRIADS
    if written.text not in _MONEY_UNITS:
        expect.report(BAD_AMOUNT, written.place, _("金额单位写 元、万元 或 亿元"))
        return _MYRIADS
    return written.text


class _Table(Struct):
    """One table being read: the path of its field and its money unit."""

    path: tuple[str, ...]
    unit: str
    expect: Expect

    def read(self, mapping: Mapping) -> FundTable:
        rows = {key: self.row(key, value) for key in (_PROJECTS, *_OTHERS) if (value := mapping.get(key)) is not None}
        return FundTable(
            unit=self.unit,
            year=FundRow(self.path[-1], self.cells(self.path, mapping), mapping.place),
            projects=rows.get(_PROJECTS),
            items=self.items(mapping.get(_ITEMS)),
            others=tuple(row for key in _OTHERS if (row := rows.get(key))),
            place=mapping.place,
        )

    def row(self, name: str, node: Node) -> FundRow | None:
        mapping = self.expect.mapping(node, name, _COLUMNS)
        return FundRow(name, self.cells((*self.path, name), mapping), mapping.place) if mapping else None

    def items(self, node: Node | None) -> tuple[FundRow, ...]:
        rows: dict[str, FundRow] = {}
        for item in self.expect.rows(node, _ITEMS, [_NAME, *_COLUMNS]) if node is not None else ():
            name = self.expect.required_text(item, _NAME)
            if name is not None:
                self.refuse_second(name, rows)
                rows[name.text] = FundRow(name.text, self.cells((*self.path, name.text), item), item.place)
        return tuple(rows.values())

    def refuse_second(self, name: Written, rows: dict[str, FundRow]) -> None:
        """References go by name: two items of one name could not be told apart."""
        if name.text in rows:
            label = _("「{name}」已经有一行了，请换一个名称", name=name.text)
            self.expect.report(WRONG_TYPE, name.place, label)

    def cells(self, path: tuple[str, ...], mapping: Mapping) -> dict[FundColumn, Fact]:
        cells: dict[FundColumn, Fact] = {}
        for column in FundColumn:
            node = mapping.get(column.value)
            cell = self.cell((*path, column.value), column, node) if node is not None else None
            cells |= {column: cell} if cell else {}
        return cells

    def cell(self, path: tuple[str, ...], column: FundColumn, node: Node) -> Fact | None:
        """Money or a rate; a count where money is wanted is refused, and the other way round."""
        is_rate = column is FundColumn.RATE
        cell = (read_fact if is_rate else read_amount)(path, node, self.expect, "%" if is_rate else self.unit)
        if cell is None or cell.quantity is None or cell.quantity.kind == ("%" if is_rate else "元"):
            return cell
        hint = _("这里要百分数，如 51.6%") if is_rate else _("这里要金额，单位 元、万元 或 亿元")
        self.expect.report(BAD_AMOUNT, cell.place, hint)
        self.expect.unreadable.append(path)
        return None
