"""Rates of the two figures that stand right before them, where no list of words says what they are made of."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Interval, round_half_up
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_ways import is_denied
from reportgen.statements.rate_wholes import alike, place_of
from reportgen.statements.slips import is_exchange
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Period, Role, Statement

NAME = re.compile(
    r"(?P<name>[^\W\d_]{0,14}?(?:率|[盖成标益广及]面|满意度|进度|比例|比重))(?:[（(][^）)]{0,14}[）)])?(?:为|是|可?达到?了?|约|仅|只有|[:：])*\s*$"
)
_SEVERAL = re.compile(r"均|各|分别|平均|以上|不低于|目标")
GENERAL = "的为是在已和及与中有按每全本年度数人个次率共计实际完成"
"""Characters of which the name of a rate says nothing."""
_WITHIN = ("内", "以内", "之内")
_PAIR, _BACK, _NEAR, _LITTLE_MORE = 2, 20, Decimal("0.12"), Decimal("1.5")
_LEFT = re.compile("结余|结转|剩余|余额|节余|未支出")
"""支出946万元，结余95万元，执行率90.81%: neither is the whole."""
_BESIDE = ("、", "和", "及", "与")
"""Between two figures of one list, of which neither is the whole."""
_APART = re.compile(
    r"""
      [；。] | 合计|共计|总计 | 另|余             # 合计登记604户
    | [比较差超] | [高低多少]于 | 上年           # 比上年多12件
    | 新增|增[加至到长] | 减[少至到] | 达到|提高|升至|降至  # 增至604户
    """,
    re.VERBOSE,
)
"""Between two figures of which neither is the whole of the other."""
_PARTED = re.compile(
    r"""
      [；。] | 其中 | [比较差超] | [高低多少]于                     # 比计划的
    | [增减加少扩升降提压缩]至 | [增减加少高低升降大小展缩]到          # 增至, 提高到
    """,
    re.VERBOSE,
)
"""Between two figures and their rate, where they do not belong together."""
_OF_TWO = re.compile(
    r"(?:预算|资金|计划|任务|目标)?(?:执行|支付|支出|完成|使用|控制|达成|兑现|进度|到位|回收|开放|完工|办结)(?:率|进度|比例)?(?:为|是|达|约)?$"
)

_DENIED = re.compile(r"(?:其中)?(?:尚)?[未不](?P<what>[^\W\d]{1,6}?)的?$")
_OF_PLAN = re.compile(r"[^，。；、\d]{2,6}(?:完成|执行|到位|实施|开展|使用)(?:率|比例)(?:为|是|达|约)?")
"""计划购置25台，实际到货24台，采购完成率96.00%: of what was planned, whatever it is."""


def name_of(rate: Statement, paragraph: Paragraph) -> re.Match[str] | None:
    """What a rate is called right before it, with the words that lead to it: 准确率为."""
    return NAME.search(paragraph.text, max(0, rate.start - _BACK), rate.start)


def adjacent(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """安排330.00万元，用去318.20万元，执行率96.42%: two amounts and their rate, one behind the other."""
    clause = paragraph.text[begin_of(paragraph.text, rate.start, "，。；：、（）\n") : rate.start].strip()
    own = [each for each in _own(rate, near) if each.depth == rate.depth]
    if (
        len(own) < 2
        or not (_OF_TWO.fullmatch(clause) or (_OF_PLAN.fullmatch(clause) and own[-2].planned and not own[-1].planned))
        or not alike(own[-1], own[-2])
        or own[-1].end > rate.start - len(clause)
    ):
        return None
    between = paragraph.text[own[-2].end : rate.start]
    half = begin_of(paragraph.text, rate.start, "；。\n")
    others = [each for each in own[:-2] if each.start >= half and same_things(each.quantity, own[-1].quantity)]
    if len({stage_of(each.concept) or each for each in own[-2:]}) == 1:
        return None  # 年初预算310万元，调整后预算320万元; 10月至12月支出114万元，全年支出456万元
    if (
        others
        or paragraph.text.startswith(_BESIDE, own[-2].end)
        or any(_LEFT.search(each.label) for each in own[-2:])
        or _PARTED.search(between)
        or between.count("，") > 2
        or not own[-1].quantity.value
        or not own[-2].quantity.value
    ):
        return None
    first, second = own[-2:]
    ways = [
        RatioOf(rate, second, first, place_of(second, first, paragraph)),
        RatioOf(rate, first, second, place_of(first, second, paragraph)),
    ]
    return min(ways, key=lambda way: abs((way.exact or Decimal(0)) - rate.quantity.value))


def _own(rate: Statement, near: Sequence[Statement]) -> list[Statement]:
    """The figures of its sentence, without those that say how soon: 报修2,460件，24小时内修好2,398件，修复率97.48%."""
    own = [each for each in near if each.sentence == rate.sentence and each.exact]
    return [each for each in own if not each.passage.text.startswith(_WITHIN, each.end)]


def _nearly(rate: Statement, part: Statement, whole: Statement) -> bool:
    """Whether a rate is nearly that of two figures, or would be but for two digits: then less of a name will do."""
    if not whole.quantity.value or part.quantity.value > whole.quantity.value:
        return False
    exact = part.quantity.value / whole.quantity.value
    point = round_half_up(exact * 100, rate.quantity.decimals) / 100
    return abs(exact - rate.quantity.value) <= exact * _NEAR or is_exchange(rate.quantity, Interval(point, point))


def two_before(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """图书加工抽检2,000册，著录无误1,974册，准确率98.70%: a rate that nothing else explains, behind two figures.

    Of 疾病筛查4,275名，筛查率98.78%；听力筛查4,297名，筛查率99.28% the whole stands before both.
    """
    found = name_of(rate, paragraph)
    own = [each for each in _own(rate, near) if each.depth == rate.depth]
    if found is None or len(own) < _PAIR or not alike(own[-1], own[-2]):
        return None
    last, own = own[-1], _but_for_denied(own)
    part = own[-1]
    known = paragraph.lexicon.rate(found["name"])
    if known is not None and not known.part.search(part.label):
        return None  # 发放问卷800份，收回776份，满意率95%: those who are satisfied are not stated
    larger = {each.quantity.value: each for each in own[:-1] if each.quantity.value >= part.quantity.value}
    whole = next(iter(larger.values())) if len(larger) == 1 else own[-2]
    between = paragraph.text[whole.end : part.start], paragraph.text[last.end : rate.start]
    others = [each for each in paragraph.statements if whole.end <= each.start < rate.start]
    others = [each for each in others if each is not part and each is not last]
    far = any(each.period is not Period.BEFORE and each not in own for each in others if each.role is Role.AMOUNT)
    plain = between[1].startswith("，") and between[1].count("，") == 1 and "其中" not in between[1]
    graded = part is not last and whole is not own[-2]  # 60家，优秀9家、合格44家、不合格7家: what grades tell
    if far or graded or not plain or any(each.start > part.end for each in others) or not whole.quantity.value:
        return None
    halves = whole.quantity.value < part.quantity.value and "；" in between[0]
    if halves or between[0].startswith(_BESIDE) or _APART.search(between[1] if others else "".join(between)):
        return None
    named = set(found["name"].removesuffix("率")) - set(GENERAL)
    named &= set(part.label if others else between[0])
    more = whole.quantity.value < part.quantity.value < whole.quantity.value * _LITTLE_MORE and rate.quantity.value < 1
    meant = named or (not others and (more or _nearly(rate, part, whole)))
    otherwise = _has_its_share(whole, paragraph) or is_of_both(rate, part, whole)
    if not meant or otherwise or paragraph.text.startswith("（", rate.end):
        return None
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph))


def _has_its_share(whole: Statement, paragraph: Paragraph) -> bool:
    """大专以上1,701人，占94.9%；持证986人，持证率55%: a part itself."""
    behind = next((each for each in paragraph.statements if each.start >= whole.end), None)
    return behind is not None and behind.role is Role.SHARE and behind.start - whole.end <= _PAIR


def is_of_both(rate: Statement, part: Statement, whole: Statement) -> bool:
    """收入486.30万元，未收32.15万元，欠费率6.2%: of the two together."""
    together = part.quantity.value / (part.quantity.value + whole.quantity.value)
    return abs(together - rate.quantity.value) <= rate.quantity.half_place


def _but_for_denied(own: list[Statement]) -> list[Statement]:
    """抽查120户，符合条件114户，不符合6户，准确率95.0%: without what is not so, behind what is."""
    if len(own) <= _PAIR:
        return own
    found = _DENIED.match(own[-1].label)
    return own[:-1] if found and found["what"] in own[-_PAIR].label else own


def named_alike(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """佩戴头盔408人，佩戴率81.60%: the part shares a word with the name of the rate, and stands right before it."""
    found = name_of(rate, paragraph)
    own = [each for each in _own(rate, near) if each.depth <= rate.depth]
    if found is None or len(own) < 2 or is_of_several(rate):
        return None
    name = set(found["name"].removesuffix("率")) - set(GENERAL)
    last, own = own[-1], _but_for_denied(own)
    part = own[-1]
    said = paragraph.text[own[-2].end : part.start] + paragraph.text[part.end : found.start()]
    shared = len(name & set(said))
    if (
        paragraph.lexicon.rate(found["name"])
        or shared < min(2, len(name)) - int(_nearly(rate, part, own[-2]))
        or not shared
        or not name
        or paragraph.text.count("，", last.end, rate.start) > 1
    ):
        return None
    whole = own[-2]
    if "；" in paragraph.text[whole.end : rate.start] or paragraph.text.startswith(_BESIDE, whole.end):
        return None
    before = own[-3].end if len(own) > _PAIR else paragraph.span(rate.sentence)[0]
    denied = is_denied(paragraph.text[whole.end : part.start], re.compile("|".join(map(re.escape, name))))
    if denied or name <= set(paragraph.text[before : whole.start]):
        return None  # 部分采纳21条，未采纳17条，采纳率87.5%
    if not alike(part, whole) or not whole.quantity.value or re.search("优|良", found["name"]):
        return None
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph))


def is_of_several(rate: Statement) -> bool:
    """Whether the words right before a rate say that it is of several things together."""
    return bool(_SEVERAL.search(rate.passage.text, max(0, rate.start - 8), rate.start))
