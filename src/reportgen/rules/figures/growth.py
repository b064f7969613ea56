"""Growth: the word, the two figures and the rate must say the same."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Interval, like, percent
from reportgen.numbers import Stated
from reportgen.numbers.arithmetic import difference, exact_as_written, last_place_only, ratio, same_things
from reportgen.numbers.growth import Growth, growths
from reportgen.numbers.labels import half_before
from reportgen.numbers.rates import stated_rates
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage, numbers_in

_ONE = Interval(Decimal(1), Decimal(1))
_NEVER = Decimal(-1)
"""No share that anybody states."""


@rule("NUM012", "增减的说法与两年的数对不上", Severity.ERROR)
def growth_in_prose(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写了两年的数（或者本年数和增减额），「增长」「减少」的方向要对，幅度应等于增减额除以上年数。

    为什么: 同比的话年年沿用，数改了，方向词和百分比常常还是去年的。
    错例:
        收支情况: |
          三公经费支出由1.20万元减少到1.30万元。全年支出800万元，比上年减少50万元，下降6.88%。
    正例:
        收支情况: |
          三公经费支出由1.20万元增加到1.30万元。全年支出800万元，比上年减少50万元，下降5.88%。
    依据: 审核实践：增减幅度 = （本年数 − 上年数） ÷ 上年数 × 100%
    改法: 更正方向词或百分比；两年的数写错的，更正那个数
    """
    for growth in _growths(passage):
        yield from _wrong_direction(growth, passage) or _wrong_rate(growth, passage)
    for found in _NEGATIVE.finditer(passage.text):
        if not passage.cell:
            yield Finding(passage.place(*found.span()), _("方向词后面不写负数"), certain=False)


_NEGATIVE = re.compile(r"(?:同比|比上年|较上年)(?:增长|增加|上升|提高|减少|下降|降低)了?[-－−]\d[\d.]*[%％万元个]")


@rule("NUM015", "压缩、节约的幅度与两个数对不上", Severity.ERROR)
def savings_in_prose(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """写了预算数和实际数，又写节约、压缩了百分之几的，应等于少花的钱除以预算数；实际比预算多的不叫节约。

    为什么: 节约率是评价成本的依据，拿实际数当分母，或者直接写成执行率，都会算错。
    错例:
        收支情况: |
          会议费预算10.00万元，实际支出8.00万元，节约25%。
    正例:
        收支情况: |
          会议费预算10.00万元，实际支出8.00万元，节约20%。
    依据: 审核实践：节约率 =（预算数 − 实际数）÷ 预算数 × 100%
    改法: 更正百分比；两个数写错的，更正那个数
    """
    for growth in _growths(passage, saved=True):
        yield from _wrong_direction(growth, passage) or _wrong_rate(growth, passage)


@rule("NUM026", "基数为零还写了增减比率", Severity.ERROR)
def growth_from_nothing(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """上年数是零（或者增加额等于本年数）的，没有增长率可言；预算数是零的，没有执行率可言。都不写百分比。

    为什么: 除数是零，算不出比率；写成「增长100%」是常见的错。
    错例:
        收支情况: |
          培训费支出2.00万元，比上年增加2.00万元，增长100%。
    正例:
        收支情况: |
          培训费支出2.00万元，比上年增加2.00万元，上年没有这项支出。
    依据: 审核实践：基数为零的不计算增减比率
    改法: 删去百分比，写「上年没有这项支出」
    """
    for growth in _growths(passage):
        now, other = growth.value.quantity, (growth.base or growth.delta or growth.value).quantity
        nothing = other.value == (0 if growth.base else now.value)
        if growth.rate and growth.rate.quantity.unit == "%" and growth.up and nothing and now.value:
            place = passage.place(growth.rate.start, growth.rate.end)
            yield Finding(place, _("上年数是 0，算不出 {rate}", rate=growth.rate.quantity))
    for each in stated_rates(passage.text, passage.numbers) if "率" in passage.text else ():
        if each.sure and not each.wholes[0].quantity.value and passage.typed_at(each.rate.start):
            words = {"whole": each.wholes[0].quantity, "rate": each.rate.quantity}
            yield Finding(passage.place(each.rate.start, each.rate.end), _("分母是 {whole}，算不出 {rate}", **words))


@rule("NUM014", "说是持平、相符，两个数却不一样", Severity.WARNING, limit=Decimal(5))
def level_in_prose(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """写了两年的数又说「持平」的，两个数应当一样；说「基本持平」的，相差不应超过 5%。

    为什么: 数字就在旁边，读的人一看就知道话说得不对。
    错例:
        收支情况: |
          三公经费支出1.30万元，与上年的1.00万元基本持平。
    正例:
        收支情况: |
          三公经费支出1.02万元，与上年的1.00万元基本持平。
    依据: 审核实践：文字结论与数字一致
    改法: 改写成增加或减少多少，或更正写错的数
    """
    for growth in _read(passage.text):
        if not growth.level or growth.base is None or not _some_typed(growth, passage):
            continue
        now, base = growth.value.quantity, growth.base.quantity
        room = base.value * scene.limits["NUM014"] / 100 if growth.word != "持平" else Decimal(0)
        if abs(now.value - base.value) > room and not now.agrees(base):
            change = like(abs(now.value - base.value), now)
            note = _("{now} 与 {base} 相差 {change}", now=now, base=base, change=change)
            yield Finding(passage.place(growth.start, growth.end), _("两个数不一样"), (note,))


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[Growth, ...]:
    """Four rules read the same passage."""
    return tuple(growths(text, numbers_in(text)))


def _growths(passage: Passage, saved: bool = False) -> list[Growth]:
    """The statements of two figures, at least one of them typed."""
    return [
        each for each in _read(passage.text) if each.saved == saved and not each.level and _some_typed(each, passage)
    ]


def _some_typed(growth: Growth, passage: Passage) -> bool:
    return any(each and passage.typed_at(each.start) for each in (growth.value, growth.base, growth.delta, growth.rate))


def _wrong_direction(growth: Growth, passage: Passage) -> list[Finding]:
    now, base = growth.value.quantity, growth.base.quantity if growth.base else None
    if growth.torn:
        note = _("前面写的是「{word}」，后面写的是「{again}」", word=growth.word, again=growth.again)
        return [Finding(passage.place(growth.start, growth.end), _("前后的方向词相反"), (note,))]
    if base is None or now.value == base.value or growth.up == (now.value > base.value):
        return []
    if growth.base and growth.rate and any(_rises(each, growth, passage) for each in _meant(growth, passage)):
        return []  # the total before an average: 4.36万人次，平均每站5450人次，较上年的3.98万人次增长9.55%
    change = like(now.value - base.value, now)
    note = _("{now} − {base} = {change}", now=now, base=base, change=change)
    return [Finding(passage.place(growth.start, growth.end), _("方向词「{word}」反了", word=growth.word), (note,))]


def _rises(value: Stated, growth: Growth, passage: Passage) -> bool:
    """Whether another figure of the sentence has grown by the rate that is stated."""
    grown = _grown(growth, value, growth.base, passage) if growth.base and value != growth.value else None
    return bool(grown and growth.rate and grown.meets(growth.rate.quantity.interval))


def _meant(growth: Growth, passage: Passage) -> list[Stated]:
    """The figures before the rate of which it may be said."""
    if growth.rate is None:
        return []
    return [n for n in half_before(passage.text, growth.rate, passage.numbers) if _may_be_meant(n, growth)]


def _wrong_rate(growth: Growth, passage: Passage) -> list[Finding]:
    """The rate, or the amount, by which it is said to have grown: the figure itself, or another of its sentence."""
    rate, other = growth.rate, growth.base or growth.delta
    if rate is None or other is None:
        return []
    if rate.quantity.unit != "%" or growth.value.quantity.kind == "%":
        return _wrong_amount(growth, rate, passage)
    grown = [_grown(growth, value, other, passage) for value in _meant(growth, passage)]
    if any(each is None or each.meets(rate.quantity.interval) for each in grown):
        return []
    return [_rate_finding(growth, other, rate, passage)]


def _may_be_meant(number: Stated, growth: Growth) -> bool:
    """其中 may stand between a total and its growth."""
    return same_things(number.quantity, growth.value.quantity) and number not in (growth.base, growth.delta)


def _grown(growth: Growth, value: Stated, other: Stated, passage: Passage) -> Interval | None:
    """By what share the value has changed; None when it was nothing before."""
    now = exact_as_written(value, passage.numbers)
    before = growth.before(now, exact_as_written(other, passage.numbers))
    if before.low is None or before.low <= 0:
        return None if value == growth.value else Interval(_NEVER, _NEVER)
    return difference(ratio(now, before), _ONE) if growth.up else difference(_ONE, ratio(now, before))


def _rate_finding(growth: Growth, other: Stated, rate: Stated, passage: Passage) -> Finding:
    now, change = growth.value.quantity, other.quantity.value
    base = change if growth.base else now.value - change if growth.up else now.value + change
    share = percent(abs(now.value - base) / base, max(rate.quantity.decimals, 1))
    words = {"change": like(abs(now.value - base), now), "base": like(base, now), "share": share}
    note = _("{change} ÷ {base} = {share}，写的是 {rate}", rate=rate.quantity, **words)
    certain = not last_place_only(abs(now.value - base) / base, rate.quantity)
    return Finding(passage.place(rate.start, rate.end), _("应为 {shown}", shown=share), (note,), certain=certain)


def _wrong_amount(growth: Growth, amount: Stated, passage: Passage) -> list[Finding]:
    base = growth.base
    if base is None or not same_things(amount.quantity, base.quantity) or amount.quantity.unit == "%":
        return []
    now, before = (exact_as_written(each, passage.numbers) for each in (growth.value, base))
    if (difference(now, before) if growth.up else difference(before, now)).meets(amount.quantity.interval):
        return []
    change = like(abs(growth.value.quantity.value - base.quantity.value), amount.quantity)
    words = {"now": growth.value.quantity, "base": base.quantity, "change": change}
    note = _("{now} 与 {base} 相差 {change}", **words)
    return [Finding(passage.place(amount.start, amount.end), _("应为 {shown}", shown=change), (note,))]
