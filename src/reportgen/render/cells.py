"""What the cells of every table have in common, whoever sets it; the room and the rules on paper."""

from collections.abc import Iterable

from reportgen.model.look import Style
from reportgen.model.table import Cell

HIGH, WIDE = 1.4, 2.8
"""The room above and below a cell's words, and beside them, in pt: ½ mm and 1 mm."""

RULE = 0.5
"""How thick the rules are, in pt."""

APART = 8.0
"""Between two tables that follow each other, in pt."""

_LONG = 300
"""Characters from which a text is read from the top of its cell; in the middle it would seem to begin anywhere."""


def is_long(cell: Cell) -> bool:
    """Whether a cell is read from the top."""
    return len(cell.text) > _LONG


def blank_row_height(styles: Iterable[Style]) -> float:
    """The height in pt of a row that nothing is written in; `styles` are those of cells."""
    return max(style.line or style.size for style in styles) + 2 * HIGH
