"""A fund table on the screen: its fixed lines, its columns, its units."""

from reportgen.desk.content.column_heads import heads_of
from reportgen.desk.content.grid import Column, ColumnKind
from reportgen.language import _
from reportgen.model.content import FundColumn
from reportgen.packs.entry import MONEY_UNIT, EntryBook, SheetKind
from reportgen.packs.fields import Field
from reportgen.packs.shapes import FUND_LINES, FUND_MEANINGS
from reportgen.record import Struct

_NAME, _ITEMS, _TOTAL = "名称", "分项", "项目资金"
_UNITS = ("万元", "元", "亿元")
_NAMED = ("名称", "项目名称", "专项", "专项名称", "支出项目", "资金名称")
_STAGES = {
    FundColumn.INITIAL: ("年初预算数", ()),
    FundColumn.APPROVED: ("全年预算数", ("批复数", "批复金额", "预算批复", "预算批复数", "预算金额")),
    FundColumn.RECEIVED: ("", ("到位数", "到位资金", "到位金额", "资金到位", "实际到位", "实际到位数")),
    FundColumn.SPENT: ("全年执行数", ("支出金额", "实际支出")),
    FundColumn.RATE: ("", ()),
}
"""What forms call a stage, and heads of account books."""


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
    named = Column(
        _NAME, ColumnKind.TEXT.value, _("项目"), _("专项的名称，不能重复"), required=True, fixed=True, heads=_NAMED
    )
    stages = [_stage(column, samples) for column in FundColumn]
    year = Line("", _("全年"), _("全年的总数，含基本支出和项目支出"))
    apart = [Line(name, name, meaning) for name, meaning in FUND_LINES.items()]
    return FundsView(field.name, (named, *stages), (year, *apart))


def _stage(column: FundColumn, samples: dict[str, str]) -> Column:
    is_rate = column is FundColumn.RATE
    form, others = _STAGES[column]
    return Column(
        column.value,
        (ColumnKind.RATE if is_rate else ColumnKind.AMOUNT).value,
        column.value,
        FUND_MEANINGS[column],
        unit="%" if is_rate else "",
        fixed=True,
        summed=not is_rate,
        sample=samples.get(column.value, ""),
        heads=(*heads_of("资金表", form), *others),
    )
