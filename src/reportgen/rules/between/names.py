"""Names that several documents write: when two are the same, and when one is a slip for the other."""

import unicodedata
from difflib import SequenceMatcher
from fractions import Fraction

from reportgen import patterns as re

_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉、,，.。:：;；\-—－_/]")
_CODE = re.compile(r"^(?P<code>[0-9A-Za-z]{10,})[-—－_ ]*(?P<name>.+)$")
_TELLING = re.compile(
    r"[0-9A-Za-z一二三四五六七八九十〇东南西北中上下左右前后新老大小甲乙丙丁男女省市州县区旗镇乡村街]"
)
"""A difference in one of these makes another thing: 一期 and 二期, 市科协 and 县科协."""
_WIDTH = (r"科学技术协会", "科协"), (r"科学技术(?=馆|局|厅|博物馆)", "科技")
_COUNTED = re.compile(r"(?<=..)(?:人次|人数|次数|场次|场数|天数|数量|个数|总数)$")
_SHORTEST = 4
_LIKE, _KIN = Fraction(8, 10), Fraction(6, 10)
"""What share of two names must be the same: for a slip of the hand, for other words of the same thing."""
_MOST_CHANGED = 2


def plain(name: str) -> str:
    """The name without blanks, quotes and marks, its brackets and digits of one width."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name))


def uncounted(name: str) -> str:
    """The plain name without 人次, 场次 … at its end: 接待观众人次 is 接待观众."""
    return _COUNTED.sub("", plain(name))


def without_code(name: str) -> tuple[str, str]:
    """The code that stands before a project's name, or nothing, and the plain name."""
    found = _CODE.match(unicodedata.normalize("NFKC", name.strip()))
    return (found["code"], plain(found["name"])) if found else ("", plain(name))


def short(unit: str) -> str:
    """A unit's plain name with the usual abbreviations: 示例县科学技术协会 is 示例县科协."""
    name = plain(unit)
    for full, abbreviation in _WIDTH:
        name = re.sub(full, abbreviation, name)
    return name


def near(first: str, other: str) -> bool:
    """Whether one plain name may be a slip for the other: a character or two apart, none of which tells them apart."""
    lengths = len(first), len(other)
    if first == other or min(lengths) < _SHORTEST or max(lengths) - min(lengths) > _MOST_CHANGED:
        return False
    matcher = SequenceMatcher(None, first, other, autojunk=False)
    if matcher.quick_ratio() < _LIKE or matcher.ratio() < _LIKE:
        return False
    changes = [(first[a:b], other[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    changed = max(sum(len(change[side]) for change in changes) for side in (0, 1))
    return changed <= _MOST_CHANGED and not any(_TELLING.search(one + two) for one, two in changes)


def slips(name: str) -> set[str]:
    """The name and what is left of it without one of its characters: names that share one of these may be near."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def like(first: str, other: str) -> bool:
    """Whether two names may mean the same in other words: much of the one is in the other, or it holds the other."""
    if first in other or other in first:
        return True
    matcher = SequenceMatcher(None, first, other, autojunk=False)
    return matcher.quick_ratio() >= _KIN and matcher.ratio() >= _KIN
