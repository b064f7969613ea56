"""The list of units that papers are expected of: a workbook or a text, by the heads of its columns."""

from collections.abc import Mapping
from datetime import date, datetime

from reportgen import patterns as re
from reportgen.errors import UsageProblem
from reportgen.fill.book import Book, Grid, Raw
from reportgen.language import _
from reportgen.record import Struct
from reportgen.resolve.days import read_day
from reportgen.rules.between.names import plain
from reportgen.summary.words import ALIASES, DEPARTMENT, DUE, KINDS, LEVEL, UNIT, column_of

_HEADS_WITHIN = 10
"""A title and a line of remarks may stand above the heads."""
_SEVERAL = re.compile(r"[、，,；;/\n]+")


class Expected(Struct, frozen=True):
    """A unit of the list; `due` is None and the others are empty where the list does not say."""

    name: str
    department: str = ""
    level: str = ""
    due: date | None = None
    kinds: tuple[str, ...] = ()
    """Words for what it is to hand in: 自评表, 评价报告."""
    aliases: tuple[str, ...] = ()
    line: int = 0


def expected_of(book: Book) -> list[Expected]:
    """The units of a list, in its order. Raises UsageProblem that names what cannot be read, with its line."""
    grid, head, columns = _heads(book)
    rows = (row for row in range(head + 1, len(grid.rows)) if _text(grid, row, columns[UNIT]))
    found = [_unit(book, grid, row, columns) for row in rows]
    if not found:
        raise UsageProblem(_("{file} 里没有单位", file=book.file))
    seen: dict[str, int] = {}
    for each in found:
        if (key := plain(each.name)) in seen:
            told = {"file": book.file, "line": each.line, "name": each.name, "first": seen[key]}
            raise UsageProblem(_("{file} 第 {line} 行的「{name}」和第 {first} 行重复了", **told))
        seen[key] = each.line
    return found


def _heads(book: Book) -> tuple[Grid, int, Mapping[str, int]]:
    """The sheet with the list, the row of its heads, and the columns by what they hold.

    A list of names alone, one a line, needs no head.
    """
    for grid in (sheet for sheet in book.sheets if not sheet.hidden):
        for row in range(min(_HEADS_WITHIN, len(grid.rows))):
            columns = {column_of(str(cell)): at for at, cell in reversed(list(enumerate(grid.rows[row])))}
            if UNIT in columns:
                return grid, row, columns
    first = book.sheets[0] if book.sheets else Grid("", ())
    if first.rows and all(sum(cell != "" for cell in row) <= 1 for row in first.rows):
        return first, -1, {UNIT: 0}
    raise UsageProblem(_("{file} 里没有「单位」这一栏：第一行写栏名，至少要有「单位」", file=book.file))


def _unit(book: Book, grid: Grid, row: int, columns: Mapping[str, int]) -> Expected:
    def cell(name: str) -> str:
        return _text(grid, row, columns[name]) if name in columns else ""

    def several(name: str) -> tuple[str, ...]:
        return tuple(filter(None, (word.strip() for word in _SEVERAL.split(cell(name)))))

    due = _due(book, grid.at(row, columns[DUE]), row) if DUE in columns else None
    return Expected(cell(UNIT), cell(DEPARTMENT), cell(LEVEL), due, several(KINDS), several(ALIASES), row + 1)


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _due(book: Book, cell: Raw, row: int) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date) or not str(cell).strip():
        return cell if isinstance(cell, date) else None
    if (day := read_day(str(cell).strip())) is None:
        told = {"file": book.file, "line": row + 1, "words": cell}
        raise UsageProblem(
            _("{file} 第 {line} 行的截止日期「{words}」看不懂，写成 2025年3月31日 或 2025-03-31", **told)
        )
    return day
