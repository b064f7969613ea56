"""Names of indicators: explained in other words, not said twice, counted in one unit."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.lexicon.lists import lists
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_MARKS = re.compile(r"[\s、，。；：（）()“”\"·,.%％]")
_USUAL = re.compile(
    r"满意|^(?:项目|任务|工作|经费|资金|预算)?(?:总?成本|(?:完成|执行|使用)(?:率|时间|时限|及时率|进度))"
)
"""Names that any project may have."""
_FEW = 3
_MANY = 5
_LONG_NAME = 7
_UNITS_OF_NAMES = tuple(
    (re.compile(rf"(?<!频){name}(?:总?数|数量)?$"), units) for name, units in lists("mismatched_units").items()
)


@rule("IND007", "指标解释照抄名称或依据雷同", Severity.WARNING)
def explanation_copied(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """指标说明要讲含义或算法，不照抄名称；每条指标的依据应各有来处。

    为什么: 照抄等于没有解释，换一个人就不知道怎么算；依据千篇一律，说明值是拍脑袋定的。
    错例:
        文种: 部门总体绩效目标及保障措施
        单位: 某区示例街道办事处
        项目:
          - 项目名称: 便民服务经费
            项目编码: 900001B25DX0001
            预算数: 12.00
            用途: 用于便民服务活动。
            第一季度: 10.00
            第二季度: 40.00
            第三季度: 70.00
            第四季度: 100.00
            绩效目标: 面向社区和居民小区举办便民活动。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 便民活动次数, 指标说明: 便民活动次数, 指标值: ≥6次, 依据: 上年实际}
              - {一级指标: 效果指标, 三级指标: 参加活动人数, 指标说明: 参加活动人数, 指标值: ≥3000人, 依据: 工作计划}
              - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标说明: 居民满意度, 指标值: ≥90%, 依据: 上年实际}
        数据: {便民活动: {次数: 不少于6次, 满意度: 90%以上}}
        分项目标: |
          # 便民服务经费
          面向社区和居民小区举办便民活动。
    正例:
        文种: 部门总体绩效目标及保障措施
        单位: 某区示例街道办事处
        项目:
          - 项目名称: 便民服务经费
            项目编码: 900001B25DX0001
            预算数: 12.00
            用途: 用于便民服务活动。
            第一季度: 10.00
            第二季度: 40.00
            第三季度: 70.00
            第四季度: 100.00
            绩效目标: 面向社区和居民小区举办便民活动。
            绩效指标:
              - {一级指标: 产出指标, 三级指标: 便民活动次数, 指标说明: 全年的活动, 指标值: ≥6次, 依据: 上年实际}
              - {一级指标: 效果指标, 三级指标: 参加活动人数, 指标说明: 到场的居民, 指标值: ≥3000人, 依据: 工作计划}
              - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标说明: 问卷中满意的比例, 指标值: ≥90%, 依据: 上年实际}
        数据: {便民活动: {次数: 不少于6次, 满意度: 90%以上}}
        分项目标: |
          # 便民服务经费
          面向社区和居民小区举办便民活动。
    依据: 审核实践：指标说明写含义、计算方法和数据来源
    改法: 写清指标的含义、算法和数据从哪里来；依据写具体的文件、标准或上年实际
    """
    explained = [each for each in found.every if each.row.text("指标说明")]
    copied = [each for each in explained if _bare(each.row.text("指标说明")) == _bare(each.name)]
    if len(copied) >= _FEW and len(copied) * 2 >= len(explained):
        note = _("{all} 条指标里 {count} 条的说明与名称一样", all=len(explained), count=len(copied))
        yield Finding(copied[0].place("指标说明"), _("照抄了名称"), (note,))
    bases = Counter(basis for each in found.every if (basis := each.row.text("依据").strip()))
    if len(bases) == 1 and (count := bases.total()) >= _MANY:
        label = _("{count} 条指标的依据都是「{basis}」", count=count, basis=next(iter(bases)))
        yield Finding(found.every[0].place("依据"), label)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return _MARKS.sub("", text)


@rule("IND008", "绩效指标重复", Severity.WARNING)
def indicator_twice(scene: Scene) -> Iterator[Finding]:
    """同一项目里一件事只设一条指标；不同项目的指标不应整套相同。

    为什么: 一件事算两次成绩；两个项目的指标一模一样，同一项产出就被两笔钱各算了一遍。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 预算信息公开达标率, 指标值: 100%}
          - {一级指标: 产出指标, 三级指标: 预决算信息公开达标率, 指标值: 100%}
          - {一级指标: 效益指标, 三级指标: 受益社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某区示例街道办事处
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 预决算信息公开达标率, 指标值: 100%}
          - {一级指标: 效益指标, 三级指标: 受益社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 居民满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：指标之间不重复、不交叉，同一产出不在两个项目里重复计算
    改法: 合并重复的指标；两个项目做的是同一件事的，各写各的那一部分
    """
    sets = scene.indicator_sets
    for found in sets:
        yield from _within(found.midterm)
        yield from _within(found.indicators)
    projects = [(found.name, _own(found.indicators)) for found in sets]
    for at, (_name, mine) in enumerate(projects):
        for other, theirs in projects[:at]:
            yield from _across(mine, other, theirs)


def _within(indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """The same indicator twice, or one whose name adds a character to that of another with the same value."""
    alike: dict[tuple[str, str, str], list[Indicator]] = defaultdict(list)
    for each in indicators:
        before = alike[each.target, each.second, each.first]
        for other in before:
            same = _bare(each.name) == _bare(other.name) and bool(each.name)
            if same or _almost(_bare(other.name), _bare(each.name)):
                label = _("与「{other}」重复", other=other.name)
                note = _("两条的指标值都是「{target}」", target=each.target)
                yield Finding(each.place("三级指标"), label, (note,), certain=same)
        before.append(each)


def _almost(one: str, two: str) -> bool:
    """Whether a long name is the other with one character put in."""
    short, long = sorted((one, two), key=len)
    if len(long) - len(short) != 1 or len(short) < _LONG_NAME:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def _across(mine: dict[str, Indicator], other: str, theirs: dict[str, Indicator]) -> Iterator[Finding]:
    """Two projects that share most of their indicators, those apart that any project has."""
    shared = [name for name in mine if name in theirs]
    fewer = min(len(mine), len(theirs))
    if len(shared) < _FEW or len(shared) * 2 < fewer:
        return
    equal = [name for name in shared if mine[name].target == theirs[name].target]
    words = {"other": other, "all": len(mine), "count": len(shared), "equal": len(equal)}
    note = _("本项目 {all} 条指标里有 {count} 条与它同名，其中 {equal} 条连指标值也一样", **words)
    names = _("、").join(mine[name].name for name in shared)
    label = _("{count} 条指标与「{other}」相同", **words)
    yield Finding(mine[shared[0]].place("三级指标"), label, (note, names), certain=len(shared) == fewer)


def _own(indicators: Sequence[Indicator]) -> dict[str, Indicator]:
    return {_bare(each.name): each for each in indicators if each.name and not _USUAL.search(each.name)}


@rule("IND017", "名称与值的单位用词不一", Severity.HINT)
def another_unit_word(found: IndicatorSet, _scene: Scene) -> Iterator[Finding]:
    """名称写「人次」的，值的单位也写人次；人与人次、课时与节、次与个不是一回事。

    为什么: 一个人来三次是 1 人、3 人次；单位混用，年底的数就对不上。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 某区图书馆
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 接待读者人次, 指标值: ≥3万人}
          - {一级指标: 效益指标, 三级指标: 服务社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 读者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 某区图书馆
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 接待读者人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 服务社区, 指标值: ≥30个}
          - {一级指标: 满意度指标, 三级指标: 读者满意度, 指标值: ≥90%}
        评价: {等级: 优}
    依据: 审核实践：同一数量前后用同一计量单位
    改法: 名称和值用同一个单位
    """
    for each in found.every:
        for column, value in (("指标值", each.wanted), ("完成值", each.reached)):
            clash = any(
                pattern.search(each.name) and value and value.unit in units for pattern, units in _UNITS_OF_NAMES
            )
            if clash and value:
                label = _("单位写成了「{unit}」", unit=value.unit)
                yield Finding(each.place(column), label, (_("指标名称：{name}", name=each.name),))
