"""Rates right behind a plan, whose outcome stands before it: 全年演出48场。目标45场，超额3场，完成106.67%.

What was done is the nearest figure of the same things: of the sentence, else the one that a sentence before opens with.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.member_slips import is_nearly_right
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_ways import has_another_way
from reportgen.statements.rate_wholes import place_of
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_MET = re.compile(
    r"(?:实际|共|已|全年|累计)*(?:完成|达成|实现|达到)(?:率|比例|进度)?了?"
    r"(?:(?:年度|年初|全年|原定|既定)?(?:计划|任务|目标|预算)数?的?)?(?:为|是|达到?|约)*$"
)
_PLAN, _IS_DONE = re.compile("计划|目标|任务|应|原定|预算"), re.compile("实际|完成|占|为")
_OVER_OR_UNDER = re.compile("超|差|少|余|缺")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_SHORT = re.compile("[^，。；]{0,4}(?:少|缺|差|未|没)")
_REACH = 2


def plans_met(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate of completion with the plan right before it and what was done."""
    if "完成" not in paragraph.text and "达" not in paragraph.text:
        return
    for rate in paragraph.statements:
        if rate.quantity.unit == "%" and rate.exact and rate.role is Role.RATE and _MET.fullmatch(rate.label):
            plan = _plan(rate, paragraph)
            done = _done(plan, paragraph) if plan else None
            if plan and done:
                yield from _judged(RatioOf(rate, done, plan, place_of(done, plan, paragraph)), paragraph)


def _plan(rate: Statement, paragraph: Paragraph) -> Statement | None:
    """The figure before the rate that was to be; what it is over or under by may stand between."""
    before = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
    before = [each for each in before if each.depth == rate.depth and each.role is not Role.CHANGE]
    plan = before[-1] if before else None
    if plan is not None and _OVER_OR_UNDER.search(plan.label) and len(before) > 1:
        plan = before[-2]
    if plan is None or plan.role is not Role.AMOUNT or not plan.exact or not plan.quantity.value:
        return None
    led = _PLAN.search(plan.label) and not _IS_DONE.search(plan.label)
    between = _BRACKET.sub("", paragraph.text[plan.end : rate.start])
    return plan if led and "；" not in between and (plan.planned or plan.concept in BUDGETS) else None


def _done(plan: Statement, paragraph: Paragraph) -> Statement | None:
    """What was done: right before the plan, else what a sentence before opens with."""
    told = [
        each
        for each in paragraph.statements
        if each.end <= plan.start
        and each.role is Role.AMOUNT
        and each.exact
        and not each.planned
        and not _SHORT.match(each.label)
        and each.concept not in BUDGETS
        and each.depth <= plan.depth
        and each.period is not Period.BEFORE
        and same_things(each.quantity, plan.quantity)
    ]
    own = [each for each in told if each.sentence == plan.sentence]
    if own:
        return own[-1] if "；" not in paragraph.text[own[-1].end : plan.start] else None
    last = max((each.sentence for each in told), default=-1)
    near = [each for each in told if each.sentence == last] if 0 <= plan.sentence - last <= _REACH else []
    opens = next((each for each in paragraph.statements if each.sentence == last), None)
    return near[0] if near and (near[0] is opens or len(near) == 1) else None


def _judged(made: RatioOf, paragraph: Paragraph) -> Iterator[Claim]:
    if made.holds:
        yield Claim("completion", made, True)
    elif is_nearly_right(made) and not has_another_way(made.rate, paragraph):
        yield wrong_ratio("completion", made, Proof.LIKELY)
