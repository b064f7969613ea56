"""Forms as data: a grid described row by row, filled from the content when the document is composed.

A form is rows of cells. A row may stand once, once for each line of a listing, beside a label that spans it, or beside
other rows; the grid positions and spans of the finished table are worked out in `compose`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.table import CellRole


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words of the form."""

    text: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A field: of the line that the row stands for, or of the whole content."""

    path: str


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of columns of listings (指标.得分) and of named cells of the form."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """Two figures of the line as a percentage; with `points` the score that this rate earns, at most `points`."""

    part: str
    whole: str
    points: Decimal | None = None


Source = Words | Fill | Sum | Rate


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of a form; `name` lets totals add it up."""

    source: Source
    columns: int = 1
    rows: int = 1
    role: CellRole | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row that stands once."""

    cells: tuple[FormCell, ...]


@dataclass(frozen=True, slots=True)
class EachRow:
    """A row for every line of a listing; equal neighbours in the `merged` columns become one cell."""

    path: str
    cells: tuple[FormCell, ...]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labelled:
    """Rows with a label at their left that spans them all."""

    label: FormCell
    rows: tuple["FormRow", ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two stacks of rows side by side; the right one begins `split` columns after the left one."""

    left: tuple["FormRow", ...]
    right: tuple["FormRow", ...]
    split: int


FormRow = FixedRow | EachRow | Labelled | Beside


@dataclass(frozen=True, slots=True)
class Form:
    """A form: column widths in mm, rows, and how many of the first rows stand on every page."""

    name: str
    widths: tuple[Decimal, ...]
    rows: tuple[FormRow, ...]
    head_rows: int = 0
    unit: str = ""
    caption: str = ""
    each: str = ""
    """A listing: the form is made once for each of its lines."""


def listings_of(rows: tuple[FormRow, ...]) -> Iterator[str]:
    """The paths of the listings that a form goes through."""
    for row in rows:
        match row:
            case EachRow():
                yield row.path
            case Labelled():
                yield from listings_of(row.rows)
            case Beside():
                yield from listings_of(row.left)
                yield from listings_of(row.right)
            case FixedRow():
                pass
