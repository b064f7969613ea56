"""Claims that were read together wrongly: their figures are borne out by others, or no slip of the hand makes them fit.

Who writes a wrong figure changes digits, moves a point, or comes near. Where no figure of a claim could have been meant
as what the claim asks for, the words were misunderstood: 调解员42名，专职每人每月1,200元 beside 设备8万元.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.record import replace
from reportgen.statements.agreeing import agrees
from reportgen.statements.borne_out import allowed, bears_out
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf, RatioOf, SumOf
from reportgen.statements.member_slips import exchanged_in_whole
from reportgen.statements.misread_ratios import (
    has_sibling,
    is_more_than_its_rate,
    is_of_a_count,
    is_of_another_whole,
    is_of_two_others,
    is_said_of,
    is_turned,
)
from reportgen.statements.outgrown_lists import one_outgrows
from reportgen.statements.products_added import product_comes_out
from reportgen.statements.products_judged import is_told_apart
from reportgen.statements.slips import ABOUT, is_about, is_slip_away
from reportgen.statements.statement import Role, Statement
from reportgen.statements.table_slips import makes_a_sum

_Claims = Mapping[Statement, Sequence[Claim]]
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
_OF_NUMBERS = {
    "sum",
    "grades",
    "remainder",
    "rate",
    "completion",
    "growth",
    "change",
    "share",
    "product",
    "average",
    "same",
}
"""Those in which each figure follows from the others, so that one can see whether a slip made it.

Items listed one by one bring their own proof: only a slip makes them wrong, or a second row that adds up.
"""
_ROUNDED_OFF = re.compile("四舍五入|尾差|进位|取整|[数值]略?有[^，。；]{0,8}出入")
_LESS, _MORE = Decimal("0.75"), Decimal("1.25")
_OF_ONE_NAME = {"same"}
"""Two figures of one name may be of two things, or of the budget and the outcome: about the same is not the same."""
_TELLING = 3
_ROUNDED = Decimal("0.01")
"""Shares that are farther from 100 % together are not of everything."""
_ABOUT_PARTS = Decimal("1.25")
"""A part with its share is known by three figures: it may be farther off than one that is only beside another."""


def weighed(claim: Claim, holding: _Claims, broken: _Claims, figures: Sequence[Statement]) -> Claim:
    """A claim with as much proof as is left when its figures are seen among all others of the document."""
    if claim.wrong and (_is_said_rounded(claim) or _is_meant_otherwise(claim, holding) or makes_a_sum(claim, holding)):
        return replace(claim, proof=Proof.NONE)
    if not claim.wrong or claim.relation not in _OF_NUMBERS or claim.off is not None:
        return claim
    left = _proof_left(claim, holding, figures)
    if left is Proof.NONE and agrees(claim, [each for each in claim.members if not holding.get(each)], broken):
        left = Proof.LIKELY
    return claim if left is claim.proof else replace(claim, proof=left)


def _is_meant_otherwise(claim: Claim, holding: _Claims) -> bool:
    """Whether what holds of its figures says that they are of something else than the claim takes them for."""
    match claim.relation:
        case "part":
            return _has_its_whole(claim, holding)
        case "points":
            return _are_of_another_total(claim, holding)
        case "share":
            return claim.proof is Proof.LIKELY and _is_more_than_all(claim)
        case "sum":
            return _are_shared_each(claim, holding)
        case "over":
            return claim.proof is Proof.LIKELY and _is_of_its_row(claim, holding)
        case _:
            return False


def _is_said_rounded(claim: Claim) -> bool:
    """净增2公里，增长1.6%（个别数因四舍五入有出入）: the text says of itself that it is only about right."""
    at = claim.at or claim.members[0]
    due = claim.equation.due(at) if _ROUNDED_OFF.search(at.passage.text) else None
    value = at.quantity.value
    return due is not None and due.meets(Interval(value * _LESS, value * _MORE))


def _are_of_another_total(claim: Claim, holding: _Claims) -> bool:
    """整体自评93.8分。……产出得50分，效益得29分，总分98.0分: the points make another score, told with them."""
    total, *parts = claim.members
    others = [each for each in holding.get(parts[0], ()) if isinstance(each.equation, SumOf)] if parts else []
    return any({*each.members[1:]} == {*parts} and each.members[0] is not total for each in others)


def _is_more_than_all(claim: Claim) -> bool:
    """金额占15.14%, which would be 104.18% of the two amounts near by: they are not those that are meant."""
    ratio = claim.equation
    if not isinstance(ratio, RatioOf) or ratio.part.quantity.unit != "元" or ratio.exact is None:
        return False  # 车辆586辆，新能源车604辆，占87.4%: of what is counted there is no more than all
    return ratio.exact > 1 > ratio.rate.quantity.value


def _has_its_whole(claim: Claim, holding: _Claims) -> bool:
    """聘用检验员14人。高级职称18人，占在编人员的29.51%: a part of something else, of which its share is told."""
    part = claim.at or claim.members[0]
    others = [each.equation for each in holding.get(part, ()) if isinstance(each.equation, RatioOf)]
    return any(each.part is part and each.whole not in claim.members for each in others)


def _are_shared_each(claim: Claim, holding: _Claims) -> bool:
    """体检5,236人次，检出甲2,094人次（40.0%）、乙1,571人次（30.0%）: each with its share, and they are not all."""
    total, *parts = claim.members
    ratios = [each.equation for part in parts for each in holding.get(part, ()) if isinstance(each.equation, RatioOf)]
    shares = {each.part: each.rate.quantity.value for each in ratios if each.whole is total}
    return len(shares) == len(parts) and abs(sum(shares.values(), Decimal(-1))) > _ROUNDED


def _is_of_its_row(claim: Claim, holding: _Claims) -> bool:
    """定额 2,000 | 年末库存 2,020 | 达标率 101.00%: two figures of its row say that it is so much."""
    return any(each.relation == "table_rate" for each in holding.get(claim.members[0], ()))


def _proof_left(claim: Claim, holding: _Claims, figures: Sequence[Statement]) -> Proof:
    if is_said_of(claim, figures):
        return claim.proof
    if is_turned(claim) or _has_its_price(claim, holding) or is_of_two_others(claim, figures):
        return Proof.NONE
    if _is_absurd(claim):
        return claim.proof
    suspects = [each for each in claim.members if not _is_borne_out(each, claim, holding.get(each, ()))]
    told = [(each, claim.equation.due(each)) for each in suspects]
    dues = [(each.quantity, due) for each, due in told]
    slipped = [quantity for quantity, due in dues if is_slip_away(quantity, due)]
    tells = any(quantity.digits >= _TELLING for quantity in slipped)
    if not tells and is_of_another_whole(claim, figures):
        return Proof.NONE
    if slipped or _changed_places(claim, figures) or exchanged_in_whole(claim.equation) is not None:
        return claim.proof
    exactly = product_comes_out(claim.equation, suspects, figures)
    loose = claim.relation in _OF_ONE_NAME or is_told_apart(claim)
    times = _ABOUT_PARTS if claim.relation == "share" else ABOUT
    near = exactly or (not loose and any(is_about(*each, times) for each in dues)) or is_of_a_count(claim)
    sure = claim.relation == "share" or claim.proof is Proof.CERTAIN or has_sibling(claim, holding)
    more = not near and sure and is_more_than_its_rate(claim, holding, figures)
    return min(claim.proof, Proof.LIKELY) if near or more else Proof.NONE


def _changed_places(claim: Claim, figures: Sequence[Statement]) -> bool:
    """占比分别为33.3%、50.0%、16.7%, where the second is 16.7%: what a share must be stands beside it in the row."""
    share = claim.members[0]
    due = claim.equation.due(share) if claim.relation == "share" and "分别" in share.passage.text else None
    beside = (each for each in figures if each.passage is share.passage and each.sentence == share.sentence)
    return due is not None and any(each.role is share.role and due.meets(each.quantity.interval) for each in beside)


def _has_its_price(claim: Claim, holding: _Claims) -> bool:
    """620平方米，每平方米1450元，合89.90万元，低于每平方米1500元的标准: what each of them costs is told, and fits."""
    made = claim.equation
    if not isinstance(made, ProductOf):
        return False
    own = {made.total, *made.counts}
    products = [each for each in holding.get(made.total, ()) if isinstance(each.equation, ProductOf)]
    return any(own <= set(other.members) for other in products)


def _is_absurd(claim: Claim) -> bool:
    """Whether no other reading explains the figures.

    A rate above 100 % of a part that is less than its whole; a share of things that are more than all of them; a part
    that is more than the total of which it must be.
    """
    match claim.equation:
        case RatioOf(rate=rate, part=part, whole=whole):
            more = part.quantity.value > whole.quantity.value
            over = rate.quantity.value > 1
            counted = part.quantity.unit != "元" or rate.role is Role.SHARE
            return (over and not more) or (more and not over and counted)
        case SumOf(total=total, parts=parts):
            left_over = claim.relation == "remainder" and parts[-1].quantity.value > total.quantity.value
            if left_over or one_outgrows(claim.equation) is not None:
                return True
            must = claim.proof is Proof.CERTAIN
            return must and any(part.quantity.value > total.quantity.value for part in parts)
        case _:
            return False


def is_misread(claim: Claim, holding: _Claims) -> bool:
    """Whether every figure of a claim that does not hold stands in another one that does.

    到位22,800.00万元，到位率84.44%，其中债券18,000.00万元，资本金3,600.00万元、尚缺1,600.00万元: an error in one
    of them would have broken what bears it out.
    """
    if claim.relation == "part" and _is_whole_of_it(claim, holding):
        return True
    if claim.relation not in _OF_FIGURES or len(claim.members) < 2:
        return False
    return all(_is_borne_out(member, claim, holding.get(member, ())) for member in claim.members)


def _is_whole_of_it(claim: Claim, holding: _Claims) -> bool:
    """一级6人，二级15人，取得职称的21人: what is said to be a part of 6 is the total that it is a part of."""
    part, *whole = claim.members
    totals = [each for each in holding.get(part, ()) if each.relation == "sum" and each.members[0] is part]
    return any(other in each.members[1:] for each in totals for other in whole)


def _is_borne_out(member: Statement, claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether something else says what a figure is: few digits (80.00%) only by the name of a row."""
    own, due = set(claim.members), claim.equation.due(member)
    telling = member.quantity.digits >= _TELLING
    return any(
        (telling or other.relation == "text_table")
        and bears_out(other, member)
        and not set(other.members) <= own
        and not _allows(other, member, due)
        for other in others
    )


def _allows(other: Claim, member: Statement, due: Interval | None) -> bool:
    """Whether what bears a figure out would bear out as well what a claim asks it to be: a rounded rate does."""
    return due is not None and due.meets(allowed(other, member))
