"""Figures that multiply: people and price, events and people at each, totals and averages."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound, Interval, like, plain
from reportgen.numbers import Stated
from reportgen.numbers.arithmetic import exact_as_written, product, same_things
from reportgen.numbers.clauses import label_start
from reportgen.numbers.labels import half_before, label_of
from reportgen.numbers.phrases import Phrase, W, number, phrases
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_TOTAL = r"(?:共计|合计|总计|共需|小计|总共|共|计)"
_PRICES = (
    # 25人，每人每年经费4万，共计100万
    rf"{number('count')}[，,]?(?:每|人均|单价){W}{{0,8}}?{number('price')}[，,、]?{W}{{0,2}}{_TOTAL}{W}{{0,6}}?{number('total')}",
    # 每人4万元，25人，共计100万元
    rf"(?:每{W}|人均|单价){W}{{0,6}}?{number('price')}[，,、]{_TOTAL}?{W}{{0,4}}?{number('count')}[，,、]{W}{{0,2}}{_TOTAL}{W}{{0,6}}?{number('total')}",
    # 4万元×25人=100万元
    rf"{number('price')}(?:/{W})?[×xX*]{number('count')}[=＝]{number('total')}",
)
_OFTEN = re.compile(r"每(?:个?月|天|日|周|季|学期|次|场)|月均|日均|/月|/天|个月|左右")
"""How many of them there are in the year is not said."""


@rule("NUM025", "单价乘数量不等于金额", Severity.ERROR)
def price_and_count(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写了人数（件数）、每人（每件）多少钱和共计多少钱的，前两个数相乘应等于后一个。

    按月、按天算的不核对，因为不知道有几个月。

    为什么: 测算依据就是这三个数，乘不拢说明改了人数没有改金额。
    错例:
        收支情况: |
          聘用讲解员26人，每人每年经费4万元，共计100万元。
    正例:
        收支情况: |
          聘用讲解员25人，每人每年经费4万元，共计100万元。
    依据: 审核实践：单价 × 数量 = 金额
    改法: 更正三个数中写错的一个
    """
    if not any(sign in passage.text for sign in "每×*价均"):
        return
    for pattern in _PRICES:
        for phrase in phrases(pattern, passage.text, passage.numbers):
            price, count, total = (phrase.numbers[name] for name in ("price", "count", "total"))
            if _priced(phrase, passage) and not _fits(price, count, total, passage):
                value = price.quantity.value * count.quantity.value
                words = {"price": price.quantity, "count": count.quantity, "value": like(value, total.quantity)}
                note = _("{price} × {count} = {value}", **words)
                yield Finding(passage.place(total.start, total.end), str(total.quantity), (note,))


def _priced(phrase: Phrase, passage: Passage) -> bool:
    """Whether price and total are money, stated exactly, and the count is of things."""
    price, count, total = (phrase.numbers[name].quantity for name in ("price", "count", "total"))
    money = price.unit.split("/")[0] in ("元", "") and total.unit in ("元", "") and (price.scale or price.unit)
    counted = count.unit not in ("元", "", "%") and not count.decimals
    exact = all(each.bound is Bound.EXACT and each.value > 0 for each in (price, count, total))
    return bool(money) and counted and exact and not _OFTEN.search(passage.text[phrase.start : phrase.end])


def _fits(price: Stated, count: Stated, total: Stated, passage: Passage) -> bool:
    """A price is what it says; an average is rounded."""
    once = price.quantity.value
    per = price.quantity.interval if "均" in passage.text[price.start - 8 : price.start] else Interval(once, once)
    made = product(per, count.quantity.interval)
    return made is None or made.meets(exact_as_written(total, passage.numbers))


_EVENTS, _PEOPLE = ("场", "场次", "次", "期"), ("人", "人次", "名")
_EACH = rf"{number('count')}[，,（(、]?每(?:场|次|期){W}{{0,8}}?{number('each')}"
_ALL_OF_THEM = rf"{_EACH}[，,）)]{W}{{0,10}}?{_TOTAL}{W}{{0,10}}?{number('people')}"
_ELSEWHERE = rf"{number('count')}[，,]{W}{{0,20}}?(?:共|合计|累计|总){W}{{0,6}}?{number('people')}"
_WHO = r"(?:群众|学生|师生|市民|居民|家长|青少年|公众|观众|听众|人员|人数|人次|约|达|为|[合总]?计|共)*"
_ON_AVERAGE = (
    rf"平均每(?:场|次|期)(?:约|参加|参与|有)*{number('each')}[，,]"
    rf"共?(?:受益|参加|参与|惠及|覆盖|吸引|服务|听众|观众)?{_WHO}{number('people')}"
)
_GENERAL = re.compile(r"开展|举办|组织|各类|各种|活动|科普|讲座|培训|全年|本年|其中|完成|累计|共计?")
"""What says of many events what they are, and not which."""
_SUM = re.compile(r"共|合计|累计|总")


@rule("NUM022", "场次乘每场人数与总人数相差太大", Severity.WARNING, limit=Decimal(20))
def events_and_people(scene: Scene) -> Iterator[Finding]:
    """写了场次、每场人数，别处（或同一句）又写了总人数的，场次乘每场人数与总人数相差不应超过 20%。

    为什么: 每场人数和总人数常常由不同的人估计，相差太大的至少有一个不实。
    错例:
        目标完成情况: 举办馆外讲座12场，每场50人左右，共计1200人参加。
    正例:
        目标完成情况: 举办馆外讲座12场，每场50人左右，共计620人参加。
    依据: 审核实践：场次 × 每场人数 ≈ 总人数
    改法: 按活动记录核对场次和人数
    """
    prose = [passage for passage in scene.passages if not passage.cell and len(passage.numbers) > 1]
    for passage in prose if any("每" in passage.text for passage in prose) else ():
        for phrase in phrases(_ALL_OF_THEM, passage.text, passage.numbers):
            if "每" in label_of(passage.text, phrase.numbers["count"]):
                continue
            yield from _far_apart(phrase, phrase, passage, scene.limits["NUM022"])
        for phrase in phrases(_ON_AVERAGE, passage.text, passage.numbers):
            yield from _of_the_events_before(phrase, passage, scene.limits["NUM022"])
        for each in phrases(_EACH, passage.text, passage.numbers):
            label = _GENERAL.sub("", label_of(passage.text, each.numbers["count"]))
            for other in prose if len(label) > 1 else ():
                for phrase in phrases(_ELSEWHERE, other.text, other.numbers) if other is not passage else ():
                    if _named(label, phrase, other):
                        yield from _far_apart(phrase, each, other, scene.limits["NUM022"])


def _of_the_events_before(phrase: Phrase, passage: Passage, limit: Decimal) -> Iterator[Finding]:
    """举办讲座38场，其中进社区16场……。平均每场60人，受益群众2280人次: the one count of events, its parts left out."""
    parts = {part for each in passage.sums for part in each.parts}
    events = [n for n in passage.numbers if n.end <= phrase.start and n.quantity.unit in _EVENTS and n not in parts]
    near = [n for n in events if passage.text.count("。", n.end, phrase.start) < _TWO]
    if len(events) == len(near) == 1:
        yield from _far_apart(replace(phrase, numbers=phrase.numbers | {"count": near[0]}), phrase, passage, limit)


_TWO = 2


def _named(label: str, phrase: Phrase, passage: Passage) -> bool:
    """Whether the words before a count name the events and say that it is all of them: 共计开展各类馆外展教活动."""
    count = phrase.numbers["count"]
    words = passage.text[label_start(passage.text, count.start) : count.start]
    return label in words and bool(_SUM.search(words))


def _far_apart(total: Phrase, rate: Phrase, passage: Passage, limit: Decimal) -> Iterator[Finding]:
    """`total` holds the count and all the people, `rate` how many come each time."""
    count, people, each = total.numbers["count"], total.numbers["people"], rate.numbers["each"]
    kinds = (count.quantity.unit in _EVENTS, people.quantity.unit in _PEOPLE, each.quantity.unit in _PEOPLE)
    made = count.quantity.value * each.quantity.value
    difference = abs(made - people.quantity.value)
    if all(kinds) and _known(count, people, each) and difference * 100 > limit * max(made, people.quantity.value):
        words = {"count": count.quantity, "each": each.quantity, "made": like(made, people.quantity)}
        note = _("{count} × 每场 {each} ≈ {made}，写的是 {people}", people=people.quantity, **words)
        place = passage.place(people.start, people.end)
        yield Finding(place, _("相差太大"), (note,), certain=False, section=passage.section)


def _known(*numbers: Stated) -> bool:
    """Whether none of them is open at an end (以上, 不少于)."""
    return all(each.quantity.bound in (Bound.EXACT, Bound.ABOUT, Bound.OVER) for each in numbers)


_AVERAGE = re.compile(
    r"(?:平均每|每)?(?P<by>日均|场均|月均|每天平均|每场平均|平均每天|平均每日|平均每场|平均每月)[^，。；\d]{0,8}$"
)
_BY = {"日": ("天", "日"), "天": ("天", "日"), "场": ("场", "场次"), "月": ("个月",)}


@rule("NUM032", "平均数与总数对不上", Severity.WARNING)
def average_of_total(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一句话里写了总数、天数（场数）和平均数的，总数除以天数应等于平均数，最多差一个末位。

    为什么: 三个数写在一起，读的人会除一遍。
    错例:
        目标完成情况: 展厅全年对外开放305天，共计参观36600人次，日均参观150人次。
    正例:
        目标完成情况: 展厅全年对外开放305天，共计参观36600人次，日均参观120人次。
    依据: 审核实践：平均数 = 总数 ÷ 个数
    改法: 更正平均数，或写明平均数是按什么口径算的
    """
    for mean in passage.numbers if "均" in passage.text else ():
        found = _AVERAGE.search(passage.text, max(0, mean.start - 20), mean.start)
        before = half_before(passage.text, mean, passage.numbers) if found else []
        units = next((units for word, units in _BY.items() if found and word in found["by"]), ())
        counts = [n for n in before if n.quantity.unit in units and n.quantity.bound is Bound.EXACT]
        totals = [n for n in before if same_things(n.quantity, mean.quantity) and n.quantity.bound is Bound.EXACT]
        if len(counts) == len(totals) == 1 and counts[0].quantity.value and mean.quantity.unit:
            yield from _not_the_mean(mean, totals[0], counts[0], passage)


def _not_the_mean(mean: Stated, total: Stated, count: Stated, passage: Passage) -> Iterator[Finding]:
    """A mean may be cut off or rounded up in its last place; 约 gives it a tenth."""
    share = total.quantity.value / count.quantity.value
    place = mean.quantity.half_place * 2
    if not mean.quantity.interval.meets(Interval(share - place, share + place)):
        words = {
            "total": total.quantity,
            "count": count.quantity,
            "share": plain(round(share / mean.quantity.factor, 2)),
        }
        note = _("{total} ÷ {count} = {share}", **words)
        yield Finding(passage.place(mean.start, mean.end), str(mean.quantity), (note,), certain=False)
