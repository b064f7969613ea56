"""What was reached last year and what is asked for this year."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.rules.between.comparisons import TargetAfterResult
from reportgen.rules.between.wording import in_year
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("YRS004", "目标低于上年实际完成", Severity.HINT, limit=Decimal(10))
def target_after_result(told: TargetAfterResult, scene: Scene) -> Iterator[Finding]:
    """今年的指标值，不应比上年实际完成的低很多（默认低 10% 以上才提示）；「≤」的指标是上限，不比。

    为什么: 上年已经做到的事，今年的目标反而低，是没有压力的目标。
    错例:
        文种: 项目支出绩效自评表
        年度: 2024
        ---
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2025
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 80.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 效益指标, 三级指标: 接待观众, 指标值: 不少于3.0万人次}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
    正例:
        文种: 项目支出绩效自评表
        年度: 2024
        ---
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2025
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 80.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 效益指标, 三级指标: 接待观众, 指标值: 不少于3.6万人次}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
    依据: 审核实践：目标要有一定压力，不低于上年实际水平
    改法: 提高指标值；任务确实减少的，在申报说明里写明
    """
    reached, target = told.first.readings[0].quantity, told.again.readings[0].quantity
    least = reached.value * (100 - scene.limits["YRS004"]) / 100
    if reached.kind == target.kind and target.bound is not Bound.AT_MOST and target.value < least:
        label = _("{name}：{value}", name=told.again.name, value=told.again.words)
        yield Finding(told.again.place, label, (in_year(told),), certain=False)
