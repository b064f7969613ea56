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
_PIECES = re.compile(r"[!-~]+[，。；：、！？）》」』”]*|.[，。；：、！？）》」』”]*", re.DOTALL)
"""What is not broken: a run of Latin letters and figures, or one hanzi; with the marks that begin no line."""
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
    lines = sum(_line_count(line, halves - halves % 2) for line in text.split("\n"))
    return lines * style.size * _LINE + _PADDING_Y


def _line_count(text: str, room: int) -> int:
    """In how many lines of `room` half-width characters some words stand.

    A figure or a Latin word goes to the next line as a whole, as does a hanzi with the mark behind it.
    """
    lines, used = 1, 0
    for piece in _PIECES.findall(text):
        needed = half_widths(piece)
        if used and used + needed > room:
            lines, used = lines + 1, 0
        over = max(0, math.ceil(needed / room) - 1)  # what is longer than a line is broken after all
        lines, used = lines + over, used + needed - over * room
    return lines
