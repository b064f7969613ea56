"""What is said of a rate, a share or a completion that is not its part ÷ its whole."""

from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.rate_ways import RestOf


def wrong_ratio(relation: str, equation: RatioOf, proof: Proof) -> Claim:
    """The finding about a rate that does not hold, or about one of those that are left (`RestOf`)."""
    due = percent(equation.exact or Decimal(0), equation.rate.quantity.decimals)
    said = {"part": equation.part, "whole": equation.whole, "due": due, "rate": equation.rate}
    note = _("{part} ÷ {whole} = {due}，写的是 {rate}", **said)
    if isinstance(equation, RestOf):
        note = _("100% − {part} ÷ {whole} = {due}，写的是 {rate}", **said)
    return Claim(relation, equation, False, proof, equation.rate, _("应为 {due}", due=due), (note,))
