"""A form filled with content → a table whose every cell has its grid position and span."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from reportgen.compose.cells import EMPTY, Filler
from reportgen.compose.columns import even_columns
from reportgen.compose.earned import with_formula
from reportgen.compose.grading import graded
from reportgen.compose.groups import groups
from reportgen.compose.list_head import list_head
from reportgen.compose.long_cells import fills_a_page
from reportgen.compose.references import References
from reportgen.compose.row_blocks import row_blocks
from reportgen.compose.subitems import indented
from reportgen.compose.totals import Totals, Trail
from reportgen.model.content import Content, ListRow
from reportgen.model.formula import Position
from reportgen.model.table import Cell, Table
from reportgen.packs.forms import (
    Beside,
    EachBlock,
    EachRow,
    Fill,
    FixedRow,
    Form,
    FormCell,
    FormRow,
    Grouped,
    Labelled,
    Rate,
    Sum,
)
from reportgen.packs.pack import Grades
from reportgen.place import NOWHERE
from reportgen.record import Struct, field, replace


def compose_forms(form: Form, content: Content, references: References, grades: Grades | None = None) -> list[Table]:
    """The tables of a form: one, or one for each line of the listing that it is made for.

    `grades` are those of the pack, by which a grade follows from its score.
    """
    filler = Filler(content, references)
    if not form.each:
        return [_Grid(form, filler, grades).table()]
    lines = filler.lines(form.each)
    return [replace(_Grid(form, replace(filler, scope=(line,)), grades).table(), name=line.name) for line in lines]


class _Span(Struct, frozen=True):
    """The columns from `left` to before `right`."""

    left: int
    right: int


class _Grid(Struct):
    """A table being laid out; cells are known by the row and column of their upper left corner."""

    form: Form
    filler: Filler
    grades: Grades | None = None
    cells: dict[Position, Cell] = field(default_factory=dict)
    taken: dict[Position, Cell] = field(default_factory=dict)
    """Every place of the grid that is covered, with the cell that was put there."""
    totals: Totals = field(default_factory=Totals)
    trail: Trail = ()
    listing: str = ""
    """The innermost listing whose line is at hand."""
    numbers: Iterator[int] = field(default_factory=count)
    paths: dict[Position, str] = field(default_factory=dict)
    """The field that each cell shows."""

    def table(self) -> Table:
        height = self.stack(self.form.rows, 0, _Span(0, len(self.form.widths)))
        self.fill_up(height)
        self.totals.fill(self.cells)
        self.cells |= graded(self.cells, self.paths, self.grades)
        if not self.form.as_written:
            self.cells = even_columns(self.cells)
        self.cells = indented(self.cells, self.form.widths)
        cells = tuple(self.cells[position] for position in sorted(self.cells))
        long = [cell for cell in cells if fills_a_page(cell, self.form)]
        table = Table(
            self.form.widths,
            cells,
            height,
            self.form.head_rows,
            frozenset(cell.row + n for cell in long for n in range(cell.rows)),
            self.form.caption,
            self.form.unit,
            list_head=list_head(cells, height),
            origin=next((cell.origin for cell in cells if cell.origin.line), NOWHERE),
            one_page=self.form.one_page,
        )
        return replace(table, blocks=row_blocks(table))

    def stack(self, rows: tuple[FormRow, ...], top: int, span: _Span) -> int:
        """Lay rows below each other; gives the row behind the last one."""
        for row in rows:
            match row:
                case FixedRow():
                    self.line(row.cells, top, span)
                    top += 1
                case EachRow():
                    top = self.each(row, top, span)
                case EachBlock():
                    top = self.blocks(self.filler.lines(row.path), row.path, row.rows, (top, span))
                case Grouped():
                    lines = groups(row, {path: self.filler.lines(path) for path in row.listings})
                    top = self.blocks(lines, self.listing, row.rows, (top, span))
                case Labelled():
                    top = self.labelled(row, top, span)
                case Beside():
                    top = self.beside(row, top, span)
        return top

    def blocks(
        self, lines: tuple[ListRow, ...] | list[ListRow], path: str, rows: tuple[FormRow, ...], at: tuple[int, _Span]
    ) -> int:
        """Rows for every line, from a row on between two columns."""
        top, span = at
        for line in lines:
            with self.at_hand(line, path):
                top = self.stack(rows, top, span)
        return top

    @contextmanager
    def at_hand(self, line: ListRow, path: str) -> Iterator[None]:
        """Fields are looked up in this line of the listing first, and totals stay within it."""
        outer = self.filler.scope, self.trail, self.listing
        self.filler.scope, self.trail, self.listing = (*outer[0], line), (*outer[1], next(self.numbers)), path
        yield
        self.filler.scope, self.trail, self.listing = outer

    def labelled(self, row: Labelled, top: int, span: _Span) -> int:
        columns = row.label.columns
        bottom = self.stack(row.rows, top, replace(span, left=span.left + columns))
        if bottom > top:
            self.put(replace(row.label, rows=bottom - top), top, span.left, columns)
        return bottom

    def beside(self, row: Beside, top: int, span: _Span) -> int:
        middle = span.left + row.split
        left = self.stack(row.left, top, replace(span, right=middle))
        return max(left, self.stack(row.right, top, replace(span, left=middle)))

    def each(self, row: EachRow, top: int, span: _Span) -> int:
        """A row for every line; merged columns reach down as long as their words stay the same."""
        above: dict[str, tuple[str, Position]] = {}
        for ordinal, line in enumerate(self.filler.lines(row.path), start=1):
            self.filler.ordinal = ordinal
            kept = _kept(row.merged, line, above)
            for column in kept:
                self.lengthen(above[column][1], top)
            with self.at_hand(line, row.path):
                placed = self.line(tuple(cell for cell in row.cells if _path(cell) not in kept), top, span)
            self.cells |= _placed(with_formula(line, {_path(cell): made for cell, made in placed}))
            new = {_path(cell): (made.row, made.column) for cell, made in placed}
            above = {column: above[column] for column in kept} | {
                column: (line.text(column), new[column]) for column in row.merged if column in new
            }
            top += 1
        return top

    def lengthen(self, position: Position, row: int) -> None:
        """Let a cell reach down to a row."""
        cell = self.cells[position]
        self.cells[position] = longer = replace(cell, rows=row - cell.row + 1)
        self.taken |= {(row, column): longer for column in range(cell.column, cell.column + cell.columns)}

    def line(self, cells: tuple[FormCell, ...], row: int, span: _Span) -> list[tuple[FormCell, Cell]]:
        """Put cells into the free columns of a row, from the left."""
        placed: list[tuple[FormCell, Cell]] = []
        column = span.left
        for cell in cells:
            while (row, column) in self.taken and column < span.right:
                column += 1
            if column >= span.right:
                break
            placed.append((cell, self.put(cell, row, column, min(cell.columns, span.right - column))))
            column += cell.columns
        return placed

    def put(self, cell: FormCell, row: int, column: int, columns: int) -> Cell:
        filled = self.filler.fill(cell)
        role = cell.role or filled.role
        made = Cell(row, column, filled.paragraphs, role, cell.rows, columns, filled.number, origin=filled.origin)
        self.add(made)
        self.paths[row, column] = _path(cell)
        self.count_in(cell, made)
        return made

    def add(self, cell: Cell) -> None:
        self.cells[cell.row, cell.column] = cell
        rows, columns = range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
        self.taken |= {(row, column): cell for row in rows for column in columns}

    def count_in(self, cell: FormCell, made: Cell) -> None:
        """Let totals know a cell that is a figure, or becomes one."""
        source, position = cell.source, (made.row, made.column)
        if isinstance(source, Sum | Rate):
            self.totals.ask(position, source, self.trail, self.filler.figures(source))
        elif made.number is None:
            return
        own = {cell.name, _path(cell)} - {""}
        listed = {f"{self.listing}.{name}" for name in own if self.listing}
        self.totals.name(own | listed, self.trail, position)

    def fill_up(self, height: int) -> None:
        """Empty cells where nothing was put, as wide as the cell above where there is room."""
        for row, column in ((row, column) for row in range(height) for column in range(len(self.form.widths))):
            if (row, column) in self.taken:
                continue
            above = self.taken.get((row - 1, column))
            columns = above.columns if above and above.column == column else 1
            free = all((row, column + n) not in self.taken for n in range(columns))
            self.add(Cell(row, column, EMPTY, columns=columns if free else 1))


def _kept(merged: tuple[str, ...], line: ListRow, above: dict[str, tuple[str, Position]]) -> tuple[str, ...]:
    """The merged columns that say the same as above; a change in one column ends those behind it too."""
    same = [column in above and above[column][0] == line.text(column) for column in merged]
    return merged[: same.index(False)] if False in same else merged


def _placed(cells: dict[str, Cell]) -> dict[Position, Cell]:
    return {(cell.row, cell.column): cell for cell in cells.values()}


def _path(cell: FormCell) -> str:
    return cell.source.path if isinstance(cell.source, Fill) else ""
