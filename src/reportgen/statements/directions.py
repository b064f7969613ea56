"""Changes whose amount is right and whose direction is not: 86.40万次，比上年上升2.37%（上年88.50万次）.

With them every other finder of words that say more or less than their figures do.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.against_pace import against_pace
from reportgen.statements.against_plans import against_plans
from reportgen.statements.changes import GrowthOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.differences import differences, is_meant
from reportgen.statements.each_of_several import each_of_several
from reportgen.statements.equations import Bounded, finest_place
from reportgen.statements.fractions_told import fractions_told
from reportgen.statements.measured import measured
from reportgen.statements.named_others import named_others
from reportgen.statements.off_target import off_target
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.said_behind import said_behind, series_told
from reportgen.statements.said_first import said_first
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.superlatives import superlatives
from reportgen.statements.trends import trends
from reportgen.statements.two_ways import two_ways
from reportgen.statements.word_of_two import word_of_two
from reportgen.statements.words_of_change import DURATIONS, PACES, last_word_of_change

_BASE = re.compile(r"(?:年初|期初|上年末|原有?|计划|目标|任务|限额|定额|承诺|规定|上半年|上[期次轮]|初评)")
_IS_DUE = re.compile("应[为是]$")
"""核定应为1,060.80万元，核减265.20万元: what it has become."""
_LED = re.compile(r"(?:[比较与跟]|(?<![合连])同)(?:[^，。；、\d比较]|20\d\d(?=年)){0,14}$")
_NEAR, _FEW, _HUNDRED = 4, 2, Decimal(100)


def directions(paragraph: Paragraph, named: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every change whose amount fits the figures beside it only the other way round, and every word that figures deny.

    `named` are the paces and the total scores that the document states.
    """
    scores = [each for each in named if each.quantity.unit == "分"]
    yield from measured(paragraph, scores)
    for change in paragraph.statements:
        if change.role is Role.CHANGE and change.exact and change.quantity.digits > 1 and change.quantity.number > 0:
            yield from _turned(change, paragraph, scores)
    yield from differences(paragraph)
    yield from said_behind(paragraph)
    yield from series_told(paragraph)
    yield from word_of_two(paragraph)
    yield from two_ways(paragraph)
    yield from off_target(paragraph)
    yield from against_plans(paragraph)
    yield from trends(paragraph)
    yield from superlatives(paragraph)
    yield from fractions_told(paragraph)
    yield from each_of_several(paragraph)
    yield from said_first(paragraph)
    yield from against_pace(paragraph, [each for each in named if each.quantity.unit == "%"])
    yield from named_others(paragraph, scores)


def _turned(change: Statement, paragraph: Paragraph, scores: Sequence[Statement]) -> Iterator[Claim]:
    word = last_word_of_change(change.label, paragraph.lexicon)
    if word is None or (word[0] in PACES and change.quantity.unit in DURATIONS):
        return  # 规定48小时，快12小时: less time, which is asked elsewhere
    up = word["up"] is not None
    bases = _bases(change, change.start - len(word[0]), paragraph)
    pairs = [(now, base) for base in bases for now in _nows(change, base, paragraph)]
    told = any(_fits(change, now, base, way) for now, base in pairs for way in (True, False))
    if not told and len({each.quantity.value for each in scores}) == 1:
        alike = [base for base in bases if same_things(base.quantity, scores[0].quantity)]
        pairs = [(scores[0], base) for base in alike]  # 本年度比上年度的93.10分下降1.48分
    if any(_fits(change, now, base, up) for now, base in pairs):
        return
    turned = [(now, base) for now, base in pairs if _fits(change, now, base, not up)]
    if len(turned) == 1:
        now, base = turned[0]
        right = _("下降") if up else _("增加")
        label = _("写的是「{word}」，应为「{right}」", word=word[0], right=right)
        note = _("前面是 {first}，后面是 {second}", first=base, second=now)
        equation = Bounded(base, now) if up else Bounded(now, base)
        yield Claim("direction", equation, False, Proof.LIKELY, change, label, (note,))


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


def _bases(change: Statement, word: int, paragraph: Paragraph) -> Sequence[Statement]:
    """What the change may be held against; its word begins at `word`."""
    near = _near(change, paragraph)
    near = [each for each in near if not is_base(each) or is_meant(each, change, word, paragraph)]
    led = [each for each in near if _is_led(each)]
    return (led or [each for each in near if is_base(each)])[-_NEAR:]


def _is_led(each: Statement) -> bool:
    """比控制价61.00万元: the words before a figure hold another against it."""
    return bool(_LED.search(each.passage.text, max(0, each.start - _NEAR * 4), each.start))


def is_base(each: Statement) -> bool:
    """Whether a figure is what another is held against: of the year before, at its beginning, of a plan or a budget."""
    if each.quantity.kind == "%" and each.label.endswith("的") and each.period is not Period.BEFORE:
        return False  # 为预算的55.08%，序时应到58.33%
    budget = each.concept in BUDGETS and not _IS_DUE.search(each.label)
    return each.period is Period.BEFORE or budget or bool(_BASE.match(each.label))


def _nows(change: Statement, base: Statement, paragraph: Paragraph) -> Sequence[Statement]:
    before = [each for each in _near(change, paragraph) if each.end <= change.start]
    adjusted = base.concept == "年初预算"  # 年初预算788.60万元，全年预算820.60万元，增加4.06%
    near = [each for each in before if not is_base(each) or (adjusted and each.concept == "全年预算")]
    if base.period is Period.BEFORE and not near:
        near = _told_before(change, paragraph)
    if near == [base] and _is_led(base):
        near = [each for each in before if not _is_led(each)]  # 原定6月开标，合同价58.60万元，比控制价61.00万元低
    return [each for each in near if same_things(each.quantity, base.quantity)][-_FEW:]


def _told_before(change: Statement, paragraph: Paragraph) -> list[Statement]:
    """执行率92.66%。上年执行率为94.18%，今年回落1.52个百分点: what there is stands in the sentence before."""
    last = [each for each in paragraph.statements if change.sentence - each.sentence == 1 and each.exact]
    return [each for each in last if each.role is not Role.CHANGE and each.period is not Period.BEFORE]


def _fits(change: Statement, now: Statement, base: Statement, up: bool) -> bool:
    moved = now.quantity.value - base.quantity.value
    if change.quantity.kind == "%" and "百分点" not in change.quantity.unit:
        return (moved > 0) is up and GrowthOf(change, now, None, base, up, finest_place([now, base])).holds
    amount = change.quantity.value if "百分点" not in change.quantity.unit else change.quantity.number / _HUNDRED
    return (moved > 0) is up and abs(moved) == amount
