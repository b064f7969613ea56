"""Budget sentences: 年初预算100万元，支出决算98万元，完成年初预算的98.00%，决算数小于预算数."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.bases_named import base_named, is_of_another_base, rate_of_base
from reportgen.statements.budget_adjusted import adjusted_budgets, adjusted_rates
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.denials import is_denied
from reportgen.statements.equations import Bounded, RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.plans_met import plans_met
from reportgen.statements.rate_wholes import base_behind, list_of_items
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.slips import is_exchange
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_COMPLETED = re.compile(
    r"(?:完成|占|为|达到?)(?P<which>[^，。；、\d]{0,10}?)"
    r"(?:预算|预算数|批复|计划)的?(?:比例|进度)?(?:为|达|约)?\s*$"  # 完成年初预算的
    r"|(?P<named>[^，。；、\d]{0,10}?)预算?(?:执行|完成|支出)率(?:为|是|达到?|约|[:：])*\s*$"  # 预算执行率为
)
_SPENT, _INCOME = "决算", "收入"
_SEVERAL = re.compile(r"均|各|分别")
_REACH = 3
"""So many sentences before the rate may hold its figures."""
_ANY_BASE = re.compile("预算|计划|目标|任务|等于")
_COMPARED = re.compile(
    r"""
      (?: 决算数?|支出数?|执行数 )? (?P<more> 大于|多于|高于|超过|超出|略高于|略大于 )      # 决算数大于预算数
          (?: 年初|全年|调整 )? 预算数? (?! 增|的?平均|进度 )
    | (?P<beyond> 超过|超出|高于|超额 ) 了? (?: 年度|原定|年初 )?                        # 超额了年度计划
          (?: 计划|目标|任务 ) 数? (?= [，。；] )
    | (?: 决算数?|支出数?|执行数 )? (?P<less> 小于|少于|低于|略低于|略小于 )              # 执行数低于预算
          (?: 年初|全年|调整 )? 预算数? (?! 增|的?平均|进度 )
    | (?P<short> 不及|低于|未达|未达到|少于|不足 ) (?: 年度|原定|年初 )?                   # 未达到原定目标
          (?: 计划|目标|任务 ) 数? (?= [，。；] )
    | (?: 决算数?|支出数?|执行数 )?                                                   # 决算数与预算数持平
          (?P<equal> 等于 | [与和同] (?: 年初|全年|调整 )? 预算数? (?: 持平|一致|相同 ) )
          (?: 年初|全年|调整 )? (?: 预算数? )?
    """,
    re.VERBOSE,
)
_OF_COMPLETION = re.compile(
    r"""
      (?: 执行|完成|支出 ) 率                                    # 预算执行率为
    | (?: 计划|任务|目标 ) [^，。；]{0,3} 完成                     # 目标任务完成
    | 完成 [^，。；]{0,4} (?: 计划|任务|目标 )                     # 完成年度目标的
    | 完成 [^，。；]{0,10} 预算                                  # 完成年初预算的
    | (?: 占|为 ) [^，。；]{0,8} 预算                            # 占全年预算的
    """,
    re.VERBOSE,
)
_OF_SEVERAL = re.compile(r"(?:前[者一两二三]|后[者一两二三]|[两二三]者|上述|有的|多数|部分)[^，。；：、\d]{0,12}$")
"""前者大于预算数，后者小于预算数: of one of several, and which one only the reader knows."""
_FAR = 20


def completions(paragraph: Paragraph) -> Iterator[Claim]:
    """The completion rates of budget sentences, and the word for more, less or equal behind them."""
    for rate in paragraph.statements:
        if rate.quantity.kind == "%" and rate.role is Role.RATE and rate.period is not Period.BEFORE:
            found = _COMPLETED.search(paragraph.text, max(0, rate.start - 24), rate.start)
            several = _SEVERAL.search(paragraph.text, max(0, rate.start - 12), rate.start)
            if found and not several and base_behind(rate, paragraph) is None:
                yield from _completion(rate, found["which"] or found["named"] or "", paragraph)
    yield from plans_met(paragraph)
    yield from adjusted_rates(paragraph)
    yield from adjusted_budgets(paragraph)
    yield from _words(paragraph)


def _completion(rate: Statement, which: str, paragraph: Paragraph) -> Iterator[Claim]:
    outcomes, budgets = _figures(rate, paragraph)
    if not outcomes or not budgets:
        return
    chosen = [each for each in budgets if which and which in each.label] or budgets
    place = finest_place([*outcomes, *budgets])
    pairs = [(spent, budget) for spent in outcomes for budget in chosen if same_things(spent.quantity, budget.quantity)]
    equations = [RatioOf(rate, spent, budget, place) for spent, budget in pairs]
    right = next((each for each in equations if each.holds), None)
    if right:
        yield Claim("completion", right, True)
        return
    slipped = next((each for each in equations if _one_slip(each)), None)
    named = bool(which) and len(chosen) < len(budgets) and len(equations) == 1
    if slipped is None and (not equations or not (named or _beside(equations[0], paragraph))):
        return
    wrong = slipped or equations[0]
    if wrong.exact is None:
        yield Claim("no_base", wrong, False, Proof.CERTAIN, rate, _("预算为 0，算不出完成率"), ())
        return
    yield wrong_ratio("completion", wrong, Proof.CERTAIN)


def _figures(rate: Statement, paragraph: Paragraph) -> tuple[list[Statement], list[Statement]]:
    """The outcomes before the rate, and the budgets, the nearest first."""
    near = [
        each
        for each in reversed(paragraph.statements)
        if each.end <= rate.start
        and rate.sentence - each.sentence <= _REACH
        and each.role is Role.AMOUNT
        and each.depth <= rate.depth
        and each.exact
        and each.period is not Period.BEFORE
    ]
    near = [each for each in near if each.start >= list_of_items(rate, paragraph)]
    spent = [each for each in near if each.concept == _SPENT]
    spent = spent or [each for each in near if each.concept == _INCOME]  # 收入预算360万元，实现收入378万元
    return _outer(spent, paragraph), _outer([each for each in near if each.concept in BUDGETS], paragraph)


def _outer(figures: list[Statement], paragraph: Paragraph) -> list[Statement]:
    """Those that are no parts of another: 支出98万元，由基本支出60万元和项目支出38万元组成."""
    return [each for each in figures if not paragraph.in_a_list(each)] or figures


def _one_slip(equation: RatioOf) -> bool:
    """Whether one exchange of two digits makes rate, outcome and budget fit."""
    return any(is_exchange(member.quantity, due) for member in equation.members if (due := equation.due(member)))


def _beside(equation: RatioOf, paragraph: Paragraph) -> bool:
    """Whether the rate stands behind its two figures, with no other amount of their kind between."""
    first = min(equation.part.start, equation.whole.start)
    between = [
        each
        for each in paragraph.statements
        if first <= each.start < equation.rate.start
        and each.role is Role.AMOUNT
        and same_things(each.quantity, equation.part.quantity)
        and each.depth <= equation.rate.depth
    ]
    return len(_outer(between, paragraph)) == 2


def _words(paragraph: Paragraph) -> Iterator[Claim]:
    """决算数大于预算数: the last outcome and budget before the word must be so."""
    for found in _COMPARED.finditer(paragraph.text) if _ANY_BASE.search(paragraph.text) else ():
        said = found.start("more") if found["more"] else found.start()
        if is_denied(paragraph.text, said) or _OF_SEVERAL.search(
            paragraph.text, max(0, found.start() - _FAR), found.start()
        ):
            continue
        before = [each for each in paragraph.statements if each.end <= found.start() and each.exact]
        pair = _pair(before, paragraph.sentence(found.start()), paragraph, found)
        rate = _completion_before(before, found, paragraph)
        if pair and found.start() - pair[0].end <= 120 and not (rate and _is_denied_by(rate, *pair)):
            yield from _word(found, *pair)
        elif rate:
            yield from _word_of_rate(found, rate)


def _is_denied_by(rate: Statement, spent: Statement, budget: Statement) -> bool:
    """支出1,486.20万元，其中项目支出500.00万元，完成年初预算1,420.00万元的104.66%: the rate is of another outcome."""
    return (spent.quantity.value > budget.quantity.value) is not (rate.quantity.value > 1)


def _pair(
    before: Sequence[Statement], sentence: int, paragraph: Paragraph, word: re.Match[str]
) -> tuple[Statement, Statement] | None:
    """The outcome and the budget that are compared: the one that the word names, else the last of each."""
    amounts = [
        each
        for each in before
        if each.role is Role.AMOUNT and each.period is not Period.BEFORE and sentence - each.sentence <= 1
    ]
    spent = next(reversed(_outer([each for each in amounts if each.concept == _SPENT], paragraph)), None)
    budgets = _outer([each for each in amounts if each.concept in BUDGETS], paragraph)
    which = next((name for name in ("年初", "调整", "全年") if name in word[0]), "")
    named = [each for each in budgets if which and which in each.label]
    budget = next(reversed(named or budgets), None)
    if spent is None or budget is None or not same_things(spent.quantity, budget.quantity):
        return None
    return spent, budget


def _completion_before(before: Sequence[Statement], word: re.Match[str], paragraph: Paragraph) -> Statement | None:
    """预算执行率为95.66%，决算数小于预算数: the rate of what the word names, else right before it, in its sentence."""
    at, base = word.start(), base_named(word[0])
    said = next(word.start(name) for name in ("more", "beyond", "less", "short", "equal") if word[name])
    if base and (rate := rate_of_base(base, said, before, paragraph)):
        return rate
    last = before[-1] if before else None
    if last is not None and is_of_another_base(last, base, paragraph):
        return None
    if last is None or last.quantity.unit != "%" or last.sentence != paragraph.sentence(at) or at - last.end > 40:
        return None
    told = _OF_COMPLETION.search(paragraph.text, max(0, last.start - 20), last.start)
    return last if told and "；" not in paragraph.text[last.end : at] else None


def _word_of_rate(found: re.Match[str], rate: Statement) -> Iterator[Claim]:
    holds, label = _judged(found, rate.quantity.number - 100)
    yield Claim("compared", Bounded(rate, None), holds, Proof.CERTAIN, rate, label, (_("完成率是 {rate}", rate=rate),))


def _word(found: re.Match[str], spent: Statement, budget: Statement) -> Iterator[Claim]:
    holds, label = _judged(found, spent.quantity.value - budget.quantity.value)
    note = _("决算 {spent}，预算 {budget}", spent=spent, budget=budget)
    yield Claim("compared", Bounded(spent, budget), holds, Proof.CERTAIN, spent, label, (note,))


def _judged(found: re.Match[str], difference: Decimal) -> tuple[bool, str]:
    """Whether the word that compares is true of a difference, and what is said of it where it is not."""
    more, less = found["more"] or found["beyond"], found["less"] or found["short"]
    holds = difference > 0 if more else difference < 0 if less else difference == 0
    right = _("大于") if difference > 0 else _("小于") if difference < 0 else _("等于")
    return holds, _("写的是「{word}」，应为「{right}」", word=more or less or found["equal"], right=right)
