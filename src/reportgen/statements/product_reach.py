"""What a product may be made of: the figures in reach of a price, and each way to multiply them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportgen import patterns as re
from reportgen.numbers.clauses import HALF_ENDS, begin_of, end_of
from reportgen.statements.equations import ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_OF_MANY = re.compile("每[百千万亿]")
_MOST_COUNTS = 4


def made_of(each: Statement, totals: Sequence[Statement], counts: Sequence[Statement]) -> Iterator[ProductOf]:
    """Every product of one count or two with the figure for each."""
    near = sorted(counts, key=lambda count: abs(count.start - each.start))[:_MOST_COUNTS]
    for total in totals:
        yield from (ProductOf(total, (count,), each) for count in counts)
        pairs = (pair for pair in combinations(near, 2) if pair[0].quantity.unit != pair[1].quantity.unit)
        yield from (ProductOf(total, pair, each) for pair in pairs)


def in_reach(near: Sequence[Statement], each: Statement, paragraph: Paragraph) -> list[Statement]:
    """Those of the same part of the sentence, up to the semicolon; in a bracket also the figure right before it."""
    text = paragraph.text
    begin, end = begin_of(text, each.start, HALF_ENDS), end_of(text, each.end, HALF_ENDS)
    own = [other for other in near if begin <= other.start < end and other.depth == each.depth]
    if (
        not each.depth and text.startswith("（", each.end) and not _OF_MANY.search(each.label)
    ):  # 每公顷5.93万元（养护支出312.48万元，52.70公顷）
        close = text.find("）", each.end)
        own += [other for other in near if other.depth == 1 and each.end < other.start < close]
    if each.depth:
        before = [other for other in near if other.end <= each.start and other.depth == each.depth - 1]
        if before and not re.search("[，。；]", text[before[-1].end : text.rfind("（", 0, each.start)]):
            own.append(before[-1])
            own = [other for other in own if other.depth < each.depth or text.rfind("（", 0, each.start) < other.start]
    return own
