"""The row of names above the list of a form: what a spreadsheet repeats on each page where the form has no head rows.

Word can only repeat the first rows of a table; the names of the indicators' columns stand in the middle of a form.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from reportgen.model.table import Cell, CellRole

_MOST_BEHIND = 2
"""Rows behind a list, such as its total: where more stand there, the names would be repeated above what is no list."""


def list_head(cells: Iterable[Cell], height: int) -> int | None:
    """The row that is all names, and has the longest list below it; None where the form does not end with a list."""
    rows: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    lengths = {row: _length(row, rows, height) for row in rows if all(_is_name(cell) for cell in rows[row])}
    longest = max(sorted(lengths), key=lambda row: lengths[row], default=None)
    if longest is None or height - longest - lengths[longest] > _MOST_BEHIND:
        return None
    return longest


def _length(head: int, rows: Mapping[int, list[Cell]], height: int) -> int:
    """How many rows from the head on end with a cell as wide as the head's last."""
    ends = {
        row: max(((cell.column, cell.columns) for cell in starting), default=None) for row, starting in rows.items()
    }
    below = takewhile(lambda row: ends.get(row, ends[head]) == ends[head], range(head, height))
    return sum(1 for _row in below)


def _is_name(cell: Cell) -> bool:
    return cell.role is CellRole.HEAD and bool(cell.text)
