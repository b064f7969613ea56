"""Indicators as approved and as evaluated."""

from collections.abc import Iterable, Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.packs.pack import Stage
from reportgen.rules.between.comparisons import Answered, TargetRetold
from reportgen.rules.between.names import like, uncounted
from reportgen.rules.between.papers import Indicator, IndicatorList
from reportgen.rules.between.wording import differs, where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_BY_THE_FORM = ("预算执行率", "预算完成率", "资金支付率")
"""The form of a self-evaluation has a line of its own for it."""


@rule("DOC002", "自评表的指标值与批复的不同", Severity.ERROR)
def target_unchanged(told: TargetRetold, _scene: Scene) -> Iterator[Finding]:
    """自评表里的年度指标值，要照抄批复的；「不少于300天」与「≥300天」是同一个值。

    为什么: 年底把目标改低，完成率就好看了；自评要对照批复的目标。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 80.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 接待观众, 指标值: 不少于36000人次}
                  - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: 不少于20所}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
        ---
        文种: 项目支出绩效自评表
        项目自评:
          - 项目名称: 展厅运行经费
            主管部门: 某市科学技术协会
            实施单位: 某市科技馆
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 80.00, 全年预算数: 80.00, 全年执行数: 78.40}]
            预期目标: 展厅全年免费开放。
            完成情况: 展厅全年免费开放。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: ≥3.4万人次, 完成值: 3.64万人次, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: ≥20所, 完成值: 21所, 分值: 30}
              - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 80.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 接待观众, 指标值: 不少于36000人次}
                  - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: 不少于20所}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
        ---
        文种: 项目支出绩效自评表
        项目自评:
          - 项目名称: 展厅运行经费
            主管部门: 某市科学技术协会
            实施单位: 某市科技馆
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 80.00, 全年预算数: 80.00, 全年执行数: 78.40}]
            预期目标: 展厅全年免费开放。
            完成情况: 展厅全年免费开放。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: ≥3.6万人次, 完成值: 3.64万人次, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 受益学校, 指标值: ≥20所, 完成值: 21所, 分值: 30}
              - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
    依据: 审核实践：自评对照批复的绩效目标，指标和指标值照抄批复
    改法: 改回批复的指标值；年中批准调整过目标的，写明批准的文号，并写 # 忽略 DOC002：原因
    """
    if not told.agree and (told.earlier.stage, told.later.stage) == (Stage.TARGET, Stage.SELF_EVALUATION):
        yield differs(told)


@rule("DOC006", "批复的指标与自评的对不上", Severity.WARNING)
def answered(lists: Answered, _scene: Scene) -> Iterator[Finding]:
    """批复的年度指标每条都要自评，自评表里也不应有批复里没有的指标。

    名称相近的当作同一条。两边各有对不上的，可能只是换了说法，印作疑似；公开的目标表常常只列主要指标，自评表多出来的也印作疑似。

    为什么: 少报一条，多半是没有完成的那一条；多出来的，多半是后来补的。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 77.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展厅开放天数, 指标值: 不少于300天}
                  - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: 不少于35000人次}
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 产出指标, 三级指标: 展品报修处理时间, 指标值: 不超过3天}
                  - {一级指标: 产出指标, 三级指标: 展厅运行成本, 指标值: ≤80.00万元}
                  - {一级指标: 效益指标, 三级指标: 组织参观的学校数, 指标值: 不少于20所}
                  - {一级指标: 效益指标, 三级指标: 展品维护制度, 指标值: 健全}
                  - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: 不低于90%}
                  - {一级指标: 产出指标, 三级指标: 更新展品, 指标值: 不少于10件}
        ---
        文种: 项目支出绩效自评表
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        资金使用单位:
          - 单位名称: 某市科技馆
            项目:
              - 项目名称: 展厅运行经费
                财政拨款: 77.00
                绩效目标: 展厅全年免费开放。
                绩效指标:
                  - {一级指标: 产出指标, 三级指标: 展厅开放天数, 指标值: 不少于300天}
                  - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: 不少于35000人次}
                  - {一级指标: 产出指标, 三级指标: 展品完好率, 指标值: 不低于95%}
                  - {一级指标: 产出指标, 三级指标: 展品报修处理时间, 指标值: 不超过3天}
                  - {一级指标: 产出指标, 三级指标: 展厅运行成本, 指标值: ≤80.00万元}
                  - {一级指标: 效益指标, 三级指标: 组织参观的学校数, 指标值: 不少于20所}
                  - {一级指标: 效益指标, 三级指标: 展品维护制度, 指标值: 健全}
                  - {一级指标: 满意度指标, 三级指标: 参观观众满意率, 指标值: 不低于90%}
        ---
        文种: 项目支出绩效自评表
    依据: 审核实践：自评对照批复的绩效目标，指标和指标值照抄批复
    改法: 补上漏评的指标，删去没有批复的；批准调整过目标的，写明批准的文件
    """
    missing = _without(lists.approved, lists.evaluated)
    added = _without(lists.evaluated, lists.approved)
    count = sum(row.name not in _BY_THE_FORM for row in lists.approved.rows)
    other_words = 2 * len(missing) > count
    if missing:
        yield _missing(lists, missing, certain=not added)
    if added and not other_words:
        yield _added(lists, added)


def _without(some: IndicatorList, others: IndicatorList) -> list[Indicator]:
    """The indicators of one list that no name of the other is like."""
    names = {uncounted(row.name) for row in others.rows}
    left = [row for row in some.rows if uncounted(row.name) not in names and row.name not in _BY_THE_FORM]
    return [row for row in left if not any(like(uncounted(row.name), name) for name in names)]


def _missing(lists: Answered, rows: list[Indicator], certain: bool) -> Finding:
    label = _("批复了 {count} 条，这里没有的 {missing} 条", count=len(lists.approved.rows), missing=len(rows))
    note = _("{where} 有：{names}", where=where(lists, rows[0].place), names=_named(rows))
    return Finding(lists.evaluated.place, label, (note,), certain=certain)


def _added(lists: Answered, rows: list[Indicator]) -> Finding:
    """Not certain: what is published of the targets is often the most important of them."""
    label = _("有 {count} 条批复里没有：{names}", count=len(rows), names=_named(rows))
    spot, known = where(lists, lists.approved.place), _named(lists.approved.rows)
    note = _("{where} 起的 {count} 条是：{names}", where=spot, count=len(lists.approved.rows), names=known)
    return Finding(rows[0].place, label, (note,), certain=False)


def _named(rows: Iterable[Indicator]) -> str:
    return _("、").join(row.written for row in rows)
