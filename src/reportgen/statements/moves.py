"""What is said of two figures of one thing: 由1.20减少到1.30, 与上年的1.00基本持平, 预算10实际8，节约20%."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, percent
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded, RatioOf, Same, finest_place
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_FROM = re.compile("[由从]")
_LEVEL = re.compile(
    r"""
    [，,]? [^，。；\d]{0,8}? (?P<much> 基本|大体|总体 )?                            # 基本持平: about as much
    (?: (?P<other> 不 (?: 一致|相同|同|相等|等|相符|符|持平 )                         # 与预算不一致
          | (?: 相比 )? (?: 有所|存在|有|相差|略有 )? (?: 较大 )?
            (?: 差距|差异|缺口|较大|增加|减少|增长|下降|偏[大小高低多少] ) )            # 与预算相比有所增加
      | (?P<told> 持平 ) | 一致|相同|相等|一样|相符|吻合 )                               # 与上年持平
    (?= [，。；）] | $ )
    """,
    re.VERBOSE,
)
_BESIDE = re.compile(r"(?:[与和同]|相比)(?:[^，。；\d]|20\d\d(?=年)){0,16}$")
_SAVED = re.compile(r"(?P<word>节约|节省|节支|压缩|压减)[^，。；\d]{0,4}$")
_LIMITS = re.compile("预算|批复|计划|控制[数价]|限[额价]")
_CHANGE = re.compile("增|减|下降")
_AIMS = re.compile("任务|目标|约定|合同|指标")
_KEPT = re.compile("账|决算|审定|盘点|登记|台账|报表|总投入|总额|总数|合计")
"""与账面的95.47万元吻合: what is kept in books is one figure, told in two places."""
_SPENT = re.compile("实际|支出|执行|决算|合同|中标|成交")
_RANKS = {*"等级位名类"}
_BETTER_OR_WORSE = re.compile("[升提退降]")
_PAIR = 2


def moves(paragraph: Paragraph) -> Iterator[Claim]:
    """Every word of change, level or saving that the two figures before it bear out, and those that they do not."""
    figures = [each for each in paragraph.statements if each.exact and each.role is not Role.CHANGE]
    for first, second in pairwise(figures):
        own = [each for each in figures if each.sentence == second.sentence and each.end <= second.start]
        own = [each for each in own if same_things(each.quantity, second.quantity)]
        beside = first if first in own else None
        if beside is not None:
            yield from _direction(beside, second, paragraph)
        told = next((each for each in reversed(own) if Same(each, second).holds), beside)
        if told is not None and "；" not in paragraph.text[told.end : second.start]:
            yield from _level(told, second, paragraph)
    for each in paragraph.statements:
        if each.role is Role.CHANGE and each.exact and each.quantity.unit == "%":
            yield from _saving(each, figures, paragraph)


def _direction(first: Statement, second: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    found = paragraph.lexicon.pattern("moved to", _to).fullmatch(paragraph.text[first.end : second.start])
    from_before = first.period is Period.BEFORE and second.period is Period.NOW  # 较上年的12.8千克降至11.9千克
    led = _FROM.search(first.label) or from_before
    if found is None or not led or _is_rank(first, second, found["word"]):
        return
    equation = Bounded(first, second) if found["up"] else Bounded(second, first)
    change = like(second.quantity.value - first.quantity.value, second.quantity)
    note = _("{now} − {base} = {change}", now=second, base=first, change=change)
    label = _("方向词「{word}」反了", word=found["word"])
    yield Claim("direction", equation, equation.holds, Proof.CERTAIN, second, label, (note,))


def _is_rank(first: Statement, second: Statement, word: str) -> bool:
    """平均质量等级由5.2等提升到4.6等, 排名由12位上升到8位: of what is ranked the first is the best."""
    ranked = all({*each.passage.text[each.end - 1 : each.end + 1]} & _RANKS for each in (first, second))
    return ranked and bool(_BETTER_OR_WORSE.search(word))


def _level(first: Statement, second: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """支出1.30万元，与上年的1.00万元基本持平; 上年支出120万元，本年支出130万元，基本持平."""
    found = _LEVEL.match(paragraph.text, second.end)
    beside = _BESIDE.search(paragraph.text, first.end, second.start)
    budgeted = {first.concept, second.concept} & {*BUDGETS} and "决算" in (first.concept, second.concept)
    if found is None or not (beside or budgeted or {first.period, second.period} == {Period.NOW, Period.BEFORE}):
        return
    now, base = (first, second) if beside else sorted((first, second), key=_is_held_against)
    aims = _LIMITS.search(base.label) or (beside and _AIMS.search(base.label))
    kept = beside and not found["told"] and _KEPT.search(base.label) and not first.depth and not second.depth
    if base.period is not Period.BEFORE and not (aims or kept):
        return
    moved = abs(now.quantity.value - base.quantity.value)
    off = moved / base.quantity.value * 100 if found["much"] and base.quantity.value else None
    note = _("{now} 与 {base} 相差 {change}", now=now, base=base, change=like(moved, now.quantity))
    equation = Same(now, base)
    if found["other"]:
        label = _("两个数一样，写的是「{word}」", word=found["other"])
        if equation.holds and not (base.period is Period.BEFORE and _CHANGE.search(found["other"])):  # see `trends`
            yield Claim("level", equation, False, Proof.LIKELY, second, label, (note,))
        return
    proof = Proof.CERTAIN if found["told"] else Proof.LIKELY
    yield Claim("level", equation, equation.holds, proof, second, _("两个数不一样"), (note,), off)


def _is_held_against(each: Statement) -> bool:
    return each.period is Period.BEFORE or each.concept in BUDGETS


def _to(words: Lexicon) -> str:
    up, down = (
        alternation((*words.lists[key], *more))
        for key, more in (("增", ("升", "涨", "延", "扩充", "充实")), ("减", ("缩", "跌", "精简", "削减")))
    )
    return rf"(?:[，,](?:今年|本年|本年度|现在?|目前)?)?[^，。；\d]{{0,4}}?(?P<word>(?P<up>{up})|(?:{down}))[到至为]"


def _saving(rate: Statement, figures: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """会议费预算10.00万元，实际支出8.00万元，节约20%: of what might have been spent, not of another year."""
    said = _SAVED.search(paragraph.text, max(0, rate.start - 10), rate.start)
    near = [each for each in figures if each.end <= rate.start and each.sentence == rate.sentence][-2:]
    if said is None:
        return
    if len(near) < _PAIR or not same_things(near[0].quantity, near[1].quantity):
        yield from _saved_of(rate, paragraph)
        return
    budget, spent = near
    if _SAVED.search(spent.label):
        yield from _saved_of(rate, paragraph)
        return
    if budget.role is not Role.AMOUNT or not _LIMITS.search(budget.label) or not _SPENT.search(spent.label):
        return
    if spent.quantity.value > budget.quantity.value:
        label = _("方向词「{word}」反了", word=said["word"])
        yield Claim("saving", Bounded(spent, budget), False, Proof.CERTAIN, rate, label)
        return
    equation = GrowthOf(rate, spent, None, budget, False, finest_place(near))
    due = percent(equation.exact or Decimal(0), rate.quantity.decimals)
    note = _("{now} 比 {base} 变动 {due}，写的是 {rate}", now=spent, base=budget, due=due, rate=rate)
    yield Claim("saving", equation, equation.holds, Proof.CERTAIN, rate, _("应为 {due}", due=due), (note,))


def _saved_of(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """与控制价76.00万元相比，节约资金6.00万元，节约率7.89%: what was saved, and no figure of what was spent."""
    near = [each for each in paragraph.statements if each.end <= rate.start and each.sentence == rate.sentence]
    near = [each for each in near if each.exact and each.quantity.kind != "%"][-_PAIR:]
    if len(near) < _PAIR or not same_things(near[0].quantity, near[1].quantity):
        return
    budget, saved = near
    if not (_LIMITS.search(budget.label) and _SAVED.search(saved.label)) or not budget.quantity.value:
        return
    equation = RatioOf(rate, saved, budget, finest_place(near))
    yield Claim("saving", equation, True) if equation.holds else wrong_ratio("saving", equation, Proof.LIKELY)
