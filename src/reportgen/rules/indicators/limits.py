"""Dates within the year, costs within the budget, as many indicators as can be looked after."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Listing
from reportgen.model.facts import Fact
from reportgen.model.quantity import Bound, Quantity, like
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.indicators.classes import missing_classes
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*[年./-]")
_DEADLINE = re.compile(r"(?:完成|竣工|验收|结项|交付|投入使用|办结).{0,4}(?:时间|时限|日期|期限)|时间节点|工期")
_WHOLE_COST = re.compile(r"总成本|总额|总金额|预算|年度成本|运行成本|运营成本|项目成本")
_FIXED_PRICE = re.compile(r"标准|/|单价")
_FEWEST = 3


@rule("IND011", "时效指标的日期不在年度内", Severity.WARNING)
def deadline_in_another_year(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """年度时效指标的日期应在预算年度里。

    为什么: 多半是抄了上年的目标没有改年份。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 时效指标, 三级指标: 渠道清淤完成时间, 指标值: 2023年11月底前}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 时效指标, 三级指标: 渠道清淤完成时间, 指标值: 2024年11月底前}
          - {一级指标: 效益指标, 三级指标: 受益村, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：年度指标的完成时间在预算年度内
    改法: 更正年份；跨年度的项目写本年度要完成到哪一步
    """
    for each in found.indicators if scene.year else ():
        years = [int(year) for year in _YEAR.findall(each.target)]
        timely = "时效" in each.second or _DEADLINE.search(each.name)
        if timely and years and scene.year not in years and scene.year:
            note = _("预算年度是 {year} 年，指标值是「{target}」", year=scene.year, target=each.target)
            certain = max(years) < scene.year
            yield Finding(each.place("指标值"), _("不在 {year} 年", year=scene.year), (note,), certain=certain)


@rule("IND012", "成本指标不是上限或超预算", Severity.WARNING)
def cost_without_limit(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """成本指标写控制数（≤），不超过这个项目的预算。

    为什么: 成本越低越好，写成一个定数或下限，花得越多得分越高。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 成本指标, 三级指标: 病房运行成本, 指标值: 80万元}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 二级指标: 成本指标, 三级指标: 病房运行成本, 指标值: ≤80万元}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：成本指标是控制数，不超过预算
    改法: 写成上限，如 ≤80万元；超过预算的，改到预算以内
    """
    budget = _budget(found)
    for each in found.every:
        value = each.wanted
        if value is None or not value.unit.startswith("元") or not _is_cost(each):
            continue
        if value.bound is not Bound.AT_MOST and not _FIXED_PRICE.search(each.name + value.unit):
            note = _("「{name}」的指标值是 {value}，没有写 ≤", name=each.name, value=value)
            yield Finding(each.place("指标值"), _("不是上限"), (note,), certain=not found.scored)
        yearly = budget and value.unit == "元" and each in found.indicators
        if budget and yearly and value.value > budget and _WHOLE_COST.search(each.name):
            over = like(value.value - budget, value)
            note = _("指标值 {value} − 预算 {budget} = {over}", value=value, budget=like(budget, value), over=over)
            yield Finding(each.place("指标值"), _("超出预算 {over}", over=over), (note,))


def _is_cost(each: Indicator) -> bool:
    return "成本" in each.level and not any(kind in each.second for kind in ("数量", "质量", "时效"))


def _budget(found: IndicatorSet) -> Decimal | None:
    """The money of the year beside the indicators: 全年预算数, 预算数, or the sum of its sources."""
    if found.execution:
        return found.execution.budget
    stated = found.fact("预算数")
    if stated and stated.quantity:
        return stated.quantity.value
    facts = [value for name, value in found.cells.items() if isinstance(value, Fact) and "中期" not in name]
    money: list[Quantity] = [fact.quantity for fact in facts if fact.quantity and fact.quantity.kind == "元"]
    lists = any(isinstance(value, Listing) for value in found.cells.values())
    return None if lists or not money else sum((each.value for each in money), Decimal(0))


@rule("IND013", "指标条数过少或过多", Severity.HINT, limit=Decimal(20))
def too_few_or_many(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """一个项目的指标不少于 3 条，一般不超过 20 条。

    为什么: 太少说不全产出、效益和满意度；太多分值稀释，重点不见了，也收集不齐数据。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 某市第二中学
            项目:
              - 项目名称: 校舍维修经费
                财政拨款: 80.00
                绩效目标: 完成校舍维修。
                绩效指标:
                  - {一级指标: 履职业绩, 三级指标: 维修校舍, 指标值: 不少于3000平方米}
                  - {一级指标: 履职效益, 三级指标: 受益学生, 指标值: 不少于1200人}
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        资金使用单位:
          - 单位名称: 某市第二中学
            项目:
              - 项目名称: 校舍维修经费
                财政拨款: 80.00
                绩效目标: 完成校舍维修。
                绩效指标:
                  - {一级指标: 履职业绩, 三级指标: 维修校舍, 指标值: 不少于3000平方米}
                  - {一级指标: 履职效益, 三级指标: 受益学生, 指标值: 不少于1200人}
                  - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: 不低于90%}
    依据: 审核实践：指标突出重点，条数适中
    改法: 太少的补齐产出、效益、满意度；太多的只留能反映核心产出和效果的
    """
    count, limit = len(found.indicators), scene.limits["IND013"]
    too_few = count < _FEWEST and not missing_classes(found, scene)  # what is missing is said by IND001
    if found.name and found.indicators and (too_few or count > limit):
        label = _("只有 {count} 条", count=count) if count < _FEWEST else _("有 {count} 条", count=count)
        note = _("「{name}」的指标有 {count} 条", name=found.name, count=count)
        yield Finding(found.indicators[0].place("一级指标", "三级指标"), label, (note,))
