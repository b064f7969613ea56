"""Single statements: scores and grades, declared figures, staff, what was carried over."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.content import Content, Indicators, Score
from reportgen.model.facts import FORMER, Fact, FactGroup
from reportgen.model.quantity import Quantity
from reportgen.packs.pack import Grades, Pack, Stage
from reportgen.place import Place
from reportgen.rules.between.names import plain
from reportgen.rules.between.papers import Reading, Said, Topic
from reportgen.rules.score_sums import score_sum

STAFF = re.compile(r"(?:核定|人员)*编制(?:人数|总数|数)?")
_FORMER = re.compile(r"上一?年(?:度)?(?:同期)?(?:数)?|去年(?:同期)?")
_CARRIED = re.compile(r"结转(?:和|与)?结余|结转|结余")
_CLOSING = re.compile(r"年末|期末|年底|下一?年(?:度)?")
_OPENING = re.compile(r"上一?年(?:度|末)?|年初|期初")
_TELLING = 4
_GROUP = 2
"""Of 上年.预算.展厅运行经费.支出 the name that the statement has begins behind the field."""
_FILLING = re.compile(r"资金|金额|数|累计|合计|总计|到|至")


def scores_of(content: Content, pack: Pack, whole: bool) -> Iterator[Said]:
    """The total score of the `whole` unit, and its grade by the band that its word names.

    Where no field states it, it is what the unit's form adds up.
    """
    if whole and not any(score.points for score in content.every(Score)):
        yield from _added_up(content, pack)
    for score in content.every(Score) if whole else ():
        points = score.points.quantity if score.points else None
        if score.points and points:
            yield Said(Topic.SCORE, "", "得分", str(points), score.points.place, (Reading(points),))
        if score.grade:
            word = score.grade.text
            place = score.grade.place_at(0, len(word))
            yield Said(Topic.GRADE, "", "等级", band(word, pack.grades), place)


def _added_up(content: Content, pack: Pack) -> Iterator[Said]:
    """The total that a form prints; a report that has no indicators adds nothing up."""
    added, lists = score_sum(content, pack), list(content.every(Indicators))
    if added and added.complete and pack.stage in (Stage.SELF_EVALUATION, Stage.SCORING):
        total = Quantity(added.least, "", "分")
        place = Place(lists[0].place.file, lists[0].place.line, lists[0].place.column)
        yield Said(Topic.SCORE, "", "总分", str(total), place, (Reading(total),))


def band(word: str, grades: Grades | None) -> str:
    """良 of 良好: the band's own name."""
    found = grades.of_word(word) if grades else None
    return found.name if found else word


def facts_of(content: Content, year: int) -> Iterator[Said]:
    """The figures of 数据, each under what it speaks of: this year, the year before, staff, money carried over."""
    for group in content.every(FactGroup):
        for fact in group.all():
            yield from _told(fact, year)


def former_of(content: Content) -> Iterator[Said]:
    """The figures of 上年, which the file has under the names that they had last year."""
    for fact in content.facts.every():
        if fact.path[0] == FORMER and fact.quantity and len(fact.path) > _GROUP:
            names = fact.path[_GROUP:]
            key = ".".join(map(plain, names))
            yield Said(Topic.FORMER, key, fact.name, str(fact.value), fact.place, (Reading(fact.quantity),))


def _told(fact: Fact, year: int) -> Iterator[Said]:
    quantity = fact.quantity
    if quantity is None:
        return
    names = [plain(part) for part in fact.path[1:]] or [plain(fact.path[0])]
    readings = (Reading(quantity),)
    topic, key = _meaning(names, year, quantity.unit)
    yield Said(topic, key, ".".join(fact.path[1:]) or fact.name, str(fact.value), fact.place, readings)


def _meaning(names: list[str], year: int, unit: str) -> tuple[Topic, str]:
    joined = "".join(names)
    if unit == "元" and _CARRIED.search(joined):
        return _carried(joined, names)
    if STAFF.fullmatch(names[-1]) and unit in ("人", "名", "个", ""):
        return Topic.STAFF, "编制"
    former = re.compile(rf"{_FORMER.pattern}|{year - 1}年(?:度)?")
    if former.search(joined):
        rest = [cut for name in names if (cut := former.sub("", name))]
        return Topic.FORMER, ".".join(rest)
    return Topic.FACT, ".".join(names)


def telling(key: str) -> bool:
    """Whether a name says of itself what it counts: 得分 and 金额 do not, 科普活动.场次 does."""
    return "." in key or len(key) >= _TELLING


def _carried(joined: str, names: list[str]) -> tuple[Topic, str]:
    """Of 结转 and 结余 each is compared with its own kind; what else the name says must be the same in both years."""
    closing, opening = _CLOSING.search(joined), _OPENING.search(joined)
    if bool(closing) == bool(opening):
        return Topic.FACT, ".".join(names)
    kind = "和".join(dict.fromkeys(re.findall("结转|结余", joined)))
    rest = joined
    for pattern in (_CLOSING, _OPENING, _CARRIED, _FILLING):
        rest = pattern.sub("", rest)
    return Topic.CLOSING if closing else Topic.OPENING, f"{kind}/{rest}"
