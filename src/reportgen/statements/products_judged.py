"""What is said of products and averages that do not come out."""

from collections.abc import Iterable
from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import Quantity, like, plain, round_half_up
from reportgen.statements.attendance import EVENTS, PEOPLE
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, ProductOf
from reportgen.statements.names import bare
from reportgen.statements.price_units import price_words
from reportgen.statements.slips import is_other_scale, is_slip_of
from reportgen.statements.statement import Statement

_TENTH = Decimal("1.1"), Decimal("0.9")


def comes_out(made: Equation, beside: Iterable[Statement] = ()) -> bool:
    """Whether one digit, an exchange, or a tenth more in one figure makes the others come out without a remainder.

    120间，每间住6人，可住720人 with 132间: 720 ÷ 6 is 120, and no rounding hides it.
    What stands `beside` it may say so.
    """
    dues = ((one, _meant(made, one)) for one in made.members)
    slipped = [(one.quantity.unit, due) for one, due in dues if due and _is_slip(one.quantity, due)]
    return bool(slipped) and not any((each.quantity.unit, each.quantity.value) in slipped for each in beside)


def _meant(made: Equation, member: Statement) -> Decimal | None:
    """What a figure must be, the others taken as they are written."""
    if isinstance(made, ProductOf):
        product, total = made.counted * made.each.quantity.value, made.total.quantity.value
        return product if member is made.total else total * member.quantity.value / product if product else None
    due = made.due(member)
    return due.middle if due and due.low is not None and due.high is not None else None


def _is_slip(quantity: Quantity, due: Decimal) -> bool:
    place = quantity.half_place * 2
    if not place or due % place or due <= place:
        return False
    return is_slip_of(quantity, due) or min(abs(quantity.value - due * each) for each in _TENTH) <= quantity.half_place


def relation_of(equation: ProductOf) -> str:
    """What is multiplied: people at events, an average and what it is one of, or prices."""
    each, count = equation.each.quantity, equation.counts[0].quantity
    if each.unit in PEOPLE and count.unit in EVENTS:
        return "attendance"
    return "average" if equation.averaged else "product"


def wrong_product(equation: ProductOf, proof: Proof) -> Claim:
    """The finding about a total that is not the product, or an average that is not the quotient."""
    due = like(equation.counted * equation.each.quantity.value, equation.total.quantity)
    if equation.averaged and equation.each.exact:
        return _no_average(equation, proof)
    counts = _counted(equation, "×")
    note = _(
        "{count} × {each} = {due}，写的是 {total}", count=counts, each=equation.each, due=due, total=equation.total
    )
    return Claim(relation_of(equation), equation, False, proof, equation.total, _("应为 {due}", due=due), (note,))


def wrong_total(made: ProductOf, right: Statement) -> Claim:
    """The total told again that is not the one told before."""
    note = _("前面写的是 {right}", right=right.text)
    label = _("应为 {due}", due=like(right.quantity.value, made.total.quantity))
    if is_other_scale(made.total.quantity, right.quantity.interval):
        label = _("单位写错")
    return Claim(relation_of(made), made, False, Proof.CERTAIN, made.total, label, (note,))


def _no_average(equation: ProductOf, proof: Proof) -> Claim:
    each = equation.each.quantity
    exact = equation.total.quantity.value / equation.counted / each.factor
    average = like(round_half_up(exact, each.decimals) * each.factor, each)
    note = _(
        "{total} ÷ {counts} = {average}，写的是 {each}",
        total=equation.total,
        counts=_counted(equation, "÷"),
        average=average,
        each=equation.each,
    )
    label = _("应为 {shown}", shown=average)
    return Claim(relation_of(equation), equation, False, proof, equation.each, label, (note,))


def _counted(equation: ProductOf, sign: str) -> str:
    """12人 ÷ 12 个月: the counts, and the months that no figure tells."""
    counts = f" {sign} ".join(str(count) for count in equation.counts)
    if equation.months is None:
        return counts
    return _("{counts} {sign} {months} 个月", counts=counts, sign=sign, months=plain(equation.months))


def is_told_apart(claim: Claim) -> bool:
    """折合1.32万元。……发电机2台，每台0.70万元: the total stands in another sentence than what it would be made of.

    每班30人，开设8个班，招收235人: of people so many are meant about.
    """
    made = claim.equation
    if not isinstance(made, ProductOf):
        return False
    apart = made.total.sentence != made.each.sentence and claim.proof < Proof.CERTAIN
    what = price_words(made.each) if apart else ""
    if what and bare(made.total.label).endswith(what):  # 公务接待费0.95万元，……。接待112人次，人均接待费85元
        return False
    return apart or made.total.quantity.unit in ("人", "名")
