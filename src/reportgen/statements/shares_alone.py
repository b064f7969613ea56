"""Shares without their parts: 满意的占85%，基本满意的占12%，不满意的占3%. Labels that leave no other make 100 %."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.shares import added_up
from reportgen.statements.statement import Role, Statement
from reportgen.statements.whole import Whole

_TAIL = re.compile(r"的?(?:人数|比例|比重)?(?:占比?|各占)?(?:为|是|约)*$")
_WORST = re.compile("不|差|较差|未|D")
_NEAR = 25


def shares_alone(paragraph: Paragraph) -> Iterator[Claim]:
    """The shares of a sentence that states no amounts, when they are those of a closed set."""
    by_sentence: dict[int, list[Statement]] = {}
    for each in paragraph.statements:
        by_sentence.setdefault(each.sentence, []).append(each)
    for told in by_sentence.values():
        labels = [_TAIL.sub("", each.label) for each in told]
        plainly = all(each.role is Role.SHARE and each.quantity.unit == "%" and each.exact for each in told)
        if len(told) > 1 and plainly and (paragraph.lexicon.closed_set(labels) or _graded(labels, paragraph)):
            whole = Whole(tuple(told))
            yield added_up(whole, Proof.CERTAIN if abs(whole.total - 100) <= _NEAR else Proof.NONE)


def _graded(labels: list[str], paragraph: Paragraph) -> bool:
    """Whether the last is the worst grade: those with nothing in them may be left out, not those between."""
    grades = [paragraph.lexicon.grade(label) for label in labels]
    return len(grades) > 2 and all(grades) and len(set(grades)) == len(grades) and bool(_WORST.match(grades[-1]))
