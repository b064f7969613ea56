"""Money in several documents: granted, budgeted, spent."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import plain
from reportgen.rules.between.comparisons import BudgetRetold, InitialRetold, ProjectSum, SpentRetold
from reportgen.rules.between.papers import Reading, Said, Topic
from reportgen.rules.between.wording import differs
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("DOC003", "预算数与批复的不同", Severity.ERROR)
def granted_alike(told: InitialRetold, _scene: Scene) -> Iterator[Finding]:
    """自评表、报告里的年初预算数，应是目标批复的金额。

    只写了「批复」、没有写年初预算的，两个数不同时印作疑似：中间可能有追加或压减；正文说到追加、调整、压减的不报。
    自评表分资金来源的，合计、扣除结转后的数、财政拨款三个数有一个对得上就不报。

    为什么: 预算数是执行率的分母，和批复的对不上，后面的率都没有根据。
    错例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        ---
        文种: 部门整体支出绩效评价报告
        预算:
          金额单位: 万元
          年初预算: 312.00
          批复: 320.00
          支出: 312.40
          分项:
            - {名称: 展厅运行经费, 年初预算: 82.00, 批复: 80.00, 到位: 80.00, 支出: 78.40}
            - {名称: 科普活动经费, 年初预算: 40.00, 批复: 40.00, 到位: 40.00, 支出: 36.20}
    正例:
        文种: 项目支出绩效目标表（含转移支付项目）
        年度: 2024
        ---
        文种: 部门整体支出绩效评价报告
        预算:
          金额单位: 万元
          年初预算: 310.00
          批复: 320.00
          支出: 312.40
          分项:
            - {名称: 展厅运行经费, 年初预算: 80.00, 批复: 85.00, 到位: 85.00, 支出: 78.40}
            - {名称: 科普活动经费, 年初预算: 40.00, 批复: 35.00, 到位: 35.00, 支出: 33.40}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 对照批复文件更正；年中有追加、压减的，年初预算数照批复写，调整写在全年预算数里
    """
    if not told.agree:
        yield differs(told, told.sure)


@rule("DOC016", "全年预算数几份文件不同", Severity.ERROR)
def budgeted_alike(told: BudgetRetold, _scene: Scene) -> Iterator[Finding]:
    """同一年的自评表和报告，项目或单位的全年预算数要一样。

    只写了「批复」、没有写年初预算的，与年初预算数、全年预算数有一个对得上就不报。

    为什么: 执行率一处按这个数算，一处按那个数算，读的人不知道信哪个。
    错例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        预算: {金额单位: 万元, 批复: 325.00, 支出: 312.40}
        评价: {得分: 95.66分, 等级: 优}
        收支情况: 年中追加了预算，全年支出控制在预算以内。
    正例:
        文种: 部门整体支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        预算: {金额单位: 万元, 批复: 320, 支出: 312.40}
        评价: {得分: 95.66分, 等级: 优}
        收支情况: 年中追加了预算，全年支出控制在预算以内。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 对照预算调整文件，把写错的一处改正
    """
    if not told.agree and not _initial_agrees(told):
        yield differs(told)


def _initial_agrees(told: BudgetRetold) -> bool:
    """Whether a 批复 that is alone is what the other document calls 年初预算."""
    ways = ((told.first, told.later), (told.again, told.earlier))
    return any(
        not said.sure and each.topic is Topic.INITIAL and each.key == said.key and each.agrees(said)
        for said, paper in ways
        for each in paper.said
    )


@rule("DOC004", "执行数几份文件不同", Severity.ERROR)
def spent_alike(told: SpentRetold, _scene: Scene) -> Iterator[Finding]:
    """同一个项目、同一个单位的支出，自评表和报告要一样；元和万元换算以后按写出的位数比。

    自评表分资金来源的，合计、扣除结转后的数、财政拨款三个数有一个对得上就不报。

    为什么: 执行数来自同一本账，两份文件不一样，一定有一份错了。
    错例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        评价: {得分: 95.66分, 等级: 优}
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          项目资金: {批复: 120.00, 到位: 120.00, 支出: 115.60}
          分项:
            - {名称: 展厅运行经费, 批复: 80.00, 到位: 80.00, 支出: 79.40}
            - {名称: 科普活动经费, 批复: 40.00, 到位: 40.00, 支出: 36.20}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    正例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        评价: {得分: 95.66分, 等级: 优}
        预算:
          金额单位: 元
          批复: 3200000
          支出: 3124000
          项目资金: {批复: 1200000, 到位: 1200000, 支出: 1146000}
          分项:
            - {名称: 展厅运行经费, 批复: 800000, 到位: 800000, 支出: 784000}
            - {名称: 科普活动经费, 批复: 400000, 到位: 400000, 支出: 362000}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 对照账簿和决算，把写错的一份改正
    """
    if not told.agree:
        yield differs(told)


@rule("DOC010", "项目自评的支出大于项目支出", Severity.WARNING)
def within_project_funds(sums: ProjectSum, _scene: Scene) -> Iterator[Finding]:
    """各个项目自评表的支出相加，不应大于报告里项目资金的支出总数。

    每个项目取最小的口径（合计、扣除结转、财政拨款），还大于总数的才报。

    为什么: 部分大于整体，不是总数漏了项目，就是项目重复计算。
    错例:
        文种: 项目支出绩效自评表
        年度: 2024
        项目自评:
          - 项目名称: 展厅运行经费
            主管部门: 某市科学技术协会
            实施单位: 某市科技馆
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 80.00, 全年预算数: 80.00, 全年执行数: 78.40}]
            预期目标: 展厅全年免费开放。
            完成情况: 展厅全年免费开放。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 开放天数, 指标值: ≥300天, 完成值: 305天, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 制度, 指标值: 健全, 完成值: 健全, 分值: 30, 得分: 30}
              - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
          - 项目名称: 展品更新经费
            主管部门: 某市科学技术协会
            实施单位: 某市科技馆
            资金: [{来源: 其中：当年财政拨款, 年初预算数: 50.00, 全年预算数: 50.00, 全年执行数: 50.00}]
            预期目标: 更新展品。
            完成情况: 更新了展品。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 更新展品, 指标值: ≥10件, 完成值: 10件, 分值: 50}
              - {一级指标: 效益指标, 三级指标: 制度, 指标值: 健全, 完成值: 健全, 分值: 30, 得分: 30}
              - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        ---
        文种: 部门整体支出绩效评价报告
        年度: 2024
        评价: {得分: 95.66分, 等级: 优}
        预算: {金额单位: 万元, 批复: 320.00, 支出: 312.40, 项目资金: {批复: 120.00, 到位: 120.00, 支出: 114.60}}
        绩效分析: {投入: 预算编制规范。, 执行管理: 资金按时到位。}
    正例:
        文种: 项目支出绩效自评表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
    依据: 审核实践：纳入绩效自评的项目资金是项目支出的一部分
    改法: 核对总数是否漏了项目，项目之间有没有重复；口径不同的写明原因
    """
    total = sums.total.readings[0]
    parts = [min(part.readings, key=_value) for part in sums.parts]
    added = sum((_value(part) for part in parts), Decimal(0))
    if total.interval.high is not None and added > total.interval.high + _slack(parts):
        factor = total.quantity.factor
        working = " + ".join(plain(_value(part) / factor) for part in parts)
        words = {"count": len(parts), "sum": plain(added / factor), "working": working, "names": _names(sums.parts)}
        notes = (_("{count} 个项目自评的支出合计 {sum}：{working}（{names}）", **words),)
        yield Finding(sums.total.place, str(total.quantity), notes)


def _value(reading: Reading) -> Decimal:
    return reading.quantity.value


def _slack(parts: list[Reading]) -> Decimal:
    """What rounding can make."""
    return sum((part.interval.high - _value(part) for part in parts if part.interval.high is not None), Decimal(0))


def _names(parts: tuple[Said, ...]) -> str:
    return _("、").join(part.name for part in parts)
