"""Tables → `w:tbl` of a fixed layout: the widths of the pack rule, not the words.

Built as text, since a table may have thousands of rows. A merged cell goes on in the rows below as an empty cell in the
same style: a paragraph in the template's default style would make those rows as high as running text.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reportgen.model.look import Style
from reportgen.model.table import Cell, CellRole, Table
from reportgen.render.cells import is_long
from reportgen.render.docx.paragraphs import run_xml

_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="auto"'
"""0.5 pt; `w:sz` counts eighths."""
_BORDERS = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_MARGINS = (("top", 28), ("left", 57), ("bottom", 28), ("right", 57))
"""Between line and words, in twips: 1 mm at the sides, half of it above and below."""
_CELL_MARGINS = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in _MARGINS)

Grid = dict[tuple[int, int], tuple[Cell, bool]]
"""Positions at which a row has a cell: the cell, and whether it goes on from the row above."""


def table_xml(table: Table, styles: Mapping[str, Style], width: int) -> str:
    """The `<w:tbl>` without caption and unit; `width` is that of the type area in twips."""
    columns = column_twips(table.widths, width)
    grid = _grid(table, len(columns))
    ids = {role: styles[role.value].id for role in CellRole}
    rows = "".join(_row(row, table, grid, columns, ids) for row in range(table.row_count))
    definition = "".join(f'<w:gridCol w:w="{twips}"/>' for twips in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_CELL_MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>{definition}</w:tblGrid>{rows}</w:tbl>"
    )


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


def _row(row: int, table: Table, grid: Grid, columns: list[int], ids: Mapping[CellRole, str]) -> str:
    whole = "" if row in table.splittable else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row < table.head_rows else ""
    properties = f"<w:trPr>{whole}{head}</w:trPr>" if whole or head else ""
    return f"<w:tr>{properties}{''.join(_cells(row, grid, columns, ids))}</w:tr>"


def _cells(row: int, grid: Grid, columns: list[int], ids: Mapping[CellRole, str]) -> Iterator[str]:
    column = 0
    while column < len(columns):
        cell, goes_on = grid.get((row, column), (None, False))
        span = min(cell.columns, len(columns) - column) if cell else 1
        properties = f'<w:tcW w:w="{sum(columns[column : column + span])}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if cell and cell.rows > 1:
            properties += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
        if cell is None or not is_long(cell):
            properties += '<w:vAlign w:val="center"/>'
        yield f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraphs(cell, goes_on, ids)}</w:tc>"
        column += span


def _paragraphs(cell: Cell | None, goes_on: bool, ids: Mapping[CellRole, str]) -> str:
    style = ids[cell.role if cell else CellRole.TEXT]
    head = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    if cell is None or goes_on or not cell.paragraphs:
        return f"{head}</w:p>"
    return "".join(f"{head}{run_xml(inlines) if inlines else ''}</w:p>" for inlines in cell.paragraphs)
