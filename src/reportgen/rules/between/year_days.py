"""Days of last year that stand in this year's report as they stood in last year's."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.rules.between.comparisons import Dated
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.structure.title_years import A_TITLE

_HISTORY = re.compile(r"成立|建成|建立|始建|落成|设立|组建|批准|批复|印发|颁布|施行|颁发|命名|授予|上年|去年|往年")
"""What was once, and is told every year."""


@rule("YRS012", "上年的日期和事没有改", Severity.WARNING)
def day_of_last_year(pair: Dated, _scene: Scene) -> Iterator[Finding]:
    """今年的报告里，写着上年年份的句子与上年报告的一字不差，写的多半还是上年的事。印作疑似。

    只看由 reportgen roll 从上年转来的文件；成立、建成、印发这些年年要写的旧事不算。

    为什么: 换了年度，句子里的日期没有换，写的是上年的活动、上年的采购。
    错例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        目标完成情况: 展厅于2023年6月13日恢复开放，观众反映良好。
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年问题整改情况: [{名称: 志愿者人数不够稳定, 内容: 与学校签订志愿服务协议一条已经做到，签了两所学校。}]
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        目标完成情况: 展厅于2023年6月13日恢复开放，观众反映良好。
    正例:
        文种: 部门整体支出绩效评价报告
        年度: 2023
        成文日期: 2024年3月20日
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        收支情况: 全年支出控制在预算以内。
        评价过程: 成立评价小组，逐项打分。
        目标完成情况: 展厅于2023年6月13日恢复开放，观众反映良好。
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        上年问题整改情况: [{名称: 志愿者人数不够稳定, 内容: 与学校签订志愿服务协议一条已经做到，签了两所学校。}]
        存在问题: [{简称: 预约, 问题: 节假日排队时间偏长}]
        整改措施: [{对应问题: 预约, 措施: 由展览部负责推行分时预约}]
        目标完成情况: 展厅全年正常开放，观众反映良好。
    依据: 审核实践：报告按当年的情况撰写，不照抄上年
    改法: 写今年的事和日期；确实要写上年的，写明「上年」
    """
    last = f"{pair.earlier.year}年"
    former = {words.text: words.place for words in pair.earlier.dated if last in words.text}
    for words in pair.later.dated:
        if last in A_TITLE.sub("", words.text) and words.text in former and not _HISTORY.search(words.text):
            label = _("「{year}」的句子与上年一字不差", year=last)
            note = _("{where} 也这样写", where=where(pair, former[words.text]))
            yield Finding(words.place, label, (note,), certain=False, section=words.section)
