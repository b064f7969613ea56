"""What one cell says: a number to its last digit, a day, words, or why it says nothing that can be taken."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from reportgen import patterns as re
from reportgen.fill.book import Raw
from reportgen.fill.words import plain
from reportgen.language import _
from reportgen.numbers import read_quantity
from reportgen.record import Struct

_NOT_APPLICABLE = frozenset({"-", "--", "---", "—", "——", "－", "―", "/", "*", "×", "无", "…", "……"})
_DIGITS = re.compile(r"^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$")
_NEGATIVE = re.compile(r"^\((?P<number>[\d,.]+)\)$")


class Said(Struct, frozen=True):
    """A cell's value: a number, with its unit where the cell writes one; a day; or words."""

    number: Decimal | None = None
    unit: str = ""
    day: date | None = None
    words: str = ""


class Unsaid(Struct, frozen=True):
    """Why a cell says nothing."""

    why: str


def number_of(cell: float) -> Decimal:
    """The number as the spreadsheet shows it: it keeps fifteen digits, and what is behind them is noise."""
    return Decimal(cell) if cell == int(cell) else Decimal(format(cell, ".15g"))


def is_written_number(words: str) -> bool:
    """Whether a text is a number by itself: 1,234.50."""
    return words[-1:].isdecimal() and bool(_DIGITS.match(words))


def read_cell(cell: Raw) -> Said | Unsaid:
    """What a cell says."""
    match cell:
        case bool():
            return Unsaid(_("是「真」或「假」，不是数"))
        case int() | float():
            return Said(number_of(cell))
        case datetime():
            return Said(day=cell.date())
        case date():
            return Said(day=cell)
        case time() | timedelta():
            return Unsaid(_("是时间，不是数"))
        case str():
            return _read_text(cell)


def _read_text(cell: str) -> Said | Unsaid:
    words = plain(cell)
    if not words:
        return Unsaid(_("这一格是空的"))
    if words in _NOT_APPLICABLE:
        return Unsaid(_("这一格是「{words}」", words=cell.strip()))
    bracketed = _NEGATIVE.match(words)
    digits = f"-{bracketed['number']}" if bracketed else words
    if _DIGITS.match(digits):
        return Said(Decimal(digits.replace(",", "")), words=cell.strip())
    quantity = read_quantity(words)
    if quantity is not None and not quantity.bound.value:
        return Said(quantity.number, quantity.scale + quantity.unit, words=cell.strip())
    return Said(words=cell.strip())
