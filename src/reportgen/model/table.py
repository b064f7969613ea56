"""Tables worked out to the last cell: spans, head rows, totals. Word, HTML and xlsx get the same object."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from itertools import product

from reportgen.model.inline import Inline
from reportgen.place import NOWHERE, Place


class CellRole(Enum):
    """What a cell is for; the value is the name of its style in the Word template."""

    HEAD = "公文表头"
    TEXT = "公文表格文字"
    CENTER = "公文表格居中"
    NUMBER = "公文表格数字"


Position = tuple[int, int]
"""Row and column in the grid, from 0: those of a cell are of its upper left corner."""


@dataclass(frozen=True, slots=True)
class Share:
    """A cell worked out from two others, or two sums of others: part ÷ whole, or with `points` what that earns at most.

    Rounded half-up to `decimals`, a share as a number of which 1 is all.
    """

    part: tuple[Position, ...]
    whole: tuple[Position, ...]
    decimals: int
    points: Decimal | None = None

    def of(self, part: Decimal, whole: Decimal) -> Decimal:
        """The value; `whole` is not 0."""
        share = part / whole
        exact = share if self.points is None else min(share, Decimal(1)) * self.points
        return exact.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Graded:
    """A cell whose word goes by the points of another: the name of the first band that begins at most there."""

    points: Position
    bands: tuple[tuple[Decimal, str], ...]
    """From the best down; the last one holds for all below."""

    def of(self, points: Decimal) -> str:
        """The word."""
        return next((name for low, name in self.bands if points >= low), self.bands[-1][1])


@dataclass(frozen=True, slots=True)
class Earned:
    """A cell that shows what an indicator earns: of its `points` the share that its `result` reaches of the target.

    With `upper` the target is the most that is wanted (≤), and nothing earns all. Rounded half-up to one decimal.
    """

    points: Position
    result: Position
    target: Decimal
    upper: bool = False

    def of(self, points: Decimal, result: Decimal) -> Decimal | None:
        """The value; None where it would be divided by nothing."""
        if self.upper and not result:
            return points
        part, whole = (self.target, result) if self.upper else (result, self.target)
        if not whole:
            return None
        return (points * min(part / whole, Decimal(1))).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its grid position (from 0) with its spans; several paragraphs when its text has several.

    `number` is the value that a spreadsheet calculates with, `total_of` the grid positions that it adds up, `working`
    how else it comes from other cells.
    """

    row: int
    column: int
    paragraphs: tuple[tuple[Inline, ...], ...]
    role: CellRole = CellRole.TEXT
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    total_of: tuple[Position, ...] = ()
    working: Share | Graded | Earned | None = None
    origin: Place = NOWHERE

    @property
    def places(self) -> Iterator[Position]:
        """Every grid position that it covers, row by row."""
        return product(range(self.row, self.row + self.rows), range(self.column, self.column + self.columns))

    @property
    def text(self) -> str:
        """The words of the cell, its paragraphs on lines of their own."""
        return "\n".join("".join(inline.text for inline in paragraph) for paragraph in self.paragraphs)

    @property
    def compact(self) -> str:
        """The words without any white space: forms spread 项 目 out, and break lines within words."""
        return "".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Table:
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
    origin: Place = NOWHERE

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """Every inline of every cell."""
        return tuple(inline for cell in self.cells for paragraph in cell.paragraphs for inline in paragraph)

    def lines(self) -> Iterator[Cell]:
        """The cells row by row, as they are read."""
        yield from sorted(self.cells, key=lambda cell: (cell.row, cell.column))
