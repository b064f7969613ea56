"""Cells that a form prints and the content file leaves empty: amounts of the budget, values of indicators."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, FundTable
from reportgen.packs.forms import shown_by
from reportgen.place import Place
from reportgen.rules.indicator import Indicator
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_ASKED = ("指标值", "完成值", "分值")
_ANSWERS = ("预期目标", "完成情况")
_NOTHING = re.compile(r"[\s/\\—–\-－…．.。]*|(?:无|没有|暂无|略|从略|同上|待补充?|待定|待完善)。?")
"""What is typed into a cell so that it is not empty."""
_DASHES = re.compile(r"[\s/\\—–\-－…．.]*")
_MOST = 3
"""More blanks than these in one column are said in one sentence."""


@rule("STR041", "表里该填的格空着", Severity.ERROR)
def no_amount_left_blank(content: Content, scene: Scene) -> Iterator[Finding]:
    """表里要印的金额、指标值、完成值、分值，内容文件里都要写；确实没有的金额写 0.00，没有的指标整条删去。

    预期目标、完成情况要写做什么、做了什么；只写「无」「略」「同上」，和空着一样。

    为什么: 空着的格印出来就是空的，收表的人要退回来补。
    错例:
        文种: 部门整体支出绩效自评表
        预算:
          金额单位: 万元
          批复: 320.00
          支出: 312.40
          基本支出: {批复: 200.00, 支出: 197.80}
          项目资金: {批复: 120.00, 支出: 114.60}
    正例:
        文种: 部门整体支出绩效自评表
        预算:
          金额单位: 万元
          年初预算: 310.00
          批复: 320.00
          支出: 312.40
          基本支出: {年初预算: 195.00, 批复: 200.00, 支出: 197.80}
          项目资金: {年初预算: 115.00, 批复: 120.00, 支出: 114.60}
    依据: 审核实践：绩效目标表、自评表逐格填全
    改法: 填上；没有的金额写 0.00，没有的指标整条删去
    """
    if scene.finished:
        return
    for path, value in content.values.items():
        blank = _blank_amounts(path, content, scene) if isinstance(value, FundTable) else []
        if isinstance(value, FundTable) and blank:
            label = _("「{field}」里没有写 {names}", field=path, names=_("、").join(blank))
            yield Finding(
                _head(value.place),
                label,
                (_("{title}里这 {count} 格是空的", title=scene.pack.title, count=len(blank)),),
            )
    for found in scene.indicator_sets:
        yield from _blank_values(found, scene)
        yield from _blank_answers(found)


def _blank_amounts(path: str, content: Content, scene: Scene) -> list[str]:
    """The amounts of a fund table that forms show and that are not given, without the name of its field."""
    given = {fact.name for fact in content.facts}
    shown = [name for form in scene.pack.forms.values() for name in shown_by(form) if name.startswith(f"{path}.")]
    return [name.removeprefix(f"{path}.") for name in dict.fromkeys(shown) if name not in given]


def _head(place: Place) -> Place:
    return Place(place.file, place.line, place.column)


def _blank_values(found: IndicatorSet, scene: Scene) -> Iterator[Finding]:
    """Values that named indicators are shown with and do not have; of the mid-term only what is to be reached."""
    shown = {name for form in scene.pack.forms.values() for name in shown_by(form)}
    for each in found.every if "三级指标" in shown else ():
        if not each.name and each.row.cells:
            yield Finding(each.place("指标值"), _("这一条没有填三级指标"))
    for column in (column for column in _ASKED if column in shown):
        rows = found.every if column == "指标值" else found.indicators
        blank = [each for each in rows if each.name and _DASHES.fullmatch(each.row.text(column))]
        yield from _said(column, blank)


def _blank_answers(found: IndicatorSet) -> Iterator[Finding]:
    """Goals and results that say nothing."""
    names = {name: text for name in found.cells if name.split(".")[-1] in _ANSWERS for text in found.text(name)}
    for name, text in names.items():
        if _NOTHING.fullmatch(text.text.strip()):
            yield Finding(
                text.place_at(0, len(text.text.strip())),
                _("「{name}」只写了「{text}」", name=name.split(".")[-1], text=text.text.strip()),
            )


def _said(column: str, blank: list[Indicator]) -> Iterator[Finding]:
    if len(blank) > _MOST:
        label = _("「{column}」一栏有 {count} 条没有填", column=column, count=len(blank))
        note = _("没有填的：{names}", names=_("、").join(each.name for each in blank))
        yield Finding(blank[0].place("三级指标"), label, (note,))
        return
    for each in blank:
        yield Finding(each.place("三级指标"), _("「{name}」没有填{column}", name=each.name, column=column))
