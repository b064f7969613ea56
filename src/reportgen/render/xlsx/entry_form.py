"""A workbook to be filled in → xlsx: labels protected, choices from lists, units in the heads, meanings at hand."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from reportgen.packs.entry import (
    FIELDS_ROW,
    FIELDS_SHEET,
    HEAD_ROW,
    LINES_ROW,
    MEANINGS_ROW,
    MONEY_UNIT,
    Asked,
    EntryBook,
    EntrySheet,
    SheetKind,
)
from reportgen.packs.fields import FieldType
from reportgen.record import Struct, field
from reportgen.render.xlsx.writer import WORDS_STAY_WORDS

ROWS = 200
"""So many lines of a list can be filled in."""
_WIDTHS = {FieldType.PROSE: 46, FieldType.TEXT: 20, FieldType.AMOUNT: 15, FieldType.QUANTITY: 15, FieldType.YEAR: 10}
_FONT = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
_MESSAGE = 250
"""Characters of a hint, of which Excel takes 255."""


def render_entry_form(book: EntryBook, moment: datetime) -> bytes:
    """The workbook; byte-identical for equal input and moment."""
    stream = BytesIO()
    workbook = Workbook(stream, WORDS_STAY_WORDS)
    created = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    workbook.set_properties({"title": "、".join(pack.title for pack in book.packs), "created": created})
    form = _Form(workbook, book)
    for sheet in book.sheets:
        form.write(workbook.add_worksheet(sheet.name), sheet)
    workbook.close()
    return stream.getvalue()


class _Form(Struct):
    workbook: Workbook
    book: EntryBook
    made: dict[str, Format] = field(default_factory=dict)

    def write(self, paper: Worksheet, sheet: EntrySheet) -> None:
        paper.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        paper.set_paper(9)
        paper.set_landscape()
        paper.fit_to_pages(1, 0)
        write = self._fields if sheet.kind is SheetKind.FIELDS else self._columns
        write(paper, sheet)

    # ---- one value a row ----

    def _fields(self, paper: Worksheet, sheet: EntrySheet) -> None:
        title = "、".join(pack.title for pack in self.book.packs)
        told = "带 * 的必填；白格里填写，别的格不能改。填好存盘，再运行：reportgen fill 新文件.yaml 这个工作簿"
        self._title(paper, f"{title}　{told}", 4)
        for column, (words, width) in enumerate((("栏目", 24), ("填写", 60), ("单位", 8), ("怎样填", 60))):
            paper.set_column(column, column, width)
            paper.write_string(HEAD_ROW, column, words, self._format("head"))
        for row, asked in enumerate(sheet.asked, start=FIELDS_ROW):
            paper.write_string(row, 0, asked.label + ("*" if asked.required else ""), self._format("label"))
            if asked.given:
                paper.write_string(row, 1, asked.given, self._format("label"))
            else:
                self._input(paper, (row, row), 1, asked)
            paper.write_string(row, 2, asked.unit, self._format("label"))
            paper.write_string(row, 3, _told(asked), self._format("beside"))
            if asked.type is FieldType.PROSE:
                paper.set_row(row, 80)
        paper.freeze_panes(FIELDS_ROW, 1)

    # ---- a column each ----

    def _columns(self, paper: Worksheet, sheet: EntrySheet) -> None:
        self._title(paper, f"{sheet.label}{'*' if sheet.required else '（选填）'}　{sheet.meaning}", 12)
        last = LINES_ROW + ROWS - 1
        for column, asked in enumerate(sheet.asked):
            paper.set_column(column, column, _WIDTHS.get(asked.type, 20))
            self._head(paper, sheet, column, asked)
            paper.write_string(MEANINGS_ROW, column, _told(asked), self._format("told"))
            self._input(paper, (LINES_ROW, last), column, asked)
        for row, name in enumerate(sheet.rows, start=LINES_ROW):
            paper.write_string(row, 0, name, self._format("label"))
        paper.set_row(MEANINGS_ROW, 60)
        paper.freeze_panes(LINES_ROW, 1)

    def _head(self, paper: Worksheet, sheet: EntrySheet, column: int, asked: Asked) -> None:
        """Of a fund table the unit follows what is chosen on the first sheet."""
        star = "*" if asked.required else ""
        if sheet.kind is SheetKind.FUNDS and asked.type is FieldType.AMOUNT:
            cell = self._money_cell(sheet)
            formula, shown = f'="{asked.name}（"&{cell}&"）{star}"', f"{asked.name}（万元）{star}"
            paper.write_formula(HEAD_ROW, column, formula, self._format("head"), shown)
            return
        paper.write_string(HEAD_ROW, column, asked.head + star, self._format("head"))

    def _money_cell(self, sheet: EntrySheet) -> str:
        first = self.book.sheets[0]
        row = [asked.path for asked in first.asked].index((*sheet.path, MONEY_UNIT)) + FIELDS_ROW
        return f"{_of_sheet(FIELDS_SHEET)}!{xl_rowcol_to_cell(row, 1, row_abs=True, col_abs=True)}"

    # ---- one cell ----

    def _input(self, paper: Worksheet, rows: tuple[int, int], column: int, asked: Asked) -> None:
        """Cells to be filled in, with what may stand there and what it means."""
        money = asked.type is FieldType.AMOUNT
        format_ = self._format("money" if money else "input")
        for row in range(rows[0], rows[1] + 1):
            paper.write_blank(row, column, None, format_)
        if asked.name == MONEY_UNIT and asked.path:
            paper.write_string(rows[0], column, asked.choices[0], format_)
        paper.data_validation(rows[0], column, rows[1], column, self._rule(asked) | _hint(asked))

    def _rule(self, asked: Asked) -> dict[str, Any]:
        if asked.choices_of:
            sheet, name = asked.choices_of
            found = self.book.sheet(sheet)
            column = [each.name for each in found.asked].index(name) if found else 0
            first, last = (xl_rowcol_to_cell(row, column, True, True) for row in (LINES_ROW, LINES_ROW + ROWS - 1))
            return {"validate": "list", "source": f"={_of_sheet(sheet)}!{first}:{last}", "error_type": "warning"}
        if asked.choices and sum(map(len, asked.choices)) + len(asked.choices) <= _MESSAGE:
            return {"validate": "list", "source": list(asked.choices), "error_type": "warning"}
        if asked.type is FieldType.YEAR:
            return {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2099}
        if asked.type is FieldType.AMOUNT:
            low, high = -(10**15), 10**15
            return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high} | _WARNING
        return {"validate": "any"}

    def _title(self, paper: Worksheet, words: str, columns: int) -> None:
        paper.merge_range(0, 0, 0, columns - 1, "", self._format("title"))
        paper.write_string(0, 0, words, self._format("title"))
        paper.set_row(0, 36)

    def _format(self, name: str) -> Format:
        if name not in self.made:
            self.made[name] = self.workbook.add_format(_FONT | _FORMATS[name])
        return self.made[name]


def _of_sheet(name: str) -> str:
    """The name of a sheet in a formula: those that packs give may have quotation marks."""
    return "'" + name.replace("'", "''") + "'"


_WARNING = {"error_type": "warning", "error_title": "不是数字", "error_message": "这里一般只写数字；单位见栏名"}
_LINED = {"border": 1, "text_wrap": True}
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "text_wrap": True},
    "head": _LINED | {"bold": True, "bg_color": "#DDEBF7", "align": "center"},
    "label": _LINED | {"bg_color": "#F2F2F2"},
    "told": _LINED | {"bg_color": "#F2F2F2", "font_size": 9, "font_color": "#595959", "valign": "top"},
    "beside": _LINED | {"bg_color": "#F2F2F2", "font_size": 9, "font_color": "#595959"},
    "input": _LINED | {"locked": False, "num_format": "@"},
    "money": _LINED | {"locked": False, "num_format": "#,##0.00####"},
}


def _told(asked: Asked) -> str:
    """What is to be known, with a sample."""
    return "；".join(words for words in (asked.meaning, f"例：{asked.sample}" if asked.sample else "") if words)


def _hint(asked: Asked) -> dict[str, Any]:
    """What shows beside the cell while it is being filled in."""
    told = _told(asked)
    return {"input_title": asked.name[:32], "input_message": told[:_MESSAGE]} if told else {}
