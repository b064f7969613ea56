"""表格 of pack.yaml → forms; cells are words, or say what fills them.

列宽: [20, 40, 96]            mm, in proportion to the type area
小数: 照写                    as typed; otherwise all figures of a column have the same number of decimals
表头: 1                       rows that stand on every page
一页: {字号: 小五, 行距: 11, 上下: 0.2}   how closely a form of one page may be set: name of a size, pt, mm
行:
  - [任务, 内容, {文: 金额, 对齐: 中}]            fixed words
  - 逐条: 年度主要任务                            a row for each line
    合并: [任务名称]
    格: [{填: 任务名称}, {填: 内容}, {填: 金额}]
  - [合计, "", {和: 年度主要任务.金额}]
  - 逐条: 用款单位                                several rows for each line: a sub-total and what it adds up
    行:
      - [{填: 单位名称}, "", {和: 项目.金额}]
      - {逐条: 项目, 格: [{填: 项目名称}, {填: 内容}, {填: 金额}]}
  - 分组: 一级指标                                several rows for each value that lines have in common
    清单: [中期指标, 年度指标]
    行: [ … ]
  - 竖标: 绩效指标                                a label beside rows
    行: [ … ]
  - 并排: {左: [ … ], 右: [ … ], 右起: 4}

Other cells:
  {式: "目标（{期间}）"}                          words around fields
  {列: 指标, 式: "{序号}.{三级指标}{指标值}"}     a paragraph for each line of a listing
  {和: [财政拨款, 其他资金]}                      columns of the line at hand
  {率: [支出, 预算]}, {按率得分: [支出, 预算], 满分: 10}
and beside any of them 跨列, 跨行, 对齐, 名.
"""

from collections.abc import Mapping as Mapping_
from decimal import Decimal

from reportgen.language import _
from reportgen.model.density import Density
from reportgen.packs.cells_reader import CellReader, Room
from reportgen.packs.fields import Field
from reportgen.packs.forms import (
    Beside,
    EachBlock,
    EachRow,
    FixedRow,
    Form,
    FormCell,
    FormRow,
    Grouped,
    Labelled,
)
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node, Sequence

_FORM_KEYS = ["列宽", "表头", "单位", "题注", "逐条", "小数", "一页", "行"]
_AS_WRITTEN = "照写"
SIZES = {"小四": 12.0, "五号": 10.5, "小五": 9.0}
"""The sizes of letters in forms, in pt; none is smaller."""
POINTS = Decimal("2.8346")
"""In a millimetre."""
_ROW_KEYS = ["逐条", "格", "合并", "分组", "清单", "竖标", "行", "并排"]


def read_forms(node: Node | None, fields: Mapping_[str, Field], expect: Expect) -> dict[str, Form]:
    """The forms of a pack by name."""
    mapping = expect.mapping(node, "表格") if node is not None else None
    read = (_form(entry.key.text, entry.value, CellReader(fields, expect)) for entry in mapping or ())
    return {form.name: form for form in read if form}


def _form(name: str, node: Node, reader: CellReader) -> Form | None:
    expect = reader.expect
    mapping = expect.mapping(node, name, _FORM_KEYS)
    rows = mapping.get("行") if mapping else None
    if mapping is None or rows is None:
        return None
    widths = tuple(filter(None, (reader.number(width, "列宽") for width in reader.words(mapping.get("列宽"), "列宽"))))
    each = expect.optional_text(mapping, "逐条")
    room = Room(len(widths))
    listing = reader.listing(each, room) if each else None
    unit, caption = expect.optional_text(mapping, "单位"), expect.optional_text(mapping, "题注")
    form = Form(
        name,
        widths,
        _RowReader(reader).rows(rows, room.within("", listing.fields) if listing else room),
        int(reader.number(mapping.get("表头"), "表头") or 0),
        unit.text if unit else "",
        caption.text if caption else "",
        each.text if each else "",
        _as_written(mapping, reader),
        _one_page(mapping, reader),
    )
    reader.unanswered()
    return form


def _as_written(mapping: Mapping, reader: CellReader) -> bool:
    decimals = reader.expect.optional_text(mapping, "小数")
    if decimals and decimals.text != _AS_WRITTEN:
        reader.wrong(decimals.place, _("「小数」只能写「照写」；不写这一行，一栏的小数位数就一样"))
    return decimals is not None


def _one_page(mapping: Mapping, reader: CellReader) -> Density | None:
    node = mapping.get("一页")
    limits = reader.expect.mapping(node, "一页", ["字号", "行距", "上下"]) if node is not None else None
    if limits is None:
        return None
    named = reader.expect.required_text(limits, "字号")
    line, high = (reader.number(limits.get(key), key) for key in ("行距", "上下"))
    if named is None or line is None or high is None:
        reader.wrong(limits.place, _("「一页」要写 字号、行距（磅）、上下（毫米）"))
    elif named.text not in SIZES:
        reader.wrong(named.place, _("「字号」写 {names}", names=_("、").join(SIZES)), did_you_mean(named.text, SIZES))
    else:
        return Density(SIZES[named.text], float(line), float(high * POINTS))
    return None


class _RowReader(Struct):
    """Reads rows; `covered` counts, row by row, the columns that cells above reach down into."""

    reader: CellReader
    covered: list[int] = field(default_factory=list)

    @property
    def expect(self) -> Expect:
        return self.reader.expect

    def rows(self, node: Node, room: Room) -> tuple[FormRow, ...]:
        outer, self.covered = self.covered, []
        rows = [self.row(item, room) for item in self.expect.sequence(node, "行")]
        self.covered = outer
        return tuple(row for row in rows if row)

    def row(self, node: Node, room: Room) -> FormRow | None:
        if isinstance(node, Sequence):
            return FixedRow(self.fitting(self.reader.cells(node, room), node.place, room))
        mapping = self.expect.mapping(node, "行", _ROW_KEYS)
        if mapping is None:
            return None
        self.covered = []
        readers = {"逐条": self.each, "分组": self.grouped, "并排": self.beside, "竖标": self.labelled}
        for key, read in readers.items():
            if mapping.get(key) is not None:
                return read(mapping, room)
        self.reader.wrong(node.place, _("一行写成 [格, 格 …]，或者用 逐条、分组、竖标、并排"))
        return None

    def fitting(self, cells: tuple[FormCell, ...], place: Place, room: Room) -> tuple[FormCell, ...]:
        """The cells, and a report when the table has no room for the last of them."""
        covered = self.covered.pop(0) if self.covered else 0
        wanted = covered + sum(cell.columns for cell in cells)
        if wanted > room.width:
            label = _("这一行要 {wanted} 列，表里只有 {width} 列", wanted=wanted, width=room.width)
            self.reader.wrong(place, label)
        for cell in cells:
            longer = cell.rows - 1 - len(self.covered)
            self.covered += [0] * max(0, longer)
            for below in range(cell.rows - 1):
                self.covered[below] += cell.columns
        return cells

    def each(self, mapping: Mapping, room: Room) -> FormRow | None:
        path, cells, rows = self.expect.required_text(mapping, "逐条"), mapping.get("格"), mapping.get("行")
        listing = self.reader.listing(path, room) if path else None
        if path is None or listing is None:
            return None
        inner = room.within(path.text, listing.fields)
        if rows is not None:
            return EachBlock(path.text, self.rows(rows, inner))
        if cells is None:
            self.reader.wrong(mapping.place, _("「逐条」要写「格」或「行」"))
            return None
        merged = self.reader.words(mapping.get("合并"), "合并")
        for column in merged:
            self.reader.declared((column.text,), column.place, inner)
        made = self.fitting(self.reader.cells(cells, inner), mapping.place, inner)
        return EachRow(path.text, made, tuple(column.text for column in merged))

    def grouped(self, mapping: Mapping, room: Room) -> FormRow | None:
        column, rows = self.expect.required_text(mapping, "分组"), mapping.get("行")
        paths = self.reader.words(mapping.get("清单"), "清单")
        listings = [listing for path in paths if (listing := self.reader.listing(path, room))]
        if column is None or rows is None or not listings:
            self.reader.wrong(mapping.place, _("「分组」要写 清单、行"))
            return None
        common = [self.column(listing, column) for listing in listings]
        inner = room.within(room.path, filter(None, common))
        return Grouped(column.text, tuple(path.text for path in paths), self.rows(rows, inner))

    def column(self, listing: Field, name: Written) -> Field | None:
        known = {column.name: column for column in listing.fields}
        if name.text not in known:
            label = _("「{listing}」没有这一列", listing=listing.name)
            self.reader.wrong(name.place, label, did_you_mean(name.text, known))
        return known.get(name.text)

    def beside(self, mapping: Mapping, room: Room) -> FormRow | None:
        node = mapping.get("并排")
        halves = self.expect.mapping(node, "并排", ["左", "右", "右起"]) if node is not None else None
        left, right = (halves.get("左"), halves.get("右")) if halves else (None, None)
        split = self.reader.number(halves.get("右起"), "右起") if halves else None
        if left is None or right is None or split is None:
            self.reader.wrong(mapping.place, _("「并排」要写 左、右、右起"))
            return None
        at = int(split)
        return Beside(
            self.rows(left, replace(room, width=at)), self.rows(right, replace(room, width=room.width - at)), at
        )

    def labelled(self, mapping: Mapping, room: Room) -> FormRow | None:
        label, rows = mapping.get("竖标"), mapping.get("行")
        if label is None or rows is None:
            self.reader.wrong(mapping.place, _("「竖标」要写「行」"))
            return None
        cell = self.reader.cell(label, room)
        return Labelled(cell, self.rows(rows, replace(room, width=room.width - cell.columns)))
