"""Products and averages in prose: 18场，每场补助0.36万元，共支出6.48万元; 32人，人均结案257.4件."""

import re
from collections.abc import Iterator, Sequence

from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Role, Statement

_PER = re.compile(r"每(?P<unit>[^\W\d_]{1,3}?)(?:次)?[^，。；、\d]*$|(?P<each>[人户亩生场次件月日])均")
_COUNTED = {"人": "人名位", "户": "户", "亩": "亩", "生": "人名", "场": "场", "次": "次场", "件": "件", "月": "个月", "日": "天日"}
_REACH, _FEW = 1, 2


def products(paragraph: Paragraph) -> Iterator[Claim]:
    """Every figure of each with the count and the total that it makes; wrong where there is only one of both."""
    for each in paragraph.statements:
        per = each.role is Role.EACH or _PER.search(paragraph.text, max(0, each.start - 12), each.start)
        if per and each.exact and each.quantity.kind != "%" and each.quantity.value > 0:
            yield from _product(each, paragraph)


def _product(each: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = [
        other
        for other in paragraph.statements
        if other is not each and other.role is Role.AMOUNT and other.exact and abs(other.sentence - each.sentence) <= _REACH and other.quantity.value > 0
    ]
    unit = each.quantity.unit.split("/")[0]
    totals = [other for other in near if other.quantity.unit == unit]
    counts = [other for other in near if other.quantity.unit and other.quantity.unit != unit and other.quantity.kind != "%"]
    made = [ProductOf(total, count, each) for total in totals for count in counts]
    right = next((equation for equation in made if _fits(equation)), None)
    if right:
        yield Claim("product", right, True)
        return
    for equation in made:
        slip = next((m for m in equation.members if (due := equation.due(m)) and (is_exchange(m.quantity, due) or is_other_scale(m.quantity, due))), None)
        if slip is not None and _counts_it(equation, paragraph):
            yield _wrong(equation, Proof.CERTAIN)
            return
    counted = [equation for equation in made if _counts_it(equation, paragraph) and _own(equation)]
    if len(counted) == 1 and _plausible(counted[0]):
        yield _wrong(counted[0], Proof.LIKELY)


def _fits(equation: ProductOf) -> bool:
    """Whether the total is the product, or the average is the quotient as rounded."""
    if equation.holds:
        return True
    average = equation.total.quantity.value / equation.count.quantity.value
    return abs(average - equation.each.quantity.value) <= equation.each.quantity.half_place


def _counts_it(equation: ProductOf, paragraph: Paragraph) -> bool:
    """Whether the words before the figure say what it is for each of: 每场 and 18场."""
    found = _PER.search(paragraph.text, max(0, equation.each.start - 12), equation.each.start)
    per = equation.each.quantity.unit.partition("/")[2]
    said = per or (found and (found["unit"] or found["each"])) or ""
    unit = equation.count.quantity.unit
    return bool(said) and (said.startswith(unit) or unit in _COUNTED.get(said[:1], "") or said in unit)


def _own(equation: ProductOf) -> bool:
    return equation.total.sentence == equation.count.sentence == equation.each.sentence


def _plausible(equation: ProductOf) -> bool:
    made = equation.count.quantity.value * equation.each.quantity.value
    return made / 2 <= equation.total.quantity.value <= made * 2


def _wrong(equation: ProductOf, proof: Proof) -> Claim:
    due = like(equation.count.quantity.value * equation.each.quantity.value, equation.total.quantity)
    note = _("{count} × {each} = {due}，写的是 {total}", count=equation.count, each=equation.each, due=due, total=equation.total)
    return Claim("product", equation, False, proof, equation.total, _("应为 {due}", due=due), (note,))


def averages(statements: Sequence[Statement]) -> list[Statement]:
    """The figures that are said of each of several."""
    return [each for each in statements if each.role is Role.EACH]
