"""A list of single values as a table on the screen: its columns, how each is typed, what may stand there.

Lists whose items hold running text or lists of their own are cards; the lists within them are tables.
"""

from enum import Enum

from reportgen.desk.content.column_heads import heads_of
from reportgen.model.content import Content, Indicators, Listing, ListRow
from reportgen.model.facts import Fact
from reportgen.packs.entry import EntryBook, EntrySheet, SheetKind
from reportgen.packs.fields import Field, FieldType
from reportgen.record import Struct
from reportgen.resolve.listings import LEVELS, OWN_NAME

_POINTS = ("分值", "得分")
"""Columns of indicators that forms add up."""


class ColumnKind(Enum):
    """How a cell is typed, and how it stands."""

    TEXT = "text"
    AMOUNT = "amount"
    """Money, exactly."""
    QUANTITY = "quantity"
    """A figure with whatever it counts."""
    RATE = "rate"


_KINDS = {FieldType.AMOUNT: ColumnKind.AMOUNT, FieldType.QUANTITY: ColumnKind.QUANTITY}


class Column(Struct, frozen=True):
    """One column. `name` is the key in the file, `label` its head where that is another word."""

    name: str
    kind: str
    label: str
    meaning: str = ""
    unit: str = ""
    required: bool = False
    fixed: bool = False
    """Whether it is always shown."""
    shown: bool = True
    """Whether it is shown while nothing stands in it."""
    summed: bool = False
    inherits: bool = False
    """Whether an empty cell says what the cell above says."""
    choices: tuple[str, ...] = ()
    sample: str = ""
    heads: tuple[str, ...] = ()
    """What else its head may be called in a table that is pasted."""


class GridView(Struct, frozen=True):
    """What `static/grid.js` draws."""

    name: str
    columns: tuple[Column, ...]
    named: str
    """The column by which references know a row."""


def grid_view(field: Field, path: tuple[str, ...], book: EntryBook) -> GridView:
    """A list field; `path` is that of the field, `book` what the file's documents ask for."""
    sheet = next((sheet for sheet in book.sheets if sheet.path == path and sheet.kind is SheetKind.LIST), None)
    names = [part.name for part in field.fields if part.type is FieldType.TEXT]
    named = OWN_NAME if OWN_NAME in names else next(iter(names), "")
    return GridView(field.name, tuple(_column(part, field, sheet) for part in field.fields), named)


def _column(part: Field, field: Field, sheet: EntrySheet | None) -> Column:
    asked = next((asked for asked in sheet.asked if asked.name == part.name), None) if sheet else None
    indicators = field.type is FieldType.INDICATORS
    return Column(
        name=part.name,
        kind=_KINDS.get(part.type, ColumnKind.TEXT).value,
        label=part.name,
        meaning=part.meaning,
        unit=part.unit or (field.unit if part.type is FieldType.AMOUNT else ""),
        required=part.required,
        shown=sheet is None or asked is not None or part.required,
        summed=part.type is FieldType.AMOUNT or (indicators and part.name in _POINTS),
        inherits=indicators and part.name in LEVELS,
        choices=asked.choices if asked else (),
        sample=asked.sample if asked else "",
        heads=heads_of("指标表", part.name) if indicators else (),
    )


def worked_out(content: Content) -> dict[str, str]:
    """Cells of lists that the program works out, by dotted path: 绩效指标.2.得分 → 14.3."""
    found: dict[str, str] = {}
    for value in content.values.values():
        if isinstance(value, (Listing, Indicators)):
            _of_rows(value.rows, ".".join(value.path), found)
    return found


def _of_rows(rows: tuple[ListRow, ...], path: str, found: dict[str, str]) -> None:
    for number, row in enumerate(rows, start=1):
        for name, cell in row.cells.items():
            here = f"{path}.{number}.{name}"
            match cell:
                case Fact() if name in row.worked_out and cell.quantity:
                    found[here] = cell.quantity.text
                case Listing() | Indicators():
                    _of_rows(cell.rows, here, found)
                case _:
                    pass
