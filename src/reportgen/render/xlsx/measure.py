"""How wide the columns and how high the rows have to be.

Excel fits a row to wrapped text by itself, but never to merged cells, and no row may be higher than 409 pt. So
heights are worked out here, and a row that needs more becomes several, its cells merged over them.
"""

import math
import re
from collections.abc import Mapping
from decimal import Decimal

from reportgen.model.look import Style
from reportgen.model.table import CellRole, Table
from reportgen.render.width import half_widths

_HIGHEST = 400.0
"""pt; Excel refuses more than 409.5."""
_PADDING_X, _PADDING_Y = 5.0, 5.0
_TIGHTNESS = 0.97
"""Excel sets text up to 3 % wider on paper than the font's widths say."""
_PIECE = re.compile(r"(?:[!-~]+|[^!-~])[，。、；：！？）》」』”…]*")
"""What is not torn at the end of a line."""
_LINE = 1.3
"""Line height of 仿宋, 宋体 and 黑体 in multiples of the size."""


def column_widths(table: Table, room: float) -> list[float]:
    """Widths in pt that together fill `room`, in proportion to the table's."""
    whole = sum(table.widths, Decimal(0)) or Decimal(1)
    return [room * float(width / whole) for width in table.widths]


def row_heights(table: Table, widths: list[float], styles: Mapping[CellRole, Style]) -> list[list[float]]:
    """For each row the heights in pt of the sheet's rows that it takes: one, or several when it is very high."""
    heights = [0.0] * table.row_count
    for cell in sorted(table.cells, key=lambda cell: cell.rows):
        needed = text_height(cell.text, sum(widths[cell.column : cell.column + cell.columns]), styles[cell.role])
        rows = range(cell.row, cell.row + cell.rows)
        lacking = needed - sum(heights[row] for row in rows)
        for row in rows if lacking > 0 else ():
            heights[row] += lacking / cell.rows
    return [_pieces(height) for height in heights]


def _pieces(height: float) -> list[float]:
    count = max(1, math.ceil(height / _HIGHEST))
    return [height / count] * count


def text_height(text: str, width: float, style: Style) -> float:
    """The height in pt that some words take when they are wrapped at `width` pt."""
    halves = max(2, math.floor((width * _TIGHTNESS - _PADDING_X) / style.size * 2))
    lines = sum(wrapped(line, halves) for line in text.split("\n"))
    return lines * style.size * _LINE + _PADDING_Y


def wrapped(text: str, halves: int) -> int:
    """How many lines of so many half-width characters a text takes.

    A Latin word or a number goes to the next line as a whole, and so does a hanzi with the mark behind it.
    """
    lines, filled = 1, 0
    for piece in _PIECE.findall(text):
        breadth = half_widths(piece)
        if filled + breadth <= halves:
            filled += breadth
            continue
        lines += (breadth - 1) // halves if not filled else math.ceil(breadth / halves)
        filled = (breadth - 1) % halves + 1
    return lines
