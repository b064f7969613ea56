"""Shares without their parts: 满意的占85%，基本满意的占12%，不满意的占3%. Labels that leave no other make 100 %.

Of others a slip tells: 人员经费占96.33%，公用经费占30.67%; 四个季度为12%、38%、35%、51%.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Quantity
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.shares import added_up
from reportgen.statements.slips import exchanged, one_other
from reportgen.statements.statement import Role, Statement
from reportgen.statements.whole import Whole

_TAIL = re.compile(r"的?(?:人数|比例|比重)?(?:占比?|各占)?(?:为|是|约)*$")
_WORST = re.compile("不|差|较差|未|D")
_NEAR, _HUNDRED = 25, Decimal(100)
_ONWARD = re.compile(r"[，、][^，。；：、（）\d]{1,12}占[^，。；：、（）\d]{0,4}|[、和及]")
_COUNTED = 10
"""四个季度支出比例为: so many at most are a number of shares, and no part."""
_TELLING, _SEVERAL = 3, 3
"""So many digits of a share tell that it was mistyped; so many shares that are listed, whatever their digits."""


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
            if abs(whole.total - 100) <= _NEAR:
                yield added_up(whole, Proof.CERTAIN)
                continue
        amounts = [each for each in told if each.quantity.unit != "%" and each.quantity.value > _COUNTED]
        for run in _runs(told) if not amounts else ():
            yield from _but_for_a_slip(Whole(tuple(run)))


def _runs(told: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Rates that follow each other with nothing but their names between: 占…%，…占…%, or …%、…%、…%."""
    run: list[Statement] = []
    for each in told:
        if run and _may_be_share(each) and _ONWARD.fullmatch(each.passage.text, run[-1].end, each.start):
            run.append(each)
            continue
        if len(run) > 1:
            yield run
        run = [each] if _may_be_share(each) else []
    if len(run) > 1:
        yield run


def _may_be_share(each: Statement) -> bool:
    return each.quantity.unit == "%" and each.exact and each.role in (Role.SHARE, Role.RATE) and not each.planned


def _but_for_a_slip(whole: Whole) -> Iterator[Claim]:
    """Shares that make 100 % together, or would if two digits of one of them changed places, or one were another."""
    if not whole.holds:
        telling = all(each.quantity.digits >= _TELLING for each in whole.shares)
        slips = exchanged if not telling and len(whole.shares) >= _SEVERAL else _slips
        if (telling or slips is exchanged) and any(
            whole.total - each.quantity.number + value * _HUNDRED == _HUNDRED
            for each in whole.shares
            for value in slips(each.quantity)
        ):
            yield added_up(whole, Proof.LIKELY)


def _slips(quantity: Quantity) -> Iterator[Decimal]:
    yield from exchanged(quantity)
    yield from one_other(quantity)


def _graded(labels: list[str], paragraph: Paragraph) -> bool:
    """Whether the last is the worst grade: those with nothing in them may be left out, not those between."""
    grades = [paragraph.lexicon.grade(label) for label in labels]
    return len(grades) > 2 and all(grades) and len(set(grades)) == len(grades) and bool(_WORST.match(grades[-1]))
