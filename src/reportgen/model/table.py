"""Tables worked out to the last cell: spans, head rows, totals. Word, HTML and xlsx get the same object."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import product

from reportgen import patterns as re
from reportgen.model.density import Density
from reportgen.model.formula import Formula, Total
from reportgen.model.inline import Inline
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, field

_NUMBER = re.compile(r"表\d+")
_FEWEST_ROWS = 6
"""Rows of a form whose last ones are kept together: a shorter one has nothing to spare."""


class RowBlock(Struct, frozen=True):
    """Rows that have column heads of their own in the middle of a form: heads from `first` on, other rows from `below`
    on, up to `end`.
    """

    first: int
    below: int
    end: int


class CellRole(Enum):
    """What a cell is for; the value is the name of its style in the Word template."""

    HEAD = "公文表头"
    TEXT = "公文表格文字"
    CENTER = "公文表格居中"
    NUMBER = "公文表格数字"


class Cell(Struct, frozen=True, dict=True):
    """A cell at its grid position (from 0) with its spans; several paragraphs when its text has several.

    Its words are put together once: rules and relations ask for them dozens of times.

    `number` is the value that a spreadsheet calculates with (0.98 for 98%), `formula` how it comes from other cells.
    """

    row: int
    column: int
    paragraphs: tuple[tuple[Inline, ...], ...]
    role: CellRole = CellRole.TEXT
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    formula: Formula | None = None
    origin: Place = NOWHERE
    indent: int | None = None
    """Characters free at the left, where it leads from there: 其中：. None where its style says how it stands."""
    whole: bool = False
    """Whether no paragraph of it is cut where its row breaks over pages."""
    open_above: bool = False
    open_below: bool = False
    """Whether it was cut there out of a merged cell, so that no rule is due."""

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        """Every grid position that it covers, row by row."""
        return product(range(self.row, self.row + self.rows), range(self.column, self.column + self.columns))

    @cached_property
    def text(self) -> str:
        """The words of the cell, its paragraphs on lines of their own."""
        return "\n".join("".join(inline.text for inline in paragraph) for paragraph in self.paragraphs)

    @cached_property
    def compact(self) -> str:
        """The words without any white space: forms spread 项 目 out, and break lines within words."""
        return "".join(self.text.split())


class Table(Struct, frozen=True):
    """A grid of cells. `widths` are shares of the type area in mm; the first `head_rows` stand on every page.

    Rows break over pages only where `splittable` says so: a cell longer than a page leaves no choice.
    """

    widths: tuple[Decimal, ...]
    cells: tuple[Cell, ...]
    row_count: int
    head_rows: int = 0
    splittable: frozenset[int] = field(default_factory=frozenset)
    caption: str = ""
    unit: str = ""
    """Printed at the top right: 单位：万元."""
    section: str = ""
    list_head: int | None = None
    """The row that names the columns of the longest list; a spreadsheet repeats it where there are no head rows."""
    name: str = ""
    """What a sheet with it is called, the year among it; empty where the heading above it says more."""
    origin: Place = NOWHERE
    blocks: tuple[RowBlock, ...] = ()
    """Blocks with column heads of their own, from the top down."""
    in_parts: bool = False
    """Whether heads of blocks are repeated on each page that these reach, for which the form is set in parts."""
    first_row: int = 0
    """Of a part: the row of the whole form with which it begins."""
    one_page: Density | None = None
    """For an official form of one page: how closely it may be set so that it stays on one."""
    density: Density | None = None
    """How closely it is set, where the styles of its cells do not say."""

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Every inline of every cell."""
        return tuple(inline for cell in self.cells for paragraph in cell.paragraphs for inline in paragraph)

    def lines(self) -> Iterator[Cell]:
        """The cells row by row, as they are read."""
        yield from sorted(self.cells, key=lambda cell: (cell.row, cell.column))

    def tail(self) -> range:
        """The last rows, which stay together: a last row is never alone below the heads of a new page.

        Totals at the end are not either; they take the row above them along. None where a form is short, or where one
        of these rows breaks over pages itself.
        """
        totals = {cell.row for cell in self.cells if self._adds_rows(cell)}
        last = self.row_count - 1
        first = min((row for row in range(max(last - 2, 0), last + 1) if row in totals), default=last) - 1
        rows = range(first, self.row_count)
        is_short = self.row_count - self.head_rows < _FEWEST_ROWS
        return range(0) if is_short or self.splittable.intersection(rows) else rows

    @property
    def continued(self) -> str:
        """What stands above it on each further page: 表1（续）. Forms without a number repeat their heads alone."""
        number = _NUMBER.match(self.caption) if self.head_rows else None
        return f"{number[0]}（续）" if number else ""

    def _adds_rows(self, cell: Cell) -> bool:
        """Whether a cell adds up what stands in other rows than its own."""
        row = self.first_row + cell.row
        return isinstance(cell.formula, Total) and any(part[0] != row for part in cell.formula.parts)

    @property
    def row_heads(self) -> frozenset[Cell]:
        """The cells below the head rows that name their row or rows.

        A row that holds nothing but heads names columns; a label beside several rows is none of its own.
        """
        below = [cell for cell in self.cells if cell.row >= self.head_rows]
        named = {cell.row for cell in below if cell.role is not CellRole.HEAD}
        heads = (cell for cell in below if cell.role is CellRole.HEAD and cell.text.strip())
        return frozenset(cell for cell in heads if cell.rows > 1 or cell.row in named)
