"""A workbook that was filled in → keys and values of a content file, what is missing and what nothing takes."""

from collections.abc import Iterator, Mapping

from reportgen.fill.book import Book, Grid, address
from reportgen.fill.entered_cells import bare, every_cell, items_at, value_of
from reportgen.fill.entered_charts import chart_of, options_of, put_into_groups
from reportgen.language import _
from reportgen.packs.entry import (
    FIELDS_ROW,
    FIELDS_SHEET,
    HEAD_ROW,
    LINES_ROW,
    OPTIONS,
    Asked,
    EntryBook,
    EntrySheet,
    SheetKind,
)
from reportgen.packs.fields import KIND_KEY
from reportgen.record import Struct, field
from reportgen.source.composed_text import Given

_ITEMS = "分项"


class Entered(Struct):
    """What the workbook says: `tree` by the names of the fields, and where it is not what was expected."""

    tree: dict[str, Given] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    count: int = 0


def kinds_of(book: Book) -> tuple[str, ...]:
    """The document types that a filled-in workbook is for; none where it is another workbook."""
    first = next((sheet for sheet in book.sheets if sheet.name == FIELDS_SHEET), None)
    rows = first.rows[FIELDS_ROW : FIELDS_ROW + 1] if first else ()
    named = [str(row[1]) for row in rows if len(row) > 1 and bare(row[0]) == KIND_KEY]
    return tuple(named[0].split("、")) if named else ()


def entered(book: Book, form: EntryBook) -> Entered:
    """What a workbook says, by the description from which it was made."""
    found = Entered()
    known = {sheet.name: sheet for sheet in form.sheets}
    grids = {grid.name: grid for grid in book.sheets}
    for sheet in form.sheets:
        if sheet.name in grids:
            _SheetReader(sheet, grids[sheet.name], found).read()
        else:
            found.missing.append(_("缺工作表「{name}」", name=sheet.name))
    for grid in book.sheets:
        if grid.name not in known:
            found.unused += every_cell(grid)
    return found


class _SheetReader(Struct):
    sheet: EntrySheet
    grid: Grid
    found: Entered

    def read(self) -> None:
        match self.sheet.kind:
            case SheetKind.FIELDS:
                self._fields()
            case SheetKind.LIST:
                self._list()
            case SheetKind.FUNDS:
                self._funds()
            case SheetKind.FACTS:
                self._facts()
            case SheetKind.HEADINGS:
                self._headings()
            case SheetKind.CHARTS:
                self._charts()
            case SheetKind.ANNEXES:
                self._annexes()

    # ---- one value a row ----

    def _fields(self) -> None:
        rows = {bare(row[0]): row[1] for row in self.grid.rows[FIELDS_ROW:] if len(row) > 1}
        for asked in self.sheet.asked:
            cell = rows.pop(asked.label, "")
            if asked.given:
                continue
            leaf = value_of(cell, asked)
            if leaf or asked.required:
                self._put(asked.path, leaf)
            self._count(leaf, asked, asked.label)
        for name, value in rows.items():
            if name and value != "":
                self.found.unused.append(_("「{sheet}」{name}", sheet=self.grid.name, name=name))

    # ---- a column each ----

    def _lines(self) -> Iterator[tuple[int, dict[str, Given]]]:
        """The filled lines with the number of their row; cells under no known head are told."""
        names = {bare(head): each.name for each in self.sheet.asked for head in (each.head, each.name)}
        heads = {column: names.get(bare(cell), "") for column, cell in enumerate(self.grid.rows[HEAD_ROW])}
        heads |= {column: asked.name for column, asked in enumerate(self.sheet.asked) if not heads.get(column)}
        asked = {each.name: each for each in self.sheet.asked}
        for number, row in enumerate(self.grid.rows[LINES_ROW:], start=LINES_ROW):
            cells = {heads.get(column, ""): cell for column, cell in enumerate(row) if cell != ""}
            lost = [column for column, cell in enumerate(row) if cell != "" and heads.get(column, "") not in asked]
            self.found.unused += [f"「{self.grid.name}」{address(number, column)}" for column in lost]
            line = {name: value_of(cells[name], each) for name, each in asked.items() if name in cells}
            if line:
                yield number, line

    def _list(self) -> None:
        items = []
        for number, line in self._lines():
            item = {
                asked.name: line.get(asked.name, "")
                for asked in self.sheet.asked
                if asked.name != self.sheet.link and (asked.name in line or asked.required)
            }
            if OPTIONS in item:
                item[OPTIONS] = options_of(item[OPTIONS])
            for asked in self.sheet.asked:
                where = _("「{sheet}」第 {row} 行的{name}", sheet=self.grid.name, row=number + 1, name=asked.name)
                self._count(line.get(asked.name, ""), asked, where)
            items.append((number, line, item))
        if not self.sheet.link:
            if items or self.sheet.required:
                self._put(self.sheet.path, [item for _number, _line, item in items] or "")
            if self.sheet.required and not items:
                self.found.missing.append(_("整张「{sheet}」", sheet=self.grid.name))
            return
        for number, line, item in items:
            self._attach(number, str(line.get(self.sheet.link, "")), item)

    def _attach(self, number: int, outer: str, item: dict[str, Given]) -> None:
        """Put a line into the list of the outer item that it names."""
        every = items_at(self.found.tree, self.sheet.path[:-1])
        named = [each for each in every if each.get(self.sheet.link) == outer]
        if len(named) == 1:
            own = named[0].setdefault(self.sheet.path[-1], [])
            assert isinstance(own, list)
            own.append(item)
            return
        where = {"sheet": self.grid.name, "row": number + 1, "outer": outer}
        many = _("「{sheet}」第 {row} 行：有几条都叫「{outer}」", **where)
        self.found.unused.append(many if named else _("「{sheet}」第 {row} 行：没有「{outer}」", **where))

    def _funds(self) -> None:
        named = self.sheet.asked[0]
        table: dict[str, Given] = {}
        items: list[Given] = []
        for number, cells in self._lines():
            name = str(cells.pop(named.name, ""))
            self.found.count += len(cells)
            if not cells:
                continue
            if name == self.sheet.rows[0]:
                table |= cells
            elif name in self.sheet.rows:
                table[name] = cells
            else:
                items.append({named.name: name, **cells})
                self._count(name, named, f"「{self.grid.name}」{address(number, 0)}")
        if items:
            table[_ITEMS] = items
        former = self._at(self.sheet.path)
        if table or self.sheet.required:
            self._put(self.sheet.path, {**(former if isinstance(former, dict) else {}), **table})
        else:
            self.found.tree.pop(self.sheet.path[0], None)  # the unit alone, which was there from the beginning

    def _facts(self) -> None:
        group, name, figure = (asked.name for asked in self.sheet.asked)
        facts: dict[str, Given] = {}
        for _number, line in self._lines():
            groups = filter(None, str(line.get(group, "")).split("."))
            put_into_groups(facts, (*groups, str(line.get(name, ""))), line.get(figure, ""))
            self.found.count += 1
        if facts:
            self._put(self.sheet.path, facts)

    def _headings(self) -> None:
        first, second = (asked.name for asked in self.sheet.asked)
        pairs = {str(line.get(first, "")): line.get(second, "") for _number, line in self._lines()}
        if pairs:
            self.found.count += len(pairs)
            self._put(self.sheet.path, dict(pairs))

    def _charts(self) -> None:
        """A chart that the pack has ready is a name alone."""
        charts: list[Given] = []
        for _number, line in self._lines():
            self.found.count += len(line)
            charts.append(chart_of(line) if len(line) > 1 else next(iter(line.values())))
        if charts:
            self._put(self.sheet.path, charts)

    def _annexes(self) -> None:
        """An annex that is kept elsewhere is a name alone."""
        title = self.sheet.asked[0]
        annexes: list[Given] = []
        for number, line in self._lines():
            self.found.count += len(line)
            annexes.append(line if len(line) > 1 else next(iter(line.values())))
            if title.name not in line:
                self.found.missing.append(f"「{self.grid.name}」{address(number, 0)}")
        if annexes:
            self._put(self.sheet.path, annexes)

    # ---- the tree ----

    def _at(self, path: tuple[str, ...]) -> Given | None:
        here: Given | None = self.found.tree
        for name in path:
            here = here.get(name) if isinstance(here, Mapping) else None
        return here

    def _put(self, path: tuple[str, ...], value: Given) -> None:
        here = self.found.tree
        for name in path[:-1]:
            below = here.setdefault(name, {})
            assert isinstance(below, dict)
            here = below
        here[path[-1]] = value

    def _count(self, leaf: Given, asked: Asked, where: str) -> None:
        self.found.count += bool(leaf)
        if asked.required and not leaf:
            self.found.missing.append(where)
