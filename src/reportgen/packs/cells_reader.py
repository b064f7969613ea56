"""格 of a form → cells; every field that a cell fills in, and every figure that a total names, must be there."""

from collections.abc import Iterable
from collections.abc import Mapping as Mapping_
from decimal import Decimal

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.model.facts import FORMER, GROWTH
from reportgen.model.table import CellRole
from reportgen.numbers import read_bare_number
from reportgen.packs.fields import Field, FieldType
from reportgen.packs.forms import Fill, FormCell, Pattern, Rate, Source, Sum, Words
from reportgen.place import Place, Written
from reportgen.record import Struct, field
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Mapping, Node

_CELL_KEYS = ["文", "填", "式", "列", "和", "率", "按率得分", "满分", "跨列", "跨行", "对齐", "名"]
_ROLES = {"表头": CellRole.HEAD, "左": CellRole.TEXT, "中": CellRole.CENTER, "右": CellRole.NUMBER}
_LISTS = (FieldType.LISTING, FieldType.INDICATORS)
_FIGURES = (FieldType.AMOUNT, FieldType.QUANTITY)


class Room(Struct, frozen=True):
    """Where a row stands: how many columns it has, and the columns of the lines at hand.

    `path` is the innermost listing whose line is at hand.
    """

    width: int
    columns: Mapping_[str, Field] = field(default_factory=dict)
    path: str = ""

    def within(self, path: str, columns: Iterable[Field]) -> "Room":
        """The same room with a line of a listing at hand."""
        return Room(self.width, {**self.columns, **{column.name: column for column in columns}}, path)


class CellReader(Struct):
    """Reads the cells of one form and remembers which figures they offer and which they add up."""

    fields: Mapping_[str, Field]
    expect: Expect
    offered: set[str] = field(default_factory=set)
    asked: list[Written] = field(default_factory=list)

    def cells(self, node: Node, room: Room) -> tuple[FormCell, ...]:
        """The cells of a row."""
        return tuple(self.cell(item, room) for item in self.expect.sequence(node, "格"))

    def cell(self, node: Node, room: Room) -> FormCell:
        """A cell: words alone, or what fills it."""
        if isinstance(node, Written):
            return FormCell(Words(node.text))
        mapping = self.expect.mapping(node, "格", _CELL_KEYS)
        if mapping is None:
            return FormCell(Words(""))
        role, name = self.expect.optional_text(mapping, "对齐"), self.expect.optional_text(mapping, "名")
        if role is not None and role.text not in _ROLES:
            self.wrong(role.place, _("「对齐」写 表头、左、中 或 右"))
        cell = FormCell(
            self._source(mapping, room),
            int(self.number(mapping.get("跨列"), "跨列") or 1),
            int(self.number(mapping.get("跨行"), "跨行") or 1),
            _ROLES.get(role.text) if role else None,
            name.text if name else "",
        )
        self._offer(cell, room)
        return cell

    def _offer(self, cell: FormCell, room: Room) -> None:
        names = {cell.name} - {""}
        if isinstance(cell.source, Fill):
            declared = {**self.fields, **room.columns}.get(cell.source.path)
            names |= {cell.source.path} if declared and declared.type in _FIGURES else set()
        self.offered |= names | {f"{room.path}.{name}" for name in names if room.path}

    def _source(self, mapping: Mapping, room: Room) -> Source:
        path, pattern = self.expect.optional_text(mapping, "填"), self.expect.optional_text(mapping, "式")
        if path is not None:
            self.declared((path.text,), path.place, room)
            return Fill(path.text)
        if pattern is not None:
            return self._pattern(pattern, mapping, room)
        total = mapping.get("和")
        if total is not None:
            parts = self.words(total, "和")
            self.asked += parts
            return Sum(tuple(part.text for part in parts))
        if mapping.get("率") is not None or mapping.get("按率得分") is not None:
            return self._rate(mapping, room)
        text = mapping.get("文")
        return Words(text.text if isinstance(text, Written) else "")

    def _pattern(self, written: Written, mapping: Mapping, room: Room) -> Pattern:
        found = [(path, self.listing(path, room)) for path in self.words(mapping.get("列"), "列")]
        pattern = Pattern(written.text, tuple(path.text for path, listing in found if listing))
        for _path, listing in found:
            room = room.within(room.path, listing.fields) if listing else room
        self.declared(pattern.names, written.place, room)
        if pattern.is_numbered and not (pattern.listings or room.path):
            self.wrong(written.place, _("「{ordinal}」写在「逐条」的行里，或与「列」一起写", ordinal="{序号}"))
        return pattern

    def _rate(self, mapping: Mapping, room: Room) -> Rate:
        key = "率" if mapping.get("率") is not None else "按率得分"
        names = self.words(mapping.get(key), key)
        self.asked += [name for name in names if name.text not in {**self.fields, **room.columns}]
        if len(names) != 2:
            self.wrong(mapping.place, _("「{key}」写两个名称：[支出, 预算]", key=key))
        part, whole = ([name.text for name in names] + ["", ""])[:2]
        return Rate(part, whole, self.number(mapping.get("满分"), "满分") if key == "按率得分" else None)

    def listing(self, path: Written, room: Room) -> Field | None:
        """The listing of that name: a column of a line at hand, or a field of the content."""
        known = {**self.fields, **room.columns}
        found = known.get(path.text)
        if found is None or found.type not in _LISTS:
            self.wrong(path.place, _("这里要写一个清单或指标字段"), did_you_mean(path.text, known))
            return None
        return found

    def declared(self, names: Iterable[str], place: Place, room: Room) -> None:
        """Report names that are neither columns of the lines at hand nor fields, nor what such were last year."""
        known = {**self.fields, **room.columns}
        for name in names:
            if name.removeprefix(f"{FORMER}.").removeprefix(f"{GROWTH}.") not in known:
                self.wrong(place, _("没有声明这个字段"), did_you_mean(name, known))

    def unanswered(self) -> None:
        """Report figures that totals name and no cell of the form has."""
        for name in self.asked:
            if name.text not in self.offered:
                self.wrong(name.place, _("表里没有这一项数字"), did_you_mean(name.text, self.offered))

    def words(self, node: Node | None, what: str) -> list[Written]:
        """A name, or a list of names."""
        if isinstance(node, Written):
            return [node]
        items = self.expect.sequence(node, what) if node is not None else ()
        return [item for item in items if isinstance(item, Written)]

    def number(self, node: Node | None, what: str) -> Decimal | None:
        """A number that the pack gives."""
        written = self.expect.text(node, what) if node is not None else None
        if written is None:
            return None
        number = read_bare_number(written.text)
        if number is None:
            self.wrong(written.place, _("「{what}」写数字", what=what))
        return number

    def wrong(self, place: Place, label: str, fix: str = "") -> None:
        """Report something that is wrong with the pack."""
        self.expect.report(PACK_WRONG, place, label, fix)
