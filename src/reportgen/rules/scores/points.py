"""Points: none too heavy, none without worth, and those of a level the sum of what stands below it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import plain, round_half_up
from reportgen.packs.pack import FULL_SCORE
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_IN_LABEL = re.compile(r"[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]")
_TAKES_AWAY = re.compile(r"[加扣减]分")
_APPLIES_NOT = re.compile(r"不涉及|不适用|^[无—/-]*$")


@rule("SCO014", "一项指标分值过重", Severity.WARNING, limit=Decimal(50))
def one_indicator_too_heavy(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """一条指标的分值不应超过总分的一半。

    为什么: 一条指标定成败，其余指标成了摆设，得分说明不了问题。
    错例:
        文种: 部门整体支出绩效指标体系评分表
        单位: 某区图书馆
        评价: {等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 资金使用合规性, 指标值: 合规, 完成值: 合规, 分值: 10, 得分: 10}
          - {一级指标: 产出, 三级指标: 开放天数, 指标值: ≥300天, 完成值: 305天, 分值: 80}
          - {一级指标: 效果, 三级指标: 读者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
    正例:
        文种: 部门整体支出绩效指标体系评分表
        单位: 某区图书馆
        评价: {等级: 优}
        评分表:
          - {一级指标: 过程, 三级指标: 资金使用合规性, 指标值: 合规, 完成值: 合规, 分值: 30, 得分: 30}
          - {一级指标: 产出, 三级指标: 开放天数, 指标值: ≥300天, 完成值: 305天, 分值: 40}
          - {一级指标: 效果, 三级指标: 读者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 30}
    依据: 审核实践：指标分值按重要程度合理分配，不集中在一条指标上
    改法: 把这条指标拆成几条，或调整分值
    """
    total = scene.pack.weights[0].total if scene.pack.weights else FULL_SCORE
    for each in found.scored:
        if each.points and len(found.scored) > 1 and each.points * 100 > total * scene.limits["SCO014"]:
            words = {"name": each.name, "points": plain(each.points)}
            note = _("「{name}」{points} 分，总分 {total}", total=plain(total), **words)
            share = plain(round_half_up(each.points * 100 / total, 2))
            yield Finding(each.place("分值"), _("占总分的 {share}%", share=share), (note,))


@rule("SCO018", "分值为零或负数", Severity.ERROR)
def points_without_worth(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """每条指标的分值都大于 0。

    为什么: 分值为 0 的指标不参加评价，等于没有设；负数多半是录入时出的错。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 50}
          - {一级指标: 产出指标, 三级指标: 医疗设备完好率, 指标值: ≥95%, 完成值: 96%, 分值: 0}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 40}
          - {一级指标: 产出指标, 三级指标: 医疗设备完好率, 指标值: ≥95%, 完成值: 96%, 分值: 10}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：每条指标都有分值
    改法: 给这条指标分值，或者删去它
    """
    for each in found.scored:
        spared = _TAKES_AWAY.search(each.level + each.name) or _APPLIES_NOT.search(each.target)
        if each.points is not None and each.points <= 0 and not spared:
            note = _("「{name}」的分值是 {points}", name=each.name, points=plain(each.points))
            yield Finding(each.place("分值"), plain(each.points), (note,))


@rule("SCO021", "各级分值合计不一致", Severity.ERROR)
def points_of_a_level(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """一级、二级指标写了分值的，应等于下面各条指标的分值之和；总分由 SCO023 核对。

    为什么: 系统里要求三级合计等于二级、二级合计等于一级，对不上的报不上去。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标（50分）, 三级指标: 清运垃圾, 指标值: ≥3万吨, 完成值: 3万吨, 分值: 40}
          - {三级指标: 路灯完好率, 指标值: ≥95%, 完成值: 96%, 分值: 10}
          - {一级指标: 效益指标（40分）, 三级指标: 受益村民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标（10分）, 三级指标: 村民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 样板镇人民政府
        绩效指标:
          - {一级指标: 产出指标（50分）, 三级指标: 清运垃圾, 指标值: ≥3万吨, 完成值: 3万吨, 分值: 40}
          - {三级指标: 路灯完好率, 指标值: ≥95%, 完成值: 96%, 分值: 10}
          - {一级指标: 效益指标（30分）, 三级指标: 受益村民, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标（10分）, 三级指标: 村民满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 审核实践：三级指标分值之和等于二级指标，二级指标分值之和等于一级指标
    改法: 按各条指标的分值更正上一级的分值，或调整各条的分值
    """
    if len(found.scored) != len(found.indicators):
        return
    for level in (*_levels(found, "一级指标"), *_levels(found, "二级指标")):
        if abs(level.stated - level.added) > rounding(level.parts):
            working = " + ".join(plain(part) for part in level.parts)
            words = {"name": level.name, "stated": plain(level.stated), "added": plain(level.added)}
            note = _("「{name}」写的是 {stated}，各条相加：{working} = {added}", working=working, **words)
            yield Finding(level.place, _("相加得 {added}", **words), (note,))


def rounding(parts: Iterable[Decimal]) -> Decimal:
    """How far a sum may be off because its parts are printed with fewer decimals than they were added up with."""
    exponents = (part.as_tuple().exponent for part in parts)
    places = [place for place in exponents if isinstance(place, int) and place < 0]
    return sum((Decimal(1).scaleb(place) / 2 for place in places), Decimal(0))


class _Level(Struct, frozen=True):
    """The points that a level states for itself, and those of the lines below it."""

    name: str
    stated: Decimal
    parts: tuple[Decimal, ...]
    place: Place

    @property
    def added(self) -> Decimal:
        return sum(self.parts, Decimal(0))


def _levels(found: IndicatorSet, column: str) -> Iterator[_Level]:
    """The levels of one column that state their points, in brackets behind their name or in a column of their own."""
    groups: dict[tuple[str, str], list[Indicator]] = {}
    for each in found.scored:
        name = each.row.text(column)
        groups.setdefault((each.first if column == "二级指标" else "", name), []).append(each)
    for (_above, name), lines in groups.items():
        own = lines[0].row.fact(f"{column}分值")
        said = _IN_LABEL.search(name)
        parts = tuple(each.points or Decimal(0) for each in lines)
        if own and own.quantity:
            yield _Level(name, own.quantity.number, parts, own.place)
        elif said:
            yield _Level(name, Decimal(said[1]), parts, lines[0].place(column))
