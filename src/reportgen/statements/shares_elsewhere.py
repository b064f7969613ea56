"""Shares that nothing of their own sentence explains: of a whole that was told sentences or paragraphs before.

全县移民12,480人，…… In the next paragraph: 60岁以上的3,098人，占24.82%. The whole is what
words name, what other shares of the sentence are of, or what opens the sentence, the paragraph, or one right before.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence, Set
from decimal import Decimal
from typing import NamedTuple

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.model.quantity import round_half_up
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import pairs_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded, RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import NAME
from reportgen.statements.share_parts import Share, joins, shares_told
from reportgen.statements.share_ways import has_another_whole, is_about, is_larger, is_more, is_of_a_run
from reportgen.statements.shares import equation_of, too_large, wrong_share
from reportgen.statements.shares_of_lists import SEVERAL, common
from reportgen.statements.slips import is_slip_of
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_JUDGED = ("share", "shares", "rate", "completion")
_BACK, _LEADING = 8, 3
"""Paragraphs in which a whole is looked for by its name, and as what opens them."""
_PAIR, _LEAST = 2, 3
_HALF, _GAP = 0.6, 12
_GENERAL = re.compile(
    rf"^(?:全[年{characters(lists('units')['整体'])}]|本年|当年|年度|总|各|所有|上述|以上|同期|同类)+"
    r"|(?:总额|合计|总计|总[数量]?|[数金]额|[人件户个次]数|[数额量]|资金|的)+$"
)
_POINTS = re.compile("[该此其]|这些?")
"""占该项支出的: of what the sentence opens with."""
_OPENED = re.compile(
    r"""
    [。；\s]* 在? (?P<name> [^，。；：、\d（）]{2,12}? ) [当之]?
    (?: 中 (?![职级型等学小央标心考医])     # 在册移民中，60岁以上的3,098人; no 中职, no 中型
      | 里 (?![程亩长])                     # 所救助的人员里; no 里程
      | 内 (?![容部]) )                     # 辖区内; no 内部
    """,
    re.VERBOSE,
)
"""Of what a sentence tells, where it opens with that."""
_PLAIN = re.compile(r"[的了在、“”]|确切|准确|精确|具体|[地来]说|也就")
_BEHIND = re.compile(r"[^，。；：、（）()\d]{0,6}")
_ONLY = re.compile("(?:则|约|为|是|达到?)+")
"""灌溉占23.99%；用于地力提升的286.45万元，为11.49%: one behind another."""
_LED = re.compile("占|比重|比例|份额|为|是|达|约")


Known = tuple[Statement, Statement]
"""A share and its whole."""


class _Seen(NamedTuple):
    """A paragraph, those before it and all of the document, the wholes of the shares that are known, and of parts."""

    paragraph: Paragraph
    before: Sequence[Paragraph]
    every: Sequence[Paragraph]
    wholes: dict[int, list[Known]]
    bounds: dict[Statement, Statement]


def shares_elsewhere(paragraphs: Sequence[Paragraph], found: Sequence[Claim], tied: Set[Statement]) -> Iterator[Claim]:
    """Every share that is not `tied`; `found` are the claims that tell of which wholes others are."""
    holding = [claim.equation for claim in found if claim.holds]
    wholes: dict[int, list[Known]] = defaultdict(list)
    for equation in holding:
        if isinstance(equation, RatioOf):
            wholes[equation.rate.block].append((equation.rate, equation.whole))
    bounds = {each.figure: each.most for each in holding if isinstance(each, Bounded) and each.most}
    judged = {each for claim in found if claim.wrong and claim.relation in _JUDGED for each in claim.members}
    settled = tied | judged
    told = [each for each in paragraphs if each.amounts]
    for at, paragraph in enumerate(told):
        seen = _Seen(paragraph, told[max(0, at - _BACK) : at], told, wholes, bounds)
        left = list(_left(paragraph, settled, bounds))
        right = {each.share: claim for each in left if (claim := _right(each, seen))}
        yield from right.values()
        for each in left:
            yield from _wrong(each, seen) if each.share not in right else ()


def _left(paragraph: Paragraph, tied: Set[Statement], bounds: Container[Statement]) -> Iterator[Share]:
    """The shares that are not tied, and the rates that have the name of the figure right before them."""
    for each in shares_told(paragraph):
        apart = _in_a_row(each.share, paragraph) or paragraph.lexicon.concept(each.whole) in BUDGETS
        if each.share not in tied and not apart and _is_its_part(each, paragraph):
            yield each
    level: dict[int, Statement] = {}
    shared = -1
    for rate in paragraph.statements:
        part = level.get(rate.depth)
        level[rate.depth] = rate
        shared = rate.sentence if rate.role is Role.SHARE else shared
        if part is None or rate in tied or rate.role is Role.CHANGE or not _is_plain(part, rate):
            continue
        goes_on = shared == rate.sentence and bool(_ONLY.fullmatch(rate.label))
        if (part in bounds and rate.role is Role.SHARE) or _is_named_so(part, rate) or goes_on:
            yield Share(rate, part, "")


def _in_a_row(share: Statement, paragraph: Paragraph) -> bool:
    """三项占比分别为72.5%、10.3%和17.2%: of as many figures, wherever these are."""
    others = [each for each in paragraph.statements if each.role is Role.SHARE and each is not share]
    return any(joins(each, share) if each.start < share.start else joins(share, each) for each in others)


def _is_its_part(each: Share, paragraph: Paragraph) -> bool:
    """首次献血者占38% behind 团体献血12,648人次: a share that has a name of its own is of what has that name."""
    begin = begin_of(paragraph.text, each.share.start, "，。；：、（）\n%")
    if any(one.role is Role.AMOUNT and each.part.end <= one.start < each.share.start for one in paragraph.statements):
        return False
    if SEVERAL.search(paragraph.text, begin, each.share.start):
        return False
    own = re.sub(r"[\d.,]+[^\W\d_]{0,4}|^其中", "", paragraph.text[begin : each.share.start])
    own = own.replace(each.whole, "") if each.whole else own
    name = _PLAIN.sub("", _LED.split(own, 1)[0]).rstrip("中里内")
    return len(name) < _PAIR or common(name, each.part.label) >= min(_LEAST, len(name))


def _is_plain(part: Statement, rate: Statement) -> bool:
    """Whether nothing but one clause stands between an amount and a percentage, brackets left out."""
    amount = part.role is Role.AMOUNT and part.exact and part.quantity.unit and part.quantity.kind != "%"
    percentage = rate.quantity.unit == "%" and rate.exact and not rate.planned
    return bool(amount and percentage and len(_between(part, rate)) <= _GAP)


def _between(part: Statement, rate: Statement) -> str:
    return re.sub(r"[（(][^（）()]*[）)]", "", rate.passage.text[part.end : rate.start])


def _is_named_so(part: Statement, rate: Statement) -> bool:
    """审核通过2,516件，通过率87.97%."""
    found = NAME.fullmatch(_between(part, rate).removeprefix("，"))
    name = found["name"].removesuffix("率") if found else ""
    return len(name) >= _PAIR and common(name, part.label) >= _PAIR


def _right(each: Share, seen: _Seen) -> Claim | None:
    """A share that one of the wholes explains."""
    for whole in _named(each, seen) or [*_siblings(each, seen), *_leading(each, seen)]:
        equation = equation_of(each, whole)
        if _fits(equation):
            seen.wholes[each.share.block].append((each.share, whole))
            return Claim("share", equation, True)
    return None


def _wrong(each: Share, seen: _Seen) -> Iterator[Claim]:
    """A share that none of them does: a slip away from one, or about what the only one asks for."""
    named = _named(each, seen)
    siblings = _siblings(each, seen) if not named else []
    wholes = named or [*siblings, *_leading(each, seen)]
    if not wholes or is_of_a_run(each, wholes, seen.paragraph) or has_another_whole(each, seen.every):
        return
    known = bool(named or siblings)
    only = known or (_is_fine(each) and len({whole.quantity.value for whole in wholes}) == 1)
    told = each.share.role is Role.SHARE or bool(_ONLY.fullmatch(each.share.label))  # a rate has to be a slip away
    for whole in wholes:
        equation = equation_of(each, whole)
        slip = (known or _is_fine(each)) and _is_slip(equation, _PAIR if named else _LEAST)
        if is_larger(equation):
            yield from [too_large(each.part, whole)] if known else []
        elif slip or (only and told and is_about(equation)) or (known and is_more(equation)):
            yield wrong_share(equation, Proof.LIKELY)
            return


def _is_fine(each: Share) -> bool:
    """55.5% is soon one digit away from another whole, as is what several parts make: 合计8,847人，占55.52%."""
    return each.share.quantity.decimals >= _PAIR and not each.part.label.startswith(("合计", "共计", "总计", "合"))


def _named(each: Share, seen: _Seen) -> list[Statement]:
    """What the words say: behind 占, at the opening of the sentence (在册移民中，), or right before the part."""
    if each.part in seen.bounds and not each.whole:
        return [seen.bounds[each.part]]
    name = _PLAIN.sub("", _GENERAL.sub("", each.whole))
    if _POINTS.match(name) or len(name) < _PAIR:
        start = seen.paragraph.span(each.part.sentence)[0]
        opened = _OPENED.match(seen.paragraph.text, start, each.part.start)
        name = _PLAIN.sub("", _GENERAL.sub("", opened["name"])) if opened else ""
    return _of_name(name, each, seen) if len(name) >= _PAIR else []


def _fits(equation: RatioOf) -> bool:
    exact = equation.exact or Decimal(0)
    return equation.holds and abs(exact - equation.rate.quantity.value) <= equation.rate.quantity.half_place * 2


def _is_slip(equation: RatioOf, least: int) -> bool:
    rate = equation.rate.quantity
    meant = round_half_up((equation.exact or Decimal(0)) * 100, rate.decimals) / 100
    return rate.digits >= least and is_slip_of(rate, meant)


def _may_hold(whole: Statement, each: Share) -> bool:
    plain = whole.role is Role.AMOUNT and whole.exact and whole.quantity.value > 0 and whole is not each.part
    now = whole.period is each.part.period or whole.period is not Period.BEFORE
    return plain and now and same_things(whole.quantity, each.part.quantity)


def _of_name(name: str, each: Share, seen: _Seen) -> list[Statement]:
    """The figure before that has most of the name: 补贴家庭 in 享受补贴的家庭; none where several have."""
    pairs = pairs_of(name)
    places = (_before(each, seen), *(paragraph.amounts for paragraph in reversed(seen.before)))
    best: list[tuple[float, Statement]] = []
    for amounts in places:
        told = [one for one in amounts if _may_hold(one, each)]
        scored = [(_score(pairs, one), one) for one in told]
        best += [(score, one) for score, one in scored if score >= _HALF]
    most = max((score for score, _one in best), default=0)
    meant = [one for score, one in best if score == most]
    return meant[:1] if len({one.quantity.value for one in meant}) == 1 else []


def _before(each: Share, seen: _Seen) -> list[Statement]:
    """What stands before a share and is not beside its part: 人员类366.40万元、公用类31.86万元，公用类占8.0%."""
    beside = seen.paragraph.joined_to(each.part)
    return [one for one in seen.paragraph.amounts if one.end <= each.share.start and one is not beside]


def _score(pairs: Sequence[str], one: Statement) -> float:
    """全县3,060户蚕农: what it counts may stand behind it."""
    label = _PLAIN.sub("", one.label + "".join(_BEHIND.findall(one.passage.text, one.end)[:1]))
    return sum(pair in label for pair in pairs) / len(pairs)


def _siblings(each: Share, seen: _Seen) -> list[Statement]:
    """What other shares of the sentence are of: 在外务工占40.10%，留在本地的3,216人，为46.81%."""
    known = seen.wholes[each.share.block]
    # 完整率90.5%；一致的528份，一致率88.0%
    known = [(one, whole) for one, whole in known if one.role is each.share.role]
    wholes = [whole for one, whole in known if one.sentence == each.share.sentence and _may_hold(whole, each)]
    return wholes[-1:]


def _leading(each: Share, seen: _Seen) -> list[Statement]:
    """The first figure of the sentence, of the paragraph, and of those right before that tell of such things."""
    own = [one for one in _before(each, seen) if one.end <= each.part.start and _may_hold(one, each)]
    first = [one for one in own if one.sentence == each.part.sentence][:1] + own[:1]
    for paragraph in reversed(seen.before[-_LEADING:]):
        first += [one for one in paragraph.amounts if _may_hold(one, each)][:1]
    known = seen.wholes[seen.before[-1].index] if seen.before else []
    first += [whole for _share, whole in known if _may_hold(whole, each)][-1:]
    larger = [one for one in first if one.quantity.value > each.part.quantity.value]
    return list({one.quantity.value: one for one in larger}.values())
