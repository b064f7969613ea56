"""Rates whose two figures follow them: 满意率95.00%，随访1,200个，满意1,140个."""

from reportgen import patterns as re
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import is_of_several, name_of
from reportgen.statements.rate_ways import is_denied, is_required
from reportgen.statements.rate_wholes import alike, place_of
from reportgen.statements.statement import Period, Role, Statement

_PAIR = 2
_HALF, _MARKS = "；。\n", "，。；：、（）\n"
_ON_ITS_OWN = re.compile(r"[，。；]")


def told_first(rate: Statement, paragraph: Paragraph) -> RatioOf | None:
    """满意率93.40%，回访样本3,000个，满意2,802个: the only two figures of its half of the sentence, both behind it, of
    which the words say that they are what the rate is made of."""
    text = paragraph.text
    found = name_of(rate, paragraph) if _ON_ITS_OWN.match(text, rate.end) else None
    words = paragraph.lexicon.rate(found["name"]) if found else None
    if words is None or is_of_several(rate) or is_required(rate):
        return None
    begin, end = begin_of(text, rate.start, _HALF), end_of(text, rate.end, _HALF)
    others = [each for each in paragraph.statements if begin <= each.start < end and each is not rate]
    if len(others) != _PAIR or others[0].start < rate.end or not all(map(_is_counted, others)):
        return None
    whole, part = others
    said = f"{part.label} {text[part.end : end_of(text, part.end, _MARKS)]}"
    asked = words.whole.search(whole.label) and words.part.search(said) and not words.part.search(whole.label)
    if not asked or is_denied(said, words.part) or not alike(part, whole) or not whole.quantity.value:
        return None
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph))


def _is_counted(each: Statement) -> bool:
    return each.role is Role.AMOUNT and each.exact and not each.depth and each.period is Period.NOW and not each.planned
