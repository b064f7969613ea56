"""What last year's report promised, and of which this year's says nothing."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import Promises
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_SHOWN = 3


@rule("YRS011", "上年的整改措施没有交代", Severity.WARNING)
def promise_without_answer(pair: Promises, _scene: Scene) -> Iterator[Finding]:
    """上年报告写的整改措施，今年的报告要逐条交代做得怎样；在正文里提到这条措施的就算。印作疑似。

    只看由 reportgen roll 从上年转来的文件：「上年问题整改情况」一节已经列好，逐条填就行。

    为什么: 措施写了没有下文，等于没有整改；这是复查时第一个要看的。
    错例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        目标完成情况: 展览部、活动部按照年初计划完成了各项任务，观众反映良好。
        活动: [{部门: 展览部, 内容: 展厅按计划开放。}]
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年: {数据: {展览: {开放天数: 305天}}}
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
    正例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        目标完成情况: 展览部、活动部按照年初计划完成了各项任务，观众反映良好。
        活动: [{部门: 展览部, 内容: 展厅按计划开放。}]
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年: {数据: {展览: {开放天数: 305天}}}
        上年问题整改情况:
          - 名称: 志愿者人数不够稳定
            内容: 上年提出的措施：与学校签订志愿服务协议。整改情况：已与两所学校签订协议，志愿者人数稳定。
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
    依据: 审核实践：跟踪上年问题的整改
    改法: 在「上年问题整改情况」里逐条写做到哪一步；没有做的写明原因
    """
    texts = [words.text for words in pair.later.paragraphs]
    open_ones = [words for words in pair.earlier.measures if not any(words.text in text for text in texts)]
    if open_ones:
        shown = _("、").join(f"「{words.text}」" for words in open_ones[:_SHOWN])
        counts = {"count": len(pair.earlier.measures), "open": len(open_ones)}
        label = _("上年 {count} 条整改措施，{open} 条没有交代", **counts)
        note = _("{where} 写的：{measures}", where=where(pair, open_ones[0].place), measures=shown)
        yield Finding(pair.later.head, label, (note,), certain=False)
