"""A book of data sheets → xlsx: lists to sort and filter, formulas that look into other sheets, charts beside them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reportgen.errors import UsageProblem
from reportgen.language import _
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
from reportgen.model.look import Looks
from reportgen.model.sheet_formulas import Range
from reportgen.record import Struct, field
from reportgen.render.xlsx.linked_charts import insert_charts
from reportgen.render.xlsx.measure import wrapped
from reportgen.render.xlsx.names import sheet_name
from reportgen.render.xlsx.sheet_formulas import Spelling
from reportgen.render.xlsx.writer import WORDS_STAY_WORDS

LEAD = "总的情况"
HEADS, FIRST = 2, 3
"""The row of the heads, and the first one of the list."""
_MOST_LINES = 1_000_000
_LONGEST = 32_000
"""Characters that a cell takes; Excel's own limit is 32,767."""
_WIDEST = 62
_LINE, _ROOM, _HIGHEST = 14.5, 3.0, 400.0
"""Points: of a line of a cell, of the room round them, and the most that Excel takes of a row."""
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_SAME = "#C00000"
_LINED = {"border": 1, "text_wrap": True}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "beside": {"text_wrap": True, "valign": "top"},
    "unit": {"align": "right"},
    "head": _LINED | {"bold": True, "bg_color": "#DDEBF7", "align": "center"},
    "total": {"bold": True, "bg_color": "#F2F2F2"},
    "same": {"color": _SAME},
    "other": {},
    "all the same": _LINED | {"color": _SAME},
    ColumnKind.WORDS.name: _LINED,
    ColumnKind.CODE.name: _LINED | {"align": "center"},
    ColumnKind.RATE.name: _LINED | {"num_format": "0.00%", "align": "right"},
    ColumnKind.SCORE.name: _LINED | {"num_format": "0.00", "align": "right"},
    ColumnKind.COUNT.name: _LINED | {"num_format": "0", "align": "right"},
    ColumnKind.DAY.name: _LINED | {"num_format": "yyyy-mm-dd", "align": "center"},
    ColumnKind.MONEY.name: _LINED | {"align": "right"},
}


def render_data_book(book: DataBook, looks: Looks, moment: datetime) -> bytes:
    """The workbook; byte-identical for equal input and moment.

    Raises UsageProblem when a list has more lines than a sheet of Excel.
    """
    stream = BytesIO()
    workbook = Workbook(stream, WORDS_STAY_WORDS)
    created = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": book.title, "created": created})
    writer = _Writer(workbook, book, looks)
    writer.lead(workbook.add_worksheet(sheet_name(LEAD, writer.taken)))
    papers = [(sheet, workbook.add_worksheet(writer.names[sheet.name])) for sheet in book.sheets]
    for sheet, paper in papers:
        writer.write(sheet, paper)
    workbook.close()
    return stream.getvalue()


class _Writer(Struct, dict=True):
    workbook: Workbook
    book: DataBook
    looks: Looks
    taken: set[str] = field(default_factory=set)
    made: dict[tuple[str, bool, int], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = {sheet.name: sheet_name(sheet.name, self.taken) for sheet in self.book.sheets}

    def lead(self, paper: Worksheet) -> None:
        """What comes out, in sentences, and what the sheets are."""
        paper.set_column(0, 0, 20)
        paper.set_column(1, 1, 90)
        paper.write_string(0, 0, self.book.title, self.format("title"))
        row = 2
        for words in self.book.lead:
            paper.merge_range(row, 0, row, 1, "", self.format("beside"))
            paper.write_string(row, 0, words, self.format("beside"))
            row += 1
        for sheet in self.book.sheets:
            row += 1
            paper.write_url(row, 0, f"internal:'{self.names[sheet.name]}'!A1", string=self.names[sheet.name])
            paper.write_string(row, 1, f"{sheet.title}（{len(sheet.lines)} 行）", self.format("beside"))
        _on_pages(paper)

    def write(self, sheet: DataSheet, paper: Worksheet) -> None:
        """A sheet: title, heads, lines, totals, notes, charts."""
        if len(sheet.lines) > _MOST_LINES:
            told = _(
                "「{name}」有 {count} 行，一张表放不下。请用 --to 汇总.duckdb", name=sheet.name, count=len(sheet.lines)
            )
            raise UsageProblem(told)
        last = FIRST + len(sheet.lines) - 1
        paper.write_string(0, 0, sheet.title, self.format("title"))
        paper.write_string(1, len(sheet.columns) - 1, sheet.unit, self.format("unit"))
        for at, column in enumerate(sheet.columns):
            paper.set_column(at, at, _width(column))
            paper.write_string(HEADS, at, column.name, self.format("head"))
        decimals = [self._decimals(sheet, column) for column in sheet.columns]
        for row, line in enumerate(sheet.lines, start=FIRST):
            self.line(sheet, paper, row, line, decimals)
        if total := self.book.total_line(sheet):
            self.line(sheet, paper, last + 1, total, decimals)
        self.below(sheet, paper, last + 3)
        self.set_up(sheet, paper, last)

    def _decimals(self, sheet: DataSheet, column: Column) -> int:
        money = column.kind is ColumnKind.MONEY
        return decimals_of(self.book.column(Range(sheet.name, column.name))) if money else 0

    def line(self, sheet: DataSheet, paper: Worksheet, row: int, line: Sequence[Given], decimals: list[int]) -> None:
        """The cells of a line; that of totals has a ground."""
        total = row == FIRST + len(sheet.lines)
        paper.set_row(row, self.height(sheet, line))
        for at, (column, given) in enumerate(zip(sheet.columns, line, strict=True)):
            self.cell(sheet, paper, (row, at), (given, line), self.format(column.kind.name, total, decimals[at]))

    def height(self, sheet: DataSheet, line: Sequence[Given]) -> float:
        """As high as its longest words need; programs fit rows when somebody edits them, not when they open a file."""
        words = (
            (column, self.book.value(given, sheet, line)) for column, given in zip(sheet.columns, line, strict=True)
        )
        lines = (_lines(value, _width(column)) for column, value in words if isinstance(value, str))
        return min(max([1, *lines]) * _LINE + _ROOM, _HIGHEST)

    def cell(
        self,
        sheet: DataSheet,
        paper: Worksheet,
        at: tuple[int, int],
        held: tuple[Given, Sequence[Given]],
        format_: Format,
    ) -> None:
        """Words are written as words, whatever they begin with; figures as `Decimal`."""
        given, line = held
        value = self.book.value(given, sheet, line)
        formula = self.spelling(sheet, at[0], line).formula(given.formula) if isinstance(given, FormulaCell) else ""
        if isinstance(given, RichCell):
            self.rich(paper, at, given, format_)
        elif formula:
            paper.write_formula(*at, formula, format_, "" if value is None else value)
        elif isinstance(value, Decimal):
            paper.write_number(*at, value, format_)
        elif isinstance(value, date):
            paper.write_datetime(*at, datetime(value.year, value.month, value.day), format_)  # noqa: DTZ001 - a day
        elif value:
            paper.write_string(*at, value[:_LONGEST], format_)
        else:
            paper.write_blank(*at, None, format_)

    def rich(self, paper: Worksheet, at: tuple[int, int], cell: RichCell, format_: Format) -> None:
        """Words of which some stand out; what is too long for a cell, or plain, is written plain."""
        pieces = [piece for piece in cell.texts if piece.text]
        if len(pieces) < 2 or len(cell.text) > _LONGEST:
            whole = len(pieces) == 1 and pieces[0].strong
            paper.write_string(*at, cell.text[:_LONGEST], self.format("all the same") if whole else format_)
            return
        formats = self.format("other"), self.format("same")
        parts = [part for piece in pieces for part in (formats[piece.strong], piece.text)]
        paper.write_rich_string(*at, *parts, format_)

    def spelling(self, sheet: DataSheet, row: int, line: Sequence[Given]) -> Spelling:
        """What the cells are called that a formula in a row names."""
        return Spelling(
            lambda wanted: self.range(wanted, sheet),
            lambda column: xl_rowcol_to_cell(row, sheet.at[column]),
            self.one,
            lambda column: self.book.value(line[sheet.at[column]], sheet, line),
        )

    def range(self, wanted: Range, here: DataSheet) -> str:
        """The cells of a column, with the name of their sheet where that is another."""
        sheet = self.book.sheet[wanted.sheet]
        at, last = sheet.at[wanted.column], FIRST + max(len(sheet.lines), 1) - 1
        cells: str = xl_range_abs(FIRST, at, last, at)
        return cells if sheet.name == here.name else f"'{self.names[sheet.name]}'!{cells}"

    def one(self, wanted: Range, line: int) -> str:
        """A cell of another sheet."""
        at = self.book.sheet[wanted.sheet].at[wanted.column]
        return f"'{self.names[wanted.sheet]}'!{xl_rowcol_to_cell(FIRST + line, at)}"

    def below(self, sheet: DataSheet, paper: Worksheet, row: int) -> None:
        """Notes, then charts."""
        for note in sheet.notes:
            paper.write_string(row, 0, note)
            row += 1
        insert_charts(self.workbook, paper, sheet, self.names[sheet.name], (row + 1, self.looks))

    def set_up(self, sheet: DataSheet, paper: Worksheet, last: int) -> None:
        """Heads stay on the screen and on every page; the list can be filtered, its totals stay out of it."""
        paper.freeze_panes(FIRST, 0)
        if sheet.lines:
            paper.autofilter(HEADS, 0, last, len(sheet.columns) - 1)
        paper.repeat_rows(HEADS)
        _on_pages(paper)

    def format(self, name: str, total: bool = False, decimals: int = 0) -> Format:
        """Equal formats are made once."""
        key = (name, total, decimals)
        if key not in self.made:
            number = {"num_format": "#,##0." + "0" * decimals} if name == ColumnKind.MONEY.name else {}
            self.made[key] = self.workbook.add_format(
                _FONT | _FORMATS[name] | number | (_FORMATS["total"] if total else {})
            )
        return self.made[key]


def _width(column: Column) -> int:
    """In characters of half width, as Excel counts."""
    return min(column.width * 2 + 2, _WIDEST)


def _lines(words: str, width: int) -> int:
    return sum(wrapped(line, width - 2) for line in words.split("\n"))


def _on_pages(paper: Worksheet) -> None:
    """A4 across, one page wide."""
    paper.set_paper(9)
    paper.set_landscape()
    paper.fit_to_pages(1, 0)
    paper.hide_gridlines(2)
