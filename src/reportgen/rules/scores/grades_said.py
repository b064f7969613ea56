"""Scores and the grades that are said to belong to them: in running text, and in the rows of tables."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Severity
from reportgen.language import _
from reportgen.model.content import Score
from reportgen.numbers.clauses import SENTENCE_ENDS, begin_of
from reportgen.packs.pack import Grades
from reportgen.rules.registry import Finding, rule
from reportgen.rules.scene import Scene
from reportgen.statements.grid import Grid
from reportgen.statements.passages import Passage
from reportgen.statements.statement import Statement

_GRADE = re.compile(
    r"(?<![率标项度])(?:得分|评分|总分|分数|得|自评|评价|评估|加总|合计)[为是：:达到共]*\s*(?P<score>\d{1,3}(?:\.\d+)?)\s*分(?![钟值项部类米公之])"
    r"(?:，[^，。；\d（(优良中差]{0,8}\d{2,3}分?[至到—~～-]+\d{2,3}分[^，。；\d]{0,6})?"
    r"[^。；;\d]{0,16}?(?:，(?=[优良中差](?:级|等|档|[。；，]|$))|等级|等次|评级|级别|档次|结果|结论|评定|评为|定为|属于|属|为)[^。；;\d]{0,6}?"
    r"[“「\"]?(?P<grade>优秀|良好|合格|不合格|一般|较差|[优良中差])(?=[”」\"。，,；;：、（(）)等档级]|$)"
)
"""得分92.5分，等级为良: a score and the grade that is said to belong to it."""
_GRADE_BESIDE = re.compile(
    r"""
    (?<![率标项度])
    (?:得分|评分|总分|总评|自评分?|评价|评估|得|合计|加总|结果|结论)[^，。；\d（）]{0,8}   # 评价结果
    [（(]?\s*(?P<score>\d{1,3}(?:\.\d+)?)\s*分                                          # （84.70分
    (?:[（(][^（）()。；\d优良中差]{0,8}[）)])?                                            # （百分制）
    [，、,（(]?\s*(?:即|属于?|为|系|对应|评定|确定|定|判)*                                 # ，评定
    (?:等级|等次|级别|档次|评级)*(?:为|是)?                                                # 等级为
    [“「"]?(?P<grade>优秀|良好|[优良中差])(?=[”」"]|[，。；）)]|等|档|级|$)                # “良”
    """,
    re.VERBOSE,
)
"""自评得分93.46分（“优”）, 评价结果（84.70分，良）: the grade right beside its score."""
_OTHER_SCALE = re.compile(r"满分(?!为?100)|平均|各项目|分别|上年|去年|往年|项目得分")
_SCORE_HEAD, _GRADE_HEAD = re.compile(r"(?:得分|评分|分数|总分)$"), re.compile(r"(?:等级|等次|档次|评价结果)$")
_FULL, _LEAST = 100, 20
"""A score below the least is one of an item, not of the whole."""
_LOCAL_GOOD, _GOOD = 75, 80
"""What lies between is 良 in some places."""


@rule("SCO024", "正文的等级与得分不符", Severity.ERROR)
def grade_said(scene: Scene) -> Iterator[Finding]:
    """正文里一句话同时写了得分和等级的，表格里一行有得分栏和等级栏的，等级应是得分所在的那一档。

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
    if grades is None:
        return
    for passage in scene.passages:
        if "分" in passage.text:
            yield from _in_prose(passage, grades, scene)
    for grid in scene.ledger.grids:
        yield from _in_table(grid, grades, scene)


def _in_prose(passage: Passage, grades: Grades, scene: Scene) -> Iterator[Finding]:
    judged = [score.grade.place for score in scene.content.values.values() if isinstance(score, Score) and score.grade]
    told = {match.span("grade"): match for each in (_GRADE_BESIDE, _GRADE) for match in each.finditer(passage.text)}
    for match in told.values():
        place = passage.place(*match.span("grade"))
        typed = any(passage.place(*match.span(name)).length == len(match[name]) for name in ("score", "grade"))
        begin = begin_of(passage.text, match.start(), SENTENCE_ENDS)
        other = _OTHER_SCALE.search(passage.text, begin, match.end())
        if place not in judged and typed and not other:  # SCO001 says it of a field
            found = _wrong(Decimal(match["score"]), match["grade"], grades, scene)
            yield from (Finding(place, label, notes) for label, notes in found)


def _in_table(grid: Grid, grades: Grades, scene: Scene) -> Iterator[Finding]:
    """A row with one column of scores and one of grades."""
    by_row: dict[int, list[Statement]] = {row: [] for row in grid.rows}
    for (row, _column), each in grid.figures.items():
        by_row[row] += [each] if _SCORE_HEAD.search(each.column.split(" ")[0]) else []
    for row, scores in by_row.items():
        words = [cell for cell in grid.lattice.row(row) if any(map(_GRADE_HEAD.search, grid.heads(row, cell.column)))]
        if len(scores) == len(words) == 1 and (scene.finished or scores[0].typed):
            for label, notes in _wrong(scores[0].quantity.number, words[0].compact, grades, scene):
                yield Finding(words[0].origin, label, notes, certain=False, section=grid.table.section)


def _wrong(points: Decimal, word: str, grades: Grades, scene: Scene) -> Iterator[tuple[str, tuple[str, ...]]]:
    stated = grades.of_word(word)
    local = scene.finished and _LOCAL_GOOD <= points < _GOOD and stated in grades.bands[1:2]
    if stated and not local and _LEAST < points <= _FULL and stated != (right := grades.of_points(points)):
        note = _("{points}分在「{name}」这一档", points=points, name=right.name)
        yield _("应为「{name}」", name=right.name), (note,)
