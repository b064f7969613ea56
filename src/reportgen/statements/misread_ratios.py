"""Rates and shares that were read together with figures that are not theirs: what else the figures beside them say."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Statement

_AROUND = 8
_SHARE, _OF_IT = re.compile("占[^，。；：、\\d]{0,14}$"), re.compile("的(?:比例|比重)?(?:为|约)?")
_NARROW, _LARGER = Decimal("0.25"), Decimal("1.3")


def is_turned(claim: Claim) -> bool:
    """修复82册，占全年目标180册的45.6%: the part was taken for the whole."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or not ratio.rate.quantity.decimals or not ratio.part.quantity.value:
        return False
    return RatioOf(ratio.rate, ratio.whole, ratio.part, Decimal(0)).holds


def is_of_two_others(claim: Claim, figures: Sequence[Statement]) -> bool:
    """11栋、18,640平方米，已办结7栋、12,310平方米，办结面积占66.04%: of the areas, whatever the buildings are."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or not ratio.rate.quantity.decimals or ratio.rate.quantity.value == 1:
        return False
    words = ratio.rate.passage.text[max(0, ratio.rate.start - _AROUND) : ratio.rate.start]
    row = "项占比" in words  # 三项占比为91.47%、……: of what stands sentences before
    near = [each for each in figures if each.passage is ratio.rate.passage]
    near = near if row else [each for each in near if each.sentence == ratio.rate.sentence]
    near = [each for each in near if each.start < ratio.rate.start and each.quantity.unit and each.quantity.value]
    near = [each for each in near if each.quantity.kind != "%" and each not in (ratio.part, ratio.rate)]
    near = near if row else [each for each in near if each is not ratio.whole][-_AROUND:]
    pairs = ((part, whole) for part in near for whole in near if same_things(part.quantity, whole.quantity))
    return any(RatioOf(ratio.rate, *pair, Decimal(0)).holds for pair in pairs if pair[0] is not pair[1])


def is_of_another_whole(claim: Claim, figures: Sequence[Statement]) -> bool:
    """补助合计2,470万元。……中央1,850万元；支出2,431.8万元，执行率98.5%: of a whole that is stated elsewhere.

    A whole of which the one beside the rate is a slip proves the contrary.
    """
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or not ratio.rate.quantity.decimals:
        return False
    others = (each for each in figures if same_things(each.quantity, ratio.whole.quantity) and each.quantity.value)
    return any(
        _fits(ratio, ratio.part, ratio.whole, each) or _fits(ratio, ratio.whole, ratio.part, each) for each in others
    )


def _fits(ratio: RatioOf, part: Statement, other: Statement, whole: Statement) -> bool:
    fitting = whole not in (part, other) and RatioOf(ratio.rate, part, whole, Decimal(0)).holds
    return fitting and not is_slip_away(other.quantity, whole.quantity.interval)


def is_more_than_its_rate(
    claim: Claim, holding: Mapping[Statement, Sequence[Claim]], figures: Sequence[Statement]
) -> bool:
    """完好127套，完好率97.50%, of 120: a part whose words are sure. One that is less may be a part of the part, and two
    figures that make another rate (合同价的48.00%，执行率40.20%) are not meant."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or (ratio.exact or Decimal(0)) <= ratio.rate.quantity.value:
        return False
    part, whole, room = ratio.part.quantity.value, ratio.whole.quantity.value, ratio.rate.quantity.half_place
    both = abs(part / (part + whole) - ratio.rate.quantity.value) <= room  # 男生412人，女生388人，女生占48.50%
    between = (each for each in figures if each.passage is ratio.rate.passage and each is not ratio.whole)
    if both or part == whole or any(ratio.part.end <= each.start < ratio.rate.start for each in between):
        return False
    others = (each.equation for each in holding.get(ratio.part, ()))
    return not any(isinstance(each, RatioOf) and each.whole is ratio.whole for each in others)


def has_sibling(claim: Claim, holding: Mapping[Statement, Sequence[Claim]]) -> bool:
    """对服务满意的547份，满意率89.97%；对餐饮满意的486份，满意率79.93%: one beside it is of that whole."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf):
        return False
    others = [each.equation for each in holding.get(ratio.whole, ()) if isinstance(each.equation, RatioOf)]
    beside = (each.rate.passage is ratio.rate.passage and each.rate.sentence == ratio.rate.sentence for each in others)
    return any(beside) and all(each.part is not ratio.part for each in others)


def is_said_of(claim: Claim, figures: Sequence[Statement]) -> bool:
    """支出1,904万元，占上年末净资产2,687万元的94.34%: what it is of stands right before it, and nothing else
    of the sentence makes this share of that."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or claim.proof is not Proof.CERTAIN or ratio.part.end > ratio.whole.start:
        return False
    text = ratio.rate.passage.text
    if not _OF_IT.fullmatch(text, ratio.whole.end, ratio.rate.start) or not _SHARE.search(text[: ratio.whole.start]):
        return False
    others = [each for each in figures if each.passage is ratio.rate.passage and each.end <= ratio.rate.start]
    others = [each for each in others if each is not ratio.whole and each.quantity.unit == ratio.part.quantity.unit]
    return not any(RatioOf(ratio.rate, each, ratio.whole, ratio.place).holds for each in others)


def is_of_a_count(claim: Claim) -> bool:
    """问卷295份，满意238份，满意度95.20%: of what is counted, 238 is exactly that of 250, which is about as many."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or ratio.rate.quantity.decimals < 1 or ratio.whole.quantity.scale:
        return False
    counted = ratio.whole.quantity.unit != "元" and not ratio.whole.quantity.decimals
    less = ratio.part.quantity.value < ratio.whole.quantity.value
    return counted and (_is_counted(ratio, ratio.part) or (less and _is_counted(ratio, ratio.whole)))


def _is_counted(ratio: RatioOf, member: Statement) -> bool:
    """Whether a figure of a rate must be one whole number, and is more than that, but not by much."""
    due, told = ratio.due(member), member.quantity
    if due is None or due.low is None or due.high is None or due.high - due.low > _NARROW or told.decimals:
        return False
    meant = due.middle.to_integral_value()
    return due.holds(meant) and meant < told.value <= meant * _LARGER
