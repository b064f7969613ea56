"""Days that do not exist, in other forms than 2月30日: the second of a range, figures with marks, quarters."""

import re
from collections.abc import Iterator

from reportgen.model.dates import existing

_SECOND = re.compile(r"(?:(?P<y>20\d\d)年)?(?<!\d)(?P<m>\d{1,2})月\d{1,2}日?(?:至|到|[—–\-－~～])+(?P<d>\d{1,2})日")
"""9月28日至31日: the second day is of the same month."""
_MARKED = re.compile(r"(?<![\d.])(?P<y>20\d\d)(?P<mark>[-./])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?![\d.])")
_LEAP_DAY = re.compile(r"(?<![年\d])2月29日")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_QUARTER = re.compile(r"第?(?:[五六七八九]|(?<![\d.])[5-9])季度(?!考核)")
_HANZI = re.compile(r"(?P<m>[一二三四五六七八九十]{1,3})月(?P<d>[一二三四五六七八九十]{1,3})日")
_DIGITS = "零一二三四五六七八九"
_LEAP = 2000


def impossible(text: str) -> Iterator[tuple[int, int]]:
    """Where such a day stands."""
    for pattern in (_SECOND, _MARKED):
        for match in pattern.finditer(text):
            if not existing(int(match["y"] or _LEAP), int(match["m"]), int(match["d"])):
                yield match.span()
    for match in _LEAP_DAY.finditer(text):
        years = _YEAR.findall(text, 0, match.start())
        if years and not existing(int(years[-1]), 2, 29):
            yield match.span()
    for match in _HANZI.finditer(text):
        if not existing(_LEAP, _number(match["m"]), _number(match["d"])):
            yield match.span()
    yield from (match.span() for match in _QUARTER.finditer(text))


def _number(hanzi: str) -> int:
    tens, ten, ones = hanzi.rpartition("十")
    units = _DIGITS.index(ones[-1]) if ones else 0
    return (10 * (_DIGITS.index(tens[-1]) if tens else 1) if ten else 0) + units
