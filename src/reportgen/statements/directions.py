"""Words that say the contrary of what the figures beside them do: 86.40万次，比上年上升2.37%（上年88.50万次）.

The amount of a change fits the other way round; a rate of completion is below 100 % and the sentence says 多于计划.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Period, Role, Statement

_BASES = (
    r"(?:年初|全年|本年|调整后?的?|批复的?|批准的?|省定|市定|原定)*"
    r"(?:预算|计划|任务|到位资金|批复|批准|编制)(?:数|量|额|资金|总额)?"
)
_WORD = re.compile(
    r"(?P<more>高于|多于|大于|超过|超出|(?<=[比较])[^，。；\d]{0,8}(?:超|多)出?(?=\d))"
    r"|(?P<less>低于|少于|小于|不足|不及|(?<=[比较])[^，。；\d]{0,8}(?:少|差)(?=\d))"
)
_BASE = re.compile(rf"(?:了)?{_BASES}(?!进度|执行|完成|的?\d[\d.]*[%％])")
_COMPARED_WITH = re.compile(rf"[比较与跟同][^，。；\d]{{0,6}}{_BASES}[^，。；\d]{{0,4}}$")
_COMPLETION = re.compile(
    rf"(?:执行|完成|到位|落实|支出|支付)(?:率|比例)(?:为|是|达到?|约)*$|(?:为|占|是|完成了?|达到?)[^，。；\d]{{0,6}}{_BASES}[\d.,]*[^，。；\d%]{{0,4}}的?$"
)
_NOT_LEVEL = re.compile(
    rf"[与和同][^，。；\d]{{0,8}}{_BASES}(?:的?[\d.,]+[^，。；\d]{{1,3}}?)?(?:相比)?(?:存在|有|有所)?(?:不一致|差异|差异较大|不持平|不相等|不同|缺口|减少|增加|偏[大小高低多少])(?=[，。；]|$)"
)
_NAMED = re.compile(
    r"(?:了)?(?:年度|年初|全年|绩效)*(?P<base>目标|计划|任务|序时进度|时间进度|要求)(?:值|数)?(?!的?\d[\d.]*[%％])"
)
_FAR, _NEAR, _FEW, _HUNDRED = 60, 4, 2, Decimal(100)


def directions(paragraph: Paragraph) -> Iterator[Claim]:
    """Every change whose amount is right and whose direction is not, and every word that figures beside it deny."""
    for change in paragraph.statements:
        if change.role is Role.CHANGE and change.exact and change.quantity.digits > 1:
            yield from _turned(change, paragraph)
    yield from _denied(paragraph)
    yield from _against_the_named(paragraph)


def _turned(change: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    up = _goes_up(change, paragraph)
    if up is None:
        return
    pairs = [(now, base) for base in _bases(change, paragraph) for now in _nows(change, base, paragraph)]
    if any(_fits(change, now, base, up) for now, base in pairs):
        return
    turned = [(now, base) for now, base in pairs if _fits(change, now, base, not up)]
    if len(turned) == 1:
        now, base = turned[0]
        right = _("下降") if up else _("增加")
        label = _("写的是「{word}」，应为「{right}」", word=_direction(change, paragraph), right=right)
        note = _("前面是 {first}，后面是 {second}", first=base, second=now)
        equation = Bounded(base, now) if up else Bounded(now, base)
        yield Claim("direction", equation, False, Proof.LIKELY, change, label, (note,))


def _direction(change: Statement, paragraph: Paragraph) -> str:
    """The last word of change before a figure: 增长 of 同比增长7.38%."""
    found = [
        *paragraph.lexicon.any_of("增").finditer(change.label),
        *paragraph.lexicon.any_of("减").finditer(change.label),
    ]
    return max(found, key=lambda each: (each.end(), -each.start()))[0] if found else ""


def _goes_up(change: Statement, paragraph: Paragraph) -> bool | None:
    word = _direction(change, paragraph)
    return None if not word else bool(paragraph.lexicon.any_of("增").fullmatch(word))


def _near(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures of its sentence, up to the bracket right behind it, that it may be the change of."""
    points = "百分点" in change.quantity.unit
    return [
        each
        for each in paragraph.statements
        if each.sentence == change.sentence
        and each.exact
        and each.role in (Role.AMOUNT, Role.RATE, Role.EACH)
        and (each.quantity.kind == "%") is points
        and (each.end <= change.start or paragraph.text.startswith(("（", "，"), change.end))
        and each.quantity.value > 0
    ]


def _bases(change: Statement, paragraph: Paragraph) -> Sequence[Statement]:
    return [each for each in _near(change, paragraph) if each.period is Period.BEFORE][-_NEAR:]


def _nows(change: Statement, base: Statement, paragraph: Paragraph) -> Sequence[Statement]:
    near = [each for each in _near(change, paragraph) if each.period is not Period.BEFORE and each.end <= change.start]
    return [each for each in near if same_things(each.quantity, base.quantity)][-_FEW:]


def _fits(change: Statement, now: Statement, base: Statement, up: bool) -> bool:
    moved = now.quantity.value - base.quantity.value
    if change.quantity.kind == "%" and "百分点" not in change.quantity.unit:
        return (moved > 0) is up and GrowthOf(change, now, None, base, up, finest_place([now, base])).holds
    amount = change.quantity.value if "百分点" not in change.quantity.unit else change.quantity.number / _HUNDRED
    return (moved > 0) is up and abs(moved) == amount


def _denied(paragraph: Paragraph) -> Iterator[Claim]:
    rates = [each for each in paragraph.statements if _is_completion(each, paragraph)]
    if not rates:
        return
    for found in [*_WORD.finditer(paragraph.text), *_NOT_LEVEL.finditer(paragraph.text)]:
        level = "more" not in found.re.groupindex
        if not level and not _is_of_base(found, paragraph):
            continue
        rate = _nearest(found.start(), found.end(), rates, paragraph)
        if rate is None:
            continue
        over = rate.quantity.number - _HUNDRED
        wrong = over == 0 if level else over < 0 if found["more"] else over > 0
        if wrong:
            right = _("等于") if over == 0 else _("大于") if over > 0 else _("小于")
            label = _("写的是「{word}」，应为「{right}」", word=found[0], right=right)
            note = _("完成率是 {rate}", rate=rate)
            yield Claim("compared", Bounded(rate, None), False, Proof.LIKELY, rate, label, (note,))


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
    for found in _WORD.finditer(paragraph.text):
        named = _NAMED.match(paragraph.text, found.end())
        own = [
            each for each in paragraph.statements if each.end <= found.start() and _may_be_held(each, found, paragraph)
        ]
        base = next((each for each in reversed(own) if named and each.label.endswith(_tails(named["base"]))), None)
        told = [each for each in own if base is not None and each is not base and _alike(each, base)]
        last = told[-1] if told else None
        if (
            base is None
            or last is None
            or last.end < base.start - _FAR
            or "；" in paragraph.text[last.end : found.start()]
        ):
            continue
        over = last.quantity.value - base.quantity.value
        holds = over > 0 if found["more"] else over < 0
        right = _("高于") if over > 0 else _("低于") if over < 0 else _("等于")
        label = _("写的是「{word}」，应为「{right}」", word=found[0], right=right)
        note = _("前面是 {first}，后面是 {second}", first=last, second=base)
        equation = Bounded(base, last) if found["more"] else Bounded(last, base)
        yield Claim("compared", equation, holds, Proof.LIKELY, last, label, (note,))


def _tails(base: str) -> tuple[str, ...]:
    return tuple(f"{base}{tail}" for tail in ("", "值", "数", "为", "值为", "是", "应为"))


def _may_be_held(each: Statement, word: re.Match[str], paragraph: Paragraph) -> bool:
    near = paragraph.sentence(word.start()) == each.sentence and each.exact
    return near and each.role in (Role.AMOUNT, Role.RATE) and each.period is not Period.BEFORE


def _alike(one: Statement, other: Statement) -> bool:
    return (
        one.quantity.unit == other.quantity.unit
        and not (one.planned and not other.planned)
        and one.depth == other.depth
    )
