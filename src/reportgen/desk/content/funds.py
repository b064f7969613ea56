"""A fund table on the screen: its fixed lines, its columns, its units."""

from reportgen.desk.content.grid import Column, ColumnKind
from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.packs.entry import MONEY_UNIT, EntryBook, SheetKind
from reportgen.packs.fields import Field
from reportgen.packs.shapes import FUND_LINES, FUND_MEANINGS
from reportgen.record import Struct

_NAME, _ITEMS, _TOTAL = "名称", "分项", "项目资金"
_UNITS = ("万元", "元", "亿元")


class Line(Struct, frozen=True):
    """A line that every fund table may have: its key in the file, empty for the year's own."""

    key: str
    label: str
    meaning: str


class FundsView(Struct, frozen=True):
    """What `static/funds.js` draws: the lines, then one row for each item. The keys name parts of the field."""

    name: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    units: tuple[str, ...] = _UNITS
    unit_key: str = MONEY_UNIT
    items_key: str = _ITEMS
    total_key: str = _TOTAL
    """The line that the items add up to."""
    year_keys: tuple[str, str] = ("基本支出", _TOTAL)
    """The lines that together are the year's own."""
    spent_key: str = FundColumn.SPENT.value
    received_key: str = FundColumn.RECEIVED.value


def funds_view(field: Field, path: tuple[str, ...], book: EntryBook) -> FundsView:
    """A fund table field; `book` is what the file's documents ask for."""
    sheet = next((sheet for sheet in book.sheets if sheet.path == path and sheet.kind is SheetKind.FUNDS), None)
    samples = {asked.name: asked.sample for asked in sheet.asked} if sheet else {}
    named = Column(_NAME, ColumnKind.TEXT.value, _("项目"), _("专项的名称，不能重复"), required=True, fixed=True)
    stages = [_stage(column, samples) for column in FundColumn]
    year = Line("", _("全年"), _("全年的总数，含基本支出和项目支出"))
    apart = [Line(name, name, meaning) for name, meaning in FUND_LINES.items()]
    return FundsView(field.name, (named, *stages), (year, *apart))


def _stage(column: FundColumn, samples: dict[str, str]) -> Column:
    is_rate = column is FundColumn.RATE
    return Column(
        column.value,
        (ColumnKind.RATE if is_rate else ColumnKind.AMOUNT).value,
        column.value,
        FUND_MEANINGS[column],
        unit="%" if is_rate else "",
        fixed=True,
        summed=not is_rate,
        sample=samples.get(column.value, ""),
    )
