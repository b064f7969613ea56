"""Tables of the content → JSON: cells at their grid positions, with their room."""

from collections import Counter
from collections.abc import Iterator

from reportgen.model.density import RULE, WIDE
from reportgen.model.document import Role
from reportgen.model.inline import Inline, is_changed, is_plain, plain_text
from reportgen.model.table import Cell, Table
from reportgen.render.cells import APART, blank_row_height, cell_styles, high_of, is_long, own_style
from reportgen.render.typst.marks import WORD, with_signs
from reportgen.render.typst.rich import Rich
from reportgen.render.typst.styles import Json, Styles

_FULL_LINES = 12
"""Lines from which a row is measured, since it may be higher than a page."""
_MOST_ROWS = 500
"""Some fifty pages: beyond them to lay a table out again takes more time and memory than it is worth."""


def table_json(table: Table, rich: Rich, styles: Styles, room: float, follows: bool) -> Json:
    """A table or a part of one in a room of so many pt; `follows` says that another table stands right above it."""
    grid = _Grid(table, rich, styles, room)
    return {
        "kind": "grid",
        "place": str(table.origin),
        "widths": [share * 100 for share in grid.shares],
        "head": table.head_rows,
        "rows": table.row_count,
        "broken": sorted(table.splittable),
        "watched": sorted(grid.high_rows()),
        "high": grid.high,
        "wide": WIDE,
        "rule": RULE,
        "merged": _is_said_again(table),
        "tail": min(table.tail(), default=None) if table.row_count <= _MOST_ROWS else None,
        "continued": _continued(table, rich, styles, room),
        "gap": APART if follows and not table.first_row else 0.0,
        "cells": list(grid.cells()),
    }


def _continued(table: Table, rich: Rich, styles: Styles, room: float) -> Json | None:
    """The line above a numbered table on the pages over which it goes on."""
    style = rich.looks[Role.CAPTION.value] if table.continued and table.row_count <= _MOST_ROWS else None
    return {"words": with_signs(table.continued, style.size, room), "style": styles.use(style)} if style else None


def _is_said_again(table: Table) -> bool:
    """Whether merged cells say their words again on each page: Typst lays such a table out several times."""
    merged = any(cell.rows > 1 and cell.row >= table.head_rows for cell in table.cells)
    return merged and table.row_count <= _MOST_ROWS


def _seldom(cell: Cell) -> Iterator[str]:
    """What few cells are: what is not said of one it is not."""
    yield from ("whole",) if cell.whole else ()
    yield from ("open-above",) if cell.open_above else ()
    yield from ("open-below",) if cell.open_below else ()


def _is_changed(cell: Cell, words: list[Json | str]) -> bool:
    """Whether only one of two drafts has any of its words; most cells are nothing but words."""
    return any(isinstance(line, dict) for line in words) and any(map(is_changed, cell.paragraphs))


class _Grid:
    def __init__(self, table: Table, rich: Rich, styles: Styles, room: float) -> None:
        self.table, self.rich, self.styles, self.room = table, rich, styles, room
        self.looks, self.high = cell_styles(table, rich.looks), high_of(table)
        whole = sum(table.widths)
        self.shares = [float(width / whole) for width in table.widths]
        filled = {cell.row for cell in table.cells if cell.text}
        self.blank = set(range(table.row_count)) - filled

    def cells(self) -> Iterator[Json]:
        """Row by row; in an empty row one cell keeps it open. One of a row `marks` its place, one its change."""
        marked: set[int] = set()
        barred: set[int] = set()
        height = blank_row_height(self.looks.values(), self.high)
        for cell in self.table.lines():
            keeps_open = cell.row in self.blank and cell.rows == 1
            self.blank -= {cell.row} if keeps_open else set()
            marks = cell.rows == 1 and cell.row not in marked
            marked |= {cell.row} if marks else set()
            made = self._cell(cell, height - 2 * self.high - RULE if keeps_open else 0.0)
            made |= {"marks": True} if marks else {}
            changed = cell.row not in barred and _is_changed(cell, made["words"])
            barred |= {cell.row} if changed else set()
            yield made | {"changed": True} if changed else made

    def _cell(self, cell: Cell, least: float) -> Json:
        style = own_style(cell, self.looks[cell.role])
        words = [self._words(paragraph, style.size, self._room(cell)) for paragraph in cell.paragraphs]
        return {
            "x": cell.column,
            "y": cell.row,
            "columns": cell.columns,
            "rows": cell.rows,
            "style": self.styles.use(style),
            "top": is_long(cell) or cell.row in self.table.splittable,
            "least": least,
            "long": any(line["long"] if isinstance(line, dict) else WORD in line for line in words),
            "words": words,
            **dict.fromkeys(_seldom(cell), True),
        }

    def _words(self, paragraph: tuple[Inline, ...], size: float, room: float) -> Json | str:
        if is_plain(paragraph):
            return with_signs(plain_text(paragraph), size, room)
        return self.rich.words(paragraph, size, room)

    def _room(self, cell: Cell) -> float:
        style = own_style(cell, self.looks[cell.role])
        width = sum(self.shares[cell.column : cell.column + cell.columns]) * self.room
        return width - 2 * WIDE - style.left - style.right

    def high_rows(self) -> set[int]:
        """Rows that must stay whole and may be higher than a page; a merged cell makes its last row higher."""
        lines: Counter[int] = Counter()
        for cell in self.table.cells:
            style = self.looks[cell.role]
            in_a_line = max(self._room(cell) / style.size, 1.0)
            last = cell.row + cell.rows - 1
            lines[last] = max(lines[last], sum(1 + int(len(plain_text(each)) / in_a_line) for each in cell.paragraphs))
        return {row for row, count in lines.items() if count >= _FULL_LINES} - self.table.splittable
