"""What the words before a number say that it is: 计划开展活动 before 37个, 完成率 before 97.3%."""

import re
from collections.abc import Sequence

from reportgen.numbers.clauses import label_start
from reportgen.numbers.reader import Stated

_LINK = re.compile(
    r"\s*(?:总?共计|总计|合计|累计|分别|均|约|已|各)*(?:为|是|有|达到|达|了|：|:|=|＝|仅|只|完成|超)*\s*$"
)
_HALVES = "。；！？\n"


def label_of(text: str, number: Stated) -> str:
    """The words between a number and the mark or number before it, without those that only lead to it (共计, 为)."""
    words = text[label_start(text, number.start) : number.start]
    return _LINK.sub("", words).strip().removeprefix("年").removeprefix("度")


def half_before(text: str, number: Stated, numbers: Sequence[Stated]) -> list[Stated]:
    """The numbers before a number in its sentence, or in its part of it where semicolons part it."""
    start = max(text.rfind(mark, 0, number.start) for mark in _HALVES) + 1
    return [other for other in numbers if start <= other.start and other.end <= number.start]


def shared(first: str, second: str) -> str:
    """The longest run of characters that two labels have in common."""
    best = ""
    for start in range(len(first)):
        while start + len(best) < len(first) and first[start : start + len(best) + 1] in second:
            best = first[start : start + len(best) + 1]
    return best
