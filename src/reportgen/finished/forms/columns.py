"""The heads of indicator tables: which column says what, by the words that forms of all places use for it."""

from collections.abc import Mapping

from reportgen import patterns as re
from reportgen.finished.forms.cells import words
from reportgen.finished.forms.heads import column_of
from reportgen.model.lattice import Lattice
from reportgen.record import Struct

LEVELS = ("一级指标", "二级指标")
NAME, TARGET, POINTS, EARNED = "三级指标", "指标值", "分值", "得分"
_EARLY_TARGET, _WEIGHT = "年初指标值", "权重"
_ASKED = {TARGET, _EARLY_TARGET, POINTS, _WEIGHT, "完成值", "期中完成值"}
"""A head of an indicator table names one of these."""
_TEXT_COLUMNS = (*LEVELS, NAME)


class Head(Struct, frozen=True):
    """The head of an indicator table: the rows after it are lines of indicators.

    `halves` are tables side by side (中期 and 年度), each with the column of each of its parts.
    """

    row: int
    body: int
    halves: tuple[Mapping[str, int], ...]


def head_word(text: str) -> str:
    """The part of an indicator that a column of this name holds; empty when it is none."""
    return column_of("指标表", text)


def heads(lattice: Lattice) -> list[Head]:
    """Every head of an indicator table in a table, from the top."""
    found: list[Head] = []
    for row in range(lattice.table.row_count):
        names = {head_word(words(cell)) for cell in lattice.row(row)}
        inside = found and row < found[-1].body
        if not inside and NAME in names and names & _ASKED:
            head = _head(lattice, row)
            found += [head] if head.halves else []
    return found


def _head(lattice: Lattice, row: int) -> Head:
    two_rows = _goes_on(lattice, row)
    columns: dict[int, str] = {}
    for cell in (*lattice.row(row), *(lattice.row(row + 1) if two_rows else ())):
        name = head_word(words(cell))
        if name and columns.get(cell.column) not in _TEXT_COLUMNS:
            columns[cell.column] = name
    body = row + 1 + two_rows
    return Head(row, body, tuple(_halves(_settled(columns, lattice, body))))


def _goes_on(lattice: Lattice, row: int) -> bool:
    """Whether the next row belongs to the head: it says more of the columns, and nothing below the levels."""
    second = [cell for cell in lattice.row(row + 1) if words(cell) and cell.row > row]
    above = {cell.column: head_word(words(cell)) for cell in lattice.row(row)}
    return any(head_word(words(cell)) for cell in second) and not any(
        above.get(cell.column) in _TEXT_COLUMNS and not head_word(words(cell)) for cell in second
    )


def _settled(columns: Mapping[int, str], lattice: Lattice, body: int) -> dict[int, str]:
    """Which of two columns counts: the value set later before the one of the first draft, points before weights."""
    names = set(columns.values())
    settled = dict(columns)
    for column, name in columns.items():
        if name == _EARLY_TARGET and TARGET not in names:
            settled[column] = TARGET
        elif name == _WEIGHT and POINTS not in names and not _shares(lattice, body, column):
            settled[column] = POINTS
    return settled


def _shares(lattice: Lattice, body: int, column: int) -> bool:
    """Whether weights are parts of one, or of a hundred per cent: no points."""
    texts = [words(lattice.at(row, column)) for row in range(body, lattice.table.row_count)]
    return any(text.endswith(("%", "％")) or re.fullmatch(r"0?\.\d+", text) for text in texts)


def _halves(columns: Mapping[int, str]) -> list[dict[str, int]]:
    """A part that comes a second time begins the second half, unless it is the points of a higher level."""
    halves: list[dict[str, int]] = [{}]
    level = ""
    for column, name in sorted(columns.items()):
        level = name if name in _TEXT_COLUMNS else level
        key = f"{level}{name}" if name == POINTS and level in LEVELS else name
        if key in halves[-1] and name in _TEXT_COLUMNS and TARGET in halves[-1]:
            halves.append({})
        halves[-1].setdefault(key, column)
    return [half for half in halves if NAME in half]
