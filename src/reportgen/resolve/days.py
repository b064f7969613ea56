"""Days as they are typed and pasted: what the calendar has, and why the rest is no day."""

from datetime import date, timedelta

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.dates import existing, read_date, spell_date
from reportgen.numbers.numerals import read_digits, read_numeral
from reportgen.resolve.figure_slips import FigureSlip

_WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_FORM = re.compile(
    r"(?P<year>\d{4})\s*[-./年]\s*(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})\s*[日号]?(?:[ T]0{1,2}:00(?::00)?)?"
)
_H = "一二三四五六七八九"
_HANZI = re.compile(rf"(?P<year>[〇零○{_H}]{{4}})年(?P<month>[{_H}十]{{1,2}})月(?P<day>[{_H}十]{{1,3}})日")
_EXCEL, _EXCEL_DAYS = date(1899, 12, 30), range(36526, 73051)
"""Excel counts days; these are the years 2000 to 2099."""


def read_day(text: str) -> date | None:
    """2021年4月15日, 2021-04-15, 2021.4.15, 2021/4/15, 二〇二一年四月十五日; None for no day of the calendar."""
    parts = _parts(text)
    return existing(*parts) if parts else read_date(text)


def _parts(text: str) -> tuple[int, int, int] | None:
    words = text.strip().translate(_WIDE)
    if match := _FORM.fullmatch(words):
        return int(match["year"]), int(match["month"]), int(match["day"])
    if match := _HANZI.fullmatch(words):
        month, day = (int(read_numeral(match[name]) or 0) for name in ("month", "day"))
        return read_digits(match["year"]), month, day
    return None


def no_day(text: str) -> FigureSlip | None:
    """Why a text is no day, where that can be told; `meant` is empty where only the writer knows."""
    if _parts(text):
        return FigureSlip(_("日历上没有「{text}」这一天", text=text), "")
    if re.fullmatch(r"[0-9]{5}", text) and int(text) in _EXCEL_DAYS:
        meant = spell_date(_EXCEL + timedelta(days=int(text)))
        return FigureSlip(_("「{text}」像是 Excel 里日期的序号，就是 {day}", text=text, day=meant), meant, safe=False)
    run_together = re.fullmatch(r"([12][0-9]{3})([01][0-9])([0-3][0-9])", text)
    if run_together and (day := existing(*map(int, run_together.groups()))):
        meant = spell_date(day)
        return FigureSlip(_("「{text}」是不是 {day}？", text=text, day=meant), meant, safe=False)
    return None
