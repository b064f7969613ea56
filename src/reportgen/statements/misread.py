"""Claims of figures that are each borne out by others: not they are wrong, but how they were read together."""

from collections.abc import Iterable, Mapping, Sequence

from reportgen.statements.claim import Claim
from reportgen.statements.equations import RatioOf
from reportgen.statements.statement import Statement

_OF_FIGURES = {
    "sum",
    "grades",
    "remainder",
    "listed",
    "part",
    "rate",
    "completion",
    "growth",
    "change",
    "share",
    "product",
    "average",
    "same",
    "once",
    "corroborated",
    "text_table",
    "attendance",
    "scale",
}
"""Relations that a wrong figure breaks; the others are broken by a word (大于, 增加), by a count or by a bound."""
_TELLING = 3


def is_misread(claim: Claim, holding: Mapping[Statement, Sequence[Claim]]) -> bool:
    """Whether every figure of a claim that does not hold stands in another one that does.

    到位22,800.00万元，到位率84.44%，其中债券18,000.00万元，资本金3,600.00万元、尚缺1,600.00万元: an error in one
    of them would have broken what bears it out.
    """
    if claim.relation not in _OF_FIGURES or len(claim.members) < 2:
        return False
    return all(_is_borne_out(member, claim, holding.get(member, ())) for member in claim.members)


def _is_borne_out(member: Statement, claim: Claim, others: Iterable[Claim]) -> bool:
    if member.quantity.digits < _TELLING:
        return False
    own = set(claim.members)
    return any(bears_out(other, member) and not set(other.members) <= own for other in others)


def bears_out(claim: Claim, member: Statement) -> bool:
    """Whether a claim says what a figure must be, to its last digits: a bound does not, nor a rate of no decimals."""
    due = claim.equation.due(member)
    if due is None or (isinstance(claim.equation, RatioOf) and member is claim.equation.rate):
        return True  # of a rate its two figures say which it is, however small they are
    if due.low is None or due.high is None:
        return claim.relation == "compared"
    return due.high - due.low <= max(member.quantity.half_place * 4, abs(member.quantity.value) / 4000)
