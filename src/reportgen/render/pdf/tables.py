"""Tables over pages on WeasyPrint 70.0: merged cells that a page cuts, and rules drawn as long lines.

What WeasyPrint does, and what is mended here:

- A merged cell is laid out once, in its first row. When a page ends inside it, it stays as high as its words: they
  stand at the top instead of the middle, or reach below the last row. `_table_layout` gives it the height of the rows
  on its page, or the last of these rows the height that the words need. On later pages its room stays empty.
- The rules between the rows of a merged cell are left out, at the edge of a page too: the cell is open there. And
  every side of every cell is a path of its own, with its own state: 30,000 of them for 2,000 rows. `_draw_rules` draws
  one path a page, with a rule along both edges of it. It is for tables whose rules are all alike, as ours are; any
  other is left to WeasyPrint.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from weasyprint import draw
from weasyprint.layout import block, table

# WeasyPrint has no types: its objects are `Any` here. A name that is gone is for `typeset.install` to report.
_lay_out: Any = getattr(table, "table_layout", None)
_draw_borders: Any = getattr(draw, "draw_collapsed_borders", None)
_add_top_padding: Any = getattr(table, "add_top_padding", None)

Line = tuple[float, float, float, float]


def _table_layout(context: Any, box: Any, *rest: Any) -> Any:
    result = _lay_out(context, box, *rest)
    laid_out, resume_at = result[:2]
    if laid_out is not None and resume_at is not None and laid_out.children:
        _fit_cut_cells(laid_out)
    return result


def _fit_cut_cells(laid_out: Any) -> None:
    """Where a page ends, merged cells and the rows beside them get one common foot."""
    group = laid_out.children[-1]
    rows = group.children
    cut = [cell for index, row in enumerate(rows) for cell in row.children if index + cell.rowspan > len(rows)]
    if not cut:
        return
    foot = group.position_y + group.height
    more = max(0.0, *(cell.position_y + cell.border_height() - foot for cell in cut))
    last = rows[-1]
    for box in (last, group, laid_out):
        box.height += more
    ending = [cell for index, row in enumerate(rows) for cell in row.children if index + cell.rowspan == len(rows)]
    for cell in (*ending, *cut):
        _stretch(cell, foot + more - cell.position_y - cell.border_height())


def _stretch(cell: Any, extra: float) -> None:
    if extra > 0:
        above = {"middle": extra / 2, "bottom": extra}.get(cell.vertical_align, 0.0)
        _add_top_padding(cell, above)
        cell.padding_bottom += extra - above


def _draw_rules(stream: Any, laid_out: Any) -> None:
    """Draw all the rules of a table's part on a page as one path."""
    rows = [row for group in laid_out.children for row in group.children]
    if not rows:
        return
    lower, upper = _grid(laid_out, len(rows))
    kinds = {border[1:] for line in (*lower, *upper) for border in line if border[1]}
    if len(kinds) != 1 or lower[0][0][0] != "solid":
        _draw_borders(stream, laid_out)
        return
    ((width, color),) = kinds
    with stream.artifact(), stream.stacked():
        stream.set_color(color, stroke=True)
        stream.set_line_width(width)
        stream.set_line_cap(2)  # square: the corners are full
        for x1, y1, x2, y2 in _lines(laid_out, rows, lower, upper):
            stream.move_to(x1, y1)
            stream.line_to(x2, y2)
        stream.stroke()


def _grid(laid_out: Any, height: int) -> tuple[list[Any], list[Any]]:
    """For each row on the page the rules beside its cells, and those above them; (style, width, colour) each."""
    beside, above = laid_out.collapsed_border_grid
    heads = len(laid_out.children[0].children) if laid_out.children[0].is_header else 0
    offset = laid_out.skipped_rows - heads if laid_out.skipped_rows else 0
    rows = [*range(heads), *range(heads + offset, height + offset)]
    edges = [heads if heads and at == heads else number for at, number in enumerate(rows)]  # the foot of the head
    return (
        [[border for _score, border in beside[number]] for number in rows],
        [[border for _score, border in above[number]] for number in edges],
    )


def _lines(laid_out: Any, rows: list[Any], beside: list[Any], above: list[Any]) -> Iterator[Line]:
    """The rules, those in one line joined; the first and the last across are whole."""
    across = [*laid_out.column_positions, laid_out.column_positions[-1] + laid_out.column_widths[-1]]
    down = [*(row.position_y for row in rows), rows[-1].position_y + rows[-1].height]
    for at in (down[0], down[-1]):
        yield across[0], at, across[-1], at
    for index in range(1, len(rows)):
        for start, end in _runs([border[1] > 0 for border in above[index]]):
            yield across[start], down[index], across[end], down[index]
    for index, x in enumerate(across):
        for start, end in _runs([line[index][1] > 0 for line in beside]):
            yield x, down[start], x, down[end]


def _runs(drawn: list[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of True.

    >>> list(_runs([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    for there, run in groupby(enumerate(drawn), key=itemgetter(1)):
        if there:
            places = [index for index, _there in run]
            yield places[0], places[-1] + 1


HOOKS = (
    (
        block,
        "table_layout",
        _table_layout,
        "context table bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes",
    ),
    (draw, "draw_collapsed_borders", _draw_rules, "stream table"),
)
