"""What was planned and what there was: 达标率 of what was planned, spending within the budget and within the income."""

from collections.abc import Iterator

from reportgen import patterns as re
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
_OF = r"(?:其中)?(?:\d{4}年度?)?(?:全年|本年|当年|本年度|年度|实际|部门|单位)*"
_PUBLIC_BUDGET = re.compile(
    r"“?三公”?经费”?(?!.*(?:上年|去年))[^，。]{0,14}(?:预算|批复)(?:数|批复|金额|安排)*(?:为|是)?"
)
_PUBLIC_SPENT = re.compile(
    rf"{_OF}(?:[“]?三公[”]?经费)?(?:支出|决算|决算支出|执行)(?:三公经费)?(?:决算|数|金额)*(?:为|是)?"
)
_MORE_MONEY = re.compile(r"结转|结余|上年|历年|往年|存量|垫付|借款|赤字|弥补|动用|余额|滚存")
_CAME_IN = re.compile(rf"{_OF}(?:总收入|收入)(?:总额|[合总共]计)?(?:为|是)?")
_WENT_OUT = re.compile(rf"{_OF}(?:总支出|支出)(?:总额|[合总共]计)?(?:为|是)?")
_SAID = re.compile("(?:大于|超过|超出|高于)[^，。；\\d]{0,4}收入")
"""本年支出大于本年收入35.01万元: the text says it itself."""
_TOLD = re.compile("追加|调整|结转|结余|上年|年中|补助|下达|拨入")


def denominators(paragraph: Paragraph) -> Iterator[Claim]:
    """计划37个，实际36个，达标34个，达标率94.4%: divided by what was done, where the plan is the usual whole."""
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
    amounts = [
        each for each in paragraph.statements if each.quantity.unit == "元" and each.exact and each.period is Period.NOW
    ]
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


def public_overspent(paragraph: Paragraph) -> Iterator[Claim]:
    """三公经费预算5.00万元，支出5.60万元."""
    amounts = [each for each in paragraph.statements if each.exact and each.role is Role.AMOUNT]
    for spent in amounts if "三公" in paragraph.text else ():
        before = [each for each in amounts if each.end <= spent.start and each.sentence == spent.sentence]
        budget = next((each for each in before if _PUBLIC_BUDGET.fullmatch(each.label)), None)
        if budget and _PUBLIC_SPENT.fullmatch(spent.label) and budget.quantity.kind == spent.quantity.kind:
            equation = Bounded(spent, budget)
            over = like(spent.quantity.value - budget.quantity.value, spent.quantity)
            note = _("预算 {budget}，支出 {spent}", budget=budget.quantity, spent=spent.quantity)
            label = _("超出预算 {over}", over=over)
            yield Claim("public_over", equation, equation.holds, Proof.CERTAIN, spent, label, (note,))


def beyond_income(paragraph: Paragraph) -> Iterator[Claim]:
    """全年收入300.00万元，全年支出312.40万元: and no word of what else there was."""
    if "收入" not in paragraph.text or _MORE_MONEY.search(paragraph.text) or _SAID.search(paragraph.text):
        return
    money = [
        each for each in paragraph.statements if each.quantity.unit == "元" and each.exact and each.role is Role.AMOUNT
    ]
    for sentence in dict.fromkeys(each.sentence for each in money):
        own = [each for each in money if each.sentence == sentence]
        came, went = ([each for each in own if pattern.fullmatch(each.label)] for pattern in (_CAME_IN, _WENT_OUT))
        if len(came) == len(went) == 1:
            equation = Bounded(went[0], came[0])
            over = like(went[0].quantity.value - came[0].quantity.value, went[0].quantity)
            note = _("收入 {came}，支出 {went}", came=came[0].quantity, went=went[0].quantity)
            label = _("超出收入 {over}", over=over)
            yield Claim("beyond_income", equation, equation.holds, Proof.LIKELY, went[0], label, (note,))
            return
