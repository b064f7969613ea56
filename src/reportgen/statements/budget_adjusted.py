"""What a budget was changed by in the course of the year, and by what part: 年初786.00万元，追加106.20万元，调整后
892.20万元，预算调整率13.51%."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, percent
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, SumOf, finest_place
from reportgen.statements.named_equations import Balance
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_scale, is_slip_away
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import sum_claim

_ADJUSTED = re.compile(
    r"预算(?:数|资金|指标)?(?:追加|调[整剂增减]|控制|变动)(?:率|比例|幅度|比率)(?:（[^（）]{0,40}）)?(?:为|是|达到?|约|[:：])*\s*$"
)
"""预算控制率（本年追加净额/年初预算）13.51%."""
_ADDED = re.compile("追加|调增|增拨|增加|下达|新增|补充|上级补助|划转|调剂")
_TAKEN = re.compile("调减|核减|追减|压减|收回|减少|退回|扣减")
_AGAINST_LAST_YEAR = re.compile("上年|去年|上一年|同期")
"""年初预算860万元，较上年增加20万元，追加42.60万元: nothing that came in this year."""
_REACH, _WORDS, _LEAST = 3, 60, 3
"""So many sentences on the last budget may stand; so far before a rate its name; so many digits tell a slip."""


def adjusted_rates(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate of adjustment behind the first and the last budget of its paragraph."""
    if "预算" not in paragraph.text:
        return
    for rate in paragraph.statements:
        told = rate.quantity.unit == "%" and rate.exact and rate.period is not Period.BEFORE
        if told and _ADJUSTED.search(paragraph.text, max(0, rate.start - _WORDS), rate.start):
            yield from _judged(rate, paragraph)


def adjusted_budgets(paragraph: Paragraph) -> Iterator[Claim]:
    """年初预算1,937.00万元，追加118.30万元；调减26.50万元。全年预算2,028.80万元: what came and what went."""
    told = [each for each in paragraph.statements if _is_amount(each) and each.quantity.unit == "元"]
    told = [each for each in told if not paragraph.in_a_list(each) and not _AGAINST_LAST_YEAR.search(each.label)]
    for at, first in enumerate(told):
        if first.concept in BUDGETS and "年初" in first.label and first.period is not Period.BEFORE:
            yield from _to_the_last(first, [each for each in told[at + 1 :] if each.depth == first.depth], paragraph)


def _to_the_last(first: Statement, behind: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """The first budget with all that is told up to the last one; nothing where something else is told between."""
    came: list[Statement] = []
    went: list[Statement] = []
    for each in behind:
        if each.concept == "全年预算" and each.sentence - first.sentence <= _REACH:
            if (came or went) and "等" not in paragraph.text[first.end : each.start]:
                yield from _made(first, came, went, each)
            return
        if _TAKEN.search(each.label):
            went.append(each)
        elif _ADDED.search(each.label):
            came.append(each)
        else:
            return


def _made(first: Statement, came: Sequence[Statement], went: Sequence[Statement], last: Statement) -> Iterator[Claim]:
    """A sum where money only came, or only went; else what came in against what is left of it and what went."""
    if came and went:
        equation = Balance((first, *came), (last, *went))
        note = _("相差 {amount}", amount=like(abs(equation.apart), last.quantity))
        label = _("应为 {due}", due=like(last.quantity.value + equation.apart, last.quantity))
        yield Claim("remainder", equation, equation.holds, Proof.LIKELY, last, label, (note,))
        return
    added = SumOf(last, (first, *came)) if came else SumOf(first, (last, *went))
    if added.holds:
        yield Claim("sum", added, True)
    else:
        proof = Proof.CERTAIN if last.sentence - first.sentence <= 1 else Proof.LIKELY
        yield sum_claim("sum", added, proof, next((each for each in added.members if _is_slip(each, added)), None))


def _is_slip(member: Statement, added: SumOf) -> bool:
    due = added.due(member)
    return is_exchange(member.quantity, due, _LEAST) or is_other_scale(member.quantity, due)


def _judged(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = [each for each in paragraph.statements if each.end <= rate.start and _is_amount(each)]
    near = [each for each in near if rate.sentence - each.sentence <= _REACH and each.depth <= rate.depth]
    first, last = (_last(near, concept) for concept in ("年初预算", "全年预算"))
    if first is None or last is None or not same_things(first.quantity, last.quantity) or not first.quantity.value:
        return
    place = finest_place([first, last])
    ways = [GrowthOf(rate, last, None, first, up, place) for up in (True, False)]
    if right := next((way for way in ways if way.holds), None):
        yield Claim("growth", right, True)
        return
    others = [RatioOf(rate, each, first, place) for each in near if each is not first]  # 追加 ÷ 年初预算
    chosen = ways[0] if last.quantity.value >= first.quantity.value else ways[1]
    if any(each.holds for each in others) or not is_slip_away(rate.quantity, chosen.due(rate)):
        return
    due = percent(chosen.exact or first.quantity.value, rate.quantity.decimals)
    note = _("{now} 比 {base} 变动 {due}，写的是 {rate}", now=last, base=first, due=due, rate=rate)
    yield Claim("rate", chosen, False, Proof.LIKELY, rate, _("应为 {due}", due=due), (note,))


def _is_amount(each: Statement) -> bool:
    return each.exact and each.role in (Role.AMOUNT, Role.CHANGE) and each.quantity.kind != "%"


def _last(near: Sequence[Statement], concept: str) -> Statement | None:
    """The last budget of a stage, where it is told of nothing else behind it."""
    return next((each for each in reversed(near) if each.concept == concept and each.role is Role.AMOUNT), None)
