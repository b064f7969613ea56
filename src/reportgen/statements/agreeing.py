"""Claims that do not hold and ask for one and the same figure in the place of one of theirs, for different reasons."""

from collections.abc import Collection, Mapping, Sequence

from reportgen.model.quantity import Interval
from reportgen.statements.claim import Claim
from reportgen.statements.statement import Statement

_FINE = 60


def agrees(claim: Claim, suspects: Collection[Statement], broken: Mapping[Statement, Sequence[Claim]]) -> bool:
    """实有54人：专任教师64人，教辅5人，工勤4人；专任教师中本科42人，占93.33%: as the sum and as the share ask, 45人."""
    return any(_is_asked_twice(member, claim, broken.get(member, ())) for member in suspects)


def _is_asked_twice(member: Statement, claim: Claim, others: Sequence[Claim]) -> bool:
    due = claim.equation.due(member)
    if due is None or not _is_known(due) or due.meets(member.quantity.interval):
        return False
    others = [each for each in others if each is not claim and each.off is None and _are_apart(each, claim)]
    return any(
        (other := each.equation.due(member)) is not None and _is_known(other) and other.meets(due) for each in others
    )


def _are_apart(one: Claim, other: Claim) -> bool:
    """Whether each has two figures that the other does not know, so that they ask for reasons of their own."""
    first, second = {*one.members}, {*other.members}
    return len(first - second) > 1 and len(second - first) > 1


def _is_known(due: Interval) -> bool:
    """Whether what is asked for is known well enough: 2.44万元 of 305 times 80元."""
    if due.low is None or due.high is None or due.low <= 0:
        return False
    return due.high - due.low <= due.low / _FINE
