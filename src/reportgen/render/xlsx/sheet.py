"""One table on one sheet: the grid, its head lines above it, and how it prints.

Figures are handed to XlsxWriter as `Decimal`: it prints whatever it gets with 16 digits, and the float 9.38 would
become 9.380000000000001. Words are written by `write_string`, which leaves 「=…」 and addresses alone, and merges are
made empty first, since `merge_range` guesses a type.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.model.document import Role
from reportgen.model.look import Align, Looks, Page, Style
from reportgen.model.table import Cell, CellRole, Position, Share, Table
from reportgen.render.xlsx.figures import number_format, plain_format
from reportgen.render.xlsx.formulas import Formulas
from reportgen.render.xlsx.measure import column_widths, row_heights, text_height

_A4 = 9
_HEADS = 4
"""So many heads in a row make it one that stands above columns."""
_PIXELS = 96 / 72
_LONGEST_TEXT = 32767
_LONG = 300
"""Characters from which a text is read from the top of its cell, as in the Word file."""
_THIN = 1
_HORIZONTAL = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "left"}


@dataclass
class Styler:
    """The looks as cell formats; equal ones are made once."""

    workbook: Workbook
    looks: Looks
    made: dict[tuple[Style, bool, bool, str], Format] = field(default_factory=dict)

    def style(self, role: Role | CellRole) -> Style:
        return self.looks.styles[role.value]

    def cell(self, role: CellRole, top: bool = False, figures: str = "General") -> Format:
        """The format of a cell of the grid; `top` for words that are read from the top of it."""
        return self._format(self.style(role), True, top, figures)

    def line(self, style: Style) -> Format:
        """The format of a line above the grid."""
        return self._format(style, False, False, "General")

    def _format(self, style: Style, bordered: bool, top: bool, figures: str) -> Format:
        key = (style, bordered, top, figures)
        if key not in self.made:
            self.made[key] = self.workbook.add_format(_properties(style, bordered, top, figures))
        return self.made[key]


def _properties(style: Style, bordered: bool, top: bool, figures: str) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "font_name": style.east_asian_font,
        "font_size": style.size,
        "font_family": 0,
        "font_scheme": "none",
        "bold": style.bold,
        "align": _HORIZONTAL[style.align],
        "valign": "top" if top else "vcenter",
        "text_wrap": True,
        "num_format": figures,
    }
    return properties | ({"border": _THIN} if bordered else {})


@dataclass
class Sheet:
    """A sheet being written."""

    paper: Worksheet
    table: Table
    styler: Styler
    landscape: bool
    page: Page = field(init=False)
    widths: list[float] = field(init=False)
    top: int = 0
    """Rows of head lines above the grid."""
    first: list[int] = field(default_factory=list)
    """The sheet's row at which each row of the table begins; one more for the end."""

    def __post_init__(self) -> None:
        page = self.styler.looks.page
        self.page = _across(page) if self.landscape else page
        self.widths = column_widths(self.table, self.page.width - self.page.left - self.page.right)

    def write(self, title: str, lines: Iterable[tuple[str, Style]], caption: str) -> None:
        """Everything, from the title down; `lines` stand below it, in styles of their own."""
        self.columns()
        self.head_line(title, self.styler.style(Role.TITLE))
        for words, style in lines:
            self.head_line(words, style)
        if caption != title:
            self.head_line(caption, self.styler.style(Role.CAPTION))
        self.head_line(self.table.unit, self.styler.style(Role.UNIT))
        self.rows()
        for cell in self.table.lines():
            self.cell(cell)
        self.print_setup()

    def columns(self) -> None:
        """Edges are rounded, not widths, so that the sum stays within the paper."""
        edge, drawn = 0.0, 0
        for column, width in enumerate(self.widths):
            edge += width
            pixels = int(edge * _PIXELS) - drawn
            drawn += pixels
            self.paper.set_column_pixels(column, column, pixels)

    def head_line(self, words: str, style: Style) -> None:
        """A line over the whole width; nothing where there are no words."""
        if not words:
            return
        self.paper.set_row(self.top, text_height(words, sum(self.widths), style))
        format_ = self.styler.line(style)
        self.merge(self.top, 0, self.top, len(self.widths) - 1, format_)
        self.paper.write_string(self.top, 0, words, format_)
        self.top += 1

    def rows(self) -> None:
        styles = {role: self.styler.style(role) for role in CellRole}
        row = self.top
        for heights in row_heights(self.table, self.widths, styles):
            self.first.append(row)
            for height in heights:
                self.paper.set_row(row, height)
                row += 1
        self.first.append(row)

    def cell(self, cell: Cell) -> None:
        """Merged where it spans, then words, figure or formula into its first square."""
        row, last = self.first[cell.row], self.first[cell.row + cell.rows] - 1
        formula = self.formulas.of(cell)
        figures = number_format(cell, (cell.row, cell.column) in self.added_up)
        if formula and cell.number is not None:
            figures = figures or plain_format(cell.number)
        format_ = self.styler.cell(cell.role, len(cell.text) > _LONG, figures or "General")
        self.merge(row, cell.column, last, cell.column + cell.columns - 1, format_)
        if formula:
            value = cell.text if cell.number is None else cell.number
            self.paper.write_formula(row, cell.column, formula, format_, value)
        elif figures is None or cell.number is None:
            self.words(row, cell, format_)
        else:
            self.paper.write_number(row, cell.column, cell.number, format_)

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

    @cached_property
    def formulas(self) -> Formulas:
        return Formulas({(cell.row, cell.column): cell for cell in self.table.cells}, self.name)

    @cached_property
    def added_up(self) -> set[Position]:
        """The positions that a total adds up or a share is worked out from: these are figures in any case."""
        shares = [cell.working for cell in self.table.cells if isinstance(cell.working, Share)]
        parts = {position for share in shares for position in (*share.part, *share.whole)}
        return parts | {position for cell in self.table.cells for position in cell.total_of}

    def name(self, cell: Cell) -> str:
        name: str = xl_rowcol_to_cell(self.first[cell.row], cell.column)
        return name

    def inner_head(self) -> tuple[int, int] | None:
        """The head of the longest stretch of rows in a form that has several parts, as rows from and to.

        Excel prints it on the pages behind it alone; on the screen it is not frozen, since too much stands above it.
        """
        counts = Counter(cell.row for cell in self.table.cells if cell.role is CellRole.HEAD and cell.text)
        heads = [row for row, count in sorted(counts.items()) if count >= _HEADS] + [self.table.row_count]
        longest = max(pairwise(heads), key=lambda pair: pair[1] - pair[0], default=None)
        return (longest[0], longest[0] + 1) if longest else None

    def print_setup(self) -> None:
        paper, page, head = self.paper, self.page, min(self.table.head_rows, self.table.row_count)
        paper.set_paper(_A4)
        if self.landscape:
            paper.set_landscape()
        paper.set_margins(*(side / 72 for side in (page.left, page.right, page.top, page.bottom)))
        paper.center_horizontally()
        paper.fit_to_pages(1, 0)
        paper.hide_gridlines(2)
        if head:
            paper.freeze_panes(self.first[head], 0)
        repeated = (0, head) if head else self.inner_head()
        if repeated:
            paper.repeat_rows(self.first[repeated[0]], self.first[repeated[1]] - 1)
        paper.ignore_errors(
            {"number_stored_as_text": f"A1:{xl_rowcol_to_cell(self.first[-1] - 1, len(self.widths) - 1)}"}
        )
        number = self.styler.looks.odd
        if number:
            words = f"{number.before}&P{number.after}".strip()
            face = f'&"{number.style.east_asian_font},Regular"&{number.style.size:.0f}'
            paper.set_footer(f"&C{face} {words}", {"margin": page.footer / 72})


def _across(page: Page) -> Page:
    """The page turned (GB/T 9704 §8): its top lies at the binding edge."""
    return replace(
        page,
        width=page.height,
        height=page.width,
        top=page.left,
        right=page.top,
        bottom=page.right,
        left=page.bottom,
        footer=min(page.footer, page.right / 2),
    )
