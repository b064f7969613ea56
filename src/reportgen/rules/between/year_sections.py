"""Sections that were taken over from last year, with the rate of each."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import Texts
from reportgen.rules.between.wording import where
from reportgen.rules.between.year_copied import is_copied, may_stay
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_FEWEST = 2


@rule("YRS010", "一节照抄上年", Severity.HINT, limit=Decimal(80))
def section_taken_over(pair: Texts, scene: Scene) -> Iterator[Finding]:
    """报告的一节里，八成以上的段落与上年一字不差的，要照今年的情况重写；职能、机构、人员各节不算。

    只看由 reportgen roll 从上年转来的文件。只比 20 个字以上的自然段，一节不满两段的不比；
    全篇都雷同的报 YRS002，不再一节一节地报。

    为什么: 成效、分析、问题这几节写的是今年的事，与上年一样就没有写。
    错例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        目标完成情况: |
          展览部按照年初计划完成了全年的开放任务，观众反映良好。
          活动部按照年初计划完成了全年的活动任务，学校反映良好。
        收支情况: 全年支出控制在预算以内，三公经费支出没有超过预算。
        评价过程: 按照市财政局的通知要求，成立评价小组，收集资料，逐项打分，形成本报告。
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年问题整改情况: [{名称: 志愿者人数不够稳定, 内容: 与学校签订志愿服务协议一条已经做到，签了两所学校。}]
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        目标完成情况: |
          展览部按照年初计划完成了全年的开放任务，观众反映良好。
          活动部按照年初计划完成了全年的活动任务，学校反映良好。
    正例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        目标完成情况: |
          展览部按照年初计划完成了全年的开放任务，观众反映良好。
          活动部按照年初计划完成了全年的活动任务，学校反映良好。
        收支情况: 全年支出控制在预算以内，三公经费支出没有超过预算。
        评价过程: 按照市财政局的通知要求，成立评价小组，收集资料，逐项打分，形成本报告。
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年问题整改情况: [{名称: 志愿者人数不够稳定, 内容: 与学校签订志愿服务协议一条已经做到，签了两所学校。}]
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        目标完成情况: |
          展览部全年开放三百多天，节假日延长开放时间，观众比往年多。
          活动部按照年初计划完成了全年的活动任务，学校反映良好。
    依据: 审核实践：报告按当年的情况撰写，不照抄上年
    改法: 按今年的情况重写这一节
    """
    former = pair.former
    if not pair.later.follows or is_copied(pair, scene.limits["YRS002"]):
        return
    for section, words in pair.sections.items():
        if may_stay(section):
            continue
        same = [each for each in words if each.text in former]
        if len(words) >= _FEWEST and len(same) * 100 >= scene.limits["YRS010"] * len(words):
            told = {"count": len(words), "same": len(same), "rate": 100 * len(same) // len(words)}
            label = _("这一节 {count} 段里有 {same} 段（{rate}%）与上年一字不差", **told)
            note = _("上年在 {where}", where=where(pair, former[same[0].text]))
            yield Finding(same[0].place, label, (note,), section=section)
