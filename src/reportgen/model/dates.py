"""Calendar dates as officials write them."""

from datetime import date

from reportgen import patterns as re

_FORMS = (
    re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
    re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"),
)


def read_date(text: str) -> date | None:
    """2021年4月15日 or 2021-04-15; None for anything else and for days that do not exist."""
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match:
            return existing(*(int(part) for part in match.groups()))
    return None


def existing(year: int, month: int, day: int) -> date | None:
    """The day; None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def spell_date(day: date) -> str:
    """Arabic figures, full year, no padding zeros: 2021年4月15日 (GB/T 9704-2012 §7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
