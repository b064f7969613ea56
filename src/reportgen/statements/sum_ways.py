"""Ways to read a list that are none of the whole list: what is joined to the first figure, the heads of its pieces."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_lists import SumList

_FEW = 2
JOINED = re.compile(r"\s*(?:[、和及与]|以及)[^，；。：、]*")


def special_ways(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """What is joined to the first figure, and the heads of pieces."""
    item = not listed.words and paragraph.joined_to(listed.totals[0]) is not None  # 行政32名、事业46名，在编行政30名
    if ("各" in listed.words or listed.words in ("", "：")) and not item and (joined := _joined(inside, paragraph)):
        yield joined  # 各为180份、96份和44份，满意的291份
    if heads := _of_pieces(listed, inside, paragraph):  # 甲168万元，每期12万元；乙76万元；丙48万元
        yield heads


def _joined(inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figures, as far as nothing but 、 and 和 stands between them."""
    count = 1
    while count < len(inside) and JOINED.fullmatch(paragraph.text[inside[count - 1].end : inside[count].start]):
        count += 1
    return tuple(inside[:count]) if _FEW <= count < len(inside) else ()


def _of_pieces(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figure of each piece between semicolons, where some have more than one."""
    first: dict[int, Statement] = {}
    for each in inside:
        first.setdefault(paragraph.text.count("；", listed.start, each.start), each)
    return tuple(first.values()) if _FEW < len(first) < len(inside) else ()
