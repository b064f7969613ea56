"""Dates as finished documents spell them, in figures or in hanzi (二〇二五年三月二十日)."""

from datetime import date

from reportgen import patterns as re
from reportgen.model.dates import existing

_YEAR = r"(?:\d{4}|[二一][〇○零0OＯ一二三四五六七八九]{3})"
_SHORT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE_LINE = re.compile(rf"({_YEAR})\s*年\s*({_SHORT})\s*月\s*({_SHORT})\s*日")
"""A line that is a date and nothing else, when all of it matches."""
_DIGITS = {char: str(value) for value, chars in enumerate(("〇○零0OＯ", *"一二三四五六七八九")) for char in chars}


def day_of(text: str) -> date | None:
    """The day that a line spells out; None when it spells none, or one that does not exist."""
    found = DATE_LINE.fullmatch(text.strip())
    return existing(*(_number(part) for part in found.groups())) if found else None


def _number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(_DIGITS.get(char, char) for char in text))
    return 10 * (int(_DIGITS[tens]) if tens else 1) + (int(_DIGITS[ones]) if ones else 0)
