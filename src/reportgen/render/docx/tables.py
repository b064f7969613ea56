"""Tables → `w:tbl` of a fixed layout: the widths of the pack rule, not the words.

Built as text, since a table may have thousands of rows. A merged cell goes on in the rows below as an empty cell in the
same style: a paragraph in the template's default style would make those rows as high as running text.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reportgen.model.density import WIDE
from reportgen.model.look import Style
from reportgen.model.table import Cell, CellRole, Table
from reportgen.model.table_parts import parts_of
from reportgen.render.cells import cell_styles, high_of, is_long, own_style
from reportgen.render.docx.bookmarks import NO_NAMES, Bookmarks
from reportgen.render.docx.paragraphs import run_xml, twips

_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
"""0.5 pt; `w:sz` counts eighths."""
_BORDERS = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_OPEN = '<w:{} w:val="nil"/>'
_SEAM = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""Between the parts of a form: without a paragraph Word takes them for one table. It is hidden, so they touch."""

_NONE = Bookmarks(NO_NAMES)
Grid = dict[tuple[int, int], tuple[Cell, bool]]
"""Positions at which a row has a cell: the cell, and whether it goes on from the row above."""


def table_xml(table: Table, styles: Mapping[str, Style], width: int, bookmarks: Bookmarks = _NONE) -> str:
    """The `<w:tbl>`, or one for each part, without caption and unit; `width` is that of the type area in twips."""
    named = {place: cell for cell in table.cells for place in cell.places} if bookmarks.any else {}
    return _SEAM.join(_Word(part, styles, width, named, bookmarks).xml() for part in parts_of(table))


def column_twips(shares: tuple[Decimal, ...], width: int) -> list[int]:
    """Column widths that add up to `width` exactly: the edges are rounded, not the widths."""
    total = sum(shares, Decimal(0)) or Decimal(1)
    edges = [round(sum(shares[:count], Decimal(0)) * width / total) for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _grid(table: Table, width: int) -> Grid:
    grid: Grid = {}
    for cell in table.cells:
        if cell.column < width:
            for row in range(cell.row, min(cell.row + cell.rows, table.row_count)):
                grid[row, cell.column] = cell, row > cell.row
    return grid


def _margins(high: float) -> str:
    """The room between lines and words; `high` is that above and below, in pt."""
    upright = twips(high)
    sides = (("top", upright), ("left", twips(WIDE)), ("bottom", upright), ("right", twips(WIDE)))
    return "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in sides)


class _Word:
    """A table, or a part of one, being written."""

    def __init__(
        self,
        table: Table,
        styles: Mapping[str, Style],
        width: int,
        named: Mapping[tuple[int, int], Cell],
        bookmarks: Bookmarks,
    ) -> None:
        """`named` has the cells of the whole table by all places that they cover."""
        self.table, self.named, self.bookmarks = table, named, bookmarks
        self.columns = column_twips(table.widths, width)
        self.tail = table.tail()
        self.merged = {row for cell in table.cells if cell.rows > 1 for row in range(cell.row, cell.row + cell.rows)}
        self.grid = _grid(table, len(self.columns))
        self.styles = cell_styles(table, styles)
        self.ids = {role: styles[role.value].id for role in CellRole}

    def xml(self) -> str:
        rows = "".join(self.row(row) for row in range(self.table.row_count))
        definition = "".join(f'<w:gridCol w:w="{twips}"/>' for twips in self.columns)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(self.columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{_margins(high_of(self.table))}</w:tblCellMar></w:tblPr>"
            f"<w:tblGrid>{definition}</w:tblGrid>{rows}</w:tbl>"
        )

    def row(self, row: int) -> str:
        whole = "" if row in self.table.splittable else "<w:cantSplit/>"
        head = "<w:tblHeader/>" if row < self.table.head_rows else ""
        properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
        return f"<w:tr>{properties}{''.join(self.cells(row))}</w:tr>"

    def cells(self, row: int) -> Iterator[str]:
        column = 0
        while column < len(self.columns):
            cell, goes_on = self.grid.get((row, column), (None, False))
            span = min(cell.columns, len(self.columns) - column) if cell else 1
            properties = f'<w:tcW w:w="{sum(self.columns[column : column + span])}" w:type="dxa"/>'
            if span > 1:
                properties += f'<w:gridSpan w:val="{span}"/>'
            if cell and cell.rows > 1:
                properties += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
            properties += _open_sides(cell) if cell else ""
            if cell is None or not (is_long(cell) or row in self.table.splittable):
                properties += '<w:vAlign w:val="center"/>'
            yield f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.paragraphs(cell, goes_on, row)}</w:tc>"
            column += span

    def paragraphs(self, cell: Cell | None, goes_on: bool, row: int) -> str:
        role = cell.role if cell else CellRole.TEXT
        direct, letters = self.direct(cell, role)
        mark = f"<w:rPr>{letters}</w:rPr>" if letters else ""
        keep = self.kept(row) + ("<w:keepLines/>" if cell and cell.whole else "")
        head = f'<w:p><w:pPr><w:pStyle w:val="{self.ids[role]}"/>{keep}{direct}{mark}</w:pPr>'
        if cell is None or goes_on or not cell.paragraphs:
            return f"{head}</w:p>"
        start, end = self.bookmarks.around(self.named.get((cell.row + self.table.first_row, cell.column)))
        runs = [run_xml(inlines, letters) if inlines else "" for inlines in cell.paragraphs]
        return f"{head}{start}" + f"</w:p>{head}".join(runs) + f"{end}</w:p>"

    def kept(self, row: int) -> str:
        """Whether the row stays on the page of the next one: all its paragraphs say so.

        Not beside a merged cell that goes on: LibreOffice 7.4 then moves rows that have room.
        """
        return "<w:keepNext/>" if row in self.tail[:-1] and row not in self.merged else ""

    def direct(self, cell: Cell | None, role: CellRole) -> tuple[str, str]:
        """What the paragraphs of a cell and their letters have beside their style, where the table is set closer."""
        style, spacing, letters, indent = self.styles[role], "", "", ""
        if self.table.density:
            line = twips(style.line or style.size)
            spacing = f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
            half = round(style.size * 2)
            letters = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        if cell and cell.indent is not None:
            left = twips(own_style(cell, style).left)
            indent = f'<w:ind w:leftChars="{cell.indent * 100}" w:left="{left}"/><w:jc w:val="left"/>'
        return spacing + indent, letters


def _open_sides(cell: Cell) -> str:
    """No rule where a merged cell was cut."""
    sides = (("top", cell.open_above), ("bottom", cell.open_below))
    made = "".join(_OPEN.format(side) for side, is_open in sides if is_open)
    return f"<w:tcBorders>{made}</w:tcBorders>" if made else ""
