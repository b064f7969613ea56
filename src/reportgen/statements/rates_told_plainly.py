"""Rates that nothing else explains, where the build of their sentence tells the two figures: 88.24%（17人中15人）,
在编51人，其中卫生技术人员44人（占86.27%）, 前两项合计133份，满意度94.33%, 抽查60个，有3个松动，合格率95.00%."""

from collections.abc import Callable, Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.member_slips import is_nearly_right
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import name_of
from reportgen.statements.rate_ways import RestOf, has_another_way
from reportgen.statements.rate_wholes import alike, place_of
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.stages import BUDGETS
from reportgen.statements.statement import Period, Role, Statement

_AMONG_BEHIND = re.compile(r"[^，。；、\d（）]{0,4}(?:中|里|里面|当中)[^，。；、\d（）]{0,8}")
"""（17人中15人）: between the two."""
_BEFORE_BRACKET = re.compile(r"\s*[（(](?:占比?|占其|为|约)?\s*")
"""44人（占86.27%）: between a figure and its rate."""
_OF_WHICH = re.compile(r"[，,]?(?:其中|里面|当中)[^，。；、：\d]{0,14}")
"""在编51人，其中技术人员44人: between the two."""
_TOGETHER = re.compile(r"合计|[前以上这头][两二三](?:项|样|类|档|者)|[两二三][项样档者]")
"""前两项合计133份, 头两档, 三者."""
_SAMPLED = re.compile(r"抽查|抽检|抽样|抽取|检查|检测|巡查|核查|检验|随机")
_SOUND = re.compile(r"(?:合格|完好|正常|准确|正确|达标|优良|规范)率$")
_FAULT = re.compile(r"(?:仅|只|其中)?(?:有|发现)")
_FAULTY = re.compile(r"[^，。；\d]{0,8}?[错松坏损破漏缺裂偏不未超失脱瑕]")
"""有3个松动, 发现2处螺丝缺失: before the figure, and behind it."""
_GOT = re.compile(r"(?:里面?|已经?|实际)?(?:到位?|收回?|完成|拨付?|兑付|领取|支付)了?")
"""70.00万元到了63.00万元, 实际拨付: between what was due and what came."""
_SAME = re.compile(r"(?:与|和)(?:决算|支出|执行)[数额]?(?:均为|都是|都为|相等[，,]均为|一致[，,]均为)$")
"""预算与决算均为192.46万元."""
_LAST_YEARS = re.compile(r"(?:上年|去年|上届|上一年|上期)度?的?$")
"""低于上年的45.45%."""
_DONE = re.compile(r"^[，,]?(?:完成率?|执行率|完成预算的?|完成年初预算的?)(?:为|了)?$")
"""192.46万元，完成100.00%: between the figure and its rate."""
_FEW, _LED, _LONG_VERB, _BACK = 2, 8, 4, 60
_Way = RatioOf | None


def told_plainly(rate: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """What the sentence says a rate is made of, where no other figures near by make it."""
    for way in _WAYS:
        made = way(rate, paragraph)
        if made is None or not made.whole.quantity.value:
            continue
        if made.holds:
            yield Claim("rate", made, True)
        elif is_nearly_right(made) and not has_another_way(rate, paragraph):
            yield wrong_ratio("rate", made, Proof.LIKELY)
        return


def _of(rate: Statement, part: Statement, whole: Statement, paragraph: Paragraph) -> _Way:
    if not alike(part, whole) or not (part.exact and whole.exact):
        return None
    return RatioOf(rate, part, whole, place_of(part, whole, paragraph))


def _near(rate: Statement, paragraph: Paragraph) -> list[Statement]:
    """The amounts before a rate in its sentence, the nearest last."""
    return [
        each
        for each in paragraph.statements
        if each.end <= rate.start and each.sentence == rate.sentence and each.role is Role.AMOUNT
        if each.quantity.kind != "%" and each.exact
    ]


def _in_bracket_behind(rate: Statement, paragraph: Paragraph) -> _Way:
    """88.24%（17人中15人）."""
    if not paragraph.text.startswith(("（", "("), rate.end):
        return None
    inside = [each for each in paragraph.statements if each.start > rate.end][:_FEW]
    if len(inside) < _FEW or inside[0].depth != rate.depth + 1 or inside[1].depth != rate.depth + 1:
        return None
    led = len(paragraph.text[rate.end + 1 : inside[0].start]) <= _LED and paragraph.text[inside[1].end] in "）)"
    told = led and _AMONG_BEHIND.fullmatch(paragraph.text, inside[0].end, inside[1].start)
    return _of(rate, inside[1], inside[0], paragraph) if told else None


def _of_which(rate: Statement, paragraph: Paragraph) -> _Way:
    """在编51人，其中卫生技术人员44人（占86.27%）: of the figure right before 其中."""
    near = _near(rate, paragraph)
    if len(near) < _FEW or rate.depth != near[-1].depth + 1 or near[-2].depth != near[-1].depth:
        return None
    part, whole = near[-1], near[-2]
    bracket = _BEFORE_BRACKET.fullmatch(paragraph.text, part.end, rate.start)
    told = bracket and _OF_WHICH.fullmatch(paragraph.text, whole.end, part.start)
    return _of(rate, part, whole, paragraph) if told else None


def _of_what_came(rate: Statement, paragraph: Paragraph) -> _Way:
    """县级70.00万元到了63.00万元（90.00%）: what was due and what came, with nothing else between."""
    near = _near(rate, paragraph)
    if len(near) < _FEW or rate.depth != near[-1].depth + 1:
        return None
    bracket = _BEFORE_BRACKET.fullmatch(paragraph.text, near[-1].end, rate.start)
    came = _GOT.fullmatch(paragraph.text, near[-2].end, near[-1].start)
    return _of(rate, near[-1], near[-2], paragraph) if bracket and came else None


def _of_the_good(rate: Statement, paragraph: Paragraph) -> _Way:
    """有效141份。……前两项合计133份，满意度94.33%: the grades that count as good, of the sheets that count."""
    found = name_of(rate, paragraph)
    near = _near(rate, paragraph)
    if found is None or "满意" not in found["name"] or not near or not _TOGETHER.search(near[-1].label):
        return None
    sheets = [each for each in paragraph.amounts if each.end <= near[-1].start and each.exact]
    sheets = [each for each in sheets if same_things(each.quantity, near[-1].quantity)]
    for word in ("有效", "收回", "回收"):
        if named := [each for each in sheets if word in each.label and "无效" not in each.label]:
            return _of(rate, near[-1], named[-1], paragraph)
    return None


def _of_faults(rate: Statement, paragraph: Paragraph) -> _Way:
    """抽查60个，有3个松动，已经加固，合格率95.00%: of a sample, without those that are faulty."""
    found = name_of(rate, paragraph)
    near = _near(rate, paragraph)
    if found is None or not _SOUND.search(found["name"]) or len(near) != _FEW:
        return None
    whole, faulty = near
    sampled = _SAMPLED.search(whole.label) and _FAULT.fullmatch(faulty.label) and alike(faulty, whole)
    told = sampled and _FAULTY.match(paragraph.text, faulty.end)
    less = faulty.quantity.value * _FEW < whole.quantity.value
    return RestOf(rate, faulty, whole, place_of(faulty, whole, paragraph)) if told and less else None


def _of_its_budget(rate: Statement, paragraph: Paragraph) -> _Way:
    """预算500.00万元，分四块用，年内拨付490.00万元，拨付率98.00%: the name of the rate ends the words of its part."""
    found = name_of(rate, paragraph)
    near, verb = _near(rate, paragraph), found["name"].removesuffix("率") if found else ""
    if len(near) != _FEW or not _FEW <= len(verb) <= _LONG_VERB or "；" in paragraph.text[near[0].end : rate.start]:
        return None
    whole, part = near
    planned = whole.concept in BUDGETS and part.concept not in BUDGETS
    return _of(rate, part, whole, paragraph) if planned and part.label.endswith(verb) else None


def _of_the_year_before(rate: Statement, paragraph: Paragraph) -> _Way:
    """批示率41.67%；上年报11篇、批示5篇，批示率低于上年的45.45%: of the two figures of the year before."""
    if not _LAST_YEARS.search(rate.label):
        return None
    before = [each for each in _near(rate, paragraph) if each.period is Period.BEFORE]
    begin = max(paragraph.span(rate.sentence)[0], rate.start - _BACK)
    named = [found[1] for found in re.finditer(r"([^\W\d_]{2,4}?)率", paragraph.text[begin : rate.start])]
    if len(before) != _FEW or not any(name[-_FEW:] in before[1].label for name in named):
        return None
    return _of(rate, before[1], before[0], paragraph)


def _of_the_same(rate: Statement, paragraph: Paragraph) -> _Way:
    """年初预算与决算均为192.46万元，完成100.00%: both are one figure."""
    near = _near(rate, paragraph)
    told = bool(near) and _SAME.search(near[-1].label) and _DONE.match(paragraph.text[near[-1].end : rate.start])
    return _of(rate, near[-1], near[-1], paragraph) if told else None


_WAYS: Sequence[Callable[[Statement, Paragraph], _Way]] = (
    _in_bracket_behind,
    _of_which,
    _of_what_came,
    _of_the_good,
    _of_faults,
    _of_its_budget,
    _of_the_year_before,
    _of_the_same,
)
