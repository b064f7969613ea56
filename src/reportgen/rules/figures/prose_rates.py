"""Rates that prose states: worked out again from the two figures beside them, and held against what a rate can be."""

import re
from collections.abc import Iterator
from functools import partial

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Interval, percent
from reportgen.numbers import Stated
from reportgen.numbers.arithmetic import exact_as_written, last_place_only, ratio, share
from reportgen.numbers.clauses import SENTENCE_ENDS, end_of, sentence_start
from reportgen.numbers.derived import working
from reportgen.numbers.labels import label_of
from reportgen.numbers.rates import StatedRate, rate_name, shares_of_named, stated_rates
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage


@rule("NUM011", "比率与所给的两个数对不上", Severity.ERROR)
def rate_in_prose(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """一句话里写了计划数、实际数和完成率（或者预算、支出和执行率等），比率应等于两数相除，按写出的小数位数四舍五入。

    手写的比率才看；由「数据」「预算」引用过来的，在那里核对（NUM001、NUM007）。

    为什么: 两个数和比率写在一处，读的人随手就能验算。
    错例:
        收支情况: |
          全年计划开展活动37个，实际完成36个，完成率98.3%。
    正例:
        收支情况: |
          全年计划开展活动37个，实际完成36个，完成率97.3%。
    依据: 《预算绩效评价共性指标体系框架》（财预〔2013〕53号）：实际完成率 = 实际完成工作数 ÷ 计划工作数 × 100%
    改法: 按算式更正比率；两个数里有一个写错的，更正那个数
    """
    for each in _typed(passage):
        ways = [_quotient(each.part, whole, passage) for whole in each.wholes]
        fits = any(way.meets(each.rate.quantity.interval) for way in ways)
        if each.sure and not fits and not _follows(each.rate, passage):
            decimals = each.rate.quantity.decimals
            due = each.part.quantity.value / each.wholes[0].quantity.value
            label = _("应为 {shown}", shown=percent(due, decimals))
            place, notes = passage.place(each.rate.start, each.rate.end), (_division(each, each.wholes[0]),)
            certain = not last_place_only(due, each.rate.quantity) and not _rounded(each, passage)
            yield Finding(place, label, notes, certain=certain)


def _rounded(each: StatedRate, passage: Passage) -> bool:
    """Whether rounding alone could explain it: 3万元 and 3万元 may be 2.64 and 3.00."""
    return any(_divided(each.part, whole, passage).meets(each.rate.quantity.interval) for whole in each.wholes)


def _follows(rate: Stated, passage: Passage) -> bool:
    """Whether the rate can be worked out from any figures of its sentence."""
    exact = partial(exact_as_written, numbers=passage.numbers)
    return bool(working(passage.text, rate, _beside(rate, passage), exact))


def _beside(rate: Stated, passage: Passage) -> list[Stated]:
    """The numbers of its sentence."""
    start, end = sentence_start(passage.text, rate.start), end_of(passage.text, rate.end, SENTENCE_ENDS)
    return [number for number in passage.numbers if start <= number.start < end]


def _typed(passage: Passage) -> list[StatedRate]:
    """The rates that somebody typed with figures that may be divided."""
    if "%" not in passage.text and "％" not in passage.text and "百分之" not in passage.text:
        return []
    found = (*stated_rates(passage.text, passage.numbers), *shares_of_named(passage.text, passage.numbers))
    return [each for each in found if passage.typed_at(each.rate.start) and each.wholes[0].quantity.value > 0]


def _quotient(part: Stated, whole: Stated, passage: Passage) -> Interval:
    return share(part.quantity, whole.quantity, _divided(part, whole, passage))


def _divided(part: Stated, whole: Stated, passage: Passage) -> Interval:
    return ratio(exact_as_written(part, passage.numbers), exact_as_written(whole, passage.numbers))


def _division(each: StatedRate, whole: Stated) -> str:
    due = percent(each.part.quantity.value / whole.quantity.value, max(each.rate.quantity.decimals, 1))
    return _(
        "{part} ÷ {whole} = {share}，写的是 {rate}",
        part=each.part.quantity,
        whole=whole.quantity,
        share=due,
        rate=each.rate.quantity,
    )


@rule("NUM028", "不可能超过100%的比率超过了", Severity.ERROR)
def rate_above_all(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """满意度、合格率、覆盖率、完好率等，部分不会多于整体，最多 100%。完成率、增长率可以超过，不在此列。

    为什么: 超过 100% 的满意度、合格率多半是小数点错位，或者拿错了分母。
    错例:
        收支情况: |
          全年抽查展品60件，展品完好率105%。
    正例:
        收支情况: |
          全年抽查展品60件，展品完好率95%，活动任务完成率105%。
    依据: 审核实践：部分占整体的比率不超过 100%
    改法: 核对分子、分母和小数点
    """
    if "%" not in passage.text and "％" not in passage.text:
        return
    for number in passage.numbers:
        name = rate_name(passage.text, number)
        if name and _AT_MOST_ALL.search(name) and number.quantity.value > 1:
            yield Finding(passage.place(number.start, number.end), _("{name}最多是 100%", name=name))


_AT_MOST_ALL = re.compile(
    r"(?:满意度|满意率|合格率|及格率|优良率|优秀率|覆盖率|完好率|知晓率|普及率|出勤率|准确率|回收率|就业率|人员到位率)$"
)


@rule("NUM033", "达标率没有用通常的分母", Severity.HINT)
def usual_denominator(passage: Passage, _scene: Scene) -> Iterator[Finding]:
    """质量达标率通常是达标数除以计划数。一句话里给了计划数、实际数和达标数，比率是除以实际数算的，提示核对。

    为什么: 有任务没有开展的时候，除以实际数会把达标率算高。
    错例:
        收支情况: |
          计划开展活动37个，实际开展活动36个，其中达标活动34个，质量达标率94.4%。
    正例:
        收支情况: |
          计划开展活动37个，实际开展活动36个，其中达标活动34个，质量达标率91.9%。
    依据: 《预算绩效评价共性指标体系框架》（财预〔2013〕53号）：质量达标率 = 质量达标实际工作数 ÷ 计划工作数 × 100%
    改法: 按计划数重算；当地另有规定的，写明算法
    """
    if "达标率" not in passage.text:
        return
    for each in stated_rates(passage.text, passage.numbers):
        plan = next((whole for whole in each.wholes if "计划" in label_of(passage.text, whole)), None)
        rate = each.rate.quantity.interval
        if not each.name.endswith("达标率") or plan is None or _quotient(each.part, plan, passage).meets(rate):
            continue
        if any(_quotient(each.part, whole, passage).meets(rate) for whole in each.wholes):
            label = _("{rate} 是除以实际数算的", rate=each.rate.quantity)
            place = passage.place(each.rate.start, each.rate.end)
            yield Finding(place, label, (_division(each, plan),), certain=False)
