"""Words of workbooks made alike: blanks for looks, widths of letters, numbers before and units behind them left out."""

import unicodedata
from functools import cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists

MONEY = "元|千元|万元|百万元|亿元"
"""The units of money that workbooks write; a pattern for one of them."""
_BLANK = re.compile(r"[\s“”\"‘’「」《》]+")
_NUMBERED = re.compile(
    r"^(?:其中[:：]?|[一二三四五六七八九十]+、|[(][一二三四五六七八九十0-9]+[)]、?|[0-9]{1,2}[.、](?![0-9])|[*#★※▲△]+)"
)
_UNIT_BEHIND = re.compile(rf"[(](?:单位:?)?(?:{MONEY}|%|{either(lists('counting_units')['栏名后面的单位'])})[)]$")
_SHEET = re.compile(
    r"^(?P<code>[A-Za-z]{0,2}\d{1,3}(?:[._-]\d{1,3})*)?[_.、-]?(?P<title>.*?)(?:[(](?P<aside>[^()]*)[)])?$"
)


@cache
def plain(text: str) -> str:
    """The words of a cell without blanks and quotation marks: 「　　其中：基本支出 」 is 「其中:基本支出」."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


@cache
def bare(text: str) -> str:
    """The words without the number or 其中 before them, and without the unit in brackets behind."""
    words, before = plain(text), ""
    while words != before:
        before, words = words, _UNIT_BEHIND.sub("", _NUMBERED.sub("", words))
    return words


@cache
def sheet_names(name: str) -> frozenset[str]:
    """What a sheet may be called: 「Z01 收入支出决算总表(财决01表)」 is also Z01, 收入支出决算总表 and 财决01表."""
    words = plain(name)
    match = _SHEET.match(words)
    parts = [words, *(match.group("code", "title", "aside") if match else ())]
    return frozenset(part.casefold() for part in parts if part)


def same_unit(one: str, other: str) -> bool:
    """Whether two names are of one unit: a code before the name and the name of its superior may be left out."""
    first, second = plain(one), plain(other)
    return bool(first and second) and (first in second or second in first)
