"""Which figures follow from others, to their last digits; and whether what these say tells a figure from a slip of it.

支出1591.44万元 and 106.82% of 1489.81万元: the rate bears the figure out, and would bear out 1591.34万元, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportgen.model.quantity import Interval
from reportgen.statements.claim import Claim
from reportgen.statements.equations import RatioOf
from reportgen.statements.statement import Statement

Borne = Mapping[Statement, Sequence[Interval]]
"""Figures with what each claim that bears them out lets them be."""


def borne_out(claims: Iterable[Claim]) -> Borne:
    """The figures of which claims that hold say what they must be."""
    found: dict[Statement, list[Interval]] = defaultdict(list)
    for claim in claims:
        for member in claim.members if claim.holds else ():
            if bears_out(claim, member):
                found[member].append(allowed(claim, member))
    return dict(found)


def allowed(claim: Claim, member: Statement) -> Interval:
    """What a figure may be by a claim that holds; where another reading of it made it hold, it may be anything."""
    due = claim.equation.due(member) or member.quantity.interval
    return due if due.meets(member.quantity.interval) else Interval(None, None)


def bears_out(claim: Claim, member: Statement) -> bool:
    """Whether a claim says what a figure must be, to its last digits: a bound does not, nor a rate of no decimals."""
    due = claim.equation.due(member)
    if due is None or (isinstance(claim.equation, RatioOf) and member is claim.equation.rate):
        return True  # of a rate its two figures say which it is, however small they are
    if due.low is None or due.high is None:
        return claim.relation == "compared" and len(claim.members) > 1
    return due.high - due.low <= max(member.quantity.half_place * 4, abs(member.quantity.value) / 4000)


def bears_against(borne: Borne, each: Statement, other: Statement) -> bool:
    """Whether a figure follows from others that would not bear out another in its place."""
    return not all(due.holds(other.quantity.value) for due in borne.get(each, ()))
