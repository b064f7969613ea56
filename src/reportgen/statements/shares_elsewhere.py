"""Shares that nothing of their own sentence explains: of a whole that was told sentences or paragraphs before.

全县移民12,480人，…… In the next paragraph: 60岁以上的3,098人，占24.82%. The whole is what the words name (占补贴家庭的), what
other shares of the sentence are of, or what opens the sentence, the paragraph, or one of those right before.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from reportgen import patterns as re
from reportgen.model.quantity import round_half_up
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import NAME
from reportgen.statements.share_parts import Share, shares_told
from reportgen.statements.shares import too_large, wrong_share
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_BACK, _LEADING, _PAIR, _LEAST = 8, 3, 2, 3
"""Paragraphs in which a whole is looked for by its name, and as what opens them."""
_ABOUT, _HALF, _GAP = Decimal("1.15"), 0.6, 12
_GENERAL = re.compile(
    r"^(?:全[部年县市区省州镇乡校院站所国局]|本年|当年|年度|该[项类款个]?|此|其|上述|以上|总|各|所有|同期|同类)+"
    r"|(?:总额|合计|总计|总[数量]?|[数金]额|[人件户个次]数|[数额量]|资金|的)+$"
)
_PLAIN = re.compile(r"[的了、“”]")
_OF_ALL = "的为是在已和及与中有按每全本年度数人个次共计实际完成"


class _Seen(NamedTuple):
    """A paragraph with those before it, and the wholes of the shares that are known."""

    paragraph: Paragraph
    before: Sequence[Paragraph]
    wholes: dict[Statement, Statement]


def shares_elsewhere(paragraphs: Sequence[Paragraph], found: Sequence[Claim], tied: Set[Statement]) -> Iterator[Claim]:
    """Every share that is not `tied`; `found` are the claims that tell of which wholes others are."""
    wholes = {
        claim.equation.rate: claim.equation.whole
        for claim in found
        if claim.holds and isinstance(claim.equation, RatioOf) and claim.relation in ("share", "rate")
    }
    told = [each for each in paragraphs if each.amounts]
    for at, paragraph in enumerate(told):
        seen = _Seen(paragraph, told[max(0, at - _BACK) : at], wholes)
        for each in _left(paragraph, tied):
            yield from _judged(each, seen)


def _left(paragraph: Paragraph, tied: Set[Statement]) -> Iterator[Share]:
    """The shares that are not tied, and the rates that have the name of the figure right before them."""
    yield from (each for each in shares_told(paragraph) if each.share not in tied)
    for part, rate in zip(paragraph.statements, paragraph.statements[1:], strict=False):
        if rate.role is Role.RATE and rate not in tied and _is_plain(part, rate) and _is_named_so(part, rate):
            yield Share(rate, part, "")


def _is_plain(part: Statement, rate: Statement) -> bool:
    amount = part.role is Role.AMOUNT and part.exact and part.quantity.unit and part.quantity.kind != "%"
    percentage = rate.quantity.unit == "%" and rate.exact and not rate.planned
    return bool(amount and percentage and rate.start - part.end <= _GAP)


def _is_named_so(part: Statement, rate: Statement) -> bool:
    """审核通过2,516件，通过率87.97%."""
    text = rate.passage.text
    found = NAME.match(text, part.end + 1, rate.start) if text.startswith("，", part.end) else None
    name = set(found["name"].removesuffix("率")) - set(_OF_ALL) if found and found.end() == rate.start else set()
    return len(name) >= _PAIR and name <= set(part.label)


def _judged(each: Share, seen: _Seen) -> Iterator[Claim]:
    """One share against the wholes that it may be of."""
    name = _PLAIN.sub("", _GENERAL.sub("", each.whole))
    named = _of_name(name, each, seen) if len(name) >= _PAIR else []
    siblings = _siblings(each, seen) if not named else []
    wholes = named or [*siblings, *_leading(each, seen)]
    equations = [RatioOf(each.share, each.part, whole, finest_place([each.part, whole])) for whole in wholes]
    right = next((equation for equation in equations if _fits(equation)), None)
    if right is not None:
        yield Claim("share", right, True)
        return
    sure = named or siblings or len({whole.quantity.value for whole in wholes}) == 1
    for equation in equations:
        if _is_larger(equation):
            yield from [too_large(each.part, equation.whole)] if named else []
        elif _is_slip(equation) or (sure and each.share.role is Role.SHARE and _is_about(equation)):
            yield wrong_share(equation, Proof.LIKELY)
            return


def _fits(equation: RatioOf) -> bool:
    exact = equation.exact or Decimal(0)
    return equation.holds and abs(exact - equation.rate.quantity.value) <= equation.rate.quantity.half_place * 2


def _is_larger(equation: RatioOf) -> bool:
    return equation.part.quantity.value > equation.whole.quantity.value


def _is_slip(equation: RatioOf) -> bool:
    rate = equation.rate.quantity
    meant = round_half_up((equation.exact or Decimal(0)) * 100, rate.decimals) / 100
    return rate.digits >= _LEAST and is_slip_of(rate, meant)


def _is_about(equation: RatioOf) -> bool:
    exact, rate = equation.exact or Decimal(0), equation.rate.quantity.value
    return rate / _ABOUT <= exact <= rate * _ABOUT


def _may_hold(whole: Statement, each: Share) -> bool:
    plain = whole.role is Role.AMOUNT and whole.exact and whole.quantity.value > 0 and whole is not each.part
    return plain and same_things(whole.quantity, each.part.quantity) and whole.period is not Period.BEFORE


def _of_name(name: str, each: Share, seen: _Seen) -> list[Statement]:
    """The figure before that has most of the name: 补贴家庭 in 享受补贴的家庭; none where several have."""
    pairs = [name[at : at + _PAIR] for at in range(len(name) - 1)]
    places = [[one for one in seen.paragraph.amounts if one.end <= each.share.start]]
    places += [paragraph.amounts for paragraph in reversed(seen.before)]
    best: list[tuple[float, Statement]] = []
    for amounts in places:
        told = [one for one in amounts if _may_hold(one, each)]
        scored = [(_score(pairs, one), one) for one in told]
        best += [(score, one) for score, one in scored if score >= _HALF]
    most = max((score for score, _one in best), default=0)
    meant = [one for score, one in best if score == most]
    return meant[:1] if len({one.quantity.value for one in meant}) == 1 else []


def _score(pairs: Sequence[str], one: Statement) -> float:
    label = _PLAIN.sub("", one.label)
    return sum(pair in label for pair in pairs) / len(pairs)


def _siblings(each: Share, seen: _Seen) -> list[Statement]:
    """What other shares of the sentence are of: 在外务工占40.10%，留在本地的3,216人，为46.81%."""
    near = [one for one in seen.wholes if one.passage is each.share.passage and one.sentence == each.share.sentence]
    wholes = [seen.wholes[one] for one in near if one.role is Role.SHARE and one is not each.share]
    wholes = [whole for whole in wholes if _may_hold(whole, each) and whole.quantity.value > each.part.quantity.value]
    return wholes[-1:]


def _leading(each: Share, seen: _Seen) -> list[Statement]:
    """The first figure of the sentence, of the paragraph, and of those right before that tell of such things."""
    own = [one for one in seen.paragraph.amounts if one.end <= each.part.start and _may_hold(one, each)]
    first = [one for one in own if one.sentence == each.part.sentence][:1] + own[:1]
    for paragraph in reversed(seen.before[-_LEADING:]):
        first += [one for one in paragraph.amounts if _may_hold(one, each)][:1]
    larger = [one for one in first if one.quantity.value > each.part.quantity.value]
    return list({one.quantity.value: one for one in larger}.values())
