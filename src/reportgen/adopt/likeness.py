"""How alike two headings are, whatever their marks: the words themselves, or one within the other."""

from difflib import SequenceMatcher
from functools import cache

from reportgen import patterns as re

ALIKE = 0.85
"""From here on two headings say the same."""
_MARKS = re.compile(r"[\s　。，、：:；;（）()《》“”\"·.．\-—]")
_WITHIN = 0.9
_FEWEST = 4
"""Characters of a heading that count when they stand within a longer one: 存在的问题 in 存在的主要问题及原因."""


@cache
def likeness(one: str, other: str) -> float:
    """From 0 to 1; 1 for the same words.

    >>> likeness("人员情况。", "人员情况"), likeness("存在的主要问题及原因分析", "存在的问题") >= ALIKE
    (1.0, True)
    """
    first, second = _MARKS.sub("", one), _MARKS.sub("", other)
    if first == second:
        return 1.0
    short, long = sorted((first, second), key=len)
    if len(short) >= _FEWEST and _in_order(short, long):
        return _WITHIN
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of the one stand in the other in their order."""
    rest = iter(long)
    return all(character in rest for character in short)
