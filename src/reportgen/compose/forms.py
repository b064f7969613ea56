"""A form filled with content → a table whose every cell has its grid position and span."""

from dataclasses import dataclass, field, replace

from reportgen.compose.cells import EMPTY, Filler, Position
from reportgen.compose.references import References
from reportgen.model.content import Content, Indicators, Listing, ListRow
from reportgen.model.table import Cell, Table
from reportgen.packs.forms import Beside, EachRow, Fill, FixedRow, Form, FormCell, FormRow, Labelled
from reportgen.place import NOWHERE

LONG_CELL = 300
"""Characters from which a cell may fill most of a page: its row has to be allowed to break."""


def compose_forms(form: Form, content: Content, references: References) -> list[Table]:
    """The tables of a form: one, or one for each line of the listing that it is made for."""
    if not form.each:
        return [_Grid(form, Filler(content, references)).table()]
    listing = content.values.get(form.each)
    rows = listing.rows if isinstance(listing, Listing | Indicators) else ()
    return [_Grid(form, Filler(content, references, (row,))).table() for row in rows]


@dataclass
class _Grid:
    """A table being laid out."""

    form: Form
    filler: Filler
    cells: list[Cell] = field(default_factory=list)
    taken: set[Position] = field(default_factory=set)

    def table(self) -> Table:
        width = len(self.form.widths)
        height = self.stack(self.form.rows, 0, 0, width)
        for position in ((row, column) for row in range(height) for column in range(width)):
            if position not in self.taken:
                self.add(Cell(*position, EMPTY))
        cells = sorted(self.cells, key=lambda cell: (cell.row, cell.column))
        return Table(
            self.form.widths,
            tuple(cells),
            height,
            self.form.head_rows,
            frozenset(cell.row + n for cell in cells for n in range(cell.rows) if len(cell.text) > LONG_CELL),
            self.form.caption,
            self.form.unit,
            origin=next((cell.origin for cell in cells if cell.origin.line), NOWHERE),
        )

    def stack(self, rows: tuple[FormRow, ...], top: int, left: int, right: int) -> int:
        """Lay rows below each other between two columns; gives the row behind the last one."""
        for row in rows:
            match row:
                case FixedRow():
                    self.line(row.cells, top, left, right)
                    top += 1
                case EachRow():
                    top = self.each(row, top, left, right)
                case Labelled():
                    top = self.labelled(row, top, left, right)
                case Beside():
                    middle = left + row.split
                    left_end = self.stack(row.left, top, left, middle)
                    top = max(left_end, self.stack(row.right, top, middle, right))
        return top

    def line(self, cells: tuple[FormCell, ...], row: int, left: int, right: int) -> list[tuple[FormCell, Cell]]:
        """Put cells into the free columns of a row, from the left."""
        placed = []
        column = left
        for cell in cells:
            while (row, column) in self.taken and column < right:
                column += 1
            if column >= right:
                break
            placed.append((cell, self.put(cell, row, column, min(cell.columns, right - column))))
            column += cell.columns
        return placed

    def put(self, cell: FormCell, row: int, column: int, columns: int) -> Cell:
        filled = self.filler.fill(cell)
        made = Cell(
            row,
            column,
            filled.paragraphs,
            cell.role or filled.role,
            cell.rows,
            columns,
            filled.number,
            filled.total_of,
            filled.origin,
        )
        self.add(made)
        if cell.name:
            self.filler.summed.setdefault(cell.name, []).append(made)
        return made

    def add(self, cell: Cell) -> None:
        self.cells.append(cell)
        self.taken |= {(cell.row + r, cell.column + c) for r in range(cell.rows) for c in range(cell.columns)}

    def each(self, row: EachRow, top: int, left: int, right: int) -> int:
        """A row for every line; merged columns reach down as long as their words stay the same."""
        outer = self.filler.scope
        listing = self.filler.value(row.path)
        open_: dict[str, tuple[str, Cell]] = {}
        for line in listing.rows if isinstance(listing, Listing | Indicators) else ():
            self.filler.scope = (*outer, line)
            shared = self.shared(row.merged, line, open_, top)
            own = tuple(cell for cell in row.cells if _path(cell) not in shared)
            for form_cell, cell in self.line(own, top, left, right):
                self.remember(row, form_cell, line, cell, open_)
            top += 1
        self.filler.scope = outer
        return top

    def shared(self, merged: tuple[str, ...], line: ListRow, open_: dict[str, tuple[str, Cell]], row: int) -> set[str]:
        """Merged columns whose cell is the one above; a change in one column ends those behind it too."""
        shared: set[str] = set()
        for column in merged:
            words, cell = open_.get(column, ("", None))
            if cell is None or words != line.text(column):
                break
            self.cells.remove(cell)
            longer = replace(cell, rows=row - cell.row + 1)
            self.add(longer)
            open_[column] = (words, longer)
            shared.add(column)
        for column in merged:
            if column not in shared:
                open_.pop(column, None)
        return shared

    def remember(
        self, row: EachRow, form_cell: FormCell, line: ListRow, cell: Cell, open_: dict[str, tuple[str, Cell]]
    ) -> None:
        path = _path(form_cell)
        if path in row.merged:
            open_[path] = (line.text(path), cell)
        if path and cell.number is not None:
            self.filler.summed.setdefault(f"{row.path}.{path}", []).append(cell)

    def labelled(self, row: Labelled, top: int, left: int, right: int) -> int:
        width = row.label.columns
        bottom = self.stack(row.rows, top, left + width, right)
        if bottom > top:
            self.put(replace(row.label, rows=bottom - top), top, left, width)
        return bottom


def _path(cell: FormCell) -> str:
    return cell.source.path if isinstance(cell.source, Fill) else ""
