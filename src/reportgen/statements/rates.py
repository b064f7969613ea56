"""Named rates and the two figures they are made of: 发放问卷500份，收回486份，回收率97.20%.

Which figure is the part is told by the name (佩戴率 is of those who 佩戴), or by the words right before the rate
(占到位资金的, 为全年目标12个的). A rate that fits any two figures near by is tied; one that fits none is wrong only
where the words leave no doubt which two are meant.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Baseless, RatioOf, finest_place
from reportgen.statements.lexicon import Rate
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange
from reportgen.statements.statement import Period, Role, Statement

_NAME = re.compile(
    r"(?P<name>[^\W\d_]{0,14}?(?:率|满意度|进度|比例|比重))(?:[（(][^）)]{0,14}[）)])?(?:为|是|可?达到?了?|约|仅|只有|[:：])*\s*$"
)
_OF_WHOLE = re.compile(r"[）)]?(?:，?合?计)?的\s*$")
"""Between the whole and the rate: 占当年预算1732.20万元的73.13%."""
_LEADS_TO_WHOLE = re.compile(r"(?:占|为|是|达到?|完成了?|相当于|等于|仅及)[^，。；\d]{0,14}[（(]?$")
_OF_NAMED = re.compile(
    r"(?:占|为|是|达到?|完成了?|仅为|相当于|等于)(?P<name>[^，。；：、\d]{2,14}?)(?:数|金额|额|资金)?的\s*$"
)
_SEVERAL = re.compile(r"均|各|分别|平均|以上|不低于|目标")
_GENERAL = "的为是在已和及与中有按每全本年度数人个次率共计实际完成"
_REACH, _NEAR = 1, 6


def rates(paragraph: Paragraph) -> Iterator[Claim]:
    """Every rate that follows from two figures near by, and those that do not follow from the two that they must."""
    for rate in paragraph.statements:
        if (
            rate.quantity.kind == "%"
            and rate.quantity.unit == "%"
            and rate.exact
            and rate.role in (Role.RATE, Role.SHARE)
        ):
            yield from _rate(rate, paragraph)


def _rate(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = _near(rate, paragraph)
    equations = [RatioOf(rate, one, two, _place(one, two, paragraph)) for one, two in _pairs(near)]
    right = [each for each in equations if each.holds and each.part.quantity.value]
    right = _own(rate, right, near, paragraph)
    if right:
        yield Claim("rate", min(right, key=lambda each: rate.start - each.part.end), True)
        return
    meant = _of_whole(rate, near, paragraph) or _of_named(rate, near, paragraph)
    if meant is not None:
        yield from _wrong(meant, Proof.CERTAIN)
    elif rate.role is Role.RATE and not _of_one_among(rate, near, paragraph):
        known = (
            _made_of(rate, near, paragraph) or _adjacent(rate, near, paragraph) or _named_alike(rate, near, paragraph)
        )
        if known is not None:
            yield from _wrong(known, Proof.CERTAIN if _plain(rate, known, near, paragraph) else Proof.LIKELY)
        else:
            yield from _slipped(equations)


def _own(rate: Statement, right: list[RatioOf], near: Sequence[Statement], paragraph: Paragraph) -> list[RatioOf]:
    """Where the sentence states the two figures that its rate is made of, no others do: 100 % is true of many."""
    known = _made_of(rate, near, paragraph) if right and rate.role is Role.RATE else None
    if known is None or known.holds or not _plain(rate, known, near, paragraph):
        return right
    return [each for each in right if each.part.sentence == each.whole.sentence == rate.sentence]


def _place(part: Statement, whole: Statement, paragraph: Paragraph) -> Decimal:
    """How finely the amounts of a paragraph are meant: beside 2.45万元 an amount of 11万元 is 11.00万元."""
    alike = [each for each in paragraph.statements if each.role is Role.AMOUNT and _written(each) == _written(part)]
    return finest_place([part, whole, *alike])


def _written(each: Statement) -> tuple[Decimal, str]:
    return each.quantity.factor, each.quantity.unit


def _pairs(near: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    for one, two in permutations(near, 2):
        if alike(one, two) and two.quantity.value:
            yield one, two


def _near(rate: Statement, paragraph: Paragraph) -> list[Statement]:
    """The amounts before a rate in its sentence and the one before."""
    before = [
        each
        for each in paragraph.statements
        if each.end <= rate.start
        and rate.sentence - each.sentence <= _REACH
        and each.role is Role.AMOUNT
        and each.quantity.kind != "%"
        and (each.period is rate.period or rate.role is Role.SHARE)
    ]
    return before[-_NEAR:]


def _of_whole(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """已执行1266.74万元，占当年预算1732.20万元的73.13%: the whole stands right before the rate, the part before it."""
    text = paragraph.text
    if not near or not _OF_WHOLE.fullmatch(text[near[-1].end : rate.start]):
        return None
    whole = near[-1]
    if not _LEADS_TO_WHOLE.search(text, max(0, whole.start - 20), whole.start):
        return None
    parts = [
        each
        for each in near[:-1]
        if each.sentence == whole.sentence and each.exact and same_things(each.quantity, whole.quantity)
    ]
    parts = [each for each in parts if each.depth <= whole.depth]
    return (
        RatioOf(rate, parts[-1], whole, _place(parts[-1], whole, paragraph))
        if parts and whole.quantity.value and whole.exact
        else None
    )


def _of_named(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """到位842.00万元，实际支出815.60万元，占到位资金的96.86%: the whole is the one figure of that name."""
    found = _OF_NAMED.search(paragraph.text, max(0, rate.start - 24), rate.start)
    if found is None or not near:
        return None
    name = found["name"]
    own = [each for each in near if each.exact and rate.sentence - each.sentence <= _REACH]
    wholes = [each for each in own if _says(each.label, name)]
    if len({each.quantity.value for each in wholes}) != 1:
        return None
    whole = wholes[-1]
    parts = [
        each
        for each in own
        if each is not whole
        and each.sentence == rate.sentence
        and same_things(each.quantity, whole.quantity)
        and not _says(each.label, name)
    ]
    begin = begin_of(paragraph.text, found.start(), "，。；：、（）\n%")
    said = re.sub(r"[\d.,]+[^\W\d_]{0,4}|^(?:其中|则|只|仅)", "", paragraph.text[begin : found.start()]).strip()
    if len(said) > 1:
        parts = [each for each in parts if _says(each.label, said)]
    if not parts or parts[-1].end > found.start() or _between(parts[-1], rate, paragraph):
        return None
    return RatioOf(rate, parts[-1], whole, _place(parts[-1], whole, paragraph)) if whole.quantity.value else None


def _says(label: str, name: str) -> bool:
    return any(name[at : at + 2] in label for at in range(len(name) - 1))


def _between(part: Statement, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether another amount stands between a part and its rate."""
    return any(part.end <= each.start < rate.start and each.role is Role.AMOUNT for each in paragraph.statements)


def _made_of(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """The two figures of the same sentence that the lexicon says the rate is made of."""
    found = _NAME.search(paragraph.text, max(0, rate.start - 20), rate.start)
    words = paragraph.lexicon.rate(found["name"]) if found else None
    if words is None or _SEVERAL.search(paragraph.text, max(0, rate.start - 8), rate.start):
        return None
    own = [each for each in near if each.sentence == rate.sentence and each.exact and each.depth <= rate.depth]
    if not own:  # 发出500份，收回486份。回收率97.20%
        own = [each for each in near if each.exact and each.depth <= rate.depth and rate.sentence - each.sentence == 1]
    if own and words.part.search(own[-1].label) and not any(words.whole.search(each.label) for each in own):
        own = [*_earlier(own[-1], words.whole, paragraph), own[-1]]
    if own and "；" in paragraph.text[own[-1].end : rate.start]:
        return None
    if not own or not (words.part.search(own[-1].label) or words.whole.search(own[-1].label)):
        return None  # the figure right before it is of something else
    part = next((each for each in reversed(own) if _is_part(each.label, words)), None)
    wholes = [each for each in reversed(own) if each is not part and words.whole.search(each.label)]
    if part is None or not wholes or not same_things(part.quantity, wholes[0].quantity) or not wholes[0].quantity.value:
        return None
    if "；" in paragraph.text[min(part.end, wholes[0].end) : rate.start] and part.sentence == wholes[0].sentence:
        return None
    return RatioOf(rate, part, wholes[0], _place(part, wholes[0], paragraph))


def _earlier(part: Statement, whole: re.Pattern[str], paragraph: Paragraph) -> list[Statement]:
    """The one whole of the sentences before: 受理1860件。……已办结1823件，办结率98.01%."""
    found = [
        each
        for each in paragraph.statements
        if each.end <= part.start
        and each.exact
        and each.role is Role.AMOUNT
        and each.period is part.period
        and each.depth <= part.depth
        and same_things(each.quantity, part.quantity)
        and whole.search(each.label)
    ]
    return found if len({each.quantity.value for each in found}) == 1 else []


def _is_part(label: str, words: Rate) -> bool:
    """Whether the last word says so: 满意度调查发放问卷 are not those who are satisfied."""
    ends = [max((each.end() for each in pattern.finditer(label)), default=0) for pattern in (words.part, words.whole)]
    return ends[0] > ends[1]


def _of_one_among(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> bool:
    """支出190万元，其中展品维护支出率92%: the figures before it are not those of the rate."""
    return bool(near) and "其中" in paragraph.text[near[-1].end : rate.start]


_OF_TWO = re.compile(
    r"(?:预算|资金|计划|任务|目标)?(?:执行|支付|支出|完成|使用|控制|达成|兑现|进度|到位|回收|开放|使用|完工|办结)(?:率|进度|比例)?(?:为|是|达|约)?$"
)


def _adjacent(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """安排330.00万元，用去318.20万元，执行率96.42%: two amounts and their rate, one behind the other."""
    clause = paragraph.text[begin_of(paragraph.text, rate.start, "，。；：、（）\n") : rate.start].strip()
    own = [each for each in near if each.sentence == rate.sentence and each.exact and each.depth == rate.depth]
    if (
        len(own) < 2
        or not _OF_TWO.fullmatch(clause)
        or not alike(own[-1], own[-2])
        or own[-1].end > rate.start - len(clause)
    ):
        return None
    between = paragraph.text[own[-2].end : rate.start]
    half = begin_of(paragraph.text, rate.start, "；。\n")
    others = [each for each in own[:-2] if each.start >= half and same_things(each.quantity, own[-1].quantity)]
    if all(each.concept in _BUDGETS for each in own[-2:]):
        return None  # 年初预算310万元，调整后预算320万元
    if (
        others
        or re.search("[；。]|其中|比|较|差", between)
        or between.count("，") > 2
        or not own[-1].quantity.value
        or not own[-2].quantity.value
    ):
        return None
    first, second = own[-2:]
    ways = [
        RatioOf(rate, second, first, _place(second, first, paragraph)),
        RatioOf(rate, first, second, _place(first, second, paragraph)),
    ]
    return min(ways, key=lambda way: abs((way.exact or Decimal(0)) - rate.quantity.value))


def _named_alike(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """佩戴头盔408人，佩戴率81.60%: the part shares a word with the name of the rate, and stands right before it."""
    found = _NAME.search(paragraph.text, max(0, rate.start - 20), rate.start)
    own = [each for each in near if each.sentence == rate.sentence and each.exact and each.depth <= rate.depth]
    if found is None or len(own) < 2 or _SEVERAL.search(paragraph.text, max(0, rate.start - 8), rate.start):
        return None
    name = set(found["name"].removesuffix("率")) - set(_GENERAL)
    part = own[-1]
    said = paragraph.text[own[-2].end : part.start] + paragraph.text[part.end : found.start()]
    if (
        paragraph.lexicon.rate(found["name"])
        or len(name & set(said)) < min(2, len(name))
        or not name
        or paragraph.text.count("，", part.end, rate.start) > 1
    ):
        return None
    whole = own[-2]
    if "；" in paragraph.text[whole.end : rate.start]:
        return None
    if not alike(part, whole) or not whole.quantity.value or re.search("优|良", found["name"]):
        return None
    return RatioOf(rate, part, whole, _place(part, whole, paragraph))


def alike(part: Statement, whole: Statement) -> bool:
    """Whether one may be counted among the other: the same things, or people in post among posts."""
    posts = whole.concept == "编制" and part.concept == "在编"
    return same_things(part.quantity, whole.quantity) or posts


def _plain(rate: Statement, known: RatioOf, near: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether the two are the last two of their kind before the rate, and nothing comes between."""
    alike = [each for each in near if same_things(each.quantity, known.part.quantity)]
    last = max(known.part.end, known.whole.end)
    between = paragraph.text[last : rate.start]
    return {*alike[-2:]} == {known.part, known.whole} and "其中" not in between and not rate.planned


def _slipped(equations: Sequence[RatioOf]) -> Iterator[Claim]:
    """Of the last two figures: what an exchange of two digits would put right."""
    for each in equations[-2:]:
        slip = next((m for m in each.members if (due := each.due(m)) and is_exchange(m.quantity, due)), None)
        if slip is not None and each.exact is not None and each.exact <= 1:
            yield from _wrong(each, Proof.LIKELY)
            return


def _wrong(equation: RatioOf, proof: Proof) -> Iterator[Claim]:
    exact = equation.exact or Decimal(0)
    rate = equation.rate
    due = percent(exact, rate.quantity.decimals)
    note = _("{part} ÷ {whole} = {due}，写的是 {rate}", part=equation.part, whole=equation.whole, due=due, rate=rate)
    yield Claim("rate", equation, False, proof, rate, _("应为 {due}", due=due), (note,))


def without_base(paragraph: Paragraph) -> Iterator[Claim]:
    """上年无此项支出，同比增长100%; 年初未安排预算，完成率为100%: a rate of nothing."""
    for rate in paragraph.statements:
        if rate.quantity.unit != "%" or rate.role is Role.SHARE or not rate.quantity.number:
            continue
        start = paragraph.span(max(0, rate.sentence - 1))[0] if rate.sentence else 0
        found = next(reversed(list(_NOTHING.finditer(paragraph.text, start, rate.start))), None)
        if found is None or not _RELATIVE.search(paragraph.text, max(0, rate.start - 16), rate.start):
            continue
        since = [each for each in paragraph.statements if found.end() <= each.start < rate.start]
        amounts = [each for each in since if each.quantity.number and each.role is Role.AMOUNT]
        based = [
            each
            for each in amounts
            if each.concept in _BUDGETS or each.period is Period.BEFORE or _BASED.search(each.label)
        ]
        if not based and len(amounts) < 2 + (rate.sentence == paragraph.sentence(found.start())):
            yield Claim("no_base", Baseless(rate), False, Proof.CERTAIN, rate, _("基数为 0，算不出比率"))


_BUDGETS = ("年初预算", "全年预算", "预算")
_NOTHING = re.compile(
    r"(?:上年|去年|年初|预算|基数)[^，。；]{0,14}?(?:(?<![\d.])0(?:\.0+)?(?:万元|元)?(?![\d.])|为零|未安排|无此|没有(?!超)|未形成|未发生|无支出)"
)
_BASED = re.compile(r"按|以|对|追加|由|从|调整|全年")
_RELATIVE = re.compile(r"增长|下降|变动率|增减率|同比|完成|执行率|支出率|支付率|[比较]上年|[比较]年初")
