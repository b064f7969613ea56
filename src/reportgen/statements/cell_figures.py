"""A cell read by itself: whether it is blank, words or a figure, and which figure."""

from reportgen import patterns as re
from reportgen.model.quantity import Bound, Quantity
from reportgen.model.table import Cell
from reportgen.numbers.reader import read_numbers, read_quantity
from reportgen.numbers.units import UNIT

BLANK = frozenset(["", "-", "—", "——", "－", "–", "/", "／", "无", "*"])
UNIT_ALONE = re.compile(rf"{UNIT}|[百千万亿]+元|万{UNIT}")
LONGEST = 24
_NUMERIC = re.compile(r"[-−－+＋]?[\d,，.．]+\s*(?:[%％‰]|[百千万亿]*[^\W\d_]{0,3}(?:/[^\W\d_]{1,3})?)")

_OF_YEAR = re.compile(r"(?:19|20)\d{2}年(?:[^\d\W]|$)")


def looks_numeric(cell: Cell) -> bool:
    """Whether a cell holds a figure, a unit or nothing, and no words."""
    words = cell.compact
    if _OF_YEAR.match(words):
        return False  # 2026年预算, 2026年: heads
    if words in BLANK or _NUMERIC.fullmatch(words) or UNIT_ALONE.fullmatch(words):
        return True
    return len(words) <= LONGEST and words[0] in "≥≤＞＜><=≧≦" and any(map(str.isdecimal, words))


def quantity_of(cell: Cell, measured: bool = False) -> Quantity | None:
    """The one figure of a cell; None for codes, dates and words. Below a unit nothing is a code: 金额（元）."""
    words = cell.compact.replace("，", ",")
    if not words or len(words) > LONGEST or not (words[0].isdecimal() or words[0] in "-−－+≥≤＞＜><=≧≦"):
        return None
    quantity = read_quantity(words.replace("−", "-").lstrip("+")) or _price(words)
    stated = quantity is not None and quantity.bound in (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)
    if quantity is None or not stated or (_is_code(words) and not measured) or _is_date(words):
        return None
    return quantity


def _is_code(words: str) -> bool:
    return bool(re.fullmatch(r"\d{5}|\d{7}|0\d+", words))


def _price(words: str) -> Quantity | None:
    """3.50万元/场: the whole cell is one number with its unit."""
    numbers = read_numbers(words) if "/" in words else []
    return numbers[0].quantity if len(numbers) == 1 and numbers[0].end == len(words) and not numbers[0].start else None


def _is_date(words: str) -> bool:
    return bool(re.match(r"(?:19|20)\d{2}(?:年|[-./]\d)|\d{1,2}月", words))
