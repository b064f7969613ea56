"""Ways in which a share may come about that are not its part and a whole beside it: of several parts together."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.numbers.arithmetic import same_things
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.share_parts import Share
from reportgen.statements.statement import Role, Statement
from reportgen.statements.whole import Whole

_ABOUT = Decimal("1.25")
_FINE, _TELLING = 2, 3
"""So many decimals of a share and digits of its part tell of which whole it is."""


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


def with_nameless(whole: Whole, told: Sequence[Statement], paragraph: Paragraph) -> Whole:
    """任教的占54.0%，读研的占18.0%，其他占7.0%: with the shares of the sentence whose parts go by other words."""
    first = whole.shares[0]
    others = (each for each in paragraph.statements if each.role is Role.SHARE and each not in told)
    beside = [each for each in others if (each.sentence, each.depth) == (first.sentence, first.depth)]
    beside = [each for each in beside if each.exact and each.quantity.unit == "%"]
    return Whole(tuple(sorted((*whole.shares, *beside), key=lambda each: each.start)))


def is_complete(run: Sequence[Share], paragraph: Paragraph) -> bool:
    """Whether the parts, each another one, make a figure of the paragraph together."""
    added = sum((each.part.quantity.value for each in run), Decimal(0))
    made = any(
        each.quantity.value == added
        for each in paragraph.statements
        if each.role is Role.AMOUNT and same_things(each.quantity, run[0].part.quantity)
    )
    return made and len({id(each.part) for each in run}) == len(run)


def is_of_both(each: Share, other: Statement) -> bool:
    """上半年312.40万元，下半年468.60万元，下半年占60%: of the two together, to the last place of the share."""
    both = other.quantity.value + each.part.quantity.value
    rate = each.share.quantity
    one_place = other.sentence == each.part.sentence and other.depth == each.part.depth
    fits = abs(each.part.quantity.value / both - rate.value) <= rate.half_place if both else False
    return fits and one_place and other.quantity.value < each.part.quantity.value


def is_larger(equation: RatioOf) -> bool:
    """Whether a part is more than its whole."""
    return equation.part.quantity.value > equation.whole.quantity.value


def is_more(equation: RatioOf) -> bool:
    """Whether the part is more than its share allows: one that is less may be a part of the part."""
    return (equation.exact or Decimal(0)) > equation.rate.quantity.value + equation.rate.quantity.half_place


def is_about(equation: RatioOf) -> bool:
    """Whether a share is a quarter off at most."""
    exact, rate = equation.exact or Decimal(0), equation.rate.quantity.value
    return rate / _ABOUT <= exact <= rate * _ABOUT


def has_another_whole(each: Share, paragraphs: Sequence[Paragraph]) -> bool:
    """两类补贴额合计2,160.95万元，占73.40%: of 2,944.10万元, which stands elsewhere and fits to the last digit."""
    if each.share.quantity.decimals < _FINE or each.part.quantity.digits < _TELLING:
        return False
    alike = (one for paragraph in paragraphs for one in paragraph.amounts if one is not each.part and one.exact)
    alike = (one for one in alike if same_things(one.quantity, each.part.quantity) and one.quantity.value)
    share, half = each.share.quantity.value, each.share.quantity.half_place
    return any(abs(each.part.quantity.value / one.quantity.value - share) <= half for one in alike)
