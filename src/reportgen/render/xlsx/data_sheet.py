"""One data sheet: heads, lines, totals, notes, charts; formulas that look into other sheets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reportgen.model.data_sheets import (
    Column,
    ColumnKind,
    DataBook,
    DataSheet,
    FormulaCell,
    Given,
    RichCell,
    decimals_of,
)
from reportgen.model.sheet_formulas import Range, Value
from reportgen.record import Struct
from reportgen.render.xlsx.data_formats import Formats
from reportgen.render.xlsx.measure import wrapped
from reportgen.render.xlsx.printing import keep_head, on_readable_pages
from reportgen.render.xlsx.sheet_formulas import Spelling

HEADS, FIRST = 2, 3
"""The row of the heads, and the first one of the list."""
_LONGEST = 32_000
"""Characters that a cell takes; Excel's own limit is 32,767."""
_CUT = "……（后面的太长，没有放进来）"
_WIDEST = 62
_LINE, _ROOM, _HIGHEST = 14.5, 3.0, 400.0
"""Points: of a line of a cell, of the room round them, and the most that Excel takes of a row."""


class SheetWriter(Struct, frozen=True, dict=True):
    """A sheet being written; `names` are those that the sheets of the book have in the workbook."""

    paper: Worksheet
    sheet: DataSheet
    book: DataBook
    names: Mapping[str, str]
    formats: Formats

    def write(self) -> int:
        """All but the charts; returns the first row that is free for them."""
        self.paper.write_string(0, 0, self.sheet.title, self.formats.of("title"))
        self.paper.write_string(1, len(self.sheet.columns) - 1, self.sheet.unit, self.formats.of("unit"))
        for at, column in enumerate(self.sheet.columns):
            self.paper.set_column(at, at, _width(column))
            self.paper.write_string(HEADS, at, column.name, self.formats.of("head"))
        for row, (line, values) in enumerate(zip(self.sheet.lines, self.book.values(self.sheet), strict=True), FIRST):
            self.line(row, line, values)
        if total := self.book.total_line(self.sheet):
            self.line(self.last + 1, total, [self.book.value(given, self.sheet, total) for given in total])
        for row, note in enumerate(self.sheet.notes, start=self.last + 3):
            self.paper.write_string(row, 0, note)
        self.set_up()
        return self.last + 4 + len(self.sheet.notes)

    @property
    def last(self) -> int:
        """The row of the last line."""
        return FIRST + len(self.sheet.lines) - 1

    @cached_property
    def decimals(self) -> list[int]:
        """How many decimals each column of money has."""
        return [
            decimals_of(self.book.column(Range(self.sheet.name, column.name))) if column.kind is ColumnKind.MONEY else 0
            for column in self.sheet.columns
        ]

    def line(self, row: int, line: Sequence[Given], values: Sequence[Value]) -> None:
        """The cells of a line; that of totals has a ground."""
        self.paper.set_row(row, _height(self.sheet.columns, values))
        spelling = self.spelling(row, values)
        for at, (column, given, value) in enumerate(zip(self.sheet.columns, line, values, strict=True)):
            format_ = self.formats.of(column.kind.name, row > self.last, self.decimals[at])
            formula = spelling.formula(given.formula) if isinstance(given, FormulaCell) else ""
            if formula:
                self.paper.write_formula(row, at, formula, format_, "" if value is None else value)
            elif isinstance(given, RichCell):
                self.rich(row, at, given, format_)
            else:
                self.plain(row, at, value, format_)

    def plain(self, row: int, column: int, value: Value, format_: Format) -> None:
        """Words are written as words, whatever they begin with; figures as `Decimal`."""
        match value:
            case Decimal():
                self.paper.write_number(row, column, value, format_)
            case date():
                day = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day
                self.paper.write_datetime(row, column, day, format_)
            case str() if value:
                self.paper.write_string(row, column, _fitting(value), format_)
            case _:
                self.paper.write_blank(row, column, None, format_)

    def rich(self, row: int, column: int, cell: RichCell, format_: Format) -> None:
        """Words of which some stand out; what is too long for a cell, or plain, is written plain."""
        pieces = [piece for piece in cell.texts if piece.text]
        if len(pieces) < 2 or len(cell.text) > _LONGEST:
            whole = len(pieces) == 1 and pieces[0].strong
            self.paper.write_string(
                row, column, _fitting(cell.text), self.formats.of("all the same") if whole else format_
            )
            return
        formats = self.formats.of("other"), self.formats.of("same")
        parts = [part for piece in pieces for part in (formats[piece.strong], piece.text)]
        self.paper.write_rich_string(row, column, *parts, format_)

    def spelling(self, row: int, values: Sequence[Value]) -> Spelling:
        """What the cells are called that a formula in a row names."""
        at = self.sheet.at
        return Spelling(
            self.range, lambda column: xl_rowcol_to_cell(row, at[column]), self.one, lambda column: values[at[column]]
        )

    def range(self, wanted: Range) -> str:
        """The cells of a column, with the name of their sheet where that is another."""
        sheet = self.book.sheet[wanted.sheet]
        at, last = sheet.at[wanted.column], FIRST + max(len(sheet.lines), 1) - 1
        cells: str = xl_range_abs(FIRST, at, last, at)
        return cells if sheet.name == self.sheet.name else f"'{self.names[sheet.name]}'!{cells}"

    def one(self, wanted: Range, line: int) -> str:
        """A cell of another sheet."""
        at = self.book.sheet[wanted.sheet].at[wanted.column]
        return f"'{self.names[wanted.sheet]}'!{xl_rowcol_to_cell(FIRST + line, at)}"

    def set_up(self) -> None:
        """Heads stay on the screen and on every page; the list can be filtered, its totals stay out of it."""
        keep_head(self.paper, HEADS, FIRST, frozen=True, names=self.sheet.names)
        if self.sheet.lines:
            self.paper.autofilter(HEADS, 0, self.last, len(self.sheet.columns) - 1)
        on_readable_pages(self.paper, sum(map(_width, self.sheet.columns)), self.sheet.names)


def _fitting(words: str) -> str:
    """What a cell takes of some words; that it is not all is told."""
    return words if len(words) <= _LONGEST else words[:_LONGEST] + _CUT


def _height(columns: Sequence[Column], values: Sequence[Value]) -> float:
    """As high as its longest words need; programs fit rows when somebody edits them, not when they open a file."""
    words = ((column, value) for column, value in zip(columns, values, strict=True) if isinstance(value, str))
    lines = (sum(wrapped(line, _width(column) - 2) for line in value.split("\n")) for column, value in words)
    return min(max([1, *lines]) * _LINE + _ROOM, _HIGHEST)


def _width(column: Column) -> int:
    """In characters of half width, as Excel counts."""
    return min(column.width * 2 + 2, _WIDEST)
