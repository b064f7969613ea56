"""What is said beside a score: reasons, words of completion, what does not apply."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, Prose, Score
from reportgen.model.quantity import plain, round_half_up
from reportgen.rules.indicator import Indicator, is_rate
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.scores.scored import EXECUTION

_REACHED = re.compile(
    r"(?:全部|已经?|均|按期|如期|按计划|圆满)*(?:达成(?:年度|预期)指标|达成|完成|达标|实现)(?:目标|任务)?[。.]?"
)
_PARTLY = re.compile(r"部分(?:达成|完成|实现).{0,14}")
_MISSED = re.compile(r"未(?:达成|完成|实现|达标)(?:年度指标|预期指标|目标)?(?:[，,]?且效果较差)?[。.]?")
_BANDS = (
    (_REACHED, Decimal(80), Decimal(100)),
    (_PARTLY, Decimal(60), Decimal(80)),
    (_MISSED, Decimal(0), Decimal(60)),
)
"""What a result in words may earn, in percent of the points, both ends included."""
_NO_SUCH = re.compile(r"(?:本项目|本单位|年度)?(?:不涉及|不适用)[。.]?|N/?A", re.IGNORECASE)
_NONE = ("无", "—", "——", "/", "-")
_UNDONE = re.compile(
    r"(?<!无)(?<!没有)(?<!不存在)(?<!避免)"
    r"(?:未能?(?:全部|按期|按时|如期|及时)?(?:完成|达到|达标|达成|开展|实施|实现)|没有(?:全部)?完成|尚未)"
    r"(?![率数的项]|原因|事项|任务数)"
)


@rule("SCO011", "定性指标得分不在档次内", Severity.WARNING)
def band_of_words(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """定性指标按完成的程度分三档给分：达成的得 80%—100%，部分达成的得 60%—80%，未达成的不到 60%。

    为什么: 完成值写「部分达成」却给满分，两样里总有一样不实。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 安全制度, 指标值: 健全, 完成值: 部分达成, 分值: 50, 得分: 48, 偏差原因: 缺账}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 安全制度, 指标值: 健全, 完成值: 部分达成, 分值: 50, 得分: 35, 偏差原因: 缺账}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 良}
    依据: 审核实践：定性指标按达成、部分达成、未达成三档计分
    改法: 按完成的程度改得分，或把完成值写准；当地分档不同的，在该行写 # 忽略 SCO011：原因
    """
    for each in found.scored:
        band = next((band for band in _BANDS if band[0].fullmatch(each.actual)), None)
        if band is None or not each.points or each.earned is None or each.wanted:
            continue
        _pattern, low, high = band
        share = each.earned * 100 / each.points
        if not low <= share <= high:
            span = _("{low}%—{high}%", low=plain(low), high=plain(high))
            words = {"actual": each.actual, "span": span, "earned": plain(each.earned), "points": plain(each.points)}
            note = _("完成值「{actual}」得分值的 {span}，写的是 {earned}（分值 {points}）", **words)
            yield Finding(each.place("得分"), _("「{actual}」得分值的 {span}", **words), (note,), certain=False)


@rule("SCO012", "扣了分没有写偏差原因", Severity.WARNING)
def points_lost_without_reason(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """没有得满分的指标，要在「偏差原因」里写明原因和改进措施；预算执行率按执行率得分的，不用写。

    为什么: 自评表专门有这一栏，空着或写「无」的会被退回。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 送戏下乡场次, 指标值: ≥20场, 完成值: 16场, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 受益村民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 村民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 良}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 送戏下乡场次, 指标值: ≥20场, 完成值: 16场, 分值: 50, 偏差原因: 四场遇雨}
          - {一级指标: 效益指标, 三级指标: 受益村民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 村民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 良}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：自评表列「偏差原因分析及改进措施」
    改法: 在「偏差原因」里写明没有得满分的原因和改进措施
    """
    for each in found.scored:
        points, earned = each.points, each.earned
        if points is None or earned is None or not earned < points or each.reason or _reached_in_figures(each):
            continue
        if "偏差原因" in each.row.columns and not _is_line_of_execution(each):
            lost = plain(points - earned)
            note = _(
                "「{name}」分值 {points}，得分 {earned}", name=each.name, points=plain(points), earned=plain(earned)
            )
            yield Finding(each.place("得分", "分值"), _("扣了 {lost} 分，没有写原因", lost=lost), (note,))


def _is_line_of_execution(each: Indicator) -> bool:
    """Whether it is a line of 预算执行率 that needs no reason: the form's own, or one whose points are its rate."""
    if not EXECUTION.fullmatch(each.name):
        return False
    due = each.points * each.reached.value if each.points and each.reached and is_rate(each.reached) else None
    return not each.second or (due is not None and each.earned in (round_half_up(due, 1), round_half_up(due, 2)))


def _reached_in_figures(each: Indicator) -> bool:
    """Whether the target was reached and the score alone is wrong: that is said by SCO009 and SCO010."""
    wanted, reached = each.wanted, each.reached
    return bool(wanted and reached and each.scored_by_hand and wanted.kind == reached.kind and wanted.agrees(reached))


@rule("SCO015", "「不涉及」的指标设了分值", Severity.ERROR)
def points_for_nothing(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """指标写「不涉及」「不适用」或「无」的，不应有分值。

    为什么: 没有内容的指标白得分，总分就虚高；审计把这类指标叫做无效指标。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 资助学生, 指标值: ≥300人, 完成值: 300人, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 20}
          - {一级指标: 效益指标, 三级指标: 生态效益, 指标值: 不涉及, 完成值: 不涉及, 分值: 10, 得分: 10}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 资助学生, 指标值: ≥300人, 完成值: 300人, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：没有内容的指标不设分值
    改法: 删去这条指标，把它的分值分到同类指标上
    """
    for each in found.scored:
        empty = each.name in _NONE or (each.target in _NONE and each.actual in _NONE and each.target != "无")
        if (each.points or 0) > 0 and (empty or _NO_SUCH.fullmatch(each.target) or _NO_SUCH.fullmatch(each.name)):
            words = {"name": each.name, "target": each.target, "points": plain(each.points or Decimal(0))}
            note = _("「{name}」的指标值是「{target}」，分值 {points}", **words)
            yield Finding(each.place("分值"), _("白得 {points} 分", **words), (note,))


@rule("SCO019", "满分却写着未完成", Severity.WARNING)
def full_marks_undone(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """得了满分的指标，完成值和偏差原因里不应写「未完成」「未达到」。

    为什么: 得分和文字互相矛盾，总有一处没有改过来。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 水表, 指标值: 更新, 完成值: 城东尚未更新, 分值: 50, 得分: 50}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县水务局
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 水表, 指标值: 更新, 完成值: 两片都已更新, 分值: 50, 得分: 50}
          - {一级指标: 效益指标, 三级指标: 受益用水户, 指标值: ≥1万户, 完成值: 1万户, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 用水户满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：没有完成的指标不得满分
    改法: 核对是否完成；没有完成的按程度扣分，完成了的改写文字
    """
    for each in found.scored:
        if not each.points or each.earned != each.points or (each.wanted and each.reached):
            continue
        for column, text in (("完成值", each.actual), ("偏差原因", each.reason)):
            said = _UNDONE.search(text)
            if said:
                note = _(
                    "「{name}」得满分 {points}，写的是「{text}」", name=each.name, points=plain(each.points), text=text
                )
                yield Finding(each.place(column), _("写着「{said}」却得满分", said=said[0]), (note,), certain=False)


@rule("SCO020", "没有得满分，却说没有问题", Severity.HINT)
def no_problem_below_full(content: Content, scene: Scene) -> Iterator[Finding]:
    """得分不满、「存在问题」写「无」的，把扣分的原因写成问题。

    为什么: 扣分总有原因，原因就是问题；写「无」的报告会被认为没有认真自评。
    错例:
        评价: {得分: 88.5分, 等级: 良}
        存在问题: 无
        整改措施: 无
    正例:
        评价: {得分: 88.5分, 等级: 良}
    依据: 审核实践：扣分的原因应写入存在问题
    改法: 把扣分指标的原因写成问题，逐条写改进措施
    """
    for found in scene.indicator_sets:
        lost = [each for each in found.scored if each.earned is not None and each.earned < (each.points or 0)]
        for said in found.text("存在问题") if lost else ():
            if said.text.strip("。 \n") == "无":
                names = _("、").join(each.name for each in lost[:3])
                yield Finding(said.place, _("写的是「无」"), (_("没有得满分的指标：{names}", names=names),))
    problems = content.values.get("存在问题")
    points = next((score.points.quantity for score in content.every(Score) if score.points), None)
    if isinstance(problems, Prose) and points and points.value < 100 and not scene.indicator_sets:
        yield Finding(problems.written.place, _("写的是「无」"), (_("得分 {points}", points=points),))
