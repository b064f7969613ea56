"""Rows of words → a table: totals added up, columns as wide as their words, number and name above it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile
from math import ceil

from reportgen import patterns as re
from reportgen.compose.running_text import RunningText, Stands
from reportgen.compose.signature import width
from reportgen.compose.typed_rows import Row
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.text_kinds import TYPED_TABLE
from reportgen.language import _
from reportgen.model.formula import Position, Total
from reportgen.model.inline import Inline, Note, Number, Text
from reportgen.model.quantity import plain, round_half_up
from reportgen.model.table import Cell, CellRole, Table
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace

_UPRIGHT, _ACROSS = Decimal(156), Decimal(225)
"""mm: the width of the type area of a page (GB/T 9704-2012, 5.2.2), and of one that lies across."""
_CHARACTER, _PADDING = Decimal("3.7"), Decimal(4)
"""mm: a character of a table (五号), and the margins of a cell."""
_LEAST, _MOST, _SHORT = Decimal(3), Decimal(22), Decimal(6)
"""字: the narrowest column, the widest that is asked for, and words that stand in the middle of their cell."""
_UNBROKEN_HEAD = Decimal(4)
"""字: heads up to here stand on one line, others may take two."""
_PAGE_LINES = 30
"""A cell of more lines may break over pages."""
_FIGURE = re.compile(r"(?P<digits>[-－−]?\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>%|[^\d\s.,，、；。%]{0,6})")
"""80.00, 1,126.60, 98.0%, 12人."""
_SUBTOTAL = "小计"
_TO_ADD = ("=", "＝")
_TO_SHARE = ("=%", "=％", "＝%", "＝％")
_SHARE_DECIMALS = 2
_NOTHING = ("", "—", "——", "-", "－", "/", "无")
"""What stands in a cell that has no figure to be added."""


Words = tuple[Inline, ...]


class Line(Struct, frozen=True):
    """A row of words, the first the names of the columns; `origin` is where it was typed, or what asks for it."""

    cells: tuple[Words, ...]
    origin: Place


class Heading(Struct, frozen=True):
    """What a table is called: the caption above it, its bare name, and the unit of its figures."""

    caption: str = ""
    name: str = ""
    unit: str = ""


def typed_lines(written: Written, rows: Sequence[Row], text: RunningText) -> list[Line]:
    """The rows as they were typed, references filled in."""
    return [
        Line(
            tuple(text.inlines(written, *span, Stands.CELL if at else Stands.COLUMN_HEAD) for span in row.cells),
            written.place_at(row.start, 1),
        )
        for at, row in enumerate(rows)
    ]


class Maker(Struct):
    """Makes a table of lines; cells are known by row and column, what is wrong is added to `found`."""

    lines: Sequence[Line]
    heading: Heading
    found: list[Diagnostic]
    cells: dict[Position, Cell] = field(default_factory=dict)

    def table(self, section: str, landscape: bool) -> Table:
        """The table under its caption; rows that are longer or shorter than the head are told."""
        columns = len(self.lines[0].cells)
        for number, line in enumerate(self.lines):
            self._row(number, line, columns)
        for position in [at for at, cell in self.cells.items() if cell.text.strip() in _TO_ADD]:
            self.cells[position] = self._added(self.cells[position])
        self._share()
        self.cells |= dict(_placed(self.cells))
        room = _ACROSS if landscape else _UPRIGHT
        widths = _widths(self.cells, max(cell.column for cell in self.cells.values()) + 1, room)
        return Table(
            widths,
            tuple(self.cells[position] for position in sorted(self.cells)),
            len(self.lines),
            1,
            frozenset(cell.row for cell in self.cells.values() if _lines(cell, widths) > _PAGE_LINES),
            self.heading.caption,
            f"单位：{self.heading.unit}" if self.heading.unit else "",
            section,
            name=self.heading.name,
            origin=self.lines[0].origin,
        )

    def _row(self, number: int, line: Line, columns: int) -> None:
        if len(line.cells) != columns:
            label = _("这一行有 {cells} 格，表头有 {columns} 格", cells=len(line.cells), columns=columns)
            self.found.append(TYPED_TABLE.at(line.origin, label))
        for column in range(max(columns, len(line.cells))):
            words = line.cells[column] if column < len(line.cells) else ()
            self.cells[number, column] = self._cell(number, column, tuple(map(self._bare, words)), line.origin)

    def _cell(self, row: int, column: int, words: Words, origin: Place) -> Cell:
        figure = _FIGURE.fullmatch("".join(inline.text for inline in words))
        number = _number(figure) if figure and row else None
        role = CellRole.TEXT if row else CellRole.HEAD
        origin = next((inline.origin for inline in words if inline.origin.line), origin)
        return Cell(row, column, (words,), role, number=number, origin=origin)

    def _bare(self, inline: Inline) -> Inline:
        """A figure without the unit that stands above the table."""
        unit = self.heading.unit
        if unit and isinstance(inline, Number) and inline.text.endswith(unit):
            return replace(inline, text=inline.text.removesuffix(unit))
        return inline

    def _added(self, cell: Cell) -> Cell:
        """What `=` means: the figures above it, of 小计 those since the last one, of 合计 all that are no total."""
        above = [self.cells[row, cell.column] for row in range(1, cell.row)]
        if self._label(cell.row) == _SUBTOTAL:
            above = list(takewhile(lambda other: not self._is_total(other), reversed(above)))[::-1]
        parts = [other for other in above if not self._is_total(other)]
        wrong = next((part for part in parts if part.number is None and part.text.strip() not in _NOTHING), None)
        figures = [part for part in parts if part.number is not None]
        units = {match["unit"] for part in figures if (match := _FIGURE.fullmatch(part.text.strip()))}
        if wrong or not figures or len(units) > 1:
            self.found.append(TYPED_TABLE.at(cell.origin, _why(wrong, units)))
            return cell
        total = sum((part.number or Decimal(0) for part in figures), Decimal(0))
        words = _printed(total, figures, units.pop() if units else "")
        formula = Total(tuple((part.row, part.column) for part in figures))
        return replace(cell, paragraphs=(_computed(words, cell),), number=total, formula=formula)

    def _share(self) -> None:
        """What `=%` means: the figure at the left as a share of all in its column, with the decimals that all need."""
        shares: dict[Position, Decimal] = {}
        for cell in [cell for cell in self.cells.values() if cell.text.strip() in _TO_SHARE]:
            part = self.cells.get((cell.row, cell.column - 1))
            column = [other for other in self.cells.values() if other.column == cell.column - 1 and other.row]
            parts = [other.number for other in column if other.number is not None and other.formula is None]
            if part is None or part.number is None or not sum(parts):
                self.found.append(TYPED_TABLE.at(cell.origin, _("左边没有数字，算不出占比")))
                continue
            shares[cell.row, cell.column] = round_half_up(part.number / sum(parts) * 100, _SHARE_DECIMALS)
        decimals = max((len(plain(share).partition(".")[2]) for share in shares.values()), default=0)
        for position, share in shares.items():
            cell = self.cells[position]
            words = f"{share:.{decimals}f}%"
            self.cells[position] = replace(cell, paragraphs=(_computed(words, cell),), number=share / 100)

    def _label(self, row: int) -> str:
        return "".join(self.cells[row, 0].text.split())

    def _is_total(self, cell: Cell) -> bool:
        return cell.formula is not None or cell.text.strip() in _TO_ADD


def _computed(words: str, cell: Cell) -> Words:
    """What stands in the place of what asked for it; marks of notes stay."""
    return Text(words, cell.origin), *(each for each in cell.paragraphs[0] if isinstance(each, Note))


def with_merged(table: Table, columns: int) -> Table:
    """The table with cells of the first columns merged downwards where they say the same."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for column in range(columns):
        first = cells[table.head_rows, column]
        for row in range(table.head_rows + 1, table.row_count):
            if cells[row, column].text == first.text:
                first = cells[first.row, column] = replace(first, rows=row - first.row + 1)
                del cells[row, column]
            else:
                first = cells[row, column]
    return replace(table, cells=tuple(cells[position] for position in sorted(cells)))


def _why(wrong: Cell | None, units: set[str]) -> str:
    if wrong:
        return _("上面的「{words}」不是数字，加不起来", words=wrong.text)
    return _("上面的数字单位不同，加不起来") if len(units) > 1 else _("上面没有数字可加")


def _number(figure: re.Match[str]) -> Decimal:
    digits = figure["digits"].replace("，", "").replace(",", "").replace("－", "-").replace("−", "-")
    return Decimal(digits) / 100 if figure["unit"] == "%" else Decimal(digits)


def _printed(total: Decimal, parts: Sequence[Cell], unit: str) -> str:
    """As finely as the finest of its parts, parted in thousands where one of them is."""
    digits = [part.text.strip().removesuffix(unit) for part in parts]
    decimals = max(len(each.partition(".")[2]) for each in digits)
    value = total * 100 if unit == "%" else total
    return f"{value:{',' if any(',' in each for each in digits) else ''}.{decimals}f}{unit}"


def _placed(cells: Mapping[Position, Cell]) -> Iterator[tuple[Position, Cell]]:
    """Cells below the head at the edge where they are read: figures at the right, short words in the middle."""
    for column in {cell.column for cell in cells.values()}:
        below = [cell for cell in cells.values() if cell.column == column and cell.row]
        said = [cell for cell in below if cell.text.strip() not in _NOTHING]
        role = CellRole.TEXT
        if said and all(cell.number is not None for cell in said):
            role = CellRole.NUMBER
        elif column and all(width(cell.text) <= _SHORT for cell in said):
            role = CellRole.CENTER
        yield from (((cell.row, cell.column), replace(cell, role=role)) for cell in below)


def _widths(cells: Mapping[Position, Cell], columns: int, room: Decimal) -> tuple[Decimal, ...]:
    """In mm: as wide as the words; what is left over is shared, what is lacking is taken from the widest."""
    wanted = [_LEAST] * columns
    for cell in cells.values():
        own = width(cell.text)
        own = own if cell.row or own <= _UNBROKEN_HEAD else Decimal(ceil(own / 2))
        wanted[cell.column] = max(wanted[cell.column], min(own, _MOST))
    in_mm = [each * _CHARACTER + _PADDING for each in wanted]
    if sum(in_mm) > room:
        most = _most_each(sorted(in_mm), room)
        in_mm = [min(own, most) for own in in_mm]
    total = sum(in_mm)
    return tuple(round(own * room / total, 2) for own in in_mm)


def _most_each(widths: Sequence[Decimal], room: Decimal) -> Decimal:
    """The width that no column may exceed, so that all find room; `widths` from the narrowest up."""
    for at, own in enumerate(widths):
        share = room / (len(widths) - at)
        if own > share:
            return share
        room -= own
    return widths[-1]


def _lines(cell: Cell, widths: Sequence[Decimal]) -> int:
    room = max((widths[cell.column] - _PADDING) / _CHARACTER, Decimal(1))
    return ceil(width(cell.text) / room)
