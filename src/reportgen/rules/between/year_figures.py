"""Figures of two years: what was carried over, what is repeated of last year, what was left standing."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import plain
from reportgen.rules.between.comparisons import CarriedOver, FiguresOfYears, FormerRetold, StaffOfYears
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.wording import in_year, where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("YRS001", "期初结转不等于上年期末", Severity.ERROR)
def carried_over(told: CarriedOver, _scene: Scene) -> Iterator[Finding]:
    """今年的上年结转（期初结转），应等于上一年报告的年末结转；结转比结转，结余比结余。

    不是讲整个单位的报告，两年讲的可能不是一个项目，印作疑似。

    为什么: 一年的期末就是下一年的期初，对不上说明账上少了一笔或多了一笔。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          结转结余: {年末: 12.50万元}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          结转结余: {年初: 10.50万元}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          结转结余: {年末: 12.50万元}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          结转结余: {年初: 125000元}
    依据: 审核实践：期初结转等于上年期末结转
    改法: 对照两年的决算更正；期末结余已经上缴财政的，写明上缴数
    """
    if not told.agree:
        yield _against(told)


def _against(told: CarriedOver | FormerRetold) -> Finding:
    label = _("{name}：{value}", name=told.again.name, value=told.again.words)
    words = {"year": told.earlier.year, "value": told.first.words, "again": told.again.words}
    spot = where(told, told.first.place)
    note = _("{year} 年的{where} 写的是 {value}，这里是 {again}", where=spot, **words)
    return Finding(told.again.place, label, (note,), certain=told.earlier.whole and told.later.whole)


@rule("YRS003", "上年数与上年报告不符", Severity.ERROR)
def former_figure(told: FormerRetold, _scene: Scene) -> Iterator[Finding]:
    """「数据」里写明是上年的数，应是上一年报告写的数；增减百分比都从它算起。

    不是讲整个单位的报告，两年讲的可能不是一个项目，印作疑似。

    为什么: 上年数抄错，同比就跟着错；前后两年的报告都公开，谁都能对。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {合计: 33500人次, 常设展厅: 26000人次, 临时展览: 7500人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          接待观众: {本年: 36400人次, 上年: 35300人次}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {合计: 33500人次, 常设展厅: 26000人次, 临时展览: 7500人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          接待观众: {本年: 36400人次, 上年: 3.35万人次}
    依据: 审核实践：同比的基数取上年公布的数
    改法: 照上年的报告更正；上年的数后来调整过的，写明调整的原因
    """
    if not told.agree:
        yield _against(told)


@rule("YRS007", "编制数比上年变动大", Severity.HINT, limit=Decimal(20))
def staff_of_years(told: StaffOfYears, scene: Scene) -> Iterator[Finding]:
    """编制数比上年变动 20% 以上的，要写明原因；正文说到调整、追加的不报。

    为什么: 编制是几年不变的数，忽然差很多，多半是把编制和在职人数写反了。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          人员: {编制: 21人}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          人员: {编制: 12人}
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          人员: {编制: 13人}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        数据:
          人员: {编制: 12人}
    依据: 审核实践：编制变动要有机构编制部门的文件
    改法: 核对编制批复；确有调整的，写明文号
    """
    before, now = told.first.readings[0].quantity.value, told.again.readings[0].quantity.value
    if before and abs(now - before) * 100 > scene.limits["YRS007"] * before and not told.later.adjusts:
        label = _("{name}：{value}", name=told.again.name, value=told.again.words)
        yield Finding(told.again.place, label, (in_year(told),), certain=False)


_DIGITS = 4
_SHOWN = 3
_STANDING = "编制 在编 在职 面积 计划 目标 批复 预算 标准 定额 限流 容量 退休 核定"


@rule("YRS006", "疑似上年的数字没有改", Severity.HINT)
def left_standing(pair: FiguresOfYears, _scene: Scene) -> Iterator[Finding]:
    """一组数字里别的都比上年变了，只有一个与上年一个不差，要核对是不是忘了改。

    只看「数据」里有四位以上有效数字的数，编制、面积、计划这些本来就不变的不看。

    为什么: 拿去年的文件改数字，最容易漏掉一个。
    错例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {常设展厅: 26130人次, 临时展览: 7815人次, 线上展览: 4127人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 广东省部门整体支出绩效自评报告
        年度: 2024
        数据:
          接待观众: {常设展厅: 28625人次, 临时展览: 7815人次, 线上展览: 4583人次}
        收支情况: 全年支出没有超过批复的预算，项目资金按进度支付。
        评价结果: 自评结果经集体研究确定，随部门决算公开。
        活动: [{部门: 展览部, 内容: 展厅全年免费开放，新增线上展览和预约参观。}]
    正例:
        文种: 广东省部门整体支出绩效自评报告
        年度: 2023
        成文日期: 2024年3月20日
        数据:
          接待观众: {常设展厅: 26130人次, 临时展览: 7815人次, 线上展览: 4127人次}
        存在问题: [{简称: 志愿者, 问题: 志愿者人数不够稳定}]
        整改措施: [{对应问题: 志愿者, 措施: 与学校签订志愿服务协议}]
        ---
        文种: 广东省部门整体支出绩效自评报告
        年度: 2024
        数据:
          接待观众: {常设展厅: 28625人次, 临时展览: 7968人次, 线上展览: 4583人次}
        收支情况: 全年支出没有超过批复的预算，项目资金按进度支付。
        评价结果: 自评结果经集体研究确定，随部门决算公开。
        活动: [{部门: 展览部, 内容: 展厅全年免费开放，新增线上展览和预约参观。}]
    依据: 审核实践：沿用上年文件时逐个核对数字
    改法: 对照原始记录核对；确实没有变的，不用改
    """
    former = {said.key: said for said in pair.earlier.said if said.topic is Topic.FACT}
    for _group, rows in groupby(_facts(pair.later), key=lambda said: said.key.rpartition(".")[0]):
        both = [(former[said.key], said) for said in rows if said.key in former]
        kept = [(first, said) for first, said in both if first.readings == said.readings]
        if len(kept) == 1 and len(both) > 2 and _telling(kept[0][1]):
            first, said = kept[0]
            spot = where(pair, first.place)
            place = _("{year} 年的{where} 也是 {value}", year=pair.earlier.year, where=spot, value=first.words)
            changed = _("同一组的另外 {count} 个数都变了", count=len(both) - 1)
            yield Finding(
                said.place, _("{name}：{value}", name=said.name, value=said.words), (place, changed), certain=False
            )


def _facts(paper: Paper) -> list[Said]:
    return sorted(
        (said for said in paper.said if said.topic is Topic.FACT), key=lambda said: said.key.rpartition(".")[0]
    )


def _telling(said: Said) -> bool:
    """Whether it would be chance that the figure is the same, and no wonder."""
    digits = plain(said.readings[0].quantity.number).replace(".", "").strip("0")
    return len(digits) >= _DIGITS and not any(word in said.key for word in _STANDING.split())


_FEWEST_FIGURES = 5
_TOPICS = (Topic.FACT, Topic.INITIAL, Topic.BUDGET, Topic.SPENT, Topic.DONE)
"""What changes from year to year; targets, staff and grades may stay."""


@rule("YRS008", "数字与上年的几乎全部相同", Severity.ERROR, limit=Decimal(90))
def all_as_last_year(pair: FiguresOfYears, scene: Scene) -> Iterator[Finding]:
    """今年的「数据」「预算」和完成值，与上年同一种文件的九成以上一个不差，多半是只改了年度和日期。

    编制、面积、计划这些本来就不变的不算，不满五个数的不比。

    为什么: 拿去年的文件改，年度和日期改了，数没有改，整份文件都是上年的。
    错例:
        文种: 部门整体支出绩效自评表
        年度: 2023
        ---
        文种: 部门整体支出绩效自评表
        年度: 2024
    正例:
        文种: 部门整体支出绩效自评表
        年度: 2023
        评价: {等级: 优}
        预算:
          金额单位: 万元
          年初预算: 300.00
          批复: 310.00
          支出: 305.20
          基本支出: {年初预算: 190.00, 批复: 195.00, 支出: 193.60}
          项目资金: {年初预算: 110.00, 批复: 115.00, 支出: 111.60}
        ---
        文种: 部门整体支出绩效自评表
        年度: 2024
    依据: 审核实践：沿用上年文件时逐个核对数字
    改法: 对照今年的账簿和原始记录，逐个更新
    """
    former = {(said.topic, said.key): said for said in pair.earlier.said if _changes(said)}
    both = [(former[key], said) for said in pair.later.said if (key := (said.topic, said.key)) in former]
    same = [said for first, said in both if first.readings == said.readings]
    if len(both) >= _FEWEST_FIGURES and len(same) * 100 >= scene.limits["YRS008"] * len(both):
        words = {"count": len(both), "same": len(same), "year": pair.earlier.year}
        label = _("{count} 个数里有 {same} 个与 {year} 年的一个不差", **words)
        shown = _("、").join(f"{said.name} {said.words}" for said in same[:_SHOWN])
        note = _("{where} 也是：{figures}", where=where(pair, former[same[0].topic, same[0].key].place), figures=shown)
        yield Finding(pair.later.head, label, (note,))


def _changes(said: Said) -> bool:
    """Whether a figure would be another one in the next year."""
    given = bool(said.readings) and said.readings[0].quantity.value != 0
    return said.topic in _TOPICS and given and not any(word in said.key for word in _STANDING.split())
