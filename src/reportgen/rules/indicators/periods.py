"""The mid-term beside the year: every mid-term indicator has its annual part, and the parts make up the whole."""

from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound, Quantity, plain
from reportgen.record import Struct
from reportgen.rules.indicator import Indicator, is_rate
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_PERIOD = re.compile(
    r"^(?:中期|[\d一二三四五六七八九十两]+年(?:内|累计|来|共|间)?|累计|年度|全年|每年|年均|本年度?|20\d\d年度?)+"
)
_YEARS = re.compile(r"^(?:(\d)|([二两三四五六]))年")
_SPELT = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_YEARLY = re.compile(r"全年|每年|年均|年度")
_SPAN = re.compile(r"(20\d\d)\D+(20\d\d)")
_MARKS = re.compile(r"[\s、，。（）()“”\"·]")
_ALIKE, _NOT_UNLIKE = Decimal("0.8"), Decimal("0.5")


class _Pair(Struct, frozen=True):
    """A mid-term indicator and the one of the year that is its part."""

    midterm: Indicator
    year: Indicator


class _Periods(Struct, frozen=True):
    """The mid-term indicators of a set with those of the year that answer them."""

    pairs: tuple[_Pair, ...]
    alone: tuple[Indicator, ...]
    """Those of the mid-term that none of the year is like."""


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return _MARKS.sub("", _PERIOD.sub("", name.strip()))


def _periods(found: IndicatorSet) -> _Periods:
    """Equal names first, then names that are much alike, each once."""
    left = list(found.indicators)
    pairs, rest = [], []
    for each in found.midterm:
        same = next((other for other in left if _key(other.name) == _key(each.name)), None)
        if same:
            left.remove(same)
            pairs.append(_Pair(each, same))
        else:
            rest.append(each)
    alone = []
    for each in rest:
        near = max(left, key=lambda other: _likeness(each, other), default=None)
        likeness = _likeness(each, near) if near else Decimal(0)
        if near and likeness >= _ALIKE:
            left.remove(near)
            pairs.append(_Pair(each, near))
        elif likeness < _NOT_UNLIKE:
            alone.append(each)
    return _Periods(tuple(pairs), tuple(alone))


def _likeness(one: Indicator, two: Indicator) -> Decimal:
    if one.first != two.first:
        return Decimal(0)
    return Decimal(SequenceMatcher(None, _key(one.name), _key(two.name), autojunk=False).ratio())


@rule("IND010", "中期目标与年度目标对不上", Severity.WARNING)
def midterm_against_year(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """中期的数量一般等于年度的数量乘年数；中期有的指标，年度也要有。

    为什么: 三年 60 次、每年 30 次，两个数总有一个没有想清楚；中期有、年度没有的，这一年就没人做。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期指标:
          - {一级指标: 履职业绩, 二级指标: 数量指标, 三级指标: 三年教师培训场次, 指标值: ≥60场}
        年度指标:
          - {一级指标: 履职业绩, 二级指标: 数量指标, 三级指标: 教师培训场次, 指标值: ≥30场}
        总体目标: {中期: 办好教师培训。, 年度: 办好教师培训。}
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期指标:
          - {一级指标: 履职业绩, 二级指标: 数量指标, 三级指标: 三年教师培训场次, 指标值: ≥90场}
        年度指标:
          - {一级指标: 履职业绩, 二级指标: 数量指标, 三级指标: 教师培训场次, 指标值: ≥30场}
        总体目标: {中期: 办好教师培训。, 年度: 办好教师培训。}
    依据: 审核实践：年度目标是中期目标的分解
    改法: 核对中期和年度的数；逐年不等的，在「其他情况」里说明；缺的年度指标补上
    """
    if not found.midterm or not found.indicators:
        return
    periods = _periods(found)
    for pair in periods.pairs:
        yield from _times_years(pair, found)
    for each in periods.alone:
        if _counts(each.wanted) and (_years(each, found) or 1) > 1 and not _YEARLY.search(each.name):
            note = _("中期「{name}」{target}，年度指标里没有同样的一条", name=each.name, target=each.target)
            yield Finding(each.place("三级指标"), _("没有对应的年度指标"), (note,), certain=False)


def _times_years(pair: _Pair, found: IndicatorSet) -> Iterator[Finding]:
    whole, part, years = pair.midterm.wanted, pair.year.wanted, _years(pair.midterm, found)
    if whole is None or part is None or not years or not _counts(whole) or not _counts(part):
        return
    same_standard = whole.value == part.value and not _YEARS.match(pair.midterm.name)
    if whole.value == part.value * years or same_standard or whole.bound is not part.bound:
        return
    expected = plain(part.number * years) + part.scale + part.unit
    words = {"years": years, "part": part, "expected": expected, "whole": whole}
    note = _("年度 {part} × {years} 年 = {expected}，中期写的是 {whole}", **words)
    yield Finding(pair.midterm.place("指标值"), _("{years} 年应为 {expected}", **words), (note,), certain=False)


def _years(each: Indicator, found: IndicatorSet) -> int | None:
    """How many years the mid-term indicator is about: as its name says, or the period of the form."""
    named = _YEARS.match(each.name)
    if named:
        return int(named[1]) if named[1] else _SPELT[named[2]]
    for period in found.text("中期期间"):
        if (span := _SPAN.search(period.text)) and not _YEARLY.search(each.name):
            return int(span[2]) - int(span[1]) + 1
    return None


def _counts(value: Quantity | None) -> bool:
    """Whether a value counts things that add up over the years; an upper bound may be the same for each year."""
    exact = value is not None and value.bound in (Bound.EXACT, Bound.AT_LEAST)
    return (
        exact and value is not None and bool(value.unit) and not is_rate(value) and value.unit not in ("分", "天", "元")
    )


@rule("IND018", "年度指标弱于中期指标", Severity.WARNING)
def year_weaker(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """同一个比率，年度的要求不应低于中期的要求。

    为什么: 每年只要求 98%，几年下来到不了 100%。
    错例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期指标:
          - {一级指标: 履职业绩, 二级指标: 质量指标, 三级指标: 案件质量达标率, 指标值: 100%}
        年度指标:
          - {一级指标: 履职业绩, 二级指标: 质量指标, 三级指标: 案件质量达标率, 指标值: ≥98%}
        总体目标: {中期: 办好各类案件。, 年度: 办好各类案件。}
    正例:
        文种: 部门（单位）整体支出绩效目标批复表
        中期指标:
          - {一级指标: 履职业绩, 二级指标: 质量指标, 三级指标: 案件质量达标率, 指标值: 100%}
        年度指标:
          - {一级指标: 履职业绩, 二级指标: 质量指标, 三级指标: 案件质量达标率, 指标值: 100%}
        总体目标: {中期: 办好各类案件。, 年度: 办好各类案件。}
    依据: 审核实践：年度目标支撑中期目标
    改法: 把年度的要求提到中期的水平，或调整中期的要求
    """
    for pair in _periods(found).pairs if found.midterm and found.indicators else ():
        whole, part = pair.midterm.wanted, pair.year.wanted
        if whole is None or part is None or not is_rate(whole) or not is_rate(part):
            continue
        upper = Bound.AT_MOST in (whole.bound, part.bound)
        weaker = part.value > whole.value if upper else part.value < whole.value
        if weaker and not re.search(r"[调变]动?整?率$|增长", pair.year.name):
            note = _("「{name}」中期 {whole}，年度 {part}", name=pair.year.name, whole=whole, part=part)
            yield Finding(pair.year.place("指标值"), _("低于中期的 {whole}", whole=whole), (note,))
