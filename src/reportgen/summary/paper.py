"""The book of data sheets on paper: a neutral document, its tables across the page, its charts below them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from reportgen.model.data_sheets import Column, ColumnKind, DataBook, DataSheet, Given, RichCell, decimals_of
from reportgen.model.dates import spell_date
from reportgen.model.document import Block, Document, Heading, Metadata, PageTurn, Paragraph, Role, Table, Text
from reportgen.model.hanzi import chinese_number
from reportgen.model.sheet_formulas import Range, Value
from reportgen.model.table import Cell, CellRole

_MOST = 400
"""Lines of a list that anybody turns pages for; the workbook has all."""
_ROLES = {
    ColumnKind.WORDS: CellRole.TEXT,
    ColumnKind.CODE: CellRole.CENTER,
    ColumnKind.DAY: CellRole.CENTER,
    ColumnKind.MONEY: CellRole.NUMBER,
}


def paper_of(book: DataBook, author: str, day: date) -> Document:
    """The document: what comes out, then each list under a heading of its own."""
    body: list[Block] = [PageTurn(landscape=True)]
    body += [Paragraph(Role.BODY, (Text(words),)) for words in book.lead]
    figures = 0
    for number, sheet in enumerate((sheet for sheet in book.sheets if sheet.on_paper and sheet.lines), start=1):
        body.append(Heading(1, f"{chinese_number(number)}、", (Text(sheet.title),)))
        body += _list(book, sheet)
        for placed in sheet.charts:
            figures += 1
            body += [placed.chart, Paragraph(Role.FIGURE, (Text(f"图{figures} {placed.chart.title}"),))]
    signed = (Paragraph(Role.AUTHOR, (Text(author),)),) if author else ()
    dated = Paragraph(Role.DATE, (Text(spell_date(day)),))
    return Document(
        Metadata(book.title, author),
        {"标题": (Text(book.title),)},
        {"正文": tuple(body), "落款": (*signed, dated)},
    )


def _list(book: DataBook, sheet: DataSheet) -> Iterator[Block]:
    yield _table(book, sheet)
    left = len(sheet.lines) - _MOST
    notes = [*sheet.notes, *([f"另有 {left} 行，见工作簿（.xlsx）。"] if left > 0 else [])]
    yield from (Paragraph(Role.TABLE_NOTE, (Text(note),)) for note in notes)


def _table(book: DataBook, sheet: DataSheet) -> Table:
    columns = [column for column in sheet.columns if column.brief and _tells(book, sheet, column)]
    decimals = {column.name: decimals_of(book.column(Range(sheet.name, column.name))) for column in columns}
    total = book.total_line(sheet)
    lines = list(zip(sheet.lines[:_MOST], book.values(sheet), strict=False))
    lines += [(total, tuple(book.value(given, sheet, total) for given in total))] if total else []
    cells = [_cell(0, at, (Text(column.name),), CellRole.HEAD) for at, column in enumerate(columns)]
    for row, (line, values) in enumerate(lines, start=1):
        for at, column in enumerate(columns):
            index = sheet.at[column.name]
            words = _texts(line[index], values[index], column, decimals[column.name])
            cells.append(_cell(row, at, words, _ROLES.get(column.kind, CellRole.CENTER)))
    widths = tuple(Decimal(column.width + 1) for column in columns)
    long = frozenset(range(1, len(lines) + 1)) if any(column.width > 40 for column in columns) else frozenset[int]()
    return Table(widths, tuple(cells), len(lines) + 1, 1, long, unit=sheet.unit)


def _tells(book: DataBook, sheet: DataSheet, column: Column) -> bool:
    """Whether the column says anything at all: 到位 is seldom told."""
    return any(value not in (None, "", Decimal(0)) for value in book.column(Range(sheet.name, column.name)))


def _cell(row: int, column: int, texts: tuple[Text, ...], role: CellRole) -> Cell:
    return Cell(row, column, tuple(_paragraphs(texts)), role)


def _paragraphs(texts: Sequence[Text]) -> Iterator[tuple[Text, ...]]:
    """Words broken where they have a new line."""
    held: list[Text] = []
    for text in texts:
        first, *further = text.text.split("\n")
        held += [Text(first, strong=text.strong)]
        for words in further:
            yield tuple(held)
            held = [Text(words, strong=text.strong)]
    yield tuple(held)


def _texts(given: Given, value: Value, column: Column, decimals: int) -> tuple[Text, ...]:
    if isinstance(given, RichCell):
        return given.texts
    return (Text(_spelt(value, column.kind, decimals)),)


def _spelt(value: Value, kind: ColumnKind, decimals: int = 2) -> str:
    """A value as it is printed: 97.63%, 8,426.50, 2025-03-31."""
    match value:
        case Decimal():
            return _figure(value, kind, decimals)
        case date():
            return f"{value:%Y-%m-%d}"
        case str():
            return value
        case None:
            return ""


def _figure(value: Decimal, kind: ColumnKind, decimals: int) -> str:
    match kind:
        case ColumnKind.RATE:
            return f"{value * 100:.2f}%"
        case ColumnKind.MONEY | ColumnKind.SCORE:
            return f"{value:,.{decimals}f}"
        case _:
            return f"{value.normalize():f}"
