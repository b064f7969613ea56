"""Tables of several columns in the frame → HTML: every cell says its rules itself, unlike the tables of the content."""

from collections.abc import Callable

from markupsafe import Markup

from reportgen.model.frame import FrameCell, FrameItem, FrameRow, FrameTable
from reportgen.model.look import Align
from reportgen.render.html.css import pt, rule_css

_SIDES = ("top", "right", "bottom", "left")


def table_of_cells(table: FrameTable, rows: list[FrameRow], items: Callable[[tuple[FrameItem, ...]], Markup]) -> Markup:
    """The table with the rows that are shown; `items` gives what stands in a cell."""
    columns = Markup("").join(Markup('<col style="width: {}"/>').format(pt(width)) for width in table.widths)
    made = Markup("").join(_row(row, table, items) for row in rows)
    margin = {Align.CENTER: "0 auto", Align.RIGHT: "0 0 0 auto"}.get(table.align, f"0 0 0 {pt(table.indent)}")
    css = f"border-collapse: collapse; table-layout: fixed; width: {pt(table.width)}; margin: {margin}"
    return Markup('<table style="{}"><colgroup>{}</colgroup><tbody>{}</tbody></table>').format(css, columns, made)


def _row(row: FrameRow, table: FrameTable, items: Callable[[tuple[FrameItem, ...]], Markup]) -> Markup:
    height = Markup(' style="height: {}"').format(pt(row.height)) if row.height is not None else Markup("")
    cells = Markup("").join(_cell(cell, table, items) for cell in row.cells)
    return Markup("<tr{}>{}</tr>").format(height, cells)


def _cell(cell: FrameCell, table: FrameTable, items: Callable[[tuple[FrameItem, ...]], Markup]) -> Markup:
    rules = "".join(
        rule_css(side, rule) or f"border-{side}: none; " for side, rule in zip(_SIDES, cell.rules, strict=True)
    )
    fill = f"; background: #{cell.fill}" if cell.fill else ""
    padding = " ".join(pt(margin) for margin in table.margins)
    css = f"{rules}padding: {padding}; vertical-align: {cell.upright}{fill}"
    spans = Markup(' colspan="{}" rowspan="{}"').format(cell.columns, cell.rows)
    return Markup('<td{} style="{}">{}</td>').format(spans, css, items(cell.items))
