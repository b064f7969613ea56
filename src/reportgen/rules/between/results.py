"""Results in several documents: figures of 数据 and what indicators reached, the rate at which the budget was spent."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import RateRetold, ResultRetold
from reportgen.rules.between.wording import differs, where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_OF_THE_WHOLE = ("天", "%", "个百分点")
"""What the parts of a whole do not share out among them."""


@rule("DOC017", "完成值与「数据」里的数不同", Severity.WARNING)
def reached_alike(told: ResultRetold, _scene: Scene) -> Iterator[Finding]:
    """自评表里指标的完成值，与报告「数据」里同名的数应当一样，印作疑似。

    名称相同（末尾的人次、场次不算），或者「数据」里的名称是指标名称的后半截的，才比；写明计划、目标的不比。
    一个项目的完成值可能只是全单位的一部分：比全单位小的不报，天数和比率除外。

    为什么: 同一件事，报告里说开放 300 天，自评表里写完成 305 天，一定有一处没有更新。
    错例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        评价: {得分: 95.66分, 等级: 优}
        数据:
          展览: {开放天数: 300天}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    正例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        评价: {得分: 95.66分, 等级: 优}
        数据:
          展览: {开放天数: 305天, 计划开放天数: 300天}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 对照原始记录，把写错的一处改正；本来就是两件事的，换一个名称
    """
    fact, result = (told.first, told.again) if told.fact_first else (told.again, told.first)
    if told.agree or not fact.readings or not result.readings:
        return
    whole, part = fact.readings[0].quantity, result.readings[0].quantity
    of_a_project = not result.key.startswith("/")
    if not of_a_project or part.value > whole.value or part.unit in _OF_THE_WHOLE:
        yield differs(told, certain=False)


@rule("DOC018", "预算执行率几份文件不同", Severity.WARNING)
def spent_at_one_rate(told: RateRetold, _scene: Scene) -> Iterator[Finding]:
    """评分表、自评表里「预算执行率」「预算完成率」的完成值，应是报告或自评表里的支出 ÷ 预算。

    与全年预算、年初预算，或项目资金的执行率有一个对得上就不报。

    为什么: 执行率是按账算出来的，一份文件一个数，就有一份是照抄上年的。
    错例:
        文种: 部门整体支出绩效指标体系评分表
        年度: 2024
        评价: {得分: 100分, 等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 预算完成率, 指标值: ≥95%, 完成值: 96.85%, 分值: 50}
          - {一级指标: 效果, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 50}
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 100分, 等级: 优}
    正例:
        文种: 部门整体支出绩效指标体系评分表
        年度: 2024
        评价: {得分: 100分, 等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 预算完成率, 指标值: ≥95%, 完成值: 97.63%, 分值: 50}
          - {一级指标: 效果, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 50}
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 100分, 等级: 优}
    依据: 审核实践：预算执行率 = 全年执行数 ÷ 全年预算数
    改法: 按今年的支出和预算重算
    """
    if not told.agree:
        words = {"rate": told.first.words, "stated": told.again.words}
        note = _("{where} 的支出 ÷ 预算 = {rate}，这里写的是 {stated}", where=where(told, told.first.place), **words)
        yield Finding(told.again.place, _("{name}：{value}", name=told.again.name, value=told.again.words), (note,))
