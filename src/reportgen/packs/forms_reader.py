"""表格 of pack.yaml → forms; cells are words, or say what fills them.

列宽: [20, 40, 96]            mm, in proportion to the type area
表头: 1                       rows that stand on every page
行:
  - [任务, 内容, {文: 金额, 对齐: 中}]            fixed words
  - 逐条: 年度主要任务                            a row for each line
    合并: [任务名称]
    格: [{填: 任务名称}, {填: 内容}, {填: 金额}]
  - [合计, "", {和: 年度主要任务.金额}]
  - 竖标: 绩效指标                                a label beside rows
    行: [ … ]
  - 并排: {左: [ … ], 右: [ … ], 右起: 4}
"""

from collections.abc import Mapping as Mapping_
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.model.table import CellRole
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.forms import (
    Beside,
    EachRow,
    Fill,
    FixedRow,
    Form,
    FormCell,
    FormRow,
    Labelled,
    Rate,
    Source,
    Sum,
    Words,
)
from reportgen.place import Written
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node, Sequence

_FORM_KEYS = ["列宽", "表头", "单位", "题注", "逐条", "行"]
_CELL_KEYS = ["文", "填", "和", "率", "按率得分", "满分", "跨列", "跨行", "对齐", "名"]
_ROLES = {"表头": CellRole.HEAD, "左": CellRole.TEXT, "中": CellRole.CENTER, "右": CellRole.NUMBER}
_LISTS = (FieldType.LISTING, FieldType.INDICATORS)


def read_forms(node: Node | None, fields: Mapping_[str, Field], expect: Expect) -> dict[str, Form]:
    """The forms of a pack by name."""
    mapping = expect.mapping(node, "表格") if node is not None else None
    forms = (_Reader(fields, expect).form(entry.key.text, entry.value) for entry in mapping) if mapping else ()
    return {form.name: form for form in forms if form}


@dataclass
class _Reader:
    fields: Mapping_[str, Field]
    expect: Expect

    def form(self, name: str, node: Node) -> Form | None:
        mapping = self.expect.mapping(node, name, _FORM_KEYS)
        rows_node = mapping.get("行") if mapping else None
        if mapping is None or rows_node is None:
            return None
        widths = [self.number(item, "列宽") for item in self.items(mapping.get("列宽"), "列宽")]
        each = self.expect.optional_text(mapping, "逐条")
        listing = self.listing(each, None) if each else None
        unit, caption = self.expect.optional_text(mapping, "单位"), self.expect.optional_text(mapping, "题注")
        return Form(
            name,
            tuple(width for width in widths if width),
            self.rows(rows_node, listing),
            int(self.number(mapping.get("表头"), "表头") or 0),
            unit.text if unit else "",
            caption.text if caption else "",
            each.text if each else "",
        )

    def listing(self, path: Written, within: Field | None) -> Field | None:
        """The listing of that name: a column of the line at hand, or a field of the content."""
        columns = {column.name: column for column in within.fields} if within else {}
        found = columns.get(path.text) or self.fields.get(path.text)
        if found is None or found.type not in _LISTS:
            label = _("「逐条」要写一个清单或指标字段")
            self.expect.report(PACK_WRONG, path.place, label, did_you_mean(path.text, {*columns, *self.fields}))
            return None
        return found

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        return self.expect.sequence(node, what) if node is not None else ()

    def number(self, node: Node | None, what: str) -> Decimal | None:
        written = self.expect.text(node, what) if node is not None else None
        if written is None:
            return None
        try:
            return Decimal(written.text)
        except InvalidOperation:
            self.expect.report(PACK_WRONG, written.place, _("「{what}」写数字", what=what))
            return None

    def rows(self, node: Node, listing: Field | None) -> tuple[FormRow, ...]:
        rows = (self.row(item, listing) for item in self.expect.sequence(node, "行"))
        return tuple(row for row in rows if row)

    def row(self, node: Node, listing: Field | None) -> FormRow | None:
        if isinstance(node, Sequence):
            return FixedRow(self.cells(node, listing))
        mapping = self.expect.mapping(node, "行", ["逐条", "格", "合并", "竖标", "行", "并排"])
        if mapping is None:
            return None
        if mapping.get("逐条") is not None:
            return self.each(mapping, listing)
        beside = mapping.get("并排")
        if beside is not None:
            return self.beside(beside, listing)
        label, rows = mapping.get("竖标"), mapping.get("行")
        if label is None or rows is None:
            self.expect.report(PACK_WRONG, node.place, _("一行写成 [格, 格 …]，或者用 逐条、竖标、并排"))
            return None
        return Labelled(self.cell(label, listing), self.rows(rows, listing))

    def each(self, mapping: Mapping, within: Field | None) -> EachRow | None:
        path, cells = self.expect.required_text(mapping, "逐条"), mapping.get("格")
        listing = self.listing(path, within) if path else None
        if path is None or cells is None or listing is None:
            return None
        merged = [item.text for item in self.items(mapping.get("合并"), "合并") if isinstance(item, Written)]
        return EachRow(path.text, self.cells(cells, listing), tuple(merged))

    def beside(self, node: Node, listing: Field | None) -> Beside | None:
        mapping = self.expect.mapping(node, "并排", ["左", "右", "右起"])
        left, right = (mapping.get("左"), mapping.get("右")) if mapping else (None, None)
        split = self.number(mapping.get("右起"), "右起") if mapping else None
        if left is None or right is None or split is None:
            self.expect.report(PACK_WRONG, node.place, _("「并排」要写 左、右、右起"))
            return None
        return Beside(self.rows(left, listing), self.rows(right, listing), int(split))

    def cells(self, node: Node, listing: Field | None) -> tuple[FormCell, ...]:
        return tuple(self.cell(item, listing) for item in self.expect.sequence(node, "格"))

    def cell(self, node: Node, listing: Field | None) -> FormCell:
        if isinstance(node, Written):
            return FormCell(Words(node.text))
        mapping = self.expect.mapping(node, "格", _CELL_KEYS)
        if mapping is None:
            return FormCell(Words(""))
        role, name = self.expect.optional_text(mapping, "对齐"), self.expect.optional_text(mapping, "名")
        if role is not None and role.text not in _ROLES:
            self.expect.report(PACK_WRONG, role.place, _("「对齐」写 表头、左、中 或 右"))
        return FormCell(
            self.source(mapping, listing),
            int(self.number(mapping.get("跨列"), "跨列") or 1),
            int(self.number(mapping.get("跨行"), "跨行") or 1),
            _ROLES.get(role.text) if role else None,
            name.text if name else "",
        )

    def source(self, mapping: Mapping, listing: Field | None) -> Source:
        path = self.expect.optional_text(mapping, "填")
        if path is not None:
            self.declared(path, listing)
            return Fill(path.text)
        total, rate, points = mapping.get("和"), mapping.get("率"), mapping.get("按率得分")
        if total is not None:
            return Sum(self.words(total))
        if rate is not None or points is not None:
            pair = (*self.words(rate if rate is not None else points), "", "")
            return Rate(pair[0], pair[1], self.number(mapping.get("满分"), "满分") if points is not None else None)
        text = mapping.get("文")
        return Words(text.text if isinstance(text, Written) else "")

    def words(self, node: Node | None) -> tuple[str, ...]:
        if isinstance(node, Written):
            return (node.text,)
        return tuple(item.text for item in self.items(node, "和") if isinstance(item, Written))

    def declared(self, path: Written, listing: Field | None) -> None:
        columns = {column.name for column in listing.fields} if listing else set()
        if path.text not in columns and path.text not in self.fields:
            names = columns | set(self.fields)
            self.expect.report(PACK_WRONG, path.place, _("没有声明这个字段"), did_you_mean(path.text, names))
