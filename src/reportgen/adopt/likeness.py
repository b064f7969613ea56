"""How alike two headings are, whatever their marks: the words themselves, or one within the other."""

from difflib import SequenceMatcher
from functools import cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists

ALIKE = 0.85
"""From here on two headings say the same."""
NEAR = 0.6
"""From here on they may, where order and level agree."""
_MARKS = re.compile(r"[\s　。，、：:；;（）()《》“”\"·.．\-—]|(?<=.)的|主要(?=.)")
_WITHIN = 0.9
_FEWEST = 4
"""Characters of a heading that count when they stand within a longer one: 存在的问题 in 存在的主要问题及原因."""
_LONGER = 3
"""Times its length: in the words of a whole sentence the characters of many headings stand in their order."""


@cache
def likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 for the same words, or words that say the same (`lexicon/headings.yaml`).

    >>> likeness("人员情况。", "人员情况"), likeness("存在的主要问题及原因分析", "存在的问题") >= ALIKE
    (1.0, True)
    >>> likeness("单位概况", "部门基本情况"), likeness("资金使用情况", "资金使用和管理情况") > NEAR
    (1.0, True)
    """
    first, second = _plain(one), _plain(other)
    if first == second:
        return 1.0
    short, long = sorted((first, second), key=len)
    if len(short) >= _FEWEST and len(long) <= _LONGER * len(short) and _in_order(short, long):
        return _WITHIN
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


@cache
def _plain(words: str) -> str:
    """Without marks, each word in the place of those that say the same."""
    bare = _MARKS.sub("", words)
    for main, others in lists("headings").items():
        bare = _others(others).sub(_MARKS.sub("", main), bare)
    return bare


@cache
def _others(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(either(words))


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of the one stand in the other in their order."""
    rest = iter(long)
    return all(character in rest for character in short)
