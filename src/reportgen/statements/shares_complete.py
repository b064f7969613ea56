"""Parts with shares of 100 % together, and a total before them that they do not make: the total was mistyped.

路灯12,680盏，LED灯9,360盏，占75.0%；钠灯3,120盏，占25.0%: shares and parts agree on 12,480.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share, runs_of
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.whole import Whole

_PAIR, _TENTH = 2, Decimal("0.1")


def shares_complete(paragraph: Paragraph, told: Sequence[Share], added: Sequence[Claim]) -> Iterator[Claim]:
    """Every total right before such parts that is nearly what they make, or would be but for a slip."""
    settled = {member for claim in added if claim.holds or claim.wrong for member in claim.members}
    for run in runs_of(told):
        parts = tuple(each.part for each in run)
        if len({*parts}) < max(len(parts), _PAIR) or settled & {*parts} or not _agree(run):
            continue
        whole = _before(parts, paragraph)
        if whole is not None and _is_nearly(SumOf(whole, parts)):
            yield sum_claim("sum", SumOf(whole, parts), Proof.LIKELY, whole)


def _agree(run: Sequence[Share]) -> bool:
    """Whether the shares make 100 % together, and each is what its part has of all parts."""
    added = sum((each.part.quantity.value for each in run), Decimal(0))
    close = all(
        abs(each.part.quantity.value / added - each.share.quantity.value) <= each.share.quantity.half_place * _PAIR
        for each in run
        if added
    )
    return bool(added) and close and Whole(tuple(each.share for each in run)).holds


def _before(parts: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """The last figure of the kind before the parts, of the same sentence or the one before; None where another one of
    the paragraph is what the parts make."""
    before = [each for each in paragraph.amounts if each.end <= parts[0].start]
    alike = [each for each in before if same_things(each.quantity, parts[0].quantity) and each.role is Role.AMOUNT]
    added = sum((part.quantity.value for part in parts), Decimal(0))
    if not alike or any(each.quantity.value == added for each in paragraph.amounts):
        return None
    last = alike[-1]
    near = parts[0].sentence - last.sentence <= 1 and last.exact and last.depth == parts[0].depth
    return last if near and last.period is Period.NOW and not last.planned else None


def _is_nearly(equation: SumOf) -> bool:
    total = equation.total
    due = total.quantity.value - equation.missing
    return abs(equation.missing) <= due * _TENTH or is_slip_of(total.quantity, due)
