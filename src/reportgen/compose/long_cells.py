"""Which cells are so long that their row has to be allowed to break over pages.

Only a renderer knows where lines end, so this is an estimate, made on the safe side: from nine tenths of a page on.
A row that must stay whole and is one line too long loses that line in LibreOffice 7.4, its repeated head in WeasyPrint.
"""

from decimal import Decimal
from math import ceil

from reportgen.compose.signature import width
from reportgen.model.table import Cell
from reportgen.packs.forms import Form

_ACROSS = Decimal(190)
"""mm: a form wider than this lies across (type area 225 mm × 156 mm instead of 156 mm × 225 mm)."""
_CHARACTER = Decimal("3.7")
"""mm that a character of a table (五号) takes."""
_MARGINS = 2
"""Characters: the margins of a cell, and what the ends of its lines leave empty."""
_LINES, _LINES_ACROSS, _HEAD_LINES = 36, 25, 2
"""Lines of 16 pt on most of a page, upright and across; what a head row takes of them."""


def fills_a_page(cell: Cell, form: Form) -> bool:
    """Whether a cell of the form is about as long as a page, or longer."""
    room = int(sum(form.widths[cell.column : cell.column + cell.columns]) / _CHARACTER) - _MARGINS
    words = ("".join(inline.text for inline in paragraph) for paragraph in cell.paragraphs)
    lines = sum(ceil(width(text) / max(room, 1)) for text in words)
    page = _LINES_ACROSS if sum(form.widths) > _ACROSS else _LINES
    return lines > page - _HEAD_LINES * form.head_rows
