"""One sheet: the lines above the table, its grid, the lines below it.

Figures are handed to XlsxWriter as `Decimal`: it prints whatever it gets with 16 digits, and the float 9.38 would
become 9.380000000000001. Words are written by `write_string`, which leaves 「=…」 and addresses alone, and merges are
made empty first, since `merge_range` guesses a type.
"""

from functools import cached_property

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Paragraph, line_of
from reportgen.model.formula import Share
from reportgen.model.table import Cell, CellRole
from reportgen.record import Struct, field
from reportgen.render.cells import is_long
from reportgen.render.xlsx.figures import number_format, plain_format
from reportgen.render.xlsx.formulas import Formulas
from reportgen.render.xlsx.measure import column_widths, row_heights, text_height
from reportgen.render.xlsx.printing import keep_head, page_of, set_up
from reportgen.render.xlsx.sheets import Planned
from reportgen.render.xlsx.styler import Styler

_PIXELS = 96 / 72
_LONGEST_TEXT = 32767
_MOST_FROZEN = 260.0
"""pt: a head that takes more of the screen is left to scroll."""
_GAP = "　　"
"""In the place of a tab, which a cell does not show."""


class Sheet(Struct, dict=True):
    """A sheet being written."""

    paper: Worksheet
    planned: Planned
    styler: Styler
    row: int = 0
    """The next free row."""
    first: list[int] = field(default_factory=list)
    """The sheet's row at which each row of the table begins; one more for the end."""
    height: float = 0.0
    """Of the rows so far, in pt."""

    def __post_init__(self) -> None:
        page = page_of(self.styler.looks, self.planned.landscape)
        self.table = self.planned.table
        self.widths = column_widths(self.table, page.width - page.left - page.right)
        self.formulas = Formulas(self.table, self.name)

    def write(self) -> None:
        """Everything, from the title down."""
        self.columns()
        for line in self.planned.above:
            self.line(line)
        self.rows()
        for cell in self.table.lines():
            self.cell(cell)
        for line in self.planned.below:
            self.line(line)
        set_up(self.paper, self.styler.looks, self.planned.landscape)
        self.print_area()

    def columns(self) -> None:
        """Edges are rounded, not widths, so that the sum stays within the paper."""
        edge, drawn = 0.0, 0
        for column, width in enumerate(self.widths):
            edge += width
            pixels = int(edge * _PIXELS) - drawn
            drawn += pixels
            self.paper.set_column_pixels(column, column, pixels)

    def line(self, line: Paragraph) -> None:
        """A line over the whole width; a forced break is one here too."""
        words, style = line_of(line).replace("\t", _GAP), self.styler.style(line.role)
        blank = round(float(line.right_blank or 0))
        format_ = self.styler.format(line.role, indent=blank)
        self.set_row(max(text_height(words, sum(self.widths), style), style.line or 0.0))
        self.merge(self.row - 1, 0, self.row - 1, len(self.widths) - 1, format_)
        self.paper.write_string(self.row - 1, 0, words, format_)

    def set_row(self, height: float) -> None:
        self.paper.set_row(self.row, height)
        self.row += 1
        self.height += height

    def rows(self) -> None:
        styles = {role: self.styler.style(role) for role in CellRole}
        head, frozen = min(self.table.head_rows, self.table.row_count), False
        for number, heights in enumerate(row_heights(self.table, self.widths, styles), start=1):
            self.first.append(self.row)
            for height in heights:
                self.set_row(height)
            frozen |= number == head and self.height <= _MOST_FROZEN
        self.first.append(self.row)
        rows = (0, head) if head else (self.table.list_head, (self.table.list_head or 0) + 1)
        if rows[0] is not None:
            keep_head(self.paper, self.first[rows[0]], self.first[rows[1]], frozen)

    def cell(self, cell: Cell) -> None:
        """Merged where it spans, then words, figure or formula into its first square."""
        row, last = self.first[cell.row], self.first[cell.row + cell.rows] - 1
        formula = self.formulas.written(cell)
        figures = self.figures(cell)
        format_ = self.styler.format(cell.role, is_long(cell), figures or "General", cell.indent or 0)
        self.merge(row, cell.column, last, cell.column + cell.columns - 1, format_)
        if formula:
            self.paper.write_formula(row, cell.column, formula, format_, _shown(cell))
        elif figures is None or cell.number is None:
            self.words(row, cell, format_)
        else:
            self.paper.write_number(row, cell.column, cell.number, format_)

    def figures(self, cell: Cell) -> str | None:
        """The number format of a cell; None where it holds words."""
        if cell.number is None and isinstance(cell.formula, Share):
            return _BLANK_RATE if cell.formula.points is None else _BLANK_SCORE
        if not cell.text and cell.role is CellRole.NUMBER:
            return self.beside.get(cell.column + cell.columns)
        figures = number_format(cell, (cell.row, cell.column) in self.used)
        if cell.formula and cell.number is not None:
            return figures or plain_format(cell.number)
        return figures

    @cached_property
    def beside(self) -> dict[int, str]:
        """The formats of figures by their right edges: a blank among them shows so what is typed into it."""
        figures = (cell for cell in self.table.lines() if cell.role is CellRole.NUMBER and cell.number is not None)
        found = ((cell.column + cell.columns, number_format(cell)) for cell in figures)
        return {edge: form for edge, form in found if form}

    @cached_property
    def used(self) -> set[tuple[int, int]]:
        """The positions that some formula calculates with."""
        return self.formulas.used

    def merge(self, row: int, column: int, last_row: int, last_column: int, format_: Format) -> None:
        if (row, column) != (last_row, last_column):
            self.paper.merge_range(row, column, last_row, last_column, "", format_)

    def words(self, row: int, cell: Cell, format_: Format) -> None:
        if len(cell.text.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
            raise UsageProblem(
                _("表格的一格里有 {count} 个字，xlsx 一格最多放 {most} 个", count=len(cell.text), most=_LONGEST_TEXT)
            )
        if cell.text:
            self.paper.write_string(row, cell.column, cell.text, format_)
        else:
            self.paper.write_blank(row, cell.column, None, format_)

    def name(self, cell: Cell) -> str:
        name: str = xl_rowcol_to_cell(self.first[cell.row], cell.column)
        return name

    def print_area(self) -> None:
        """All that was written; figures that are kept as text are meant so."""
        last = self.row - 1, len(self.widths) - 1
        self.paper.print_area(0, 0, *last)
        self.paper.ignore_errors({"number_stored_as_text": f"A1:{xl_rowcol_to_cell(*last)}"})


_BLANK_RATE, _BLANK_SCORE = "0.00%", "0.00"
"""How a rate shows that has nothing to divide by as long as the form is not filled in."""


def _shown(cell: Cell) -> object:
    """What a program that does not calculate shows."""
    return cell.text if cell.number is None else cell.number
