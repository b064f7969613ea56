"""Rates whose part and whole the words before them name."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import has_a_pair_of, pairs_of
from reportgen.statements.equations import RatioOf
from reportgen.statements.lexicon import Rate
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_ways import is_denied
from reportgen.statements.round_shares import ROUNDLY
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Role, Statement

_OF_WHOLE = re.compile(
    rf"[）)]?(?:，?合?计)?[^，。；、：\d（）]{{0,12}}?的(?:比例|比重)?(?:为|是|约|达到?)*\s*(?:{ROUNDLY})?$"
)
"""Between the whole and the rate: 占当年预算1732.20万元的73.13%, 占50名专业技术人员的92%."""
_LEADS_TO_WHOLE = re.compile(r"(?:占|为|是|达到?|完成了?|相当于|等于|仅及)[^，。；\d]{0,14}[（(]?$")
_OF_NAMED = re.compile(
    r"(?:占|为|是|达到?|完成了?|仅为|相当于|等于)(?P<full>(?P<name>[^，。；：、\d]{2,14}?)(?:数|金额|额|资金)?)的\s*$"
)
_RATE = re.compile(r"率[^，。；、\d]{0,8}(?:20\d{2}年[^，。；、\d]{0,2})?$")
_AMONG = re.compile(r"[^，。；：、\d]{0,8}中(?!级|型|等|学|小|央|标|心)[^，。；：、\d]{1,12}$")
_EACH = re.compile("各[^，。；：、\\d]{0,4}$")
_NEXT_RATE = re.compile("，[^，。；：、\\d]{1,10}")
_REACH, _PAIR = 1, 2
_IS_BASE = re.compile(
    r"(?:全年|年度?|年初|调整后?的?|核定|下达|原|总|当年|其|本年)*(?:预算|计划|任务|目标|指标|应[^\W\d]{1,3})[数额值]?(?:为|是|共)?"
)
"""完成年初预算的50.9%（预算39000万元）: what stands in the bracket behind a rate is what it is of."""
_BEHIND, _BARE = re.compile(r"[^，。；：、（(\d]{0,10}"), re.compile("(?:其中|仅|只)?有?")


def place_of(part: Statement, whole: Statement, paragraph: Paragraph) -> Decimal:
    """How finely the amounts of a paragraph are meant: beside 2.45万元 an amount of 11万元 is 11.00万元."""
    alike = paragraph.finest_places.get((part.quantity.factor, part.quantity.unit))
    own = [each.quantity.half_place for each in (part, whole) if each.quantity.number]
    return min([*own, *([alike] if alike is not None else [])], default=Decimal(0))


def by_the_words(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """The two figures of which the words around a rate say that it is made."""
    named = in_bracket(rate, paragraph) or of_whole(rate, near, paragraph) or of_named(rate, near, paragraph)
    return named or of_each(rate, paragraph)


def of_whole(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """已执行1266.74万元，占当年预算1732.20万元的73.13%: the whole stands right before the rate, the part before it."""
    text = paragraph.text
    if not near or not _OF_WHOLE.fullmatch(text[near[-1].end : rate.start]):
        return None
    whole = near[-1]
    if not _LEADS_TO_WHOLE.search(text, max(0, whole.start - 20), whole.start):
        return None
    parts = [
        each
        for each in paragraph.statements
        if each.end <= whole.start
        and each.sentence == whole.sentence
        and each.exact
        and each.role in (Role.AMOUNT, Role.CHANGE)  # 亩均增收1,386元，达到目标值1,500元的92.40%
        and alike(each, whole)
        and each.depth <= whole.depth
    ]
    return (
        RatioOf(rate, parts[-1], whole, place_of(parts[-1], whole, paragraph))
        if parts and whole.quantity.value and whole.exact
        else None
    )


def of_named(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """到位842.00万元，实际支出815.60万元，占到位资金的96.86%: the whole is the one figure of that name."""
    found = _OF_NAMED.search(paragraph.text, max(0, rate.start - 24), rate.start)
    if found is None or not near or "分别" in found[0] or "分别" in paragraph.text[found.start() - 3 : found.start()]:
        return None
    name = found["name"]
    own = [each for each in near if each.exact and rate.sentence - each.sentence <= _REACH]
    wholes = [each for each in own if _is_named(each, name)]
    several = len({each.quantity.value for each in wholes}) > 1
    wholes = _nearest_in_name(wholes, found["full"]) if several else wholes
    if len({each.quantity.value for each in wholes}) != 1:
        return None
    whole = wholes[-1]
    if not found[0].startswith("占") and whole.start < list_of_items(rate, paragraph):
        return None
    parts = [
        each
        for each in own
        if each is not whole
        and each.sentence == rate.sentence
        and each.period is rate.period
        and same_things(each.quantity, whole.quantity)
        and not (each in wholes if several else has_a_pair_of(name, each.label))
    ]
    begin = begin_of(paragraph.text, found.start(), "，。；：、（）\n%")
    said = re.sub(r"[\d.,]+[^\W\d_]{0,4}|^(?:其中|则|只|仅)", "", paragraph.text[begin : found.start()]).strip()
    if len(said) > 1:
        parts = [each for each in parts if has_a_pair_of(said, each.label)]
    if not parts or parts[-1].end > found.start() or _between(parts[-1], rate, paragraph):
        return None
    if several and parts[-1].quantity.value <= whole.quantity.value:
        return None  # which share it is, `shares` says
    return RatioOf(rate, parts[-1], whole, place_of(parts[-1], whole, paragraph)) if whole.quantity.value else None


def list_of_items(rate: Statement, paragraph: Paragraph) -> int:
    """Where the list begins whose items semicolons part and that a rate stands in; 0 where there is none.

    预算14.00万元，……其中：接待费支出2.75万元，完成预算的62.5%；车辆……: of a budget of its own, which nobody told.
    """
    start, end = paragraph.span(rate.sentence)
    opened = paragraph.text.rfind("其中", start, rate.start)
    return opened if opened >= 0 and "；" in paragraph.text[opened:end] else 0


def in_bracket(rate: Statement, paragraph: Paragraph) -> RatioOf | None:
    """合格率96.37%（参训468人，451人合格）: the two figures of the bracket right behind a rate; or its base."""
    if base := base_behind(rate, paragraph):
        return _of_base_behind(rate, base, paragraph)
    named = _RATE.search(paragraph.text, max(0, rate.start - 16), rate.start)
    inside = _bracket_behind(rate, paragraph)
    if not named or len(inside) != _PAIR or not alike(*inside) or rate.role is not Role.RATE:
        return None
    part, whole = sorted(inside, key=lambda each: each.quantity.value)
    plain = all(each.role is Role.AMOUNT and each.exact and each.quantity.unit for each in inside)
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph)) if plain and whole.quantity.value else None


def base_behind(rate: Statement, paragraph: Paragraph) -> Statement | None:
    """What the bracket right behind a rate says that it is of: 完成年初预算的50.9%（预算39000万元）."""
    inside = _bracket_behind(rate, paragraph)
    return inside[0] if len(inside) == 1 and inside[0].exact and _IS_BASE.fullmatch(inside[0].label) else None


def _bracket_behind(rate: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures of the bracket right behind a rate."""
    if not paragraph.text.startswith(("（", "("), rate.end):
        return []
    inside = [each for each in paragraph.statements if each.start > rate.end and each.depth == rate.depth + 1]
    return [each for each in inside if not _closed(paragraph.text, rate.end, each.start)]


def _of_base_behind(rate: Statement, whole: Statement, paragraph: Paragraph) -> RatioOf | None:
    """地税完成19840万元，完成年初预算的50.9%（预算39000万元）: the figure before, of the one behind."""
    part = paragraph.before(rate)
    if part is None or part.role is not Role.AMOUNT or not part.exact:
        return None
    told = part.sentence == rate.sentence and part.depth == rate.depth and alike(part, whole) and whole.quantity.value
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph)) if told else None


def of_each(rate: Statement, paragraph: Paragraph) -> RatioOf | None:
    """昼间、夜间各30点次。昼间达标29点次，达标率96.67%；夜间达标26点次，达标率86.67%: of so many each, as one rate
    of the sentence is."""
    if "各" not in paragraph.text[: rate.start]:
        return None
    wholes = [each for each in paragraph.statements if each.role is Role.EACH and _EACH.search(each.label)]
    wholes = [each for each in wholes if each.end <= rate.start and rate.sentence - each.sentence <= _REACH]
    if not wholes or not wholes[-1].quantity.value:
        return None
    made = [each for one in paragraph.statements if (each := _right_behind(one, wholes[-1], paragraph))]
    made = [each for each in made if each.rate.sentence == rate.sentence]
    return next((each for each in made if each.rate is rate), None) if any(each.holds for each in made) else None


def _right_behind(rate: Statement, whole: Statement, paragraph: Paragraph) -> RatioOf | None:
    """A rate with the figure right before it: 昼间达标29点次，达标率96.67%."""
    part = paragraph.before(rate) if rate.role is Role.RATE and rate.quantity.unit == "%" else None
    near = part is not None and _NEXT_RATE.fullmatch(paragraph.text, part.end, rate.start)
    if part is None or not near or part.role is not Role.AMOUNT or not alike(part, whole) or not part.exact:
        return None
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph))


def _closed(text: str, start: int, end: int) -> bool:
    return "）" in text[start:end] or ")" in text[start:end]


def among(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """12个村中一次验收合格11个: the figure right before, of which the part is said to be one of."""
    before = next((each for each in reversed(own) if each.end <= part.start), None)
    if before is None or not alike(part, before):
        return None
    return before if _AMONG.match(paragraph.text[before.end : part.start]) else None


def named_behind(
    own: Sequence[Statement], words: Rate, paragraph: Paragraph
) -> tuple[Statement, Statement, bool] | None:
    """发出调查表600份，有552份表示满意，满意度92.0%: what the part is stands behind it.

    The part, its whole, and whether what it is is denied.
    """
    part = own[-1]
    behind = "".join(_BEHIND.findall(paragraph.text, part.end)[:1])
    wholes = [each for each in own[:-1] if words.whole.search(each.label)]
    if _BARE.fullmatch(part.label) is None or not words.part.search(behind) or len(wholes) != 1 or len(own) != _PAIR:
        return None
    return part, wholes[0], is_denied(behind, words.part)


def _nearest_in_name(named: Sequence[Statement], name: str) -> list[Statement]:
    """占授予中小企业合同金额的61.05%: beside 授予小微企业合同金额 the one whose label has most of the name."""
    shared = [sum(pair in each.label for pair in pairs_of(name)) for each in named]
    least = max(_PAIR, len(name) - _PAIR)  # all of its pairs of characters but one
    return [each for each, count in zip(named, shared, strict=True) if count == max(shared) >= least]


def _is_named(each: Statement, name: str) -> bool:
    """Whether a figure goes by a name: 一般公共预算收入 is no budget, 分别为 names the first of several."""
    budget = name.removesuffix("数").endswith("预算")
    return has_a_pair_of(name, each.label) and "分别" not in each.label and (not budget or each.concept in BUDGETS)


def _between(part: Statement, rate: Statement, paragraph: Paragraph) -> bool:
    """Whether another amount stands between a part and its rate."""
    return any(part.end <= each.start < rate.start and each.role is Role.AMOUNT for each in paragraph.statements)


def alike(part: Statement, whole: Statement) -> bool:
    """Whether one may be counted among the other: the same things, or people in post among posts; 1,200吨/日 is none of
    414,900吨."""
    posts = whole.concept == "编制" and part.concept == "在编"
    per = [each.passage.text[each.end : each.end + 1] == "/" for each in (part, whole)]
    return (same_things(part.quantity, whole.quantity) or posts) and per[0] is per[1]
