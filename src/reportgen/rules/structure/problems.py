"""Problems and measures: each problem has a measure, each measure a problem."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Measure, Measures, Problem, Problems
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.source.expect import did_you_mean

_AND = re.compile(r"\s*[、，,；;]\s*")
_NONE = ("无", "无。", "没有")


@rule("STR001", "问题没有对应的整改措施", Severity.ERROR)
def problem_answered(problem: Problem, scene: Scene) -> Iterator[Finding]:
    """「存在问题」里的每个问题，「整改措施」里至少要有一条措施对应它。

    为什么: 有问题没有措施，等于承认了问题又不打算改，审计和复核都会退回。
    错例:
        存在问题:
          - {简称: 诊疗流程, 问题: 诊疗流程不够顺畅}
          - {简称: 人才队伍, 问题: 护理人才不足}
        整改措施:
          - {对应问题: 诊疗流程, 措施: 优化诊疗流程}
    正例:
        存在问题:
          - {简称: 诊疗流程, 问题: 诊疗流程不够顺畅}
          - {简称: 人才队伍, 问题: 护理人才不足}
        整改措施:
          - {对应问题: 诊疗流程, 措施: 优化诊疗流程}
          - {对应问题: 人才队伍, 措施: 引进护理人才}
    依据: 审核实践：问题与措施一一对应
    改法: 在「整改措施」里补一条，「对应问题」写这个问题的简称；一条措施管几个问题的，简称之间用顿号
    """
    measures = [measure for group in scene.content.every(Measures) for measure in group.items]
    names = _short_names(scene)
    answered = {name for measure in measures for name in _answers(measure, names)}
    if _says_measures(scene) and problem.short.text not in answered and problem.heading.text.strip() not in _NONE:
        label = _("没有一条措施对应「{short}」", short=problem.short.text)
        fix = _("在「整改措施」里补一条，写 对应问题: {short}", short=problem.short.text)
        yield Finding(problem.short.place, label, (_("问题是：{heading}", heading=problem.heading.text),), fix)


@rule("STR002", "措施对应的问题不存在", Severity.ERROR)
def measure_answers_a_problem(measure: Measure, scene: Scene) -> Iterator[Finding]:
    """「对应问题」要写「存在问题」里某个问题的简称，一字不差。

    为什么: 问题改了名、删了，措施还留着旧的，读的人就不知道它在改什么。
    错例:
        存在问题:
          - {简称: 人才队伍, 问题: 水利人才不足}
        整改措施:
          - {对应问题: 人才队伍, 措施: 引进水利人才}
          - {对应问题: 人材队伍, 措施: 加强业务培训}
    正例:
        存在问题:
          - {简称: 人才队伍, 问题: 水利人才不足}
        整改措施:
          - {对应问题: 人才队伍, 措施: 引进水利人才}
          - {对应问题: 人才队伍, 措施: 加强业务培训}
    依据: 审核实践：问题与措施一一对应
    改法: 把「对应问题」改成现有的简称，或补上这个问题
    """
    names = _short_names(scene)
    for name in _answers(measure, names):
        if name not in names:
            known = _("现有的简称：{names}", names=_("、").join(sorted(names)) or _("（没有）"))
            fix = did_you_mean(name, names) or _("改成现有的简称，或在「存在问题」里补上它")
            yield Finding(measure.answers.place, _("没有简称是「{name}」的问题", name=name), (known,), fix)


def _says_measures(scene: Scene) -> bool:
    """Whether the measures are given, be it as 「无」: where the field is missing, that is what is reported."""
    return any(isinstance(value, Measures) or path.endswith("措施") for path, value in scene.content.values.items())


def _short_names(scene: Scene) -> set[str]:
    return {problem.short.text for group in scene.content.every(Problems) for problem in group.items}


def _answers(measure: Measure, names: set[str]) -> list[str]:
    """The short names that a measure answers; one that itself holds a comma is a name like any other."""
    return [measure.answers.text] if measure.answers.text in names else _AND.split(measure.answers.text)
