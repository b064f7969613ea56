"""Words of two years: paragraphs that were taken over, problems that come again."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import ProblemsAgain, Texts
from reportgen.rules.between.wording import spot_of, where
from reportgen.rules.between.year_copied import compared, is_copied
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_SHOWN = 20
_SECTIONS = 6
"""Of so many sections the rate is told."""
_SHORTEST = 8
"""A problem in fewer characters is a catchword."""


@rule("YRS002", "与上年报告整段雷同", Severity.WARNING, limit=Decimal(80))
def taken_over(pair: Texts, scene: Scene) -> Iterator[Finding]:
    """今年的报告里，与上年报告一字不差的段落不应占八成以上。

    只比 20 个字以上的自然段，至少五段；由 reportgen roll 从上年转来的文件，除去职能、机构、人员各节，两段起就比。
    只换了年份的算雷同，换了别的数字的不算；职能、机构几段照抄没有关系。

    为什么: 只换封面的报告，看不出今年做了什么，审计专门比这个。
    错例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        收支情况: 全年支出控制在预算以内，三公经费支出没有超过预算。
        评价过程: 按照市财政局的通知要求，成立评价小组，收集资料，逐项打分，形成本报告。
        目标完成情况: 展览部、活动部按照年初计划完成了各项任务，观众反映良好。
        绩效分析:
          投入: 各项目均按照单位职责编制预算并设定了绩效目标，任务落实到部门。
          执行管理: 资金按时到位，支出审批手续齐全，没有发现违规使用的情况。
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        收支情况: 全年支出控制在预算以内，三公经费支出没有超过预算。
        评价过程: 按照市财政局的通知要求，成立评价小组，收集资料，逐项打分，形成本报告。
        目标完成情况: 展览部、活动部按照年初计划完成了各项任务，观众反映良好。
        绩效分析:
          投入: 各项目均按照单位职责编制预算并设定了绩效目标，任务落实到部门。
          执行管理: 资金按时到位，支出审批手续齐全，没有发现违规使用的情况。
    正例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        收支情况: 全年支出控制在预算以内，三公经费支出没有超过预算。
        评价过程: 按照市财政局的通知要求，成立评价小组，收集资料，逐项打分，形成本报告。
        目标完成情况: 展览部、活动部按照年初计划完成了各项任务，观众反映良好。
        绩效分析:
          投入: 各项目均按照单位职责编制预算并设定了绩效目标，任务落实到部门。
          执行管理: 资金按时到位，支出审批手续齐全，没有发现违规使用的情况。
    依据: 审核实践：报告按当年的情况撰写，不照抄上年
    改法: 按今年的情况重写，从最长的一段改起
    """
    if is_copied(pair, scene.limits["YRS002"]):
        former, paragraphs = pair.former, compared(pair)
        same = [words for words in paragraphs if words.text in former]
        longest = max(same, key=lambda words: len(words.text))
        label = _("{count} 个自然段里有 {same} 段与上年一字不差", count=len(paragraphs), same=len(same))
        text, spot = longest.text[:_SHOWN], where(pair, former[longest.text])
        note = _(
            "最长的一段 {length} 个字：「{text}…」，与 {where} 相同", length=len(longest.text), text=text, where=spot
        )
        found = _("在 {where}", where=spot_of(pair.later, longest.place))
        yield Finding(pair.later.head, label, (note, found, *_by_section(pair)))


def _by_section(pair: Texts) -> Iterator[str]:
    """How much of each section is last year's, those first that are so to the last word."""
    former = pair.former
    rates = {
        section: 100 * sum(each.text in former for each in words) // len(words)
        for section, words in pair.sections.items()
    }
    shown = sorted((section for section in rates if rates[section]), key=lambda section: -rates[section])[:_SECTIONS]
    if shown:
        told = _("；").join(f"{section} {rates[section]}%" for section in shown)
        yield _("各节雷同的比率：{sections}", sections=told)


@rule("YRS005", "上年的问题原样再写", Severity.HINT)
def problem_again(pair: ProblemsAgain, _scene: Scene) -> Iterator[Finding]:
    """今年的存在问题与上年的一字不差，要写明上年的措施为什么没有见效。

    为什么: 问题年年一样，说明措施没有落实，或者问题是抄的。
    错例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        活动: [{部门: 展览部, 内容: 展厅按计划开放。}]
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
    正例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        活动: [{部门: 展览部, 内容: 展厅按计划开放。}]
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
    依据: 审核实践：跟踪上年问题的整改
    改法: 写明上年的措施做到哪一步、今年的原因是什么；不再存在的问题删去
    """
    former = {words.text: words.place for problem in pair.earlier.problems for words in problem}
    for problem in pair.later.problems:
        again = [words for words in problem if words.text in former and len(words.text) >= _SHORTEST]
        for words in again[:1]:
            note = _("{where} 也这样写", where=where(pair, former[words.text]))
            yield Finding(words.place, _("与上年一字不差"), (note,), certain=False)
