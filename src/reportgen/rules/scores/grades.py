"""The score and its grade."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Severity
from reportgen.diagnostics.repair import Repair, repair, value_edit
from reportgen.language import _
from reportgen.model.content import Score
from reportgen.model.quantity import plain
from reportgen.packs.pack import Band, Grades
from reportgen.place import Written
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene

_FULL = 100


@rule("SCO001", "等级与得分不符", Severity.ERROR)
def grade_of_score(score: Score, scene: Scene) -> Iterator[Finding]:
    """评价等级应是得分所在那一档的名称。

    为什么: 等级决定来年预算怎样安排，写高一档写低一档都会被退回。
    错例:
        评价: {得分: 88.5分, 等级: 优}
    正例:
        评价: {得分: 88.5分, 等级: 良}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：优、良、中、差四档，各档分数见模板 pack.yaml
    改法: 按得分改等级；得分写错的，更正得分
    """
    grades, points = scene.pack.grades, score.points.quantity if score.points else None
    if grades is None or points is None or score.grade is None or not 0 <= points.value <= _FULL:
        return
    stated, right = grades.of_word(score.grade.text), grades.of_points(points.value)
    if stated != right:
        note = _("{points}在「{name}」这一档：{span}", points=points, name=right.name, span=_span(right, grades))
        label, fix = _("应为「{name}」", name=right.name), _("按得分改等级，或更正得分")
        mended = _renamed(score.grade, right)
        yield Finding(score.grade.place, label, (note, *_source(grades)), fix, repair=mended)


def _renamed(grade: Written, band: Band) -> Repair | None:
    """The grade in the word of its band; not safe, for the score may be what is wrong, or the word a local one."""
    return repair(value_edit(grade.place, grade.text, band.name), safe=False)


def _span(band: Band, grades: Grades) -> str:
    """From where to where a band goes."""
    above = [other.low for other in grades.bands if other.low > band.low]
    if not above:
        return _("{low} 分及以上", low=plain(band.low))
    return _("{low} 分及以上、不到 {high} 分", low=plain(band.low), high=plain(min(above)))


def _source(grades: Grades) -> tuple[str, ...]:
    return (_("分档依据：{basis}", basis=grades.basis),) if grades.basis else ()


@rule("SCO002", "等级用词与现行文件不同", Severity.HINT)
def grade_word(score: Score, scene: Scene) -> Iterator[Finding]:
    """等级用现行文件的用词（优、良、中、差），不用旧的或别处的说法。

    为什么: 汇总的人按文件的用词统计，「良好」「优秀」会对不上。
    错例:
        评价: {得分: 88.5分, 等级: 良好}
    正例:
        评价: {得分: 88.5分, 等级: 良}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：等级为优、良、中、差
    改法: 改成现行文件的用词；当地文件另有规定的，在 pack.yaml 里改分档的名称
    """
    band = scene.pack.grades.of_word(score.grade.text) if scene.pack.grades and score.grade else None
    if score.grade and band and score.grade.text != band.name:
        label = _("现行用词是「{name}」", name=band.name)
        fix, mended = _("改成「{name}」", name=band.name), _renamed(score.grade, band)
        yield Finding(score.grade.place, label, (), fix, repair=mended)


@rule("SCO003", "得分不在 0 到 100 之间", Severity.ERROR)
def score_in_range(score: Score, _scene: Scene) -> Iterator[Finding]:
    """总得分满分 100，不会小于 0，也不会大于 100。

    为什么: 多半是少了小数点，或者把分项的分值加重了。
    错例:
        评价: {得分: 885分, 等级: 良}
    正例:
        评价: {得分: 88.5分, 等级: 良}
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：总分 100 分
    改法: 对照评分表更正得分
    """
    points = score.points.quantity if score.points else None
    if score.points and points and not 0 <= points.value <= _FULL:
        note = _("写的是 {points}，满分是 {full} 分", points=points, full=_FULL)
        yield Finding(score.points.place, str(points), (note,))
