"""The figures of a table by row and column, with the words that stand before and above them.

A finished table is text: what a cell states is read here. Blank cells and dashes count as nothing; a cell with words
ends a run of figures.
"""

from collections.abc import Mapping

from reportgen import patterns as re
from reportgen.model.quantity import Bound, Quantity
from reportgen.model.table import Cell, Table
from reportgen.numbers.reader import read_quantity
from reportgen.record import Struct

Position = tuple[int, int]
_BLANK = frozenset(["", "-", "—", "——", "－", "/", "无"])
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])")
_NAMING = re.compile(r"编码|代码|序号|编号|科目|行次|年度$|年份")
"""Heads of columns whose digits name the row."""
_LONGEST = 16
"""Characters of a cell that may be a figure with its unit."""


class Figures(Struct, frozen=True):
    """The figures of a table; `blank` are the places where a figure may be left out."""

    at: Mapping[Position, Quantity]
    cells: Mapping[Position, Cell]
    blank: frozenset[Position]
    rows: int
    columns: int

    def names(self, row: int, column: int) -> list[str]:
        """The words before a figure in its row, the nearest first, up to the next figure."""
        found: list[str] = []
        for at in range(column - 1, -1, -1):
            if (row, at) in self.at and found:
                break
            found += [words] if (words := self.words(row, at)) else []
        return found

    def heads(self, row: int, column: int) -> list[str]:
        """The words above a cell in its column, the nearest first."""
        return [words for at in range(row - 1, -1, -1) if (words := self.words(at, column))]

    def run(self, row: int, column: int) -> range:
        """The rows around `row` that have figures or blanks in that column, without a break, and a name."""
        first = last = row
        while first and self._goes_on(first - 1, column):
            first -= 1
        while last + 1 < self.rows and self._goes_on(last + 1, column):
            last += 1
        return range(first, last + 1)

    def words(self, row: int, column: int) -> str:
        """The words of a cell, without spaces and without its number; none where there is a figure or nothing."""
        if (row, column) in self.at or (row, column) in self.blank or (row, column) not in self.cells:
            return ""
        return _ORDINAL.sub("", self.cells[row, column].compact).rstrip("：:")

    def numbered(self, row: int, column: int) -> str:
        """The form of the number before the name of a row, or how long its code is: 一、 and 二、 are one form."""
        for at in range(column):
            if words := self.words(row, at):
                if words.isdecimal():
                    return str(len(words))
                found = _ORDINAL.match(self.cells[row, at].compact)
                mark = "" if found is None else re.sub(r"[一二三四五六七八九十]+", "一", re.sub(r"\d+", "1", found[0]))
                return mark or ("其中" if words.startswith("其中") else "")
        return ""

    def _goes_on(self, row: int, column: int) -> bool:
        position = (row, column)
        return position in self.at or (position in self.blank and bool(self.names(row, column)))


def figures_of(table: Table) -> Figures:
    """Every figure of a table; a cell that spans several places has its figure in the first of them."""
    at: dict[Position, Quantity] = {}
    cells: dict[Position, Cell] = {}
    blank: set[Position] = set()
    naming: set[int] = set()
    for cell in table.lines():
        cells |= dict.fromkeys(cell.places, cell)
        words = cell.compact
        figure = None if cell.column in naming else _figure(words)
        if figure:
            at[cell.row, cell.column] = figure
        elif words in _BLANK:
            blank |= set(cell.places)
        elif _NAMING.search(words) and len(words) <= _LONGEST:
            naming.add(cell.column)
    width = max((column for _, column in cells), default=-1) + 1
    return Figures(at, cells, frozenset(blank), table.row_count, width)


def _figure(words: str) -> Quantity | None:
    """What a cell states when it states one exact number and nothing else."""
    if not words or len(words) > _LONGEST or not (words[0].isdecimal() or words[0] == "-"):
        return None
    quantity = read_quantity(words)
    return quantity if quantity and quantity.bound is Bound.EXACT else None
