"""A table as a guide draws it: HTML, since Markdown's own tables have no merged cells."""

from itertools import groupby

from reportgen.model.table import Cell, CellRole, Table

_OPEN = {
    CellRole.HEAD: "th",
    CellRole.TEXT: "td",
    CellRole.CENTER: 'td align="center"',
    CellRole.NUMBER: 'td align="right"',
}


def drawn(table: Table) -> str:
    """A line for each row."""
    rows = {row: [_cell(cell) for cell in cells] for row, cells in groupby(table.lines(), lambda cell: cell.row)}
    return "".join(f"<tr>{''.join(rows.get(row, []))}</tr>\n" for row in range(table.row_count))


def _cell(cell: Cell) -> str:
    opening = _OPEN[cell.role]
    spans = f' colspan="{cell.columns}"' * (cell.columns > 1) + f' rowspan="{cell.rows}"' * (cell.rows > 1)
    return f"<{opening}{spans}>{cell.text.replace(chr(10), '<br>')}</{opening[:2]}>"
