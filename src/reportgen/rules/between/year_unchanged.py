"""Last year's figures in this year's document: one that was left standing, or all of them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import plain
from reportgen.rules.between.comparisons import FiguresOfYears
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.wording import where
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

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
