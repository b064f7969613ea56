"""Problems and rectification measures; each measure names the problem it answers."""

from reportgen.diagnostics.kinds import WRONG_TYPE
from reportgen.language import _
from reportgen.model.content import Measure, Measures, Problem, Problems
from reportgen.resolve.quoted import bare
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node


def read_problems(path: str, node: Node, expect: Expect) -> Problems:
    """A list of 简称, 问题, 说明; a short name may stand only once."""
    problems: list[Problem] = []
    for row in expect.rows(node, path, ["简称", "问题", "说明"]):
        problem = _problem(row, expect)
        if problem is None:
            continue
        if any(problem.short.text == other.short.text for other in problems):
            label = _("「{short}」已经用过，简称不能重复", short=problem.short.text)
            expect.report(WRONG_TYPE, problem.short.place, label)
        problems.append(problem)
    return Problems(tuple(problems), node.place)


def _problem(row: Mapping, expect: Expect) -> Problem | None:
    short, heading = bare(expect.required_text(row, "简称"), expect), expect.required_text(row, "问题")
    detail = expect.optional_text(row, "说明")
    return Problem(short, heading, detail, row.place) if short and heading else None


def read_measures(path: str, node: Node, expect: Expect) -> Measures:
    """A list of 对应问题, 措施, 说明."""
    measures: list[Measure] = []
    for row in expect.rows(node, path, ["对应问题", "措施", "说明"]):
        answers, heading = bare(expect.required_text(row, "对应问题"), expect), expect.required_text(row, "措施")
        detail = expect.optional_text(row, "说明")
        if answers and heading:
            measures.append(Measure(answers, heading, detail, row.place))
    return Measures(tuple(measures), node.place)
