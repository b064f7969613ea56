"""By how much one of two figures is more or less than the other, where the arithmetic shows which two are meant.

工期原定180天，实际165天，缩短15天: whatever the words around them, two figures of the sentence differ by the third,
and one of the two is what was planned, allowed, or was so before.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import pairs_of
from reportgen.statements.changes import ChangeOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.denials import is_denied
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_BASE = re.compile(
    r"""
      (?: 计划|打算|原定|原有?|原先|拟|目标值?|指标值?|任务|规定|标准|要求|限[额价值]|上限|定额|承诺|约定
        | 合同价?|预算数?|概算|批复|编制|控制[数价线]
        | 应[到有为完]?|年初|期初|平均|均值|去年|上年|往年
        | 此前|之前|以前|过去|原来|整治前|改造前|实施前 )
      [^，。；、\d]{0,6} $
    """,
    re.VERBOSE,
)
_BASE_BEHIND = re.compile(
    r"的?[^，。；、\d]{0,6}(?:计划|目标|任务|标准|要求|限[额价值]|上限|定额|预算|概算|控制[数价线]|平均|均值)"
)
_LED = re.compile(r"(?:(?<![占同环])比|[较与跟距离]|(?<![合连])同|对照)(?:[^，。；、\d比较]|20\d\d(?=年)){0,12}$")
_EXPECTED = re.compile(r"预计|预测|估计|将|20\d\d年")
_HAS_COME = re.compile("(?:已经?|实际?)(?:到位|下达|拨付|拨入|安排|批复)")
_NAMED = re.compile(r"[比较与跟距离](?P<name>[^，。；：、（）\d]{1,12})$")
_AIMS = re.compile("计划|目标|任务|标准|要求|规定|预算|概算|批复|控制|限|定额|合同|承诺|约定|指标|编制|应")
_YEARS = re.compile("上|去|前|同期|往|年初|期初")
_TAIL = r"(?:了|出|约|达|近|至少|支出|资金|费用|成本|开支|接待|完成|投入|合计|共|就)*\s*"
_WORDED = re.compile(r"(?:低于|高于|超过|超出?|少于|多于|不足|不到)(?=\d)")
_SHORT, _MARKS = 10, "，。；：（、"


def differences(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such amount of a sentence whose word says the opposite of its two figures."""
    pattern = paragraph.lexicon.pattern("more or less by", more_or_less_by)
    for by in paragraph.statements:
        found = word_before(by, paragraph, pattern)
        if found is None:
            continue
        up = found["more"] is not None
        pairs = [pair for pair in _pairs(by, paragraph) if is_meant(pair[1], by, found.start(), paragraph)]
        if pairs and all((now.quantity.value > base.quantity.value) is not up for now, base in pairs):
            yield turned(by, *pairs[0], up, found)


def more_or_less_by(words: Lexicon) -> str:
    """A word of more or less that an amount follows."""
    more, less = (alternation(words.lists[key]) for key in ("多于的话", "少于的话"))
    verbs = r"[^\W\d_多少]{1,2}(?:了|出)"  # 多栽了2,000株
    return rf"(?:(?P<more>{more}|(?<![至不最很许])多{verbs})|(?P<less>{less}|(?<![至不最很])少{verbs})){_TAIL}$"


def word_before(by: Statement, paragraph: Paragraph, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The word of more or less right before an amount, unless it is denied."""
    if by.quantity.unit == "分" and "扣" in paragraph.text[paragraph.span(by.sentence)[0] : by.start]:
        return None  # 扣1.60分（登记滞后1.00分）: why points were lost
    worded = not by.exact and _WORDED.match(by.text)  # 低于2个百分点, which is read as a bound
    if (
        not (by.exact or worded)
        or by.quantity.value <= 0
        or (by.quantity.kind == "%" and POINTS not in by.quantity.unit)
    ):
        return None
    begin = max(by.start - _SHORT, begin_of(paragraph.text, by.start, _MARKS))
    end = by.start + (worded.end() if worded else 0)
    found = pattern.search(paragraph.text, begin, end)
    if found and paragraph.lexicon.any_of("改建").search(paragraph.text[max(begin, found.start() - 2) : found.start()]):
        return None  # 新建1,600万元、改造提升560万元: what is done, and no change
    return found if found and not is_denied(paragraph.text, found.start()) else None


def _pairs(by: Statement, paragraph: Paragraph) -> Iterator[tuple[Statement, Statement]]:
    """Two figures of the sentence that differ by so much, what there is and what it is held against."""
    near = [each for each in paragraph.statements if _may_differ(each, by, paragraph)]
    apart = _amount(by)
    for at, one in enumerate(near):
        for other in near[at + 1 :]:
            held = [each for each in (one, other) if _is_led(each)]
            held = held or [each for each in (one, other) if each.period is Period.BEFORE]
            held = held or [each for each in (one, other) if is_held_against(each)]
            if len(held) == 1 and abs(one.quantity.value - other.quantity.value) == apart:
                base = held[0]
                yield (other if base is one else one), base


def is_meant(base: Statement, by: Statement, word: int, paragraph: Paragraph) -> bool:
    """复核分92.50分，比自评低1.37分: whether what the clause holds it against by name may be this figure."""
    begin = begin_of(paragraph.text, by.start, _MARKS)
    named = _NAMED.search(paragraph.text, max(begin, base.end if base.end < by.start else 0), word)
    if named is None:
        return True
    if _YEARS.search(named["name"]):
        return base.period is Period.BEFORE or bool(_YEARS.search(base.label))
    aim = _AIMS.search(named["name"])
    return aim[0] in base.label if aim else bool(bigrams(named["name"]) & bigrams(base.label))


def _amount(by: Statement) -> Decimal:
    return by.quantity.number / 100 if POINTS in by.quantity.unit else by.quantity.value


def _may_differ(each: Statement, by: Statement, paragraph: Paragraph) -> bool:
    points = POINTS in by.quantity.unit
    alike = each.quantity.unit == "%" if points else same_things(each.quantity, by.quantity)
    first, second = sorted((each.end, by.end))
    told = each is not by and each.sentence == by.sentence and alike and each.role is not Role.CHANGE
    return told and each.quantity.value > 0 and "；" not in paragraph.text[first:second]


def is_held_against(each: Statement) -> bool:
    """Whether a figure is what was before, was planned or is allowed: what others are held against."""
    text = each.passage.text
    if _HAS_COME.search(each.label) and not _is_led(each):
        return False  # 配套140万元，已到位98万元，还差42万元
    planned = each.planned and not _EXPECTED.search(each.label)
    if each.period is Period.BEFORE or planned or (each.concept in BUDGETS and each.quantity.kind != "%"):
        return True
    if each.quantity.kind == "%" and each.label.endswith("的") and not _is_led(each):
        return False  # 完成年初预算的102.20%
    return bool(_is_led(each) or _BASE.search(each.label) or _BASE_BEHIND.match(text, each.end))


def _is_led(each: Statement) -> bool:
    """比2024年执行数2,166.50万元: the words before a figure hold another against it."""
    return bool(_LED.search(each.passage.text, max(0, each.start - 18), each.start))


def turned(by: Statement, now: Statement, base: Statement, up: bool, found: re.Match[str]) -> Claim:
    """An amount of change whose word says the opposite."""
    right = _("下降") if up else _("增加")
    label = _("写的是「{word}」，应为「{right}」", word=found["more"] or found["less"], right=right)
    note = _("前面是 {first}，后面是 {second}", first=base, second=now)
    return Claim("direction", ChangeOf(by, now, base, up), False, Proof.LIKELY, by, label, (note,))


def bigrams(words: str) -> set[str]:
    """Every two characters of a name that stand together, without those that name nothing."""
    return {pair for pair in pairs_of(words) if pair.isalpha()} - _COMMON


_COMMON = {
    *("上年", "去年", "本年", "今年", "年度", "全年", "同期"),
    *("增加", "减少", "上升", "下降", "支出", "实际", "完成"),
}
