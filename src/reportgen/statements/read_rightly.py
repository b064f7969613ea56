"""Claims that can mean nothing else, however far a figure is off: their words say so, or a rate says of the others."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.slips import is_about
from reportgen.statements.statement import Statement
from reportgen.statements.sum_proofs import is_added_up

_LAST_YEAR = re.compile("，(?:同?比|较|而)?(?:上年|去年|上一年|20\\d\\d年)(?:同期)?的?(?:为|是)?")
_OF_THREE, _HALF_MORE = 3, Decimal("1.5")
_Claims = Mapping[Statement, Sequence[Claim]]


def is_read_rightly(claim: Claim, holding: _Claims) -> bool:
    """两部分合620万元; 2,863具，上年2,294具，增加92具，增长4.01%."""
    return _is_added_up(claim, holding) or _has_its_rate(claim, holding)


def _is_added_up(claim: Claim, holding: _Claims) -> bool:
    """两部分合620万元: its words say that its parts were added, and none of them make another total."""
    made = claim.equation
    if claim.relation != "sum" or not isinstance(made, SumOf) or not is_added_up(made):
        return False
    again = any(each.quantity.value == made.total.quantity.value for each in made.parts)  # 小区九个，……，合起来9个
    return not again and not any(isinstance(each.equation, SumOf) for each in holding.get(made.total, ()))


def _has_its_rate(claim: Claim, holding: _Claims) -> bool:
    """2,863具，上年2,294具，增加92具，增长4.01%: the rate says of two of the three that they are right."""
    if claim.relation != "change" or claim.proof is not Proof.CERTAIN or len(claim.members) != _OF_THREE:
        return False
    change, now, before = claim.members
    if now.end > before.start or not _LAST_YEAR.fullmatch(now.passage.text, now.end, before.start):
        return False  # 用水36.80万吨，生活用水比上年的31.20万吨增加1.56万吨，增长5.00%: of another thing
    rates = [each for each in holding.get(change, ()) if each.relation == "growth" and before in each.members]
    told = any(now not in each.members and each.members[0].quantity.decimals for each in rates)
    return told and is_about(now.quantity, claim.equation.due(now), _HALF_MORE)
