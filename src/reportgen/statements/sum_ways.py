"""Ways to read a list that are none of the whole list: what is joined to the first figure, the heads of its pieces."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.statements.claim import Claim
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_lists import SumList

_FEW = 2
_MADE_UP = re.compile("[，,]?由[^，。；、\\d]{1,16}")
JOINED = re.compile(r"\s*(?:[、和及与]|以及)[^，；。：、]*")
_TIMES = ("×", "*", "÷")


def is_made_up(claim: Claim) -> bool:
    """收入960万元，由本年收入846万元和结转27万元构成；支出873万元: whatever else the parts make, they are its own."""
    total, first = claim.members[:2]
    return bool(_MADE_UP.fullmatch(total.passage.text, total.end, first.start))


def special_ways(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """What is joined to the first figure, and the heads of pieces."""
    item = not listed.words and paragraph.joined_to(listed.totals[0]) is not None  # 行政32名、事业46名，在编行政30名
    if ("各" in listed.words or listed.words in ("", "：")) and not item and (joined := _joined(inside, paragraph)):
        yield joined  # 各为180份、96份和44份，满意的291份
    if not listed.words and (pair := _closed_pair(inside, paragraph)):
        yield pair  # 在岗43人，男职工28人，女职工15人，有证书的19人
    if heads := _of_pieces(listed, inside, paragraph):  # 甲168万元，每期12万元；乙76万元；丙48万元
        yield heads


def _joined(inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figures, as far as nothing but 、 and 和 stands between them."""
    count = 1
    while count < len(inside) and JOINED.fullmatch(paragraph.text[inside[count - 1].end : inside[count].start]):
        count += 1
    return tuple(inside[:count]) if _FEW <= count < len(inside) else ()


def _closed_pair(inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first two, where they leave no other and more is told behind them."""
    pair = tuple(inside[:_FEW])
    ends = {re.sub("^[男女]", "", each.label) for each in pair}
    closed = paragraph.lexicon.closed_set([each.label for each in pair]) and len(ends) == 1
    return pair if closed and len(inside) > _FEW else ()


def _of_pieces(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figure of each piece between semicolons, where some have more than one."""
    first: dict[int, Statement] = {}
    for each in inside:
        first.setdefault(paragraph.text.count("；", listed.start, each.start), each)
    return tuple(first.values()) if _FEW < len(first) < len(inside) else ()


def is_factor(each: Statement) -> bool:
    """6人×12个月×3,500元: what something is made of, and no part of a sum."""
    text = each.passage.text
    return text[each.start - 1 : each.start] in _TIMES or text[each.end : each.end + 1] in _TIMES
