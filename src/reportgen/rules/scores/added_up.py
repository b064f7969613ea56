"""What the scores of a form add up to, its total and its grade; and the scores that are missing for it."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, Score
from reportgen.model.quantity import plain
from reportgen.packs.pack import EXECUTION_RATE, Band, Stage
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.score_sums import ScoreSum, score_sum

_POINTS = "分值"
_ROUNDING = Decimal("0.1")
"""What a form of somebody else adds up may have been rounded row by row."""


@rule("SCO007", "总得分与各项得分之和不符", Severity.ERROR)
def score_is_the_sum(content: Content, scene: Scene) -> Iterator[Finding]:
    """写了总得分的，应等于各条指标的得分（加上预算执行率的得分）之和，也就是表里印出来的总分。

    有的指标还没有得分，就看总得分够不够得着：已有的得分加上缺的那几条的满分，还不到总得分的，或者已有的得分已经超过总得分的，也报。
    一个文件做几份文件、各有各的得分的，在「评价」里按文种分开写。

    为什么: 报告里说的得分和评分表里加出来的不一样，是退回重报最常见的原因之一。
    错例:
        文种: 部门整体支出绩效自评表
        评价: {得分: 92.66分, 等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        评价: {得分: 95.66分, 等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：评价结果以总得分和等级表示
    改法: 按评分表更正总得分，或更正评分表
    """
    scores, added = list(content.every(Score)), score_sum(content, scene.pack)
    stated = scores[0].points if len(scores) == 1 else None
    if added is None or stated is None or stated.quantity is None:
        return
    points = stated.quantity.number
    room = _ROUNDING if scene.finished else stated.quantity.half_place
    if not added.complete:
        if not added.least - room <= points <= added.at_most + room and not scene.finished:
            words = {"least": plain(added.least), "most": plain(added.at_most)}
            note = _("已有的得分：{parts}；没有得分的：{names}", parts=added.parts, names=_names(added))
            yield Finding(stated.place, _("相加在 {least} 与 {most} 之间", **words), (note,))
    elif abs(added.least - points) > room:
        note = _("{parts}，合计 {added}", parts=added.parts, added=plain(added.least))
        yield Finding(stated.place, _("相加得 {added}", added=plain(added.least)), (note,), _fix(added, scene))


def _names(added: ScoreSum) -> str:
    spending = [EXECUTION_RATE] if added.execution is None else []
    return _("、").join([*spending, *(row.name for row in added.missing)])


def _fix(added: ScoreSum, scene: Scene) -> str:
    if not scene.beside or scene.pack.stage is Stage.SCORING:  # a scoring form gives its report the score
        return _("按评分表更正总得分")
    words = {"title": scene.pack.title, "added": plain(added.least)}
    return _("更正总得分；几份文件得分不同的，在「评价」里分开写，如 {title}: {{得分: {added}分, 等级: …}}", **words)


@rule("SCO025", "等级与表里的总分不符", Severity.ERROR)
def grade_of_the_sum(content: Content, scene: Scene) -> Iterator[Finding]:
    """「评价」只写了等级、没有写得分的，等级应是表里加出来的总分所在的那一档。

    为什么: 等级是对外公布的结论，表里加出来的总分就印在旁边，谁都能对。
    错例:
        文种: 部门整体支出绩效自评表
        评价: {等级: 良}
    正例:
        文种: 部门整体支出绩效自评表
        评价: {等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：优、良、中、差四档，各档分数见模板 pack.yaml
    改法: 按总分改等级；各条得分写错的，更正得分
    """
    scores, added, grades = list(content.every(Score)), score_sum(content, scene.pack), scene.pack.grades
    score = scores[0] if len(scores) == 1 else None
    if scene.finished or added is None or grades is None or score is None or score.points or score.grade is None:
        return
    stated = grades.of_word(score.grade.text)
    bands: list[Band] = [grades.of_points(min(points, Decimal(100))) for points in (added.least, added.at_most)]
    if stated and bands[0] == bands[1] != stated:
        note = _("{parts}，合计 {added}", parts=added.parts, added=plain(added.least))
        yield Finding(score.grade.place, _("应为「{name}」", name=bands[0].name), (note,))


@rule("SCO026", "指标没有得分", Severity.ERROR)
def every_indicator_is_scored(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """自评表、评分表里有分值的指标都要有得分。指标值、完成值是同样单位的数字的，由程序计算；别的要自己写。

    为什么: 少一条得分，总分就少一截，印出来的总分是错的。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 开课门数, 指标值: ≥12门, 完成值: 12门, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 教研制度, 指标值: 健全, 完成值: 健全, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {得分: 95分, 等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 开课门数, 指标值: ≥12门, 完成值: 12门, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 教研制度, 指标值: 健全, 完成值: 健全, 分值: 30, 得分: 25, 偏差原因: 缺一项}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：每条指标逐条打分，总分等于各条之和
    改法: 给这条指标写上得分
    """
    if scene.finished or not scene.pack.weights:
        return
    for each in found.scored:
        if each.earned is None and any(char.isalnum() for char in each.actual):
            label = _("「{name}」没有得分", name=each.name)
            if unit := each.missing_unit:
                why = _(
                    "指标值的单位是「{unit}」，完成值「{actual}」没有写单位，算不出得分", unit=unit, actual=each.actual
                )
                fix = _("完成值写成 {actual}{unit}", unit=unit, actual=each.actual)
                yield Finding(each.place("完成值"), label, (why,), fix)
            else:
                why = _("完成值是「{actual}」，由此算不出得分，要自己写", actual=each.actual)
                yield Finding(each.place(_POINTS), label, (why,))
