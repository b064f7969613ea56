"""Words that compare with a plan or a target whose figure does not stand behind them: 完成96.40%，多于计划.

A rate of completion beside them says whether they are right, or the target that was told before.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.bases_named import base_named, is_of_another_base, rate_of_base
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.denials import is_denied
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.word_claims import right_word

_BASES = (
    r"(?:年初|全年|本年|调整后?的?|批复的?|批准的?|省定|市定|原定)*"
    r"(?:预算|计划|任务|到位资金|批复|批准|编制)(?:数|量|额|资金|总额)?"
)
_WORD = re.compile(
    r"""
      (?P<more> 高于|多于|大于|超过|超出|突破        # 多于计划，未突破预算
        | (?<=[比较])[^，。；\d]{0,8}[超多]出?(?=\d))  # 比计划多12场
    | (?P<less> 低于|少于|小于|不足|不及|未达到?|(?:没有?|未能|达不)(?:达到|到)  # 低于目标
        | (?<=[比较])[^，。；\d]{0,8}[少差](?=\d))    # 较预算少3.20万元
    """,
    re.VERBOSE,
)
_BASE = re.compile(rf"(?:了)?{_BASES}(?!进度|执行|完成|的?\d[\d.]*[%％])")
_COMPARED_WITH = re.compile(rf"[比较与跟同][^，。；\d]{{0,6}}{_BASES}[^，。；\d]{{0,4}}$")
_COMPLETION = re.compile(
    rf"""
      (?: 执行|完成|到位|落实|支出|支付 ) (?: 率|比例 ) (?: 为|是|达到?|约 )*$           # 执行率为96.40%
    | (?: 为|占|是|完成了?|达到? ) [^，。；\d]{{0,6}}{_BASES}[\d.,]*[^，。；\d%]{{0,4}}的?$  # 占预算320万元的96.40%
    """,
    re.VERBOSE,
)
_NOT_LEVEL = re.compile(
    rf"""
    (?: [与和同] [^，。；\d]{{0,8}}{_BASES}             # 与年初预算
        (?: 的?[\d.,]+[^，。；\d]{{1,3}}? )?           # 与预算320万元
      | {_BASES} [与和同] (?:支出|决算|执行)数?         # 预算数与支出数
      | 预决算数? )                                  # 预决算不一致
    (?: 相比 )? (?: 存在|有|有所 )?
    (?: 不一致|差异|差异较大|不持平|不相等|不等|不符|不同|缺口|差距|相差较大    # 存在差异
      | 减少|增加|偏[大小高低多少] )                    # 相比有所减少
    (?=[，。；]|$)
    """,
    re.VERBOSE,
)
_NAMED = re.compile(
    r"(?:了)?(?:年度|年初|全年|绩效)*"
    r"(?P<base>目标|计划|任务|序时进度|时间进度|要求|标准|限额|上限|限值|预算|概算|控制数|控制线|规定|指标值|批复|定额)"
    r"(?:值|数)?(?!的?\d[\d.]*[%％]|增|执行|的?平均|以[内上下])"
)
_OVERSPENT = re.compile(
    r"[，；（](?:已经?|略有|仍|有|总体|均|有所|没有|并未|未|还)*(?:(?P<more>超支)|(?P<less>结余|节余|节约))(?=[，。；）])"
)
"""预算3.50万元，支出2.86万元，没有超支."""
_OTHER_SUBJECT = re.compile("则[^，。；]*$")
"""座数未能完成计划，延米数则超过计划8.8延米: of what stands right before the word."""
_BUDGET = "预算"
_FAR, _FEW, _HUNDRED = 60, 2, Decimal(100)


def against_plans(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such word that a rate of completion beside it denies, and every one held against a target told before."""
    yield from _denied(paragraph)
    yield from _against_the_named(paragraph)


def _denied(paragraph: Paragraph) -> Iterator[Claim]:
    rates = [each for each in paragraph.statements if _is_completion(each, paragraph)]
    if not rates:
        return
    for found in [*_WORD.finditer(paragraph.text), *_NOT_LEVEL.finditer(paragraph.text)]:
        level = "more" not in found.re.groupindex
        if not level and not _is_of_base(found, paragraph):
            continue
        if _OTHER_SUBJECT.search(paragraph.text, max(0, found.start() - _FEW * 6), found.start()):
            continue
        base = base_named(paragraph.text[found.end() : found.end() + _FEW * 3]) if not level else ""
        named = rate_of_base(base, found.start(), paragraph.statements, paragraph) if base else None
        rate = named or _nearest(found.start(), found.end(), rates, paragraph)
        if rate is None or is_of_another_base(rate, base, paragraph):
            continue
        over = rate.quantity.number - _HUNDRED
        own = next((each for each in paragraph.statements if each.start == found.end()), None)
        if own is not None and own.quantity.unit == "%" and own.quantity.number != abs(over):
            continue  # 比任务多111.46%，花了236.60万元，占预算93.74%: by how much it is over, and of something else
        wrong = over == 0 if level else not _is_true(found, over, paragraph)
        if wrong:
            right = _("等于") if over == 0 else _("大于") if over > 0 else _("小于")
            label = _("写的是「{word}」，应为「{right}」", word=found[0], right=right)
            note = _("完成率是 {rate}", rate=rate)
            yield Claim("compared", Bounded(rate, None), False, Proof.LIKELY, rate, label, (note,))


def _is_true(word: re.Match[str], over: Decimal, paragraph: Paragraph) -> bool:
    """Whether a word fits what is over the plan; 未超过 is true of what is as much as the plan."""
    denied = is_denied(paragraph.text, word.start("more") if word["more"] else word.start("less"))
    if word["more"]:
        return over <= 0 if denied else over >= 0
    return denied or over <= 0


def _is_of_base(word: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether the word compares with a plan or a budget, named behind it or before it."""
    behind = _BASE.match(paragraph.text, word.end())
    begin = max(0, word.start() - 24)
    return bool(behind or _COMPARED_WITH.search(paragraph.text[begin : word.end()].rstrip("超多少差出")))


def _is_completion(each: Statement, paragraph: Paragraph) -> bool:
    if each.quantity.unit != "%" or not each.exact or each.role not in (Role.RATE, Role.SHARE):
        return False
    return bool(_COMPLETION.search(paragraph.text[max(0, each.start - 28) : each.start]))


def _nearest(start: int, end: int, rates: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """The rate of the same sentence right before a word, with no figure but amounts between; else the one behind it."""
    sentence = paragraph.sentence(start)
    own = [each for each in rates if each.sentence == sentence and not _parted(each, start, end, paragraph)]
    before = [each for each in own if each.end <= start and start - each.end <= _FAR]
    after = [each for each in own if each.start >= end and each.start - end <= _FAR]
    return before[-1] if before else after[0] if after else None


def _parted(rate: Statement, start: int, end: int, paragraph: Paragraph) -> bool:
    first, last = sorted((rate.end, start)) if rate.end <= start else (end, rate.start)
    between = paragraph.text[first:last]
    return "；" in between or between.count("，") > _FEW or "其中" in between


def _against_the_named(paragraph: Paragraph) -> Iterator[Claim]:
    """目标95%，实际97.30%，低于目标: the figure before the word against the one that has the name behind it."""
    words = [(found, _NAMED.match(paragraph.text, found.end())) for found in _WORD.finditer(paragraph.text)]
    told = [(found, named["base"]) for found, named in words if named]
    for found, name in [*told, *((found, _BUDGET) for found in _OVERSPENT.finditer(paragraph.text))]:
        own = [
            each for each in paragraph.statements if each.end <= found.start() and _may_be_held(each, found, paragraph)
        ]
        base = next((each for each in reversed(own) if _is_called(name, each)), None)
        last = _held_against(base, own, paragraph) if base is not None else None
        if base is None or last is None or "；" in paragraph.text[last.end : found.start()]:
            continue
        if "其中" in paragraph.text[paragraph.span(last.sentence)[0] : last.start]:
            continue  # 支出1,486万元，其中项目支出500万元，完成预算1,420万元的104.66%，大于预算数: no part is meant
        over = last.quantity.value - base.quantity.value
        label = _("写的是「{word}」，应为「{right}」", word=found[0].strip("，；（"), right=right_word(over))
        note = _("前面是 {first}，后面是 {second}", first=last, second=base)
        equation = Bounded(base, last) if found["more"] else Bounded(last, base)
        holds = _is_true(found, over, paragraph) and (over != 0 or is_denied(paragraph.text, found.start("more")))
        yield Claim("compared", equation, holds, Proof.LIKELY, last, label, (note,))


def _held_against(base: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """The last figure before the word that is of the same things; of money, right beside the budget."""
    told = [each for each in own if each is not base and _alike(each, base)]
    last = told[-1] if told else None
    if last is None or last.end < base.start - _FAR:
        return None
    first, second = sorted((last, base), key=lambda each: each.start)
    between = [each for each in paragraph.statements if first.end <= each.start < second.start]
    return last if base.planned or not between else None


def _is_called(name: str, each: Statement) -> bool:
    """目标, 目标值为, 控制标准为每吨每月."""
    return bool(re.search(rf"{name}(?:值|数|额|批复|金额)?(?:定的)?(?:应|为|是|[:：])*(?:每\w{{1,2}})*$", each.label))


def _may_be_held(each: Statement, word: re.Match[str], paragraph: Paragraph) -> bool:
    near = paragraph.sentence(word.start()) == each.sentence and each.exact
    return near and each.role in (Role.AMOUNT, Role.RATE, Role.EACH) and each.period is not Period.BEFORE


def _alike(one: Statement, other: Statement) -> bool:
    return (
        one.quantity.unit == other.quantity.unit
        and not (one.planned and not other.planned)
        and one.depth == other.depth
    )
