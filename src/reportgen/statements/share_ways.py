"""Ways in which a share may come about that are not its part and a whole beside it: of several parts together."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.numbers.arithmetic import same_things
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share
from reportgen.statements.statement import Statement


def is_of_several(each: Share, run: Sequence[Share]) -> bool:
    """项目资本金比例为33.33% behind 占19.26% and 占14.07%: of two or more of them together."""
    others = [
        other.share.quantity.number for other in run if other is not each and other.share.start < each.share.start
    ]
    sums = (sum(others[start:]) for start in range(len(others) - 1))
    return any(abs(total - each.share.quantity.number) <= Decimal("0.02") for total in sums)


def is_of_a_run(each: Share, wholes: Sequence[Statement], paragraph: Paragraph) -> bool:
    """22家，获5A级3家、4A级8家、3A级9家，3A及以上占90.9%: of the parts up to here together."""
    return any(_is_of_run_in(each, whole, paragraph) for whole in wholes if whole.quantity.value > 0)


def _is_of_run_in(each: Share, whole: Statement, paragraph: Paragraph) -> bool:
    before = [part for part in paragraph.amounts if whole.end <= part.start <= each.part.start]
    alike = [part.quantity.value for part in before if same_things(part.quantity, whole.quantity)]
    sums = (sum(alike[start:], Decimal(0)) for start in range(len(alike) - 1))
    rate = each.share.quantity
    return any(abs(added / whole.quantity.value - rate.value) <= rate.half_place for added in sums)
