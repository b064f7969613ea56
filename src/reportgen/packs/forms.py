"""Forms as data: a grid described row by row, filled from the content when the document is composed.

A form is rows of cells. A row may stand once, once for each line of a listing, once for each value that lines have in
common, beside a label that spans it, or beside other rows; the grid positions and spans of the finished table are
worked out in `compose`.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.density import Density
from reportgen.model.table import CellRole
from reportgen.record import Struct

ORDINAL = "序号"
"""In the pattern of a listing: the number of the line, from 1."""
SLOT = re.compile(r"\{([^{}]+)\}")
"""A name in a pattern."""


class Words(Struct, frozen=True):
    """Fixed words of the form; in a named cell a whole number is one that totals add up."""

    text: str


class Fill(Struct, frozen=True):
    """A field: of the line that the row stands for, or of the whole content."""

    path: str


class Pattern(Struct, frozen=True):
    """Words around fields: 中期滚动目标（{期间}）.

    With `listings` a paragraph for each of their lines; every listing is numbered from 1, as are the rows of lines.
    """

    words: str
    listings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that it shows."""
        return tuple(name for name in SLOT.findall(self.words) if name != ORDINAL)

    @property
    def is_numbered(self) -> bool:
        """Whether it shows the number of a line."""
        return ORDINAL in SLOT.findall(self.words)


class Sum(Struct, frozen=True):
    """The sum of columns of the line at hand (财政拨款), of listings (指标.得分) and of named cells of the form.

    In a row that stands for a line only what belongs to that line is added up: this is how sub-totals are made.
    """

    parts: tuple[str, ...]


class Rate(Struct, frozen=True):
    """Two figures as a percentage; with `points` the score that this rate earns, at most `points`."""

    part: str
    whole: str
    points: Decimal | None = None


Source = Words | Fill | Pattern | Sum | Rate


class FormCell(Struct, frozen=True):
    """A cell of a form; `name` lets totals add it up."""

    source: Source
    columns: int = 1
    rows: int = 1
    role: CellRole | None = None
    name: str = ""


class FixedRow(Struct, frozen=True):
    """A row that stands once."""

    cells: tuple[FormCell, ...]


class EachRow(Struct, frozen=True):
    """A row for every line of a listing; equal neighbours in the `merged` columns become one cell."""

    path: str
    cells: tuple[FormCell, ...]
    merged: tuple[str, ...] = ()


class EachBlock(Struct, frozen=True):
    """Several rows for every line of a listing: a unit's sub-total and its projects."""

    path: str
    rows: tuple["FormRow", ...]


class Grouped(Struct, frozen=True):
    """Several rows for every value of a column, in the order in which the `listings` first have it.

    Within them the column has that value, and the listings hold only the lines that have it.
    """

    column: str
    listings: tuple[str, ...]
    rows: tuple["FormRow", ...]


class Labelled(Struct, frozen=True):
    """Rows with a label at their left that spans them all."""

    label: FormCell
    rows: tuple["FormRow", ...]


class Beside(Struct, frozen=True):
    """Two stacks of rows side by side; the right one begins `split` columns after the left one."""

    left: tuple["FormRow", ...]
    right: tuple["FormRow", ...]
    split: int


FormRow = FixedRow | EachRow | EachBlock | Grouped | Labelled | Beside


class Form(Struct, frozen=True):
    """A form: column widths in mm, rows, and how many of the first rows stand on every page."""

    name: str
    widths: tuple[Decimal, ...]
    rows: tuple[FormRow, ...]
    head_rows: int = 0
    unit: str = ""
    caption: str = ""
    each: str = ""
    """A listing: the form is made once for each of its lines."""
    as_written: bool = False
    """Figures keep the decimals with which they were typed."""
    one_page: Density | None = None
    """For a form that is one page: how closely it may be set so that it stays on one."""


def listings_of(rows: tuple[FormRow, ...]) -> Iterator[str]:
    """The paths of the listings that a form goes through."""
    for row in rows:
        match row:
            case EachRow():
                yield row.path
            case EachBlock():
                yield row.path
                yield from listings_of(row.rows)
            case Grouped() | Labelled():
                yield from listings_of(row.rows)
            case Beside():
                yield from listings_of(row.left)
                yield from listings_of(row.right)
            case FixedRow():
                pass


def cells_of(rows: tuple[FormRow, ...]) -> Iterator[FormCell]:
    """Every cell of a form, labels too."""
    for row in rows:
        match row:
            case FixedRow() | EachRow():
                yield from row.cells
            case EachBlock() | Grouped():
                yield from cells_of(row.rows)
            case Labelled():
                yield row.label
                yield from cells_of(row.rows)
            case Beside():
                yield from cells_of((*row.left, *row.right))


def shown_by(form: Form) -> list[str]:
    """The fields and columns whose values the form prints, in its order."""
    shown: dict[str, None] = {}
    for cell in cells_of(form.rows):
        match cell.source:
            case Fill(path):
                shown[path] = None
            case Pattern() as pattern:
                shown |= dict.fromkeys(pattern.names)
            case Words() | Sum() | Rate():
                pass
    return list(shown)


def used_by(form: Form) -> set[str]:
    """What it prints, and what it adds up, divides or groups by: the last name of each."""
    names = set(shown_by(form))
    for cell in cells_of(form.rows):
        match cell.source:
            case Sum(parts):
                names |= set(parts)
            case Rate(part, whole):
                names |= {part, whole}
            case _:
                pass
    return {name.rpartition(".")[2] for name in names | set(_grouping(form.rows))}


def _grouping(rows: tuple[FormRow, ...]) -> Iterator[str]:
    for row in rows:
        match row:
            case Grouped():
                yield row.column
                yield from _grouping(row.rows)
            case Labelled() | EachBlock():
                yield from _grouping(row.rows)
            case Beside():
                yield from _grouping((*row.left, *row.right))
            case FixedRow() | EachRow():
                pass
