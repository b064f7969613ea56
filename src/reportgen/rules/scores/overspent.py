"""Money of a form's lines: nobody spends more than the budget that stands beside it."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Listing, ListRow
from reportgen.model.quantity import like, percent
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_BUDGET, _SPENT = "全年预算数", "全年执行数"


@rule("SCO028", "执行数超过全年预算数", Severity.ERROR)
def lines_within_their_budget(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """自评表的一行里，全年执行数不应超过全年预算数；别人写的文件里只作疑似。

    为什么: 执行率超过 100%，不是把年初预算当作全年预算填了，就是两个数填反了、填串了行。
    错例:
        文种: 项目支出绩效自评表
        项目自评:
          - 项目名称: 门诊楼维修
            主管部门: 示例县卫生健康局
            实施单位: 示例县人民医院
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 60.00, 全年预算数: 60.00, 全年执行数: 66.40}]
            预期目标: 完成门诊楼维修。
            完成情况: 门诊楼维修完工。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 维修面积, 指标值: ≥900平方米, 完成值: 900平方米, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 就诊人次, 指标值: ≥5万人次, 完成值: 5.2万人次, 分值: 30}
              - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 92%, 分值: 10}
    正例:
        文种: 项目支出绩效自评表
        项目自评:
          - 项目名称: 门诊楼维修
            主管部门: 示例县卫生健康局
            实施单位: 示例县人民医院
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 60.00, 全年预算数: 68.00, 全年执行数: 66.40}]
            预期目标: 完成门诊楼维修。
            完成情况: 门诊楼维修完工。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 维修面积, 指标值: ≥900平方米, 完成值: 900平方米, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 就诊人次, 指标值: ≥5万人次, 完成值: 5.2万人次, 分值: 30}
              - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 92%, 分值: 10}
    依据: 审核实践：支出不超过预算，超过的要说明资金来源
    改法: 核对两个数；年中追加过预算的，全年预算数写调整后的数；情况属实的，在该行写 # 忽略 SCO028：原因
    """
    for value in found.cells.values():
        for row in value.rows if isinstance(value, Listing) else ():
            yield from _overspent(row, scene)


def _overspent(row: ListRow, scene: Scene) -> Iterator[Finding]:
    spent, budget, fact = row.quantity(_SPENT), row.quantity(_BUDGET), row.fact(_SPENT)
    if not spent or not budget or not fact or spent.value <= budget.value:
        return
    over = like(spent.value - budget.value, spent)
    notes = [_("执行数 {spent} − 全年预算数 {budget} = {over}", spent=spent, budget=budget, over=over)]
    if budget.value:
        notes.append(_("执行率 {rate}", rate=percent(spent.value / budget.value, 2)))
    yield Finding(fact.place, _("超出 {over}", over=over), tuple(notes), certain=not scene.finished)
