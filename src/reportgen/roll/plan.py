"""Fields and nodes → changes: what each pack says becomes of its fields, carried out on what the file says."""

from collections.abc import Collection

from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.packs.carrying import Carry
from reportgen.packs.fields import INDICATOR_COLUMNS, Field, FieldType
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace
from reportgen.resolve.apart import is_apart
from reportgen.resolve.funds import money_unit
from reportgen.resolve.listings import row_name
from reportgen.roll.changes import Change, Done, Former, Promise
from reportgen.roll.values import Values, figure_words, short
from reportgen.source.comments import MARK
from reportgen.source.node import Entry, Mapping, Node, Sequence

_NAMES = ("名称", "部门", "简称", "对应问题")
_NAMED_UNIT = "金额单位"
_NOTHING = "无"


class Plan(Struct):
    """The changes of a file as they are found, and what goes into its new parts."""

    values: Values
    changes: list[Change] = field(default_factory=list)
    former: list[Former] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    marked: set[int] = field(default_factory=set)
    """The lines above which there is, or will be, a mark."""

    def of_file(self, root: Mapping, fields: Collection[Field], titles: Collection[str]) -> None:
        """Every field of the packs that the file has."""
        declared = {each.name: each for each in fields}
        for entry in root:
            own = declared.get(entry.key.text)
            if own is None:
                continue
            apart = own.type is not FieldType.FACTS and is_apart(entry, titles)
            parts = list(entry.value) if apart and isinstance(entry.value, Mapping) else [entry]
            for part in parts:
                self._field(own, part, (own.name,) if part is entry else (own.name, part.key.text))
        self._promises(root, [each for each in fields if each.carried is Carry.ANSWER])

    # ---- by type ----

    def _field(self, own: Field, entry: Entry, path: tuple[str, ...]) -> None:
        node, carry = entry.value, own.carried
        match node:
            case Mapping() if own.type is FieldType.RECORD:
                self._columns(own.fields, node, path)
            case Mapping() if own.type in (FieldType.FUNDS, FieldType.FACTS, FieldType.SCORE):
                self._figures(node, path, carry, _unit(node, own))
            case Mapping():
                self._words(entry, path, mark=False)
            case Sequence():
                self._list(own, entry, node, path)
            case Written():
                self._single(own, entry, node, path)

    def _single(self, own: Field, entry: Entry, value: Written, path: tuple[str, ...]) -> None:
        carry, name = own.carried, ".".join(path)
        match own.type:
            case FieldType.YEAR:
                self.changes += self.values.year_moved(value, name)
            case FieldType.DATE:
                if carry is Carry.MOVE:
                    self.changes += self.values.moved(value, name, every=True)
                    self._mark(entry, name)
                else:
                    self._text(own, entry, value, name)
            case FieldType.AMOUNT | FieldType.QUANTITY:
                self._figure(value, path, carry, own.unit)
            case _:
                self._text(own, entry, value, name)

    def _text(self, own: Field, entry: Entry, value: Written, name: str) -> None:
        match own.carried:
            case Carry.CLEAR:
                self.changes += self.values.emptied(value, name)
            case Carry.MOVE:
                self.changes += self.values.moved(value, name, every=True)
            case _:
                moved = self.values.moved(value, name)
                self.changes += moved
                if own.type is FieldType.PROSE and value.text.strip("。 \n") != _NOTHING:
                    self._mark(entry, name)
                    self.changes += self.values.typed(value, name)
                elif not moved:
                    self.changes.append(Change(Done.SAME, name, value.place, short(value.text)))

    def _columns(self, columns: Collection[Field], row: Mapping, path: tuple[str, ...], named: str = "") -> None:
        """The parts of a record or of a line; its own name is what references know it by, and stays."""
        declared = {column.name: column for column in columns}
        for entry in row:
            column = declared.get(entry.key.text)
            if column is None or (named and isinstance(entry.value, Written) and entry.value.text == named):
                continue
            if column.carried is Carry.DROP:
                self.changes += self.values.dropped(row, entry, ".".join((*path, column.name)))
            else:
                self._field(column, entry, (*path, column.name))

    def _list(self, own: Field, entry: Entry, rows: Sequence, path: tuple[str, ...]) -> None:
        columns = tuple(replace(each, unit=each.unit or own.unit) for each in own.fields)
        if own.type is FieldType.INDICATORS:
            columns = columns or INDICATOR_COLUMNS
        if own.type in (FieldType.INDICATORS, FieldType.QUESTIONNAIRES):
            self._mark(entry, ".".join(path))
        for number, row in enumerate(rows.items, start=1):
            if not isinstance(row, Mapping):
                continue
            if own.type in (FieldType.LISTING, FieldType.INDICATORS):
                name = row_name(row, own)
                self._columns(columns, row, (*path, name or str(number)), name)
            elif own.type is FieldType.CHARTS:
                self._chart(row, path)
            else:
                for part in row:
                    asked_anew = own.type is FieldType.QUESTIONNAIRES  # one mark for a survey, which is made every year
                    self._words(part, (*path, _item_name(row, number)), mark=not asked_anew)

    # ---- by kind of value ----

    def _words(self, entry: Entry, path: tuple[str, ...], mark: bool = True) -> None:
        """Running text that no column declares: what a department did, a problem, a heading."""
        if isinstance(entry.value, Mapping):
            for part in entry.value:
                self._words(part, path, mark)
        elif isinstance(entry.value, Written) and entry.key.text not in _NAMES:
            name = ".".join((*path, entry.key.text))
            self.changes += self.values.moved(entry.value, name)
            if mark:
                self._mark(entry, name)
                self.changes += self.values.typed(entry.value, name)

    def _chart(self, row: Mapping, path: tuple[str, ...]) -> None:
        data, unit = row.get("数据"), row.get("单位")
        if isinstance(data, Mapping):
            self._figures(data, path, Carry.CLEAR, unit.text if isinstance(unit, Written) else "")

    def _figures(self, node: Mapping, path: tuple[str, ...], carry: Carry, unit: str) -> None:
        """A group of figures, or a table of funds, which has a list of lines in it."""
        for entry in node:
            name = (*path, entry.key.text)
            match entry.value:
                case Mapping():
                    self._figures(entry.value, name, carry, unit)
                case Sequence():
                    for row in entry.value.items:
                        if isinstance(row, Mapping):
                            self._figures(row, (*path, _item_name(row, 0)), carry, unit)
                case Written() if entry.key.text not in (*_NAMES, _NAMED_UNIT):
                    self._figure(entry.value, name, carry, "%" if entry.key.text == FundColumn.RATE.value else unit)

    def _figure(self, value: Written, path: tuple[str, ...], carry: Carry, unit: str) -> None:
        name = ".".join(path)
        if carry in (Carry.KEEP, Carry.MOVE):
            return
        if carry is Carry.FORMER and (words := figure_words(value.text, unit)):
            self.former.append(Former(path, words))
        self.changes += self.values.emptied(value, name, unit)

    def _mark(self, entry: Entry, name: str) -> None:
        """Above the line at which the entry begins, once."""
        line, sheet = entry.key.place.line, self.values.sheet
        if line in self.marked or (line > 1 and MARK in sheet.line(line - 1)):
            return
        self.marked.add(line)
        edit = sheet.above(line, f"{sheet.lead(line)}# {MARK}")
        place = Place(sheet.file, line, entry.key.place.column)
        self.changes.append(Change(Done.KEPT, name, place, "", _("# {mark}", mark=MARK), (edit,)))

    def _promises(self, root: Mapping, fields: Collection[Field]) -> None:
        problems = {
            short.text: heading.text
            for entry in root
            if isinstance(entry.value, Sequence)
            for row in entry.value.items
            if isinstance(row, Mapping)
            if isinstance(short := row.get("简称"), Written) and isinstance(heading := row.get("问题"), Written)
        }
        for own in fields:
            rows = root.get(own.name)
            for row in rows.items if isinstance(rows, Sequence) else ():
                self._promise(row, problems)

    def _promise(self, row: Node, problems: dict[str, str]) -> None:
        if isinstance(row, Mapping) and isinstance(measure := row.get("措施"), Written):
            short, detail = row.get("对应问题"), row.get("说明")
            problem = problems.get(short.text, short.text) if isinstance(short, Written) else ""
            self.promises.append(Promise(problem, measure.text, detail.text if isinstance(detail, Written) else ""))


def _unit(node: Mapping, own: Field) -> str:
    """What bare figures of a group are counted in."""
    match own.type:
        case FieldType.SCORE:
            return "分"
        case FieldType.FUNDS:
            return money_unit(node)
        case _:
            return ""


def _item_name(row: Mapping, number: int) -> str:
    named = (row.get(key) for key in _NAMES)
    return next((name.text for name in named if isinstance(name, Written)), str(number))
