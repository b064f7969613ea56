"""Scores and grades in running text: the same as in the table, and fitting each other."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Content, Score
from reportgen.model.quantity import Quantity, plain
from reportgen.rules.indicator_sets import IndicatorSet
from reportgen.rules.passages import Passage
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.rules.scores.points import rounding

_SCORE = r"(?P<score>\d{1,3}(?:\.\d+)?)\s*分(?![钟值项部类米公之])"
_TOTAL = re.compile(
    rf"(?:总得分|总评分|总分|综合得分|综合评分|自评得分|自评总分|自评分|评价得分|评价总分|最终得分)(?:情况)?[为是：:共]*(?:达到?)?\s*{_SCORE}"
)
_GRADE = re.compile(
    rf"(?<![率标项度])(?:得分|评分|总分|分数|得)[为是：:达到共]*\s*{_SCORE}"
    r"[^。；;\d]{0,16}?(?:等级|等次|评级|级别|档次|结果|结论|评定|评为|定为|属于|属|为)[^。；;\d]{0,6}?"
    r"[“「\"]?(?P<grade>优秀|良好|合格|不合格|一般|较差|[优良中差])(?=[”」\"。，,；;、（(）)等档]|$)"
)
"""得分92.5分，等级为良: a score and the grade that is said to belong to it."""
_OTHER_SCALE = re.compile(r"满分(?!为?100)|平均|各项目|分别|上年|去年|往年|项目得分")
_FULL, _LEAST = 100, 20
"""A score below the least is one of an item, not of the whole."""
_LOCAL_GOOD, _GOOD = 75, 80
"""What lies between is 良 in some places."""
_ROUNDING = Decimal("0.1")


@rule("SCO023", "总分与分项或正文不一致", Severity.ERROR)
def score_in_prose(scene: Scene) -> Iterator[Finding]:
    """正文说的总得分应等于评分表的总分；评分表的总分应等于各项得分之和。

    为什么: 报告和评分表是两个人填的，改了一处忘了另一处，是最常见的退回原因。
    错例:
        评价: {得分: 88.5分, 等级: 良}
        评价结果: |
          经评价，示例县人民医院综合得分为89.5分。
    正例:
        评价: {得分: 88.5分, 等级: 良}
        评价结果: |
          经评价，示例县人民医院综合得分为88.5分。
    依据: 审核实践：报告的得分与评分表一致
    改法: 以评分表为准更正；正文写 {{ 评价.得分 }}，改一处全文跟着变
    """
    for found in scene.indicator_sets:
        yield from _sum_of_table(found)
    totals = _totals(scene.content)
    if len(totals) != 1:
        return
    (total,) = totals
    certain = not (scene.finished and any(found.name for found in scene.indicator_sets))  # of a project, it may be
    for passage, match in _totals_said(scene):
        stated = Decimal(match["score"])
        if stated < _FULL and abs(stated - total.number) > _ROUNDING and _typed(passage, match, "score"):
            note = _("评分表的总分是 {total}", total=total)
            place, label = passage.place(*match.span("score")), _("应为 {total}", total=total)
            yield Finding(place, label, (note,), certain=certain)


def _totals(content: Content) -> set[Quantity]:
    """The total scores of tables; where none has any, that of the document."""
    scores = {path: value for path, value in content.values.items() if isinstance(value, Score)}
    of_tables = [score for path, score in scores.items() if "." in path] or scores.values()
    return {score.points.quantity for score in of_tables if score.points and score.points.quantity}


def _totals_said(scene: Scene) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in scene.passages:
        if not passage.cell and "分" in passage.text and not _OTHER_SCALE.search(passage.text):
            yield from ((passage, match) for match in _TOTAL.finditer(passage.text))


def _typed(passage: Passage, match: re.Match[str], group: str) -> bool:
    """Whether these characters were typed as they stand, and not printed by a reference."""
    return passage.place(*match.span(group)).length == len(match[group])


def _sum_of_table(found: IndicatorSet) -> Iterator[Finding]:
    """The total that a table of a finished document states, against the sum of its lines."""
    stated = found.fact("总得分")
    earned = [each.earned for each in found.scored]
    execution = found.execution
    line = execution.earned.quantity if execution and execution.earned else None
    known = [each for each in earned if each is not None]
    if stated is None or stated.quantity is None or not known or len(known) != len(earned):
        return
    parts = [*([line.number] if line else []), *known]
    added = sum(parts, Decimal(0))
    if abs(added - stated.quantity.number) > max(_ROUNDING, rounding(parts)) and _all_points_known(found):
        working = " + ".join(plain(part) for part in parts)
        note = _("各项得分相加：{working} = {added}", working=working, added=plain(added))
        fix = _("更正总分，或更正写错的一项得分")
        yield Finding(stated.place, _("各项相加得 {added}", added=plain(added)), (note,), fix)


def _all_points_known(found: IndicatorSet) -> bool:
    """Whether the lines that were recognised make up the total of points: else one of them was missed."""
    total, execution = found.fact("总分"), found.execution
    line = execution.points.quantity if execution and execution.points else None
    points = sum((each.points or Decimal(0) for each in found.scored), line.number if line else Decimal(0))
    return bool(total and total.quantity and total.quantity.number == points)


@rule("SCO024", "正文的等级与得分不符", Severity.ERROR)
def grade_in_prose(passage: Passage, scene: Scene) -> Iterator[Finding]:
    """正文里一句话同时写了得分和等级的，等级应是得分所在的那一档。

    为什么: 得分改了，等级没有跟着改，结论就错了。
    错例:
        评价: {等级: 良}
        评价结果: |
          经评价，得分88.5分，评价等级为优。
    正例:
        评价: {等级: 良}
        评价结果: |
          经评价，得分88.5分，评价等级为良。
    依据: 《项目支出绩效评价管理办法》（财预〔2020〕10号）：优、良、中、差四档，各档分数见模板 pack.yaml
    改法: 按得分改等级；得分写错的，更正得分
    """
    grades = scene.pack.grades
    if grades is None or "分" not in passage.text or _OTHER_SCALE.search(passage.text):
        return
    judged = [score.grade.place for score in scene.content.values.values() if isinstance(score, Score) and score.grade]
    for match in _GRADE.finditer(passage.text):
        if passage.place(*match.span("grade")) in judged:
            continue  # SCO001 says it
        points, stated = Decimal(match["score"]), grades.of_word(match["grade"])
        typed = _typed(passage, match, "score") or _typed(passage, match, "grade")
        certain = not (scene.finished and _LOCAL_GOOD <= points < _GOOD)
        if certain and stated and typed and _LEAST < points <= _FULL and stated != (right := grades.of_points(points)):
            note = _("{points}分在「{name}」这一档", points=match["score"], name=right.name)
            label = _("应为「{name}」", name=right.name)
            yield Finding(passage.place(*match.span("grade")), label, (note,))
