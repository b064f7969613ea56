"""Lists of grades: the first is one of them, and no total. And what the first few of a list make together."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim

_FIRST = re.compile(
    r"(?:^|[，。；：（(])(?P<way>[前后])(?P<count>[两二三四五])(?:[项类种档级个者])(?:人数|份数|数量|户数)?"
    r"(?:共计?|[合总]计|一共|相加|之和|加起来|合起来)?(?:为|是|有)?$"
)
_FEW_OF = re.compile("[前后][两二三四五][项类种档级个者]")
_NEAR = 16


def is_graded(equation: SumOf, lexicon: Lexicon) -> bool:
    """优5个、良6个、中1个: the first is one of several; 不满意的13份里，停车难7份，…: what is told of one grade."""
    grades = [bool(lexicon.grade(each.label)) for each in equation.members]
    return grades[0] and any(grades[1:])


def sums_of_first(paragraph: Paragraph) -> Iterator[Claim]:
    """很好139份，好31份，一般4份，差2份。前两项170份: the first two of the last list before it, right and wrong."""
    if not _FEW_OF.search(paragraph.text):
        return
    for total in paragraph.amounts:
        found = _FIRST.search(paragraph.text, max(0, total.start - _NEAR), total.start)
        size = int(read_numeral(found["count"]) or 0) if found else 0
        if found and len(told := _list_before(total, found.start(), paragraph)) > size:
            equation = SumOf(total, tuple(told[:size] if found["way"] == "前" else told[-size:]))
            yield Claim("sum", equation, True) if equation.holds else sum_claim("sum", equation, Proof.LIKELY)


def _list_before(total: Statement, at: int, paragraph: Paragraph) -> list[Statement]:
    """The figures of the same things in the last sentence before a place that has several, to the last semicolon."""
    alike = [each for each in paragraph.amounts if each.end <= at and same_things(each.quantity, total.quantity)]
    alike = [each for each in alike if each.exact and each.label and each.depth == total.depth]
    near = [each for each in alike if each.sentence == alike[-1].sentence and total.sentence - each.sentence <= 1]
    begin = max((paragraph.text.rfind(mark, 0, near[-1].start) for mark in "；：") if near else [0])
    whole = next((index + 1 for index, each in enumerate(near[:-1]) if _is_whole(near[index:])), 0)
    return [each for each in near[whole:] if each.start > begin]


def _is_whole(figures: list[Statement]) -> bool:
    """收回176份，非常满意139份，满意31份，…: the first is what the others make."""
    first, *others = figures
    return len(others) > 1 and SumOf(first, tuple(others)).holds
