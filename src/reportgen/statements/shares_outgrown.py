"""Shares whose part is more than all that is told before it: 培训612人次。女性762人次，占四分之一，即25.00%."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.statements.claim import Claim
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rates_outgrown import may_be_of, rates_of_parts
from reportgen.statements.share_parts import Share, agreeing_shares, shares_told
from reportgen.statements.share_ways import is_of_both
from reportgen.statements.share_wholes import Named, wholes_for
from reportgen.statements.shares import equation_of, too_large
from reportgen.statements.statement import Role

_FEW, _LITTLE_MORE = 2, Decimal("1.5")


def shares_outgrown(paragraph: Paragraph, totals: Named) -> Iterator[Claim]:
    """Every part with a share that names no whole and fits none, which is more than any figure, and than those of its
    sentence together: 男16人，女26人，占61.9% is a share of both."""
    told = [*(shares_told(paragraph) if "占" in paragraph.text else ()), *rates_of_parts(paragraph)]
    for each in told:
        part, candidates = each.part, wholes_for([each], paragraph, totals)
        own = [whole for whole in candidates if whole.passage is part.passage and whole.end <= part.start]
        largest = max(own, key=lambda whole: whole.quantity.value, default=None)
        if largest is None or not largest.exact or each.whole or each.share.sentence != part.sentence:
            continue
        if (part.depth and not _is_rate(each)) or paragraph.text.startswith("的", part.end):
            continue
        beside = sum(whole.quantity.value for whole in own if whole.sentence == part.sentence)
        if part.quantity.value <= max(largest.quantity.value, beside) or each.share.quantity.value >= 1:
            continue
        if _is_rate(each):
            if part.quantity.value > largest.quantity.value * _LITTLE_MORE or not may_be_of(each, largest):
                continue  # 设备286台。检查1,240台，检查率62.10%: of others
            candidates = [*candidates, *totals.counted(part.quantity.kind)]
        fits = any(equation_of(each, whole).holds or is_of_both(each, whole) for whole in candidates)
        if not fits and _is_alone(each, told):
            yield too_large(part, largest)


def _is_rate(each: Share) -> bool:
    return each.share.role is Role.RATE


def _is_alone(each: Share, told: list[Share]) -> bool:
    """Whether no other share is of the same whole, stated or not."""
    return not any(len(agreeing_shares([each, other])) == _FEW for other in told if other is not each)
