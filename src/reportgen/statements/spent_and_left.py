"""What was spent, its rate and what is left in one sentence, where the budget stands elsewhere in the document.

支出268.30万元，执行率97.71%，结余6.30万元: what was spent and what is left make a figure that the document tells, and
the rate is of that; where two of the three agree on one figure of the document, the third must.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf, SumOf, finest_place
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.slips import is_slip_of
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_LEFT = re.compile(r"(?:结余|剩余|剩下|尚余|余|剩|尚有|还有|未支出|未使用|未支付|未执行)(?:资金|的|为|了|约)*$")
_RATE = re.compile(r"(?:执行|支出|支付|使用|花钱|用款|资金)[^，。；、\d]{0,6}(?:率|进度|比例)(?:为|是|达到?|只有|仅)*$")
_PAIR, _PART = 2, 5


class _Told(Struct, frozen=True):
    """The three of one sentence."""

    spent: Statement
    rate: Statement
    left: Statement


def spent_and_left(prose: Sequence[Statement], cells: Sequence[Statement]) -> Iterator[Claim]:
    """Every such sentence: what holds, and the one of the three that the other two do not agree with."""
    told = list(_told(prose))
    wholes: dict[Decimal, list[Statement]] = defaultdict(list)
    for each in (*prose, *cells) if told else ():
        if each.exact and each.role is Role.AMOUNT and each.quantity.unit == "元" and each.period is not Period.BEFORE:
            wholes[each.quantity.value].append(each)
    for found in told:
        yield from _judged(found, wholes)


def _told(prose: Sequence[Statement]) -> Iterator[_Told]:
    """An amount, what is left of it and a rate, and no other amount and no other rate beside them."""
    for _where, sentence in groupby(prose, key=lambda each: (each.block, each.sentence)):
        own = [each for each in sentence if each.exact and each.depth == 0 and each.period is not Period.BEFORE]
        amounts = [each for each in own if each.role is Role.AMOUNT and each.quantity.unit == "元"]
        rates = [each for each in own if each.quantity.unit == "%"]
        if len(amounts) != _PAIR or len(rates) != 1 or not _RATE.search(rates[0].label):
            continue
        spent, left = amounts
        if _LEFT.search(left.label) and not _LEFT.search(spent.label) and spent.end <= rates[0].start:
            yield _Told(spent, rates[0], left)


def _judged(told: _Told, wholes: Mapping[Decimal, Sequence[Statement]]) -> Iterator[Claim]:
    spent, left, rate = told.spent.quantity.value, told.left.quantity.value, told.rate.quantity.value
    added = next(iter(wholes.get(spent + left, ())), None)
    fitting = [each[0] for whole, each in wholes.items() if whole > spent and _is_rate(spent, whole, told.rate)]
    budgets = [each for each in fitting if each.concept in BUDGETS]
    if added is not None and (added in fitting or not budgets):
        yield Claim("remainder", SumOf(added, (told.spent, told.left)), True)
        ratio = RatioOf(told.rate, told.spent, added, finest_place([told.spent, added]))
        if added in fitting:
            yield Claim("rate", ratio, True)
        elif added.concept in BUDGETS or is_slip_of(told.rate.quantity, _rounded(ratio)) or rate > 1:
            yield wrong_ratio("rate", ratio, Proof.LIKELY)
    elif added is None:
        fine = fitting if told.rate.quantity.decimals >= _PAIR else []
        meant = {each.quantity.value: each for each in budgets or fine}
        yield from (_wrong_left(told, each) for each in meant.values() if len(meant) == 1 and _is_near(told, each))


def _is_rate(spent: Decimal, whole: Decimal, rate: Statement) -> bool:
    return abs(spent / whole - rate.quantity.value) <= rate.quantity.half_place


def _rounded(ratio: RatioOf) -> Decimal:
    decimals = ratio.rate.quantity.decimals + 2
    return round(ratio.exact or Decimal(0), decimals)


def _is_near(told: _Told, budget: Statement) -> bool:
    """Whether what is left is a slip of what the budget leaves; of what is a budget by its name, also about as much."""
    due = budget.quantity.value - told.spent.quantity.value
    about = budget.concept in BUDGETS and abs(told.left.quantity.value - due) * _PART <= due
    return about or is_slip_of(told.left.quantity, due)


def _wrong_left(told: _Told, budget: Statement) -> Claim:
    """The rate is of the budget, and what is left is not what the budget leaves."""
    shown = like(budget.quantity.value - told.spent.quantity.value, told.left.quantity)
    note = _("{more} − {less} = {left}", more=budget, less=told.spent, left=shown)
    equation = SumOf(budget, (told.spent, told.left))
    return Claim("remainder", equation, False, Proof.LIKELY, told.left, _("应为 {shown}", shown=shown), (note,))
