"""Two clauses side by side that tell one change, as an amount and as a rate, in words that say the opposite.

本年总计高于上年143.05万元，下降4.12%: whichever is right, both cannot be.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.clauses import begin_of
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_SOFTLY = "(?:即|折合|合|相当于|约合|也就是|约|同比|环比|总体)*"
_IS = "(?:率|幅度?|比例|比率|了|为|是|达到?|约)*"
_REACH, _FAR = 16, 32
"""So many characters of an amount's words are read; a rate that stands so far behind it tells nothing of it."""
_OF_THE_YEAR = re.compile("[同环]比")


def two_ways(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate of change that the amount right before it denies."""
    first, second = (
        paragraph.lexicon.pattern(key, make) for key, make in (("by an amount", _amount), ("at a rate", _rate))
    )
    for by, rate in pairwise(paragraph.statements):
        if (
            rate.quantity.unit != "%"
            or by.quantity.kind == "%"
            or not rate.exact
            or rate.quantity.number <= 0
            or by.sentence != rate.sentence
            or rate.start - by.end > _FAR
        ):
            continue
        at = second.fullmatch(paragraph.text, by.end, rate.start)
        told = first.search(paragraph.text, _begin(by, paragraph), by.start) if at else None
        if at is None or told is None or bool(at["up"]) is bool(told["up"]):
            continue
        if _OF_THE_YEAR.search(at[0]) and not _OF_THE_YEAR.search(paragraph.text[_begin(by, paragraph) : by.start]):
            continue  # 比预算增加5万元，同比减少2%: held against something else
        label = _("写的是「{word}」，应为「{right}」", word=at["said"], right=_("下降") if at["up"] else _("增加"))
        note = _("前面是 {first}，后面是 {second}", first=told["said"], second=at["said"])
        opposed = GrowthOf(rate, by, by, None, bool(told["up"]), Decimal(0))
        yield Claim("direction", opposed, False, Proof.LIKELY, rate, label, (note,))


def _begin(by: Statement, paragraph: Paragraph) -> int:
    return max(begin_of(paragraph.text, by.start, "，。；：（）、"), by.start - _REACH)


def _both(words: Lexicon) -> str:
    up, down = (alternation(words.lists[key]) for key in ("多于的话", "少于的话"))
    return rf"(?P<said>(?P<up>{up})|(?P<down>{down}))"


def _amount(words: Lexicon) -> str:
    """超出定额, 高于上年: what it is held against may stand between."""
    return rf"{_both(words)}(?:(?<=[于过出])[^，。；、\d比较]{{0,8}}|了|约|达|支出|资金|费用)*$"


def _rate(words: Lexicon) -> str:
    return rf"[，,、（(]?{_SOFTLY}{_both(words)}{_IS}\s*"
