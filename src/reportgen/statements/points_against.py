"""Percentage points by which a rate is over or under one that the words name: in a bracket, behind 比, by its name.

高于全省平均增幅（4.8%）8.8个百分点, 增幅比上半年的3.1%提高1.3个百分点, 高于总体不罚率21.84个百分点.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import characters, lists
from reportgen.model.quantity import Interval, in_points
from reportgen.numbers.clauses import begin_of
from reportgen.statements.change_claims import wrong_points
from reportgen.statements.changes import PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Period, Role, Statement

_FAR, _REACH = 3, 18
_WAYS = (("增", "高于词"), ("减", "低于词"))
_LED_TO = re.compile(
    r"(?:[比较与跟距]|(?<!合)同|[高低快慢优差好少多大小]于|超过?|[高低超多少]出|领先|落后)"
    r"(?:[^，。；：、\d（）比较]|20\d\d(?=年)|\d{1,2}(?=月)){1,14}$"
)
_SHUT = re.compile(r"[）)][^，。；：、\d（）]{0,8}")
_THEN = re.compile(r"[（(](?:(?:上年|去年|20\d\d年)(?:同期|末)?|同期|上[月期]|上季度|\d{1,2}月份?)(?:为|是|的)?")
_RIGHT_BEHIND = re.compile(r"的?[^，。；：、\d（）]{0,6}")
_GROWTH_LED = re.compile(r"(?:增速|增幅|涨幅|升幅)[^，。；：、\d]{0,6}[比较][^，。；：、\d]{0,10}$")
_OF_ALL = re.compile(
    rf"(?:[高低快慢]于|[高低]出|超过|[比较])(?:全?[{characters(lists('units')['整体'])}]|总体|整体|平均)的?(?:平均|总体|整体)?"
    r"(?P<name>[^，。；：、\d]{2,8}率)[^，。；：、\d]{0,2}$"
)
_NAMED = 3
_OF_CHANGE = re.compile(r"增速|增幅|涨幅|降幅|增长率")


def against_a_base(change: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """The points with the rate that they are said of, where the words beside them tell what it is held against."""
    base = _base_in_bracket(change, paragraph) or _base_of_growth(change, paragraph)
    nows = _held_against(base, change, paragraph) if base else []
    if base is None and (base := _base_of_all(change, paragraph)):
        before = paragraph.before(change)
        nows = [before] if before is not None and before.label.endswith(base.label[-_NAMED:]) else []
    rising = [each for each in nows if not _falls(each, paragraph)]
    if base is not None and rising and rising[0] is nows[0]:
        yield from _from_base(change, base, rising, paragraph, alone=len(nows) == 1)


def _base_in_bracket(change: Statement, paragraph: Paragraph) -> Statement | None:
    """高于全省平均增幅（4.8%）8.8个百分点, 下降4.7个百分点（上年88.9%）: what it is held against is bracketed."""
    text, before = paragraph.text, paragraph.before(change)
    if before is not None and before.depth == change.depth + 1 and before.quantity.unit == "%":
        opened = text.rfind("（", 0, before.start)
        bare = opened >= 0 and text[opened + 1 : before.start].strip() in ("", "为", "即", "约")
        shut = bare and _SHUT.fullmatch(text, before.end, change.start)
        return before if before.exact and shut and _LED_TO.search(text, max(0, opened - _REACH), opened) else None
    behind = next((each for each in paragraph.statements if each.start >= change.end), None)
    if behind is None or behind.quantity.unit != "%" or not behind.exact:
        return None
    return behind if _THEN.fullmatch(text, change.end, behind.start) else None


def _base_of_growth(change: Statement, paragraph: Paragraph) -> Statement | None:
    """增幅比上半年的3.1%提高1.3个百分点: the rate of change that another one is held against, right before."""
    before = paragraph.before(change)
    if before is None or before.quantity.unit != "%" or not before.exact or before.depth != change.depth:
        return None
    plainly = _RIGHT_BEHIND.fullmatch(paragraph.text, before.end, change.start)
    return before if plainly and _GROWTH_LED.search(before.label) else None


def _base_of_all(change: Statement, paragraph: Paragraph) -> Statement | None:
    """小微企业不罚率59.39%，高于总体不罚率21.84个百分点: the rate of that name in the sentence before."""
    found = _OF_ALL.search(paragraph.text, max(0, change.start - _REACH), change.start)
    rates = (each for each in paragraph.statements if found and change.sentence - each.sentence == 1)
    named = [each for each in rates if found and each.quantity.unit == "%" and each.label.endswith(found["name"])]
    return named[0] if len(named) == 1 and named[0].exact else None


def _falls(rate: Statement, paragraph: Paragraph) -> bool:
    """下降8.0%: a rate of change below nought."""
    return rate.role is Role.CHANGE and bool(paragraph.lexicon.any_of("减").search(rate.label))


def _held_against(base: Statement, change: Statement, paragraph: Paragraph) -> list[Statement]:
    """The rates before it in its part of the sentence, the nearest first: rates of change against a rate of change."""
    first = min(base.start, change.start)
    begin = max(paragraph.span(change.sentence)[0], paragraph.text.rfind("；", 0, first))
    near = [each for each in paragraph.statements if begin <= each.start < first and each.quantity.unit == "%"]
    near = [each for each in near if each.exact and each.depth == change.depth and each.period is not Period.BEFORE]
    grown = [each for each in near if each.role is Role.CHANGE]
    named = _OF_CHANGE.search(paragraph.text, max(0, first - 16), first)
    if named and not grown:  # 为54.81亿元，增长4.4%。增幅比上半年的3.1%提高1.3个百分点
        earlier = [each for each in paragraph.statements if change.sentence - each.sentence == 1 and each.exact]
        grown = [each for each in earlier if each.role is Role.CHANGE and each.quantity.unit == "%"]
    return list(reversed(grown if named else [each for each in near if each not in grown]))


def _from_base(
    change: Statement, base: Statement, nows: Sequence[Statement], paragraph: Paragraph, alone: bool
) -> Iterator[Claim]:
    """The difference that one of the rates has, and the word that says which way; else that of the only rate."""
    made = [PointsOf(change, now, base) for now in nows]
    right = next((each for each in made if each.holds), None)
    if right is not None:
        more = _says_more(right, paragraph)
        turned = more is not None and more is not (right.now.quantity.number > base.quantity.number)
        note = _("{now} 与 {base} 相差 {change}", now=right.now, base=base, change=in_points(right.moved))
        label = _("方向写反")
        yield Claim("direction" if turned else "change", right, not turned, Proof.CERTAIN, change, label, (note,))
    elif alone and (
        _is_near(made[0]) or any(is_slip_away(each.quantity, _due(each, made[0])) for each in (change, base))
    ):
        yield wrong_points(made[0], Proof.LIKELY)


def _is_near(points: PointsOf) -> bool:
    """Whether the two rates differ about as much as is said."""
    told = points.change.quantity.number
    return points.moved <= told * _FAR and told <= points.moved * _FAR


def _due(member: Statement, points: PointsOf) -> Interval | None:
    """What the points, or what the rate is held against, must be."""
    if member is points.change:
        return points.due(member)
    now, moved, room = (each.quantity for each in (points.now, points.change, member))
    way = -1 if now.value > member.quantity.value else 1
    due = now.value + way * moved.value
    return Interval(due - room.half_place, due + room.half_place)


def _says_more(points: PointsOf, paragraph: Paragraph) -> bool | None:
    """Whether the word right before the points says more; of rates of change also the one before the bracket."""
    text, base, change = paragraph.text, points.before, points.change
    opened = text.rfind("（", 0, base.start)
    places = [(base.end if base.end <= change.start else max(0, change.start - _REACH), change.start)]
    places += [(max(0, opened - _REACH), opened)] if points.now.role is Role.CHANGE else []
    for first, last in places:
        said = text[max(first, begin_of(text, last, "，。；：、")) : last]
        words = paragraph.lexicon.pattern("more or less", _more_or_less).finditer(_OF_CHANGE.sub("", said))
        if (found := next(reversed(list(words)), None)) is not None:
            return found["more"] is not None
    return None  # 高于平均（88.9%）4.7个百分点, of which `held_phrases` speaks


def _more_or_less(words: Lexicon) -> str:
    more, less = (alternation((*words.lists[way], *words.lists[held])) for way, held in _WAYS)
    return rf"(?P<more>{more})|(?P<less>{less})"
