"""Days that the calendar does not have, in every form in which days are written."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.model.dates import existing
from reportgen.record import Struct

_HANZI = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:[1１][9９]|[2２][0０])\d\d|[一二][{_HANZI}]{{3}})"
_NUMBER = rf"(?:\d{{1,2}}|[{_HANZI[3:]}十]{{1,3}})"
_SPELT = re.compile(
    rf"(?<![\d.{_HANZI}十])(?:(?P<year>{_YEAR})\s*年\s*)?(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*"
    rf"(?:日|(?P<number>号)(?!{either(lists('units')['号的后面'])}|公告|通知|文件))"
)
"""2024年2月30日, 2月30号, 二〇二四年二月三十日."""
_SOLID = re.compile(r"(?:日期|时间|于|至|到)[：:]?\s*(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
"""日期：20240230."""
_LUNAR = re.compile(r"[农阴旧]历[^，。；]{0,6}$")
_PARTED = re.compile(
    r"(?<![\d./／．_A-Za-z\-])(?P<year>(?:19|20)\d\d)\s?(?P<sep>[./／．-])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<day>\d{1,2})"
    r"(?![\d./／．-]\d|[\d/_A-Za-z]|-)"
)
"""2024.2.30, 2024-02-30, 2024/2/30."""
_TO = re.compile(
    rf"(?<![\d.])(?:(?P<year>{_YEAR})\s*年\s*)?(?P<month>{_NUMBER})\s*月\s*{_NUMBER}\s*日?\s*(?:[-—–－~～]+|至|到)\s*(?P<day>{_NUMBER})\s*[日号]"
)
"""2月28日—30日: the second day is of the same month."""
_CODE = re.compile(r"(?:编号|编码|代码|合同|发票|单号|文号|票号|版本|第)[^，。；]{0,6}$")
_LEAP = 2000
_MONTHS, _DAYS = 12, 31
_SIGNS = "月.．/／-"
_DIGITS = {char: max(at - 2, 0) for at, char in enumerate(_HANZI)}


class Impossible(Struct, frozen=True):
    """A day that is written and does not exist."""

    start: int
    end: int
    words: str


def impossible_days(text: str) -> list[Impossible]:
    """Every such day of a text, in order."""
    if not any(sign in text for sign in _SIGNS) and not re.search(r"\d{8}", text):
        return []
    found = {each.start: each for each in (*_ranges(text), *_parted(text), *_spelt(text))}
    return [found[start] for start in sorted(found)]


def _spelt(text: str) -> Iterator[Impossible]:
    for match in _SPELT.finditer(text) if "月" in text else ():
        number = match["number"] and _number(match["day"]) > _DAYS
        if not _exists(match) and not number and not _LUNAR.search(text[: match.start()]):
            yield Impossible(*match.span(), match[0].strip())


def _ranges(text: str) -> Iterator[Impossible]:
    for match in _TO.finditer(text) if "月" in text else ():
        if not _exists(match):
            yield Impossible(match.start("day"), match.end(), text[match.start("day") : match.end()])


def _parted(text: str) -> Iterator[Impossible]:
    """Figures that can only be meant as a day: a month that there is, or a day that some month has."""
    for match in _PARTED.finditer(text):
        month, day = int(match["month"]), int(match["day"])
        meant = 1 <= month <= _MONTHS or 1 <= day <= _DAYS
        if meant and month and day and not _exists(match) and not _CODE.search(text[: match.start()]):
            yield Impossible(*match.span(), match[0])
    for match in _SOLID.finditer(text) if "20" in text else ():
        if not _exists(match) and 1 <= int(match["month"]) <= _MONTHS:
            yield Impossible(match.start("year"), match.end(), text[match.start("year") : match.end()])


def _exists(match: re.Match[str]) -> bool:
    year = _number(match["year"]) if match["year"] else _LEAP
    return existing(year, _number(match["month"]), _number(match["day"])) is not None


def _number(words: str) -> int:
    """24, 二十四 or 二〇二四."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    if not ten:
        return int("".join(str(_DIGITS.get(char, 0)) for char in words))
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)
