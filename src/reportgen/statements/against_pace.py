"""Rates held against the pace of the year, whose figure stands elsewhere: 执行进度68.31%，快于时间进度."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_names import told_total
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.word_claims import word_claim

_PACE = re.compile("(?:序时|时间)进度")
_BEHIND = re.compile("的?(?:序时|时间)进度")
_WORKED_OUT = re.compile("(?:序时|时间)进度按[^，。；]{1,6}(?:折算|计算|推算|计)(?:应?为|是|应达到?)*$")
_FAR = 24
_HELD = re.compile(
    r"[，,]?(?:但|却|仍|已|均|也|又|略|稍|明显|大幅|远|实际|支出|执行|总体|项目|进度)*"
    r"(?P<word>(?P<more>高于|快于|超过|超前于|领先于|好于)|低于|慢于|不及|未达到?|落后于|滞后于)(?:同期|当期|全年)?的?"
    r"(?:序时|时间)进度(?![的（])(?:(?P<by>\d[\d.]*)个百分点|(?!\d))"
)
_OURS = either(f"我{kind}" for kind in lists("units")["自称"])
_ACTUAL = re.compile(
    rf"[，,；](?:但|而|{_OURS}|项目)?(?:实际|执行|支出|支付|资金)(?:执行|支出|支付)?进度{_HELD.pattern}"
)
_SPENT = re.compile("(?:执行|支付|支出|完成)(?:率|进度)|预算的$|批复数的$|指标的$")
_LEVEL = re.compile(
    r"[，,]?(?:[^，。；\d]{0,6})?[与和同](?:序时|时间)进度(?:相比)?"
    r"(?:(?P<level>持平|一致|相当|同步)|(?:存在|有|有所|尚有)?(?:差距|差异|偏差|不一致|不符|不同步|不持平))(?=[，。；）]|$)"
)


def named_once(figures: Sequence[Statement]) -> list[Statement]:
    """What a document states once and holds much against: what is called a pace (75%的序时进度), its total scores."""
    told = [each for each in figures if each.exact]
    rates = (each for each in told if each.quantity.unit == "%")
    paces = [each for each in rates if "进度" in each.label or _is_called_pace(each)]
    totals = (told_total(each, None) for each in told if each.quantity.unit == "分")
    scores = (total.score for total in totals if total and not (total.project or total.of_part or total.summed))
    return [*paces, *(each for each in scores if each.period is Period.NOW and not each.planned)]


def against_pace(paragraph: Paragraph, named: Sequence[Statement]) -> Iterator[Claim]:
    """Every rate that is said to be above or below the pace of the year, where a document states one alone."""
    every = [each for each in named if _is_of_the_year(each)]
    paces = [each for each in every if each.passage is paragraph.passage] or every
    if len({each.quantity.value for each in paces}) != 1:
        return
    yield from _of_the_actual(paragraph, paces[0])
    for rate in paragraph.statements:
        told = rate.quantity.unit == "%" and rate.exact and rate.role in (Role.RATE, Role.SHARE) and not rate.planned
        found = _HELD.match(paragraph.text, rate.end) if told and rate not in every else None
        if found is not None and _is_so_far(found, rate, paces[0]) and rate.quantity.value != paces[0].quantity.value:
            yield word_claim("compared", found["word"], (rate, paces[0]), found["more"] is not None)
        level = _LEVEL.match(paragraph.text, rate.end) if told and rate not in every else None
        if level is not None and (rate.quantity.value == paces[0].quantity.value) is not bool(level["level"]):
            note = _("前面是 {first}，后面是 {second}", first=rate, second=paces[0])
            label = _("两个数一样，写的是「{word}」", word=level[0].strip("，"))
            label = _("两个数不一样") if level["level"] else label
            yield Claim("level", Same(rate, paces[0]), False, Proof.LIKELY, rate, label, (note,))


def _of_the_actual(paragraph: Paragraph, pace: Statement) -> Iterator[Claim]:
    """执行率66.1%。序时进度应为58.33%，实际进度高于序时进度: the one rate of the money that is told before."""
    if pace.passage is not paragraph.passage:
        return
    found = _ACTUAL.match(paragraph.text, pace.end)
    told = [each for each in paragraph.statements if each.end <= pace.start and _SPENT.search(each.label)]
    rates = [each for each in told if each.quantity.unit == "%" and each.exact and each.period is not Period.BEFORE]
    if found and len({each.quantity.value for each in rates}) == 1 and rates[-1].quantity.value != pace.quantity.value:
        yield word_claim("compared", found["word"], (rates[-1], pace), found["more"] is not None)


def _is_so_far(word: re.Match[str], rate: Statement, pace: Statement) -> bool:
    """低于序时进度11.67个百分点: the pace that is meant is so far from the rate."""
    return not word["by"] or Decimal(word["by"]) == abs(rate.quantity.number - pace.quantity.number)


def _is_of_the_year(each: Statement) -> bool:
    return bool(_PACE.search(each.label) or _is_called_pace(each)) and each.role is not Role.CHANGE


def _is_called_pace(each: Statement) -> bool:
    """75%的序时进度; 序时进度按七个月折算应为58.33%."""
    text = each.passage.text
    return bool(_BEHIND.match(text, each.end) or _WORKED_OUT.search(text, max(0, each.start - _FAR), each.start))
