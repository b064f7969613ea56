"""What is said of a working that is written out, right or wrong."""

from collections.abc import Iterator

from reportgen.language import _
from reportgen.model.quantity import like, round_half_up
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.worked_out import WorkingOf, shown

_ROUNDED = 2
"""So many digits behind the point are said of what comes to a rounded figure."""


def working_claim(relation: str, made: WorkingOf) -> Iterator[Claim]:
    """18人×4,200元＝75,060元: that it holds, or what it comes to."""
    if made.holds:
        yield Claim(relation, made, True)
        return
    result, comes_to = made.result, made.due(made.result)
    if comes_to.low is None or comes_to.high is None:
        return
    exact = round_half_up(comes_to.middle / result.quantity.factor, result.quantity.decimals or _ROUNDED)
    due = like(exact * result.quantity.factor, result.quantity)
    note = _("{working} = {due}，写的是 {total}", working=shown(made.worked), due=due, total=result)
    yield Claim(relation, made, False, Proof.CERTAIN, result, _("应为 {due}", due=due), (note,))
