"""Scores of quantitative indicators, worked out again from target and result, and results that fit no target."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.quantity import Bound, Quantity, round_half_up
from reportgen.rules.indicator import is_rate
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.scores.scored import typed_scores
from reportgen.rules.scores.standards import by_shares, scored_locally

_LESS_IS_BETTER = re.compile(either(lists("report_words")["越小越好"]))
_EXACT = (Bound.EXACT, Bound.AT_LEAST)
_SCARCELY_MORE = 2
"""One or two things more than were planned are not far more, however few were planned."""


@rule("SCO009", "得分与完成值算出的不符", Severity.ERROR, limit=Decimal("0.1"))
def score_of_completion(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """定量指标完成目标的得满分；没有完成的，得分 = 完成值 ÷ 指标值 × 分值。相差 0.1 分以内不报。

    别人写的文件：没有完成又扣了分的，文件、表样或本行说了按比例计分，或者表里没有完成的别的指标多半照这样计分，才按比例核。

    为什么: 复核的人第一步就是按完成值重算得分；没有完成却得满分，是自评失真最常见的样子。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 便民活动, 指标值: ≥20场, 完成值: 16场, 分值: 50, 得分: 48, 偏差原因: 改期}
          - {一级指标: 效益指标, 三级指标: 受益居民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 便民活动, 指标值: ≥20场, 完成值: 16场, 分值: 50, 得分: 40, 偏差原因: 改期}
          - {一级指标: 效益指标, 三级指标: 受益居民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 良}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：完成目标的得满分，未完成的按比例得分
    改法: 按算式更正得分；完成值或分值写错的，更正那个数；当地另有评分办法的，在该行写 # 忽略 SCO009：原因
    """
    every = tuple(typed_scores(found))
    for each in every:
        unclear = each.target.bound is Bound.EXACT and _LESS_IS_BETTER.search(each.indicator.name)
        if each.inverse or unclear or each.target.bound not in _EXACT or each.target.value < 0:
            continue
        if each.earned > each.points:
            continue  # SCO005 says it
        if each.differs(scene.limits["SCO009"]) and by_shares(each, every, scene):
            yield each.finding(each.too_much and not scored_locally(each.indicator, scene))


@rule("SCO010", "反向指标的得分不符", Severity.ERROR, limit=Decimal("0.1"))
def score_of_upper_bound(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """指标值是上限（≤）的，不超过就得满分，超过的按指标值 ÷ 完成值 × 分值；指标值是 0 的，发生了就不得分。

    别人写的文件：超过了又扣了分的，文件、表样或本行说了按比例计分，或者表里没有完成的别的指标多半照这样计分，才按比例核。

    为什么: 成本、投诉、事故这些指标越小越好，照正向指标算，超得越多得分越高。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 管网抢修时间, 指标值: ≤4天, 完成值: 5天, 分值: 50, 得分: 50}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 管网抢修时间, 指标值: ≤4天, 完成值: 5天, 分值: 50, 得分: 40, 偏差原因: 缺件}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 良}
    依据: 审核实践：上限指标超过目标的，得分 = 指标值 ÷ 完成值 × 分值
    改法: 按算式更正得分；完成值或分值写错的，更正那个数；当地另有评分办法的，在该行写 # 忽略 SCO010：原因
    """
    every = tuple(typed_scores(found))
    for each in every:
        if not each.inverse or each.target.value < 0:
            continue
        if each.differs(scene.limits["SCO010"]) and by_shares(each, every, scene):
            missed_in_full = each.missed and each.earned == each.points
            local = scored_locally(each.indicator, scene)
            yield each.finding(missed_in_full or (not each.missed and not local))


@rule("SCO013", "完成值远高于目标", Severity.WARNING, limit=Decimal(130))
def far_above_the_target(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """完成值超过指标值的 130% 又没有写原因的，多半是目标定低了，要分析原因，并按偏离的程度扣分。

    为什么: 目标定得低，得满分不说明问题；评价时会按偏离度调减得分。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 体检人次, 指标值: ≥2万人次, 完成值: 3.64万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 体检人次, 指标值: ≥3万人次, 完成值: 3.64万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：完成值明显高于目标的要分析原因，因目标定低的，按偏离度调减得分
    改法: 在「偏差原因」里说明为什么超出这么多，按偏离的程度调减得分；下一年度把目标定准
    """
    for each in found.indicators:
        target, actual = each.wanted, each.reached
        if target is None or actual is None or each.reason or target.kind != actual.kind or target.value <= 0:
            continue
        unclear = target.bound is Bound.EXACT and _LESS_IS_BETTER.search(each.name)
        if target.bound in _EXACT and not unclear and _is_far_above(actual, target, scene.limits["SCO013"]):
            percent = round_half_up(actual.value / target.value * 100, 2)
            note = _("完成值 {actual} ÷ 指标值 {target} = {percent}%", actual=actual, target=target, percent=percent)
            yield Finding(each.place("完成值"), _("是目标的 {percent}%", percent=percent), (note,))


def _is_far_above(actual: Quantity, target: Quantity, limit: Decimal) -> bool:
    if actual.value * 100 <= target.value * limit:
        return False
    return is_rate(actual) or actual.number * actual.factor - target.value > _SCARCELY_MORE


@rule("SCO016", "目标是数，完成值不是数", Severity.WARNING)
def result_without_figure(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """指标值是数的，完成值也要写数，不写「完成」「已达标」。

    为什么: 没有数就无法核对得分，也看不出完成了多少。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 清淤渠道, 指标值: ≥30公里, 完成值: 已完成, 分值: 50, 得分: 50}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 清淤渠道, 指标值: ≥30公里, 完成值: 32公里, 分值: 50, 得分: 50}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：定量指标的完成值写实际的数，带单位
    改法: 写实际完成的数和单位
    """
    for each in found.indicators:
        target = each.wanted
        if target is None or not each.actual or _HAS_FIGURE.search(each.actual) or not (target.unit or target.value):
            continue
        if target.value or not _NOTHING.search(each.actual):
            note = _("「{name}」的指标值是 {target}", name=each.name, target=target)
            yield Finding(each.place("完成值"), _("没有写数"), (note,))


_HAS_FIGURE = re.compile(
    r"[\d０-９〇零一二两三四五六七八九十百千万]|^[—－/-]+$|不涉及|不适用|未开展|取消|全[年部]|均|按[月季]"
)
_NOTHING = re.compile(r"无|没有|未")
