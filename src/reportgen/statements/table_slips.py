"""What of the differences between text and tables is a slip, and what is said of something else throughout."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportgen.model.quantity import Interval
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.slips import is_exchange, is_other_scale, other_digit
from reportgen.statements.statement import Origin, Statement

_SEVERAL, _PARTS = 2, 2


def of_the_same_thing(found: Sequence[Claim]) -> Iterator[Claim]:
    """All but what a paragraph says throughout otherwise than a table, with no slip: it is of another year, of another
    stage or of a part, and not wrong in every figure."""
    counted = Counter((_place(claim), claim.holds) for claim in found if claim.holds or not _slips(claim))
    for claim in found:
        otherwise = counted[_place(claim), False]
        if claim.holds or _slips(claim) or otherwise < _SEVERAL or otherwise <= counted[_place(claim), True]:
            yield claim


def _place(claim: Claim) -> tuple[int, int]:
    """The table and the paragraph of a claim."""
    cell, each = claim.members
    return cell.block, each.block


def _slips(claim: Claim) -> bool:
    cell, each = claim.members
    return slip(each, cell) is not Proof.NONE


def slip(each: Statement, cell: Statement) -> Proof:
    """How likely one of the two is the other with a slip."""
    bare = not cell.quantity.unit and not cell.quantity.scale
    value = cell.quantity.number * each.quantity.factor if bare else cell.quantity.value
    if each.quantity.digits >= 3 and is_exchange(each.quantity, Interval(value, value)):
        return Proof.CERTAIN
    if each.quantity.digits >= 3 and not bare and is_other_scale(each.quantity, cell.quantity.interval):
        return Proof.CERTAIN
    same_places = each.quantity.decimals == cell.quantity.decimals and each.quantity.scale == cell.quantity.scale
    if each.quantity.digits >= 3 and same_places and other_digit(each.quantity, cell.quantity.value):
        return Proof.LIKELY
    same_unit = each.quantity.unit and each.quantity.unit == cell.quantity.unit
    point = Interval(cell.quantity.value, cell.quantity.value)
    return Proof.LIKELY if same_unit and is_exchange(each.quantity, point, 2) else Proof.NONE


def makes_a_sum(claim: Claim, holding: Mapping[Statement, Sequence[Claim]]) -> bool:
    """未付款96.50万元（监管12.00万元、航标64.00万元、考试20.50万元）: what makes its total is no slip."""
    if claim.relation != "text_table" or claim.proof is not Proof.LIKELY:
        return False
    sums = (each for figure in claim.members if figure.origin is Origin.PROSE for each in holding.get(figure, ()))
    return any(each.relation == "sum" and len(each.members) > _PARTS for each in sums)
