"""A figure that nothing bears out, where figures that do not know each other ask for one and the same in its place.

支出1,279.08万元 beside 可用1,200.00万元, 支出比率96.90%, 结余37.20万元 and 1,162.80 in the table: whatever the words
are by which these are told, 1,162.80 ÷ 1,200.00 = 96.90% and 1,200.00 − 1,162.80 = 37.20.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import islice

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, percent, round_half_up
from reportgen.numbers.units import counts
from reportgen.record import replace
from reportgen.statements.asked_for import asked_for
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.elsewhere import NEAR, Asked, Elsewhere, elsewhere
from reportgen.statements.lexicon import lexicon
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import exchanged, is_slip_of
from reportgen.statements.statement import Role, Statement
from reportgen.statements.workings import working

_MOST = 40
"""So many figures that are about as large are asked: of more any may agree by chance."""
_TELLING, _FEW = 3, 2
_FINE = 2000
_SAME = 1e-9
_OF_OTHERS = re.compile("平均|最[高低大小多少]")
"""同批12个项目最高分91.80分: of one among many, which nothing here tells."""
_TOGETHER = re.compile("[和与及、][^，。；]{1,10}(?:合计|共计|共)")
"""二标段扣得最多；一标段和三标段合计扣10.50万元: of several, and of no row by itself."""


def corroborated(
    paragraphs: Sequence[Paragraph], everywhere: Sequence[Statement], tied: Set[Statement], again: Set[Statement]
) -> Iterator[Claim]:
    """What is asked for in the place of figures that are not `tied`; `again` are those that are told elsewhere, too."""
    places = Elsewhere([each for each in everywhere if each.exact and each.quantity.number > 0])
    before: tuple[Statement, ...] = ()
    for paragraph in paragraphs:
        if paragraph.passage.level:
            continue
        around = (*before, *paragraph.statements)
        for figure in paragraph.statements:
            if figure not in tied and _may_be_wrong(figure):
                told = [each for each in paragraph.statements if each in again and each.sentence == figure.sentence]
                yield from _claims(figure, around, places, len(told) >= _FEW)
        before = paragraph.statements or before


def _may_be_wrong(figure: Statement) -> bool:
    quantity = figure.quantity
    label = figure.label
    of_others = _OF_OTHERS.search(label) or "均" in label[-2:] or _TOGETHER.search(label)
    return not of_others and figure.exact and quantity.number > 0 and quantity.digits >= _FEW and bool(quantity.unit)


def _claims(figure: Statement, around: Sequence[Statement], places: Elsewhere, retelling: bool) -> Iterator[Claim]:
    """`retelling`: the sentence tells what has been told before."""
    value = float(figure.quantity.value)
    found = list(islice(elsewhere(figure, places), _MOST))
    if not any(_is_meant(figure, each.value, [each, each]) for each in found):
        return  # told nowhere else as a slip would make it: what its neighbours ask for is not worth the work
    general = bare(figure.label) in lexicon().concepts and figure.quantity.unit == "元"
    summed_up = [] if not retelling else list(_summed_up(figure, found) if general else _exchanged(figure, found))
    every = [*found, *summed_up, *asked_for(figure, around, places)]
    asked = [each for each in every if _is_known(each, figure)]
    if any(abs(each.value - value) <= each.room + _SAME * value for each in asked):
        return  # something near by bears it out
    if any(_is_just(figure, each) for each in every):
        return  # 810.00万元的42%即340.20万元: a rate of few digits asks for much, and just this is one of it
    kind = counts(figure.quantity.kind)
    told = {float(each.quantity.value) for each in around if counts(each.quantity.kind) == kind}
    for each in asked:
        if not _may_be_meant(figure, each.value) or any(
            abs(other - each.value) <= each.room + _SAME * other for other in told
        ):
            continue
        if _is_changed_by(figure, each, around):
            continue
        agreeing = _agreeing(each, asked)
        if len(agreeing) >= _FEW and _is_meant(figure, each.value, agreeing):
            yield _told(figure, each, agreeing)
            return


def _is_changed_by(figure: Statement, asked: Asked, around: Sequence[Statement]) -> bool:
    """By how much the one is not the other is told beside it: 决算118.00万元，比预算120.00万元少2.00万元;
    可用3,218.40万元……购置可用3,068.40万元，更新可用150.00万元."""
    gap = abs(float(figure.quantity.value) - asked.value)
    own = [each for each in around if each.passage is figure.passage and each.sentence == figure.sentence]
    near = [each for each in own if each.start > figure.end and each.role in (Role.CHANGE, Role.AMOUNT)]
    return any(abs(float(each.quantity.value) - gap) <= asked.room + _SAME * gap for each in near)


def _summed_up(figure: Statement, found: Sequence[Asked]) -> Iterator[Asked]:
    """What a sentence that retells should say: what goes by this name in two other places."""
    named = [each for each in found if each.weight > 1 and not any(other.planned for other in each.others)]
    for each in named:
        places = {other.block for one in named if one.value == each.value for other in one.others}
        if len(places) >= _FEW and not figure.planned:
            yield replace(each, family="retold", weight=1)


def _exchanged(figure: Statement, found: Sequence[Asked]) -> Iterator[Asked]:
    """What a sentence that retells should say, where two digits of it changed places."""
    values = {float(value) for value in exchanged(figure.quantity)}
    for each in found:
        if figure.quantity.digits > _TELLING and each.value in values:
            yield replace(each, family="retold")


def _is_known(each: Asked, figure: Statement) -> bool:
    """Whether what is asked for is known as exactly as the figure is written."""
    return each.value > 0 and each.room <= max(float(figure.quantity.half_place) * 2, each.value / _FINE)


def _is_just(figure: Statement, each: Asked) -> bool:
    """Whether a figure of many digits is to its last place what a rate asks for."""
    near = abs(each.value - float(figure.quantity.value)) <= float(figure.quantity.half_place)
    return near and each.family == "rate" and figure.quantity.digits > _TELLING


def _agreeing(each: Asked, asked: Sequence[Asked]) -> list[Asked]:
    """Those that ask for the same and have no other figure in common."""
    found = [each]
    for other in asked:
        near = abs(other.value - each.value) <= each.room + other.room + _SAME * each.value
        if near and not any(_one_source(one, other) for one in found):
            found.append(other)
    return found


def _one_source(one: Asked, other: Asked) -> bool:
    """Whether two that ask are one and the same; that a sentence retells is known from the rest of it."""
    return one.family == other.family or (
        "retold" not in (one.family, other.family) and bool(one.others & other.others)
    )


def _is_meant(figure: Statement, value: float, agreeing: Sequence[Asked]) -> bool:
    """Whether one slip of the hand makes the figure of a value; or, where more ask for it, it is about as large."""
    quantity = figure.quantity
    weight = sum(one.weight for one in agreeing)
    meant = _as_written(figure, value)
    fine = quantity.decimals or any(one.family == "product" for one in agreeing)
    told = quantity.digits >= _TELLING or (weight > _FEW and fine)
    if meant == quantity.value or not told:
        return False
    if weight > _FEW and _is_about(figure, value):
        return True
    telling = len(meant.normalize().as_tuple().digits) >= _TELLING
    telling = telling and (quantity.digits > _TELLING or weight > _FEW)  # of three digits any is one slip from many
    return telling and is_slip_of(figure.quantity, meant)


def _may_be_meant(figure: Statement, value: float) -> bool:
    """Whether a figure can be meant as a value, whatever asks for it: this is seen before it is looked who does."""
    return _is_about(figure, value) or is_slip_of(figure.quantity, _as_written(figure, value))


def _as_written(figure: Statement, value: float) -> Decimal:
    """A value, rounded as the figure is."""
    quantity = figure.quantity
    return round_half_up(Decimal(value) / quantity.factor, quantity.decimals) * quantity.factor


def _is_about(figure: Statement, value: float) -> bool:
    """Whether it is about as large; of rates there are too many that are."""
    return figure.quantity.kind != "%" and 1 / NEAR <= float(figure.quantity.value) / value <= NEAR


def _told(figure: Statement, each: Asked, agreeing: Sequence[Asked]) -> Claim:
    equations = [other.equation() for other in agreeing]
    meant = _as_written(figure, each.value)
    rate = figure.quantity.kind == "%"
    due = percent(meant, figure.quantity.decimals) if rate else like(meant, figure.quantity)
    notes = tuple(working(Claim("corroborated", equation, False), figure) for equation in equations)
    return Claim("corroborated", equations[0], False, Proof.LIKELY, figure, _("应为 {due}", due=due), notes)
