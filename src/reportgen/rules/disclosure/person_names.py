"""Names of persons in Chinese prose: a surname, a given name, and beside it a word that says who it is.

Three characters in a row look like a name everywhere (高年级, 江苏省, 成长营). So a name counts only beside a word
such as 讲解员 or 老师, when it ends where a name must end, and when its given name has a character that prose hardly
uses otherwise.
"""

from collections.abc import Iterator
from itertools import compress

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, either, lists
from reportgen.record import Struct

_PERSONS = lists("persons")
_SURNAMES = characters(_PERSONS["姓"])
_COMPOUND = either(_PERSONS["复姓"])
_GIVEN = frozenset(characters(_PERSONS["名用字"]))
"""Characters that are common in given names and rare in the words of a report."""
_NEVER = frozenset(characters(_PERSONS["不作名"]))
_H = "\u4e00-\u9fff"
_NAME = rf"(?:(?:{_COMPOUND})[{_H}]{{1,2}}?|[{_SURNAMES}][{_H}]{{2}})"
_ROLE = either(_PERSONS["身份"])
_TITLE = either(_PERSONS["称呼"])
_MORE = rf"(?:[、和与及]{_NAME})*"
_DOES = either(_PERSONS["动作"])
_END = rf"(?=[、，。；：（）和与及等]|{_TITLE}|同志|{_DOES}|$)"
_AFTER_ROLE = re.compile(rf"(?P<role>{_ROLE})(?:为|是|[:：])?(?P<names>{_NAME}{_MORE}){_END}")
_BEFORE_TITLE = re.compile(
    rf"(?:(?<=[、，。；：和与及由请向])|(?<=邀请|聘请))(?P<names>{_NAME}{_MORE})(?=(?P<role>{_TITLE}))"
)
_LISTED = re.compile(
    rf"(?:(?<=[的、，。；：由请有])|^)(?P<names>{_NAME}{_MORE})等(?:\d+|[一二三四五六七八九十]+)余?[名位](?:[^，。；\d]{{0,8}}?)(?P<role>{_ROLE})"
)
_SPLIT = re.compile("[、和与及]")
_BETWEEN = re.compile("([、和与及])")
_MODEL = re.compile(rf"(?:{_TITLE}|同志)?(?:等人?)?的?(?:先进|事迹|精神|学习)")
"""Whom everybody knows: 向张桂梅老师学习."""


class Named(Struct, frozen=True):
    """Names at the characters `start` to `end`, and the word beside them."""

    start: int
    end: int
    role: str
    names: tuple[str, ...]


def named_persons(text: str) -> Iterator[Named]:
    """Persons that are named in the text beside what they are, in order."""
    if not _ANY_ROLE.search(text):
        return
    spans: list[tuple[int, int]] = []
    possible = (True, bool(_ANY_TITLE.search(text)), "等" in text)
    for pattern in compress((_AFTER_ROLE, _BEFORE_TITLE, _LISTED), possible):
        for match in pattern.finditer(text):
            start, end = match.span("names")
            names = tuple(_SPLIT.split(match["names"]))
            known = any(first < end and start < last for first, last in spans) or _MODEL.match(text, end)
            between = pattern is _AFTER_ROLE and bool(_ANY_TITLE.match(text, end))
            if any(is_name(name, between) for name in names) and not known:
                spans.append((start, end))
                yield Named(start, end, match["role"], names)


_ANY_ROLE, _ANY_TITLE = re.compile(_ROLE), re.compile(_TITLE)


def is_name(words: str, between: bool = False) -> bool:
    """Whether three or four characters can hardly be anything but a name; `between` 教师 and 老师 most are one."""
    given = words[2:] if re.match(_COMPOUND, words) else words[1:]
    if not 1 <= len(given) <= 2 or any(char in _NEVER for char in given):
        return False
    twin = len(given) == 2 and given[0] == given[1]
    return twin or (between and len(given) == 2) or any(char in _GIVEN for char in given)


def masked(name: str) -> str:
    """何建英 → 何某: not 何××, which looks like something left to fill in (STR008)."""
    return (name[:2] if re.match(_COMPOUND, name) else name[0]) + "某"


def with_masks(names: str) -> str:
    """何建英、王欣怡和李梓涵 → 何某、王某和李某."""
    parts = _BETWEEN.split(names)
    return "".join(part if number % 2 else masked(part) for number, part in enumerate(parts))
