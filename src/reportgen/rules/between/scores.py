"""Scores and grades in several documents."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.packs.pack import Stage
from reportgen.rules.between.comparisons import GradeRetold, Retold, ScoreRetold
from reportgen.rules.between.papers import Paper, Said, Topic
from reportgen.rules.between.wording import differs
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene


@rule("DOC005", "得分几份文件不同", Severity.ERROR)
def scored_alike(told: ScoreRetold, _scene: Scene) -> Iterator[Finding]:
    """自评表、评分表、报告里同一个得分要一样；项目自评表的总分由程序加出来，报告里写到的要与它相同。

    单位自评的得分和评价报告的得分，可能是两次打分：不同的印作疑似；写在一个文件里、「评价」按文种分开写的，不比。

    为什么: 得分决定等级和来年的预算，表上一个数、报告一个数，会被退回。
    错例:
        文种: 部门整体支出绩效指标体系评分表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 92.5分, 等级: 优}
    正例:
        文种: 部门整体支出绩效指标体系评分表
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：单位对自评结果的真实性负责
    改法: 以打分的表为准，更正报告；表改过的，两处一起改
    """
    if not told.agree and not _meant_apart(told):
        yield differs(told, not _two_evaluations(told.earlier, told.later))


def _meant_apart(told: Retold) -> bool:
    """Whether one file gives a score to the unit's own form and another one to the evaluation."""
    return told.earlier.file == told.later.file and _two_evaluations(told.earlier, told.later)


def _two_evaluations(earlier: Paper, later: Paper) -> bool:
    """A unit's own score and that of an evaluation report, which others may have given."""
    titles = (earlier.scene.pack.title, later.scene.pack.title)
    own = ["自评" in title for title in titles]
    return earlier.stage is Stage.SELF_EVALUATION and earlier.whole and later.whole and own == [True, False]


@rule("DOC012", "等级几份文件不同", Severity.ERROR)
def graded_alike(told: GradeRetold, _scene: Scene) -> Iterator[Finding]:
    """得分一样，等级也要一样；「良好」与「良」是同一档。

    得分本来就不同的，只报得分。

    为什么: 等级是对外公布的结论，两份文件不能两个说法。
    错例:
        文种: 部门整体支出绩效指标体系评分表
        评价: {等级: 优}
        ---
        文种: 部门整体支出绩效评价报告
        评价: {等级: 良}
    正例:
        文种: 部门整体支出绩效指标体系评分表
        评价: {等级: 优}
        ---
        文种: 部门整体支出绩效评价报告
        评价: {得分: 95.66分, 等级: 优}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：等级为优、良、中、差
    改法: 按得分查等级，把写错的一份改正
    """
    first, again = _points(told.earlier), _points(told.later)
    if not told.agree and not _meant_apart(told) and not (first and again and not first.agrees(again)):
        yield differs(told, not _two_evaluations(told.earlier, told.later))


def _points(paper: Paper) -> Said | None:
    return next((said for said in paper.said if said.topic is Topic.SCORE and not said.key), None)
