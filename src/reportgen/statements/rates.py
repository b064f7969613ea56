"""Named rates and the two figures they are made of: 发放问卷500份，收回486份，回收率97.20%."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange
from reportgen.statements.statement import Period, Role, Statement

_NAME = re.compile(r"(?P<name>[^\W\d_]{0,14}?(?:率|满意度|进度|比例|比重))(?:为|是|达到?了?|约|仅|只有|[:：])*\s*$")
_SEVERAL = re.compile(r"均|各|分别|平均|以上|不低于|目标")
_REACH, _NEAR = 1, 5


def rates(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate that follows from two figures near by, and those that do not follow from the two that they must."""
    for rate in paragraph.statements:
        if rate.quantity.kind == "%" and rate.role is Role.RATE and rate.exact:
            yield from _rate(rate, paragraph)


def _rate(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = _near(rate, paragraph)
    if len(near) < 2:
        return
    pairs = [(one, two) for one, two in permutations(near, 2) if same_things(one.quantity, two.quantity)]
    equations = [RatioOf(rate, one, two, finest_place([one, two])) for one, two in pairs if two.quantity.value]
    right = [each for each in equations if each.holds and each.part.quantity.value]
    if right:
        yield Claim("rate", min(right, key=lambda each: rate.start - each.part.end), True)
        return
    known = _made_of(rate, near, paragraph)
    if known:
        yield from _wrong(known, Proof.CERTAIN if _plain(rate, known, near, paragraph) else Proof.LIKELY)
        return
    for each in equations[-2:]:
        slip = next((m for m in each.members if (due := each.due(m)) and is_exchange(m.quantity, due)), None)
        if slip is not None and each.exact is not None and each.exact <= 1:
            yield from _wrong(each, Proof.LIKELY)
            return


def _near(rate: Statement, paragraph: Paragraph) -> list[Statement]:
    before = [
        each
        for each in paragraph.statements
        if each.end <= rate.start
        and rate.sentence - each.sentence <= _REACH
        and each.role is Role.AMOUNT
        and each.quantity.kind != "%"
        and each.period is rate.period
    ]
    return before[-_NEAR:]


def _made_of(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """The two figures of the same sentence that the name of the rate asks for."""
    found = _NAME.search(paragraph.text, max(0, rate.start - 20), rate.start)
    words = paragraph.lexicon.rate(found["name"]) if found else None
    if words is None or _SEVERAL.search(paragraph.text, max(0, rate.start - 8), rate.start):
        return None
    own = [each for each in near if each.sentence == rate.sentence and each.exact and each.depth <= rate.depth]
    if not own or not (words.part.search(own[-1].label) or words.whole.search(own[-1].label)):
        return None  # the figure right before it is of something else
    part = next((each for each in reversed(own) if words.part.search(each.label)), None)
    wholes = [each for each in reversed(own) if each is not part and words.whole.search(each.label)]
    if part is None or not wholes or not same_things(part.quantity, wholes[0].quantity) or not wholes[0].quantity.value:
        return None
    return RatioOf(rate, part, wholes[0], finest_place([part, wholes[0]]))


def _plain(rate: Statement, known: RatioOf, near: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether the two are the last two of their kind before the rate, and nothing comes between."""
    alike = [each for each in near if same_things(each.quantity, known.part.quantity)]
    last = max(known.part.end, known.whole.end)
    between = paragraph.text[last : rate.start]
    return {*alike[-2:]} == {known.part, known.whole} and "其中" not in between and not rate.planned


def _wrong(equation: RatioOf, proof: Proof) -> Iterator[Claim]:
    assert equation.exact is not None
    rate = equation.rate
    due = percent(equation.exact, rate.quantity.decimals)
    note = _("{part} ÷ {whole} = {due}，写的是 {rate}", part=equation.part, whole=equation.whole, due=due, rate=rate)
    yield Claim("rate", equation, False, proof, rate, _("应为 {due}", due=due), (note,))
