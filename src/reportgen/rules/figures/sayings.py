"""What a text says that a figure is, here and now; two sayings of one thing can disagree."""

import re
from dataclasses import dataclass

from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.numbers import Stated
from reportgen.numbers.clauses import label_start, sentence_start
from reportgen.rules.registry import Finding
from reportgen.statements.passages import Passage

_OTHER_TIME = re.compile(
    r"上年|去年|往年|历年|明年|下一?年|累计|建馆以来|开展至今|计划|拟|将|预计|目标|争取|每|平均|日均|同比|比上|较上|季度|上半年|下半年|月份|其中"
)
_CARRIED = re.compile(r"上年(?:末|度)?(?:结转|结余)")
"""What was left over then is there now."""
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")


@dataclass(frozen=True, slots=True)
class Saying:
    """A figure, what it is said to be, and where."""

    what: str
    stated: Stated
    passage: Passage


def here_and_now(passage: Passage, each: Stated, year: int | None) -> bool:
    """Whether the sentence up to the figure speaks of no other time, of no plan and of no part."""
    words = _CARRIED.sub("", passage.text[sentence_start(passage.text, each.start) : each.start])
    return not _OTHER_TIME.search(words) and {int(found) for found in _YEAR.findall(words)} <= {year}


def disagree(first: Saying, second: Saying) -> bool:
    """Whether both are exact and of one kind, and cannot both be true."""
    one, other = first.stated.quantity, second.stated.quantity
    return one.bound is other.bound is Bound.EXACT and one.kind == other.kind and not one.agrees(other)


def differs(first: Saying, second: Saying) -> Finding:
    """The second saying, with the words of the first."""
    words = first.passage.text[label_start(first.passage.text, first.stated.start) : first.stated.end]
    where = first.passage.section.rstrip("：:；。") or _("另一处")
    note = _("「{where}」中写的是「{words}」", where=where, words=words.strip())
    place = second.passage.place(second.stated.start, second.stated.end)
    label = _("这里写的是 {typed}", typed=second.stated.quantity)
    return Finding(place, label, (note,), certain=False, section=second.passage.section)
