"""What spending earns, and whether the other scores can be believed beside it."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import FundTable, Listing
from reportgen.model.quantity import Bound, Interval, Quantity, percent, plain, round_half_up
from reportgen.place import Place
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.scores.scored import EXECUTION
from reportgen.rules.spent_rates import STATES_A_RATE, rates_of_lines, rates_of_table

_NEARLY_SPENT = Decimal("0.9")
"""From here on some places give all points."""
_FEW = 3


@rule("SCO008", "预算执行率的得分不符", Severity.ERROR, limit=Decimal("0.1"))
def score_of_execution(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """预算执行率的得分 = 全年执行数 ÷ 全年预算数 × 分值，最多得满分。相差 0.1 分以内不报。

    为什么: 执行率是客观数，按支付数据一算就知道；这一项写高了，整张表都不可信。
    错例:
        文种: 部门整体支出绩效指标体系评分表
        单位: 某区图书馆
        评价: {等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 预算执行率, 指标值: 100%, 完成值: 85%, 分值: 40, 得分: 38, 偏差原因: 尾款未付}
          - {一级指标: 产出, 三级指标: 开放天数, 指标值: ≥300天, 完成值: 305天, 分值: 40}
          - {一级指标: 效果, 三级指标: 读者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 20}
    正例:
        文种: 部门整体支出绩效指标体系评分表
        单位: 某区图书馆
        评价: {等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 预算执行率, 指标值: 100%, 完成值: 85%, 分值: 40, 得分: 34, 偏差原因: 尾款未付}
          - {一级指标: 产出, 三级指标: 开放天数, 指标值: ≥300天, 完成值: 305天, 分值: 40}
          - {一级指标: 效果, 三级指标: 读者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 20}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率为自评的一级指标，权重 10%
    改法: 按算式更正得分；执行数或预算数写错的，更正那个数；当地按分档给分的，在该行写 # 忽略 SCO008：原因
    """
    for share, points, earned, place in _execution_scores(found):
        expected = round_half_up(min(share, Decimal(1)) * points, 2)
        if abs(earned - expected) > scene.limits["SCO008"]:
            words = {"rate": percent(share, 2), "points": plain(points), "earned": plain(earned)}
            note = _("执行率 {rate} × 分值 {points} = {expected}，写的是 {earned}", expected=plain(expected), **words)
            certain = earned > expected and share < _NEARLY_SPENT
            yield Finding(place, _("应为 {expected} 分", expected=plain(expected)), (note,), certain=certain)


def _execution_scores(found: IndicatorSet) -> Iterator[tuple[Decimal, Decimal, Decimal, Place]]:
    """Share spent, points, score and place: of the form's own line, of an indicator called 预算执行率."""
    execution = found.execution
    if execution and execution.share is not None and execution.points and execution.earned:
        points, earned = execution.points.quantity, execution.earned.quantity
        if points and earned:
            yield execution.share, points.number, earned.number, execution.earned.place
    for each in found.scored:
        rate, points_of, earned_of = each.reached, each.points, each.earned
        known = EXECUTION.search(each.name) and each.scored_by_hand
        if known and rate and rate.kind == "%" and points_of and earned_of is not None:
            yield rate.value, points_of, earned_of, each.place("得分")


@rule("SCO027", "执行率指标的完成值与预算不符", Severity.WARNING)
def rate_of_spending(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """「预算执行率」「预算完成率」这样的指标，完成值应是同一张表里的支出 ÷ 预算。

    与全年预算、年初预算、到位数，或者其中项目资金、一种来源的执行率有一个对得上就不报。

    为什么: 执行率是按账算出来的，写在表上半部分的预算和支出一除就知道。
    错例:
        文种: 部门整体支出绩效自评表
        绩效指标:
          - {一级指标: 成本指标, 三级指标: 预算执行率, 指标值: ≥95%, 完成值: 99.10%, 分值: 20}
          - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: ≥3.5万人次, 完成值: 3.64万人次, 分值: 40}
          - {一级指标: 效益指标, 三级指标: 青少年参与人次, 指标值: ≥1万人次, 完成值: 1.08万人次, 分值: 20}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        绩效指标:
          - {一级指标: 成本指标, 三级指标: 预算执行率, 指标值: ≥95%, 完成值: 97.63%, 分值: 20}
          - {一级指标: 产出指标, 三级指标: 接待观众人次, 指标值: ≥3.5万人次, 完成值: 3.64万人次, 分值: 40}
          - {一级指标: 效益指标, 三级指标: 青少年参与人次, 指标值: ≥1万人次, 完成值: 1.08万人次, 分值: 20}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：预算执行率 = 全年执行数 ÷ 全年预算数
    改法: 按表里的支出和预算重算
    """
    rates = list(_rates_beside(found))
    for each in found.scored if rates else ():
        stated = _stated_rate(each)
        if stated and not any(stated.interval.meets(Interval(rate, rate)) for rate in rates):
            note = _("支出 ÷ 预算 = {rate}，写的是 {stated}", rate=percent(rates[0], 2), stated=stated)
            yield Finding(each.place("完成值"), str(stated), (note,), certain=not scene.finished)


def _stated_rate(each: Indicator) -> Quantity | None:
    """The result of an indicator that is a rate of spending."""
    stated = each.reached if STATES_A_RATE.fullmatch(each.name) else None
    return stated if stated and stated.kind == "%" and stated.bound is Bound.EXACT else None


def _rates_beside(found: IndicatorSet) -> Iterator[Decimal]:
    for value in found.cells.values():
        match value:
            case FundTable():
                yield from rates_of_table(value)
            case Listing():
                yield from rates_of_lines(value)
            case _:
                pass


@rule("SCO017", "执行率不高而各项全是满分", Severity.WARNING, limit=Decimal(90))
def all_full_marks(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """预算执行率不到 90%，各条指标却全部得满分的，自评分可能偏高。

    为什么: 钱没有花完而事情全部办完，要么预算编高了，要么得分给高了，复核时都会被问到。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        预算: {金额单位: 万元, 年初预算: 320, 批复: 320, 支出: 272}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件, 完成值: 3000件, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 调解案件, 指标值: ≥1000件, 完成值: 1000件, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        预算: {金额单位: 万元, 年初预算: 320, 批复: 320, 支出: 304}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件, 完成值: 3000件, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 调解案件, 指标值: ≥1000件, 完成值: 1000件, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：自评得分与预算执行率、实际完成情况相互印证
    改法: 逐条核对完成值和得分；情况属实的，说明没有花完的钱为什么不影响目标，并写 # 忽略 SCO017：原因
    """
    execution = found.execution
    share = execution.share if execution else None
    if execution is None or share is None or not _all_full(found) or share * 100 >= scene.limits["SCO017"]:
        return
    note = _("预算执行率 {rate}，{count} 条指标全部得满分", rate=percent(share, 2), count=len(found.scored))
    yield Finding(execution.place, _("预算执行率 {rate}", rate=percent(share, 2)), (note,), certain=False)


def _all_full(found: IndicatorSet) -> bool:
    return len(found.scored) >= _FEW and all(each.earned == each.points for each in found.scored)


@rule("SCO022", "指标得分率与执行率差距大", Severity.WARNING, limit=Decimal(20))
def scores_beside_spending(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """各条指标的得分率比预算执行率高出 20 个百分点以上的，要说明原因。

    为什么: 花的钱和办成的事应当大致相称，差得多，不是预算编得不准，就是得分给得不实。
    错例:
        文种: 部门整体支出绩效自评表
        预算: {金额单位: 万元, 年初预算: 320, 批复: 320, 支出: 224}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 科普活动场次, 指标值: ≥20场, 完成值: 19场, 分值: 50, 偏差原因: 一场改期}
          - {一级指标: 效益指标, 三级指标: 青少年参与人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        预算: {金额单位: 万元, 年初预算: 320, 批复: 320, 支出: 288}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 科普活动场次, 指标值: ≥20场, 完成值: 19场, 分值: 50, 偏差原因: 一场改期}
          - {一级指标: 效益指标, 三级指标: 青少年参与人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 观众满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：目标完成程度与预算执行进度相互印证，偏差大的预警
    改法: 核对得分和执行数；情况属实的，说明没有花完的钱为什么不影响目标，并写 # 忽略 SCO022：原因
    """
    share = found.execution.share if found.execution else None
    points = sum((each.points or Decimal(0) for each in found.scored), Decimal(0))
    if found.execution is None or share is None or not points or _all_full(found) or len(found.scored) < _FEW:
        return
    if any(each.earned is None for each in found.scored):
        return
    earned = sum((each.earned or Decimal(0) for each in found.scored), Decimal(0)) / points
    gap = (earned - share) * 100
    if gap > scene.limits["SCO022"]:
        words = {"earned": percent(earned, 2), "rate": percent(share, 2), "gap": plain(round_half_up(gap, 2))}
        note = _("指标得分率 {earned} − 预算执行率 {rate} = {gap} 个百分点", **words)
        yield Finding(found.execution.place, _("相差 {gap} 个百分点", **words), (note,), certain=False)
