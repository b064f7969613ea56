"""Weights of indicators and what they add up to; the shares come from 权重 of the pack."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Indicators, ListRow
from reportgen.model.facts import Fact
from reportgen.model.quantity import plain
from reportgen.packs.pack import EXECUTION_RATE, Scheme
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_LEVEL, _POINTS, _EARNED = "一级指标", "分值", "得分"
_NO_NAME = re.compile(r"[（(].*|指标$|\s")


@rule("SCO004", "一级指标的分值与权重不符", Severity.WARNING)
def weights_of_the_scheme(indicators: Indicators, scene: Scene) -> Iterator[Finding]:
    """产出、效益、满意度等一级指标的分值各有规定，按模板的权重分配；总分对而分法不对的在这里提示。

    为什么: 权重原则上统一，各单位的得分才能放在一起比；改了分法要说明理由。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 40}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 40}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 门诊人次, 指标值: ≥3万人次, 完成值: 3万人次, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇人次, 指标值: ≥1万人次, 完成值: 1万人次, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：预算执行率 10%、产出 50%、效益 30%、满意度 10%
    改法: 按规定的权重调整分值；情况特殊的，在该行写 # 忽略 SCO004：原因
    """
    shares, schemes = _shares(indicators, scene), [scheme for scheme in scene.pack.weights if scheme.points]
    if not shares or not schemes or not any(_adds_up(shares, scheme) for scheme in schemes):
        return
    wanted = [{_name(level): points for level, points in scheme.points.items()} for scheme in schemes]
    if shares in wanted:
        return
    likest = next((points for points in wanted if set(points) == set(shares)), wanted[0])
    level = next((level for level in shares if shares[level] != likest.get(level)), next(iter(shares)))
    label = _("「{level}」共 {points} 分", level=level, points=plain(shares[level]))
    note = _("规定：{scheme}", scheme=_listed({EXECUTION_RATE: schemes[0].execution, **likest}))
    yield Finding(_first_of(level, indicators).place, label, (note,), basis=schemes[0].basis)


def _is_whole(indicators: Indicators, scene: Scene) -> bool:
    """Whether no line is missing: a table of a finished document has come to its sum row."""
    if not scene.finished:
        return True
    sets = (found for found in scene.indicator_sets if any(value is indicators for value in found.cells.values()))
    return any(found.fact("总分") for found in sets)


def _shares(indicators: Indicators, scene: Scene) -> dict[str, Decimal]:
    """The points of each first-level indicator; nothing when a line that has a target says none or is missing."""
    shares: dict[str, Decimal] = {}
    for row in indicators.rows if _is_whole(indicators, scene) else ():
        points = row.quantity(_POINTS)
        if points is None:
            if row.text("三级指标") or row.text("指标值"):
                return {}
            continue  # a line without an indicator
        level = _name(row.text(_LEVEL))
        shares[level] = shares.get(level, Decimal(0)) + points.number
    return shares


def _name(level: str) -> str:
    """产出指标（50分） and 产出 are one."""
    bare = _NO_NAME.sub("", _NO_NAME.sub("", level))
    return "满意度" if "满意度" in bare else bare


def _adds_up(shares: dict[str, Decimal], scheme: Scheme, execution: Decimal | None = None) -> bool:
    """Whether all points make the total; `execution` are those of the rate of spending where the form states them."""
    return sum(shares.values(), scheme.execution if execution is None else execution) == scheme.total


def _execution_points(indicators: Indicators, scene: Scene) -> Decimal | None:
    """What the line of the money above the indicators earns at most, where somebody else's form says so."""
    sets = (found for found in scene.indicator_sets if any(value is indicators for value in found.cells.values()))
    stated = (found.execution.points for found in sets if scene.finished and found.execution)
    return next((points.quantity.number for points in stated if points and points.quantity), None)


def _listed(points: dict[str, Decimal]) -> str:
    return _("、").join(f"{level} {plain(share)}" for level, share in points.items() if share)


def _first_of(level: str, indicators: Indicators) -> Fact:
    """The points of the first line of a first-level indicator."""
    facts = ((row, row.fact(_POINTS)) for row in indicators.rows)
    return next(fact for row, fact in facts if fact and _name(row.text(_LEVEL)) == level)


@rule("SCO005", "指标得分超出分值", Severity.ERROR)
def score_within_points(row: ListRow, _scene: Scene) -> Iterator[Finding]:
    """每条指标的得分在 0 和它的分值之间。

    为什么: 多半是分值和得分填反了，或者改了分值没有改得分，总分也跟着错。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 器材维护制度, 指标值: 健全, 完成值: 健全, 分值: 50, 得分: 55}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某市第二中学
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 维护制度, 指标值: 健全, 完成值: 健全, 分值: 50, 得分: 45, 偏差原因: 缺记录}
          - {一级指标: 效益指标, 三级指标: 受益学生, 指标值: ≥1200人, 完成值: 1200人, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 家长满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：完成目标的得满分，未完成的按比例得分
    改法: 更正得分或分值
    """
    points, earned, cell = row.quantity(_POINTS), row.quantity(_EARNED), row.fact(_EARNED)
    if cell is None or points is None or earned is None or points.kind != earned.kind:
        return
    if not 0 <= earned.value <= points.value:
        note = _("「{name}」的分值是 {points}", name=row.name, points=points)
        yield Finding(cell.place, str(earned), (note,))


@rule("SCO006", "分值合计不是满分", Severity.ERROR)
def points_add_up(indicators: Indicators, scene: Scene) -> Iterator[Finding]:
    """各条指标的分值，加上预算执行率的分值，合计应是满分（一般是 100）。

    别人的表没有给预算执行率单列分值的，不另加。

    为什么: 分值加不到满分，总得分和等级就没有意义，系统也报不上去。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件, 完成值: 3000件, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 调解案件, 指标值: ≥1000件, 完成值: 1000件, 分值: 40}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某县人民法院
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 审结案件, 指标值: ≥3000件, 完成值: 3000件, 分值: 50}
          - {一级指标: 效益指标, 三级指标: 调解案件, 指标值: ≥1000件, 完成值: 1000件, 分值: 30}
          - {一级指标: 满意度指标, 三级指标: 当事人满意度, 指标值: ≥90%, 完成值: 93%, 分值: 10}
        评价: {等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：总分 100 分
    改法: 调整分值，使合计等于满分
    """
    shares, schemes = _shares(indicators, scene), scene.pack.weights
    if not shares or not schemes:
        return
    stated, usual = _execution_points(indicators, scene), schemes[0]
    execution = (Decimal(0) if scene.finished else usual.execution) if stated is None else stated
    if any(_adds_up(shares, scheme, points) for scheme in schemes for points in (stated, execution)):
        return
    last = _last_points(indicators)
    parts = {**({EXECUTION_RATE: execution} if execution else {}), **shares}
    added = plain(sum(parts.values(), Decimal(0)))
    note = _("{parts}，合计 {added}", parts=_listed(parts), added=added)
    fix = _("调整分值，使合计等于 {total}", total=plain(usual.total))
    label = _("合计 {added}，应为 {total}", added=added, total=plain(usual.total))
    yield Finding(last.place, label, (note,), fix, basis=usual.basis)


def _last_points(indicators: Indicators) -> Fact:
    return [fact for row in indicators.rows if (fact := row.fact(_POINTS))][-1]
