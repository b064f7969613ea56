"""A workbook as read: sheets of cells, each cell what the program that wrote it has stored."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from reportgen.record import Struct
from reportgen.resolve.answer_sheets import letters

Raw = str | float | int | bool | date | datetime | time | timedelta
"""What a cell holds; an empty text where it holds nothing, or nothing that was worked out."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, as (row, column) from 0."""


class Grid(Struct, frozen=True, dict=True):
    """A sheet: its rows from the first of the sheet on, so that row 0 is what Excel calls 1."""

    name: str
    rows: tuple[tuple[Raw, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def at(self, row: int, column: int) -> Raw:
        """The cell; an empty text beyond the edge."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else ""


def _nothing(_sheet: str, _row: int, _column: int) -> str:
    return ""


class Book(Struct, frozen=True):
    """A workbook; `file` is its name for messages and receipts."""

    file: str
    sheets: tuple[Grid, ...]
    notes: tuple[str, ...] = ()
    """What whoever relies on its figures ought to know: macros, links to other files."""
    unshown: Callable[[str, int, int], str] = _nothing
    """Why a cell without a value has none, by sheet, row and column; empty where nothing stands in it."""


def address(row: int, column: int) -> str:
    """The cell as spreadsheets call it: (0, 0) is A1."""
    return f"{letters(column + 1)}{row + 1}"
