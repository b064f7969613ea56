"""What prose and titles tell where no field does: the unit of a finished document, scores, staff.

Only what is said once and plainly: of two different figures none is taken.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Quantity
from reportgen.packs.pack import Stage
from reportgen.place import NOWHERE, Place, Written
from reportgen.rules.between.names import plain
from reportgen.rules.between.papers import Reading, Said, Topic
from reportgen.rules.between.reading.statements import band
from reportgen.rules.scene import Scene
from reportgen.statements.passages import Passage

_YEAR = re.compile(r"20\d{2}年")
_KIND = re.compile(r"部门（单位）|部门整体|部门总体|整体支出|项目支出|上级专项|绩效")
_UNIT = re.compile(r"[一-龥（）]{4,30}")
_ENDINGS = {
    "申报表": Stage.APPLICATION,
    "目标表": Stage.TARGET,
    "批复表": Stage.TARGET,
    "自评表": Stage.SELF_EVALUATION,
    "评分表": Stage.SCORING,
    "报告": Stage.REPORT,
}
_EVALUATES = re.compile("自评|评价")
_SCORE = re.compile(
    r"(?P<name>[^\s，。；：、,;:“”]{0,30}?)(?P<kind>自评|评价|综合|总)(?:总|综合)?(?:得分|评分)(?:为|是|：|达到|达)?"
    r"(?P<points>\d{1,3}(?:\.\d+)?)分"
)
_GRADE = re.compile(
    r"(?:评价|自评|评定|绩效)(?:结果)?(?:等级|等次)(?:评定)?(?:为|是|：)?[“‘\"]?(?P<grade>优秀|优|良好|良|中|差)"
)
_WHOLE = re.compile(r"(?:部门|单位)?(?:\d{4}年度?)?(?:部门|单位)?整体(?:支出)?(?:绩效)?")
_TAIL = re.compile(r"(?:项目|绩效|的)+$")
_NO_SCORE = re.compile("满意|平均|问卷|调查|上年|去年")
_STAFF = re.compile(
    r"(?:^|[，。；：、（“\s末])(?:核定|人员|共有|现有)*编制(?:人数|总数|数)?(?:为|共|是|：)?(?P<count>\d+)[人名个]"
)


def stage_of(scene: Scene) -> Stage | None:
    """That of the pack, if it is meant; else what the last word of the title says: a letter may be any report."""
    title = scene.document.metadata.title
    if scene.pack.stage and (not scene.finished or scene.pack.title in title):
        return scene.pack.stage
    stage = next((stage for ending, stage in _ENDINGS.items() if title.endswith(ending)), None)
    return stage if stage is not Stage.REPORT or _EVALUATES.search(title) else None


def unit_of(scene: Scene) -> tuple[str, Place]:
    """The unit that a file gives, signs with, or has in its title; the empty name where none is found."""
    for path in ("单位", "署名"):
        value = scene.content.values.get(path)
        if isinstance(value, Written) and (name := plain(value.text)):
            return name, value.place_at(0, max(1, len(value.text)))
    title = scene.document.metadata.title
    name = _KIND.split(_YEAR.split(title)[0])[0]
    origin = next((inline.origin for inlines in scene.document.lines.values() for inline in inlines), NOWHERE)
    return (plain(name), origin) if _UNIT.fullmatch(name) and name != title else ("", NOWHERE)


def scores_in_prose(scene: Scene) -> Iterator[Said]:
    """「展厅运行经费项目自评得分97.1分」, and the score of the whole unit where no field gives it."""
    found: dict[str, list[Said]] = {}
    for passage in scene.passages:
        if "得分" in passage.text or "评分" in passage.text:
            for said in _scores(passage):
                found.setdefault(said.key, []).append(said)
    yield from (alike[0] for alike in found.values() if len({each.words for each in alike}) == 1)


def _scores(passage: Passage) -> Iterator[Said]:
    for match in _SCORE.finditer(passage.text):
        name = _TAIL.sub("", match["name"])
        if _NO_SCORE.search(passage.text[max(0, match.start() - 12) : match.end()]):
            continue
        whole = not name or _WHOLE.fullmatch(name)
        points = Quantity(Decimal(match["points"]), "", "分", text=match["points"] + "分")
        place = passage.place(match.start("points"), match.end())
        yield Said(Topic.SCORE, "" if whole else plain(name), name or "得分", str(points), place, (Reading(points),))


def grade_in_prose(scene: Scene) -> Iterator[Said]:
    """The grade that a finished document states."""
    found = _everywhere(_GRADE, "等", scene)
    words = {band(match["grade"], scene.pack.grades) for _passage, match in found}
    if len(words) == 1:
        passage, match = found[0]
        yield Said(Topic.GRADE, "", "等级", words.pop(), passage.place(*match.span("grade")))


def staff_in_prose(scene: Scene) -> Iterator[Said]:
    """「核定编制12人」."""
    found = _everywhere(_STAFF, "编制", scene)
    if len({match["count"] for _passage, match in found}) == 1:
        passage, match = found[0]
        staff = Quantity(Decimal(match["count"]), "", "人", text=match["count"] + "人")
        place = passage.place(match.start("count"), match.end())
        yield Said(Topic.STAFF, "编制", "编制", str(staff), place, (Reading(staff),))


def _everywhere(pattern: re.Pattern[str], word: str, scene: Scene) -> list[tuple[Passage, re.Match[str]]]:
    """The matches of a pattern in which `word` stands always."""
    passages = [passage for passage in scene.passages if word in passage.text]
    return [(passage, match) for passage in passages for match in pattern.finditer(passage.text)]
