"""Plans and budgets that rates and spending are held against: 达标率 of what was planned, spending within the budget."""

import re
from collections.abc import Iterator

from reportgen.language import _
from reportgen.model.quantity import like, percent
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded, RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_REACHED = re.compile(r"达标率(?:为|是|达到?|约)*\s*$")
_BUDGET = re.compile(r"(?:年度?|全年|年初|总)预算(?:批复|总额|总计|数)?(?:为|是|共|合计)?$")
_SPENT = re.compile(r"支出(?:金额|决算)?(?:总计|合计|共计|总额)(?:为|是)?$")
_TOLD = re.compile("追加|调整|结转|结余|上年|年中|补助|下达|拨入")


def denominators(paragraph: Paragraph) -> Iterator[Claim]:
    """计划37个，实际36个，达标34个，达标率94.4%: divided by what was done, where the usual whole is what was planned."""
    for rate in paragraph.statements if "达标率" in paragraph.text else ():
        before = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
        named = {word: _named(before, word) for word in ("计划", "实际", "达标")}
        if rate.quantity.unit != "%" or not _REACHED.search(rate.label) or not all(named.values()):
            continue
        planned, done, reached = (named[word] for word in ("计划", "实际", "达标"))
        assert planned is not None
        assert done is not None
        assert reached is not None
        if len({each.quantity.kind for each in (planned, done, reached)}) == 1:
            yield from _divided(rate, reached, planned, done)


def _named(before: list[Statement], word: str) -> Statement | None:
    amounts = [each for each in before if each.role is Role.AMOUNT and each.exact and each.quantity.value]
    return next((each for each in reversed(amounts) if word in each.label), None)


def _divided(rate: Statement, reached: Statement, planned: Statement, done: Statement) -> Iterator[Claim]:
    usual, other = (RatioOf(rate, reached, whole, finest_place([reached, whole])) for whole in (planned, done))
    if other.holds and not usual.holds and usual.exact is not None:
        due = percent(usual.exact, max(rate.quantity.decimals, 1))
        note = _("{part} ÷ {whole} = {due}，写的是 {rate}", part=reached, whole=planned, due=due, rate=rate)
        label = _("{rate} 是除以实际数算的", rate=rate.quantity)
        yield Claim("denominator", usual, False, Proof.LIKELY, rate, label, (note,))


def overspent(paragraph: Paragraph) -> Iterator[Claim]:
    """2024年度预算批复为300.00万元。支出金额总计345.60万元: more than the budget, and no word of where it came from."""
    if _TOLD.search(paragraph.text):
        return
    amounts = [each for each in paragraph.statements if each.quantity.unit == "元" and each.exact and each.period is Period.NOW]
    budget = next((each for each in amounts if _BUDGET.search(each.label)), None)
    spent = next((each for each in amounts if _SPENT.search(each.label)), None)
    if budget is None or spent is None or not budget.quantity.value or not same_things(budget.quantity, spent.quantity):
        return
    equation = Bounded(spent, budget)
    over = like(spent.quantity.value - budget.quantity.value, spent.quantity)
    share = percent(spent.quantity.value / budget.quantity.value, 2)
    notes = (
        _("支出 {spent} − 预算 {budget} = {over}", spent=spent, budget=budget, over=over),
        _("支出 {spent} ÷ 预算 {budget} = {share}", spent=spent, budget=budget, share=share),
    )
    yield Claim("overspent", equation, equation.holds, Proof.CERTAIN, spent, _("超出 {over}", over=over), notes)
