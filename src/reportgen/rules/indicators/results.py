"""What came of it in words, beside the indicators: the same figures as in the column of results."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.numbers.units import counts
from reportgen.rules.indicator import Indicator, numbers_of
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.indicators.goals import Goal, goals_of
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_RESULTS = ("完成情况", "年度目标.完成情况")
_COUNTED = re.compile(r"(?:次数|数量|人数|人次|场次|天数|间数|个数|数)$")
"""What a name ends with that counts something, and sentences say behind the figure: 门诊31.26万人次."""
_NOT_IT = re.compile(r"计划|目标|预期|应|原定|[上去]年|增|减|提高|下降|超|比|其中|以上|不少于|不低于")
"""Words of clauses whose figure is another one than what was reached."""
_SHORTEST = 2


@rule("IND021", "完成情况里的数与完成值不同", Severity.WARNING)
def results_are_told_alike(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """「完成情况」用文字写的数，与下面同名指标的完成值要一致。印作疑似。

    为什么: 一张表里上面写 31.62 万人次、下面写 31.26 万人次，不知道哪一个是真的。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        年度目标: {预期目标: 全年门诊3万人次以上。, 完成情况: 全年门诊3.62万人次。}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3.26万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥12个, 完成值: 12个, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        年度目标: {预期目标: 全年门诊3万人次以上。, 完成情况: 全年门诊32610人次，超过计划0.26万人次。}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3.26万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥12个, 完成值: 12个, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：自评表各处的完成情况一致
    改法: 对照原始记录，把写错的一处改正
    """
    for told in goals_of(found.text(*_RESULTS)):
        if _NOT_IT.search(told.clause) or len(numbers_of(told.clause)) != 1:
            continue
        named = [each for each in found.indicators if _is_of(each, told)]
        if len(named) == 1 and not any(_agrees(each, told) for each in found.indicators):
            note = _("完成情况写的是「{clause}」", clause=told.clause)
            label = _("指标「{name}」的完成值是 {actual}", name=named[0].name, actual=named[0].actual)
            yield told.finding(label, note)


def _is_of(each: Indicator, told: Goal) -> bool:
    """Whether the clause names the indicator, and counts the same things."""
    name, reached = _COUNTED.sub("", each.name), each.reached
    if reached is None or reached.bound is not Bound.EXACT or counts(reached.unit) != counts(told.quantity.unit):
        return False
    return len(name) >= _SHORTEST and name in told.clause


def _agrees(each: Indicator, told: Goal) -> bool:
    """Whether the figure of an indicator, whatever it counts, may be the one that is told; a rate is no count."""
    reached = each.reached
    if reached is None or (reached.unit == "%") is not (told.quantity.unit == "%"):
        return False
    return reached.interval.meets(told.quantity.interval)
