"""Satisfaction typed as the result of an indicator, held against the questionnaire that it comes from."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.quantity import Bound, Quantity
from reportgen.model.questionnaire import Question, Questionnaire, Questionnaires
from reportgen.record import Struct
from reportgen.rules.indicator import Indicator, is_rate
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_ABOUT = re.compile(
    r"(?:的|对)?(?:综合|总体|整体)?(?:满意(?:度|率|程度)?|(?:满意度?)?(?:调查)?问卷|(?:满意度?)?调查).*$"
)
"""What a name ends with beside who was asked: 参观观众满意度, 患者满意度调查问卷."""
_OVERALL = ("总体", "整体", "综合")
_SHORTEST = 2


class Told(Struct, frozen=True):
    """What a survey says of an indicator: the figures that it may be, and what they are called."""

    name: str
    figures: tuple[Quantity, ...]
    certain: bool


@rule("IND022", "满意度与问卷算出的不同", Severity.ERROR)
def satisfaction_is_that_of_the_questionnaire(scene: Scene) -> Iterator[Finding]:
    """满意度指标的完成值，要是「问卷」里同一对象、同一题算出来的满意度或满意率。

    为什么: 完成值写的比问卷算出来的高，评价组一翻原始问卷就看得出来。
    错例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        问卷:
          - 名称: 患者
            有效: 200份
            题目:
              - {题目: 您对就诊是否满意, 简称: 就诊, 题型: 满意度, 选项: {满意: 180, 基本满意: 12, 不满意: 8}}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 住院人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 98.5%}
        评价: {等级: 优}
    正例:
        文种: 部门整体支出绩效自评表
        单位: 示例县人民医院
        问卷:
          - 名称: 患者
            有效: 200份
            题目:
              - {题目: 您对就诊是否满意, 简称: 就诊, 题型: 满意度, 选项: {满意: 180, 基本满意: 12, 不满意: 8}}
        绩效指标:
          - {一级指标: 产出指标, 三级指标: 住院人次, 指标值: ≥3万人次}
          - {一级指标: 效益指标, 三级指标: 惠及乡镇, 指标值: ≥20个}
          - {一级指标: 满意度指标, 三级指标: 患者满意度, 指标值: ≥90%, 完成值: 93.6%}
        评价: {等级: 优}
    依据: 审核实践：满意度按有效问卷计算，能由原始问卷复核
    改法: 按问卷改，或写成引用，如 {{ 问卷.患者.满意度 }}；两处不是一回事的，把指标名称写清楚
    """
    given = {**scene.content.elsewhere, **scene.content.values}.values()
    surveys = [survey for value in given if isinstance(value, Questionnaires) for survey in value.items]
    for found in scene.indicator_sets if surveys else ():
        asked = [each for each in found.every if "满意" in each.name and _is_result(each.reached)]
        for each in asked:
            told = _told_of(each.name, surveys) or (_only(surveys) if len(asked) == 1 else None)
            if told and told.figures and not any(_agrees(each, figure) for figure in told.figures):
                yield _finding(each, told)


def _finding(each: Indicator, told: Told) -> Finding:
    figures = _("、").join(dict.fromkeys(map(str, told.figures)))
    label = _("问卷「{name}」算出来是 {figures}", name=told.name, figures=figures)
    note = _("「{name}」写的是 {value}", name=each.name, value=each.reached)
    return Finding(each.place("完成值"), label, (note,), certain=told.certain)


def _is_result(reached: Quantity | None) -> bool:
    return reached is not None and is_rate(reached) and reached.bound is Bound.EXACT


def _agrees(each: Indicator, figure: Quantity) -> bool:
    return each.reached is not None and each.reached.agrees(figure)


def _told_of(name: str, surveys: Sequence[Questionnaire]) -> Told | None:
    """The question that an indicator is named after, or else the survey of those that it names."""
    core = _ABOUT.sub("", name)
    for survey in surveys:
        of = _ABOUT.sub("", survey.name)
        for question in survey.scaled:
            about = _ABOUT.sub("", question.name)
            if len(about) >= _SHORTEST and core in (about, of + about, f"{of}对{about}"):
                return Told(f"{survey.name}.{question.name}", _figures(question), True)
    named = [survey for survey in surveys if len(of := _ABOUT.sub("", survey.name)) >= _SHORTEST and of in core]
    return _of_survey(named[0], True) if len(named) == 1 else None


def _only(surveys: Sequence[Questionnaire]) -> Told | None:
    """The one survey of a file whose one indicator of satisfaction has another name."""
    return _of_survey(surveys[0], False) if len(surveys) == 1 else None


def _of_survey(survey: Questionnaire, certain: bool) -> Told:
    """All questions together, or the one that asks for the whole."""
    overall = [figure for each in survey.scaled if each.name.startswith(_OVERALL) for figure in _figures(each)]
    return Told(survey.name, (*_figures(survey), *overall), certain)


def _figures(of: Question | Questionnaire) -> tuple[Quantity, ...]:
    return tuple(figure for figure in (of.satisfaction, of.satisfied) if figure)
