"""Changes of a rate in percentage points: the difference of two rates before it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.change_claims import wrong_points
from reportgen.statements.changes import PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.points_against import against_a_base
from reportgen.statements.statement import Period, Role, Statement

MOVED_TO = re.compile(
    r"""
    [^，。；\d]{0,4} (?:增|减|降|升|提|调|压|扩|缩|延|涨|跌|扩展|回落) [^，。；\d]{0,3}
    (?:至|到|为) [^，。；\d]{0,10}                # 由2.68平方米提高到本项目实施后的2.80平方米
    """,
    re.VERBOSE,
)
_CALLED = re.compile(r"的[^，。；、\d]{0,8}$")
"""完成92.5%的目标高1.2个百分点: the last rate is of what is named behind it."""
_HELD_AGAINST = re.compile(r"(?:目标|进度|计划|标准|要求|平均|均值)[^，。；\d]{0,6}$")
_PAIR, _CLAUSE = 2, 44
_YEAR = re.compile(r"(?P<year>20\d\d)年(?!.*20\d\d年)[^。；]*$")
_ENDS = re.compile(r"最[高低]最[高低](?:相差|差距|极差)")
"""最高99.2%，最低88.7%，相差10.5个百分点."""
_BESIDE = ("、", "和", "及", "与")
_SEVERAL = re.compile("分别|均|各")
_PACE = re.compile(r"(?P<name>时间进度|序时进度)[^，。；、\d]{0,4}$")
_AHEAD = re.compile(
    r"""
      (?P<more> 快于|高于|高出|超过|超出|领先|超前|多于|优于|提高|上升|增加|富余|快|高|多|超 )  # 快于时间进度
    | (?: 慢于|低于|落后|滞后|少于|不足|降低|下降|减少|慢|低|差|少|欠|缺 )                     # 比目标低
    """,
    re.VERBOSE,
)
_HELD_TO = re.compile("(?:时间|序时)进度|目标|指标值|计划|标准|要求|上年|去年|平均")
_IS_HELD_TO = re.compile(
    r"""
    的? [^，。；：、\d]{0,6}?
    (?: 进度|目标|指标值|计划|标准|要求|水平|平均|均值 ) (?: 值|数 )? (?: 相比|比 )?  # 与75%的序时进度相比
    (?= [，,。快慢高低领落超多少差仍还又] )
    """,
    re.VERBOSE,
)
"""What it is stands behind the figure."""
_THAN = re.compile("[比较与由从低高快慢]")
_COMPARES_WITH = re.compile(
    r"""
    (?: ^|[，。；：、] )
    (?: 与|比|较|和|同|按|离|距|距离|对照|对比                          # 与75%的序时进度相比
      | 高于|低于|未达到?|不及|高出|低出|超出|超过|落后 )                 # 低于90%的目标
    [^，。；：、\d]{0,8} $
    """,
    re.VERBOSE,
)


def of_points(change: Statement, paragraph: Paragraph, named: Sequence[Statement] = ()) -> Iterator[Claim]:
    """由上年的93.20%升至94.80%，提高1.60个百分点: the difference of two rates before it."""
    if claims := list(against_a_base(change, paragraph)):
        yield from claims
        return
    near = [each for each in paragraph.statements if each.end <= change.start and change.sentence - each.sentence <= 1]
    rates = [each for each in near if each.quantity.unit == "%" and each.exact and each.role is not Role.CHANGE][-4:]
    rates += _pace(change, paragraph, named)
    pairs = [(now, before) for at, before in enumerate(rates) for now in rates[at + 1 :]]
    made = [PointsOf(change, now, before) for now, before in pairs]
    if right := next((each for each in made if each.holds), None):
        yield _told_rightly(right, paragraph)
        return
    own = [each for each in rates if each.sentence == change.sentence]
    part = [each for each in own if "；" not in paragraph.text[each.end : change.start]]
    own = part if len(part) == _PAIR else own
    if len(own) == _PAIR and not _are_of_others(own, change, rates, paragraph):
        yield from _of_the_pair(own, change, paragraph)


def _are_of_others(
    own: Sequence[Statement], change: Statement, rates: Sequence[Statement], paragraph: Paragraph
) -> bool:
    """Whether the points are of more than the two rates of their sentence, or are held against another figure."""
    beside = paragraph.text.startswith(_BESIDE, own[0].end)
    several = _SEVERAL.search(paragraph.text, max(0, change.start - 24), change.start)
    called = _CALLED.match(paragraph.text[rates[-1].end : change.start])
    held = not called and _HELD_AGAINST.search(paragraph.text[max(0, change.start - 14) : change.start])
    aimed = held and not _is_one_aim(own, paragraph)
    return bool(beside or several or aimed or _is_taken(own, change, paragraph))


def _of_the_pair(own: Sequence[Statement], change: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    """The two rates whose difference the points must be; 占31.80%，高于上年1.2个百分点: what it was is not stated."""
    led = MOVED_TO.fullmatch(paragraph.text, own[0].end, own[1].start)
    apart = _ENDS.fullmatch(own[0].label[-2:] + own[1].label[-2:] + change.label[:2])
    if apart or led or _bases(own, paragraph):
        yield wrong_points(PointsOf(change, own[1], own[0]), Proof.CERTAIN if led else Proof.LIKELY)


def _told_rightly(points: PointsOf, paragraph: Paragraph) -> Claim:
    """A difference that is right, the word before it right or the opposite."""
    turned = _points_turned(points, paragraph)
    note = _("{now} 与 {base} 相差 {change}", now=points.now, base=points.before, change=points.change)
    relation = "direction" if turned else "change"
    return Claim(relation, points, not turned, Proof.CERTAIN, points.change, _("方向写反"), (note,))


def _is_one_aim(own: Sequence[Statement], paragraph: Paragraph) -> bool:
    """88.70%，目标值90%，比目标低1.30个百分点: what it is held against stands there."""
    aims = [each for each in own if _HELD_TO.search(each.label) or _is_compared_with(each, paragraph)]
    return len(own) == _PAIR and len(aims) == 1


def _is_taken(own: Sequence[Statement], change: Statement, paragraph: Paragraph) -> bool:
    """78.6%，比上年的72.4%提高6.2个百分点，但比邻县低4.1个百分点: the two rates make another change of the sentence."""
    others = [
        each
        for each in paragraph.statements
        if own[1].end <= each.start < change.start and each.quantity.unit == change.quantity.unit
    ]
    return any(PointsOf(each, own[1], own[0]).holds for each in others)


def _pace(change: Statement, paragraph: Paragraph, named: Sequence[Statement]) -> list[Statement]:
    """低于时间进度3.59个百分点: the time gone by, where the document states it once and for all."""
    found = _PACE.search(paragraph.text, max(0, change.start - 12), change.start)
    elsewhere = [each for each in named if each.passage is not paragraph.passage]
    told = [each for each in elsewhere if found and _is_called(found["name"], each)]
    return told[:1] if len({each.quantity.value for each in told}) == 1 else []


def _is_called(name: str, rate: Statement) -> bool:
    """序时进度75%, 75%的序时进度."""
    return name in rate.label or rate.passage.text.startswith((name, f"的{name}"), rate.end)


def _points_turned(equation: PointsOf, paragraph: Paragraph) -> bool:
    """Whether the word before the points says the opposite: 支出进度71.91%，慢于时间进度66.67%."""
    at = equation.change.start
    last = next(reversed(list(_AHEAD.finditer(paragraph.text, max(0, at - 16), at))), None)
    first, second = equation.before, equation.now
    led = MOVED_TO.fullmatch(paragraph.text[first.end : second.start])
    based = _bases((first, second), paragraph) or _year_before(equation, paragraph)
    near = abs(equation.moved - equation.change.quantity.number)
    if last is None or not (led or len(based) == 1) or near > Decimal(1).scaleb(-equation.change.quantity.decimals):
        return False  # 11.8%，比规定的10%高1.8个百分点，比上年下降2.1个百分点: near the second, and not it
    base = first if led else based[0]
    now = second if base is first else first
    return bool(last["more"]) != (now.quantity.value > base.quantity.value)


def _year_before(equation: PointsOf, paragraph: Paragraph) -> list[Statement]:
    """2021年22.6%；2022年30.7%，较上年上升8.1个百分点: of two rates of years that follow each other the earlier one."""
    rates = sorted((equation.before, equation.now), key=lambda each: each.start)
    if not re.search("上年|去年|同比", equation.change.label):
        return []
    years = [_YEAR.search(paragraph.text, max(0, each.start - _CLAUSE), each.start) for each in rates]
    told = [int(found["year"]) for found in years if found]
    return rates[:1] if len(told) == _PAIR and told[1] - told[0] == 1 else []


def _bases(rates: Sequence[Statement], paragraph: Paragraph) -> list[Statement]:
    """Those that the others are held against: a target, a pace, what it was, the figure behind 比."""
    compared = [each for each in rates if _is_compared_with(each, paragraph)]
    return compared or [each for each in rates if _is_held_to(each)]


def _is_held_to(each: Statement) -> bool:
    return bool(_HELD_TO.search(each.label) or _THAN.match(each.label)) or each.period is Period.BEFORE


def _is_compared_with(each: Statement, paragraph: Paragraph) -> bool:
    """Whether the words around a figure say that it is what another is held against."""
    behind = _IS_HELD_TO.match(paragraph.text, each.end)
    return bool(behind and _COMPARES_WITH.search(paragraph.text, max(0, each.start - 12), each.start))
