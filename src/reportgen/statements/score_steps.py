"""Scores that follow from scores beside them: 自评96.50分，核定88.20分，核减8.30分; 合计88.48分，加1.50分."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, percent
from reportgen.statements.changes import ChangeOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, RatioOf
from reportgen.statements.named_equations import Balance
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_kinds import ClassPoints, Points
from reportgen.statements.score_tree import Item, Told, items_of
from reportgen.statements.slips import is_exchange, is_other_digit, is_slip_of
from reportgen.statements.statement import Role, Statement

_APART = re.compile(
    r"(?:核减|核增|调减|调增|扣减|相差|差距|差额|相距|差|低|高|高出|低了|高了|下降|提高|减少|增加)(?:了|为|达|到|[:：])*$"
)
_SURELY = re.compile("(?:共|尚|还|仅)?(?:核减|核增|调减|调增|相差|差)|.*最高.*最低")
_ADDED = re.compile(r"(?:加分|加|奖励)(?:了|为|[:：])*$")
_ENDS = re.compile("最终|最后|综合|总得分|实际得分|合计得分")
_RATE = re.compile("得分率|失分率")
_FEW, _LOW = 2, 20


def score_steps(told: Told) -> Iterator[Claim]:
    """What follows from the scores of each paragraph."""
    items = [(name, item) for paragraph, points in told for name, item in _named_items(paragraph, points)]
    for paragraph, points in told:
        yield from _apart(paragraph)
        yield from _with_bonus(paragraph, points)
        yield from _lost_below(paragraph, points)
        for each in paragraph.statements:
            if each.quantity.kind == "%" and each.exact and _RATE.search(each.label):
                yield from _rate(each, paragraph, items)


def _named_items(paragraph: Paragraph, points: Sequence[ClassPoints]) -> Iterator[tuple[str, Item]]:
    names = {each.figures[0]: each.name for each in points if each.name}
    for item in items_of(paragraph, points):
        yield names.get(item.full) or names.get(item.got) or "", item


def _scores(paragraph: Paragraph) -> list[Statement]:
    plain = (each for each in paragraph.statements if each.quantity.unit == "分" and each.exact)
    return [each for each in plain if each.role in (Role.AMOUNT, Role.EACH)]


def _apart(paragraph: Paragraph) -> Iterator[Claim]:
    """What two scores of a sentence differ by, told right behind them."""
    for by in paragraph.statements:
        if by.quantity.unit != "分" or not by.exact or not _APART.search(by.label):
            continue
        near = [
            each
            for each in _scores(paragraph)
            if each.end <= by.start and each.sentence == by.sentence and each is not by
        ]
        pair = [each for each in near if each.quantity.value > _LOW and each.concept != "满分"][-_FEW:]
        if "最高" in by.label and "最低" in by.label:
            pair = _ends(by, paragraph)
        if len(pair) < _FEW or pair[0].quantity.value == pair[1].quantity.value:
            continue
        more, less = sorted(pair, key=lambda each: -each.quantity.value)
        moved = more.quantity.value - less.quantity.value
        way = ChangeOf(by, more, less, True)
        if way.holds:
            yield Claim("change", way, True)
        elif _SURELY.match(by.label) and (
            is_slip_of(by.quantity, moved) or moved * 4 <= by.quantity.value * 5 <= moved * 6
        ):
            due = like(moved, by.quantity)
            note = _("{now} 与 {base} 相差 {change}", now=more, base=less, change=due)
            yield Claim("change", way, False, Proof.LIKELY, by, _("应为 {due}", due=due), (note,))


def _ends(by: Statement, paragraph: Paragraph) -> list[Statement]:
    """The highest and the lowest of the last sentence that tells several scores."""
    told = [
        each for each in _scores(paragraph) if each.end <= by.start and each.quantity.value > _LOW and each is not by
    ]
    last = next(
        (each.sentence for each in reversed(told) if sum(o.sentence == each.sentence for o in told) > _FEW), None
    )
    several = sorted((each for each in told if each.sentence == last), key=lambda each: each.quantity.value)
    return [several[0], several[-1]] if several else []


def _with_bonus(paragraph: Paragraph, points: Sequence[ClassPoints]) -> Iterator[Claim]:
    """The sum, what is added, what is taken off, and the final score."""
    lost = [each.figures[0] for each in points if each.kind is Points.LOST]
    added = [each for each in _scores(paragraph) if _ADDED.search(each.label)]
    if not added or len(added) + len(lost) > _FEW * 2:
        return
    ends = [each for each in _scores(paragraph) if _ENDS.search(each.label) and each.quantity.value > _LOW]
    for final in ends:
        others = [
            each for each in _scores(paragraph) if each not in (final, *added, *lost) and each.quantity.value > _LOW
        ]
        ways = [Balance((final, *lost), (base, *added)) for base in others]
        if right := next((way for way in ways if way.holds), None):
            yield Claim("points", right, True)
            return
        near = [way for way in ways if "合计" in way.right[0].label or "基础" in way.right[0].label]
        for way in near[:1]:
            odd = next((each for each in way.members if _slipped(each, way)), None)
            if odd is not None:
                note = _(
                    "按 {figures} 算得 {due}",
                    figures="、".join(map(str, way.right)),
                    due=like(_made(way), final.quantity),
                )
                yield Claim("points", way, False, Proof.LIKELY, final, _("加分扣分后不是这个数"), (note,))


def _made(way: Balance) -> Decimal:
    return way.left[0].quantity.value - way.apart


def _lost_below(paragraph: Paragraph, points: Sequence[ClassPoints]) -> Iterator[Claim]:
    """1．数量（20分，得18.60分）。…，扣1.40分: all that its paragraph says was lost."""
    items = list(items_of(paragraph, points))
    lost = tuple(each.figures[0] for each in points if each.kind is Points.LOST)
    if len(items) != 1 or not lost or any(each.start < items[0].got.end for each in lost):
        return
    if len(points) != len(lost) + _FEW:
        return
    way = Balance((items[0].full,), (items[0].got, *lost))
    if way.holds:
        yield Claim("points", way, True)
    elif any(_slipped(each, way) for each in way.members) or (len(lost) == 1 and _is_about(lost[0], way)):
        note = _(
            "满分 {full}，得 {got}，扣 {lost}", full=items[0].full, got=items[0].got, lost="、".join(map(str, lost))
        )
        yield Claim("points", way, False, Proof.LIKELY, lost[0], _("满分减得分不是扣分"), (note,))


def _is_about(lost: Statement, way: Balance) -> bool:
    due = lost.quantity.value + way.apart
    return due > 0 and due * 4 <= lost.quantity.value * 5 <= due * 6


def _rate(rate: Statement, paragraph: Paragraph, items: Sequence[tuple[str, Item]]) -> Iterator[Claim]:
    """Of the class that its words name, or of the one told right before it."""
    begin = paragraph.span(rate.sentence)[0]
    own = [
        item for _name, item in items if item.got.passage is paragraph.passage and begin <= item.got.start < rate.start
    ]
    own = [item for item in own if item.got.sentence == rate.sentence]
    lead = _RATE.split(rate.label)[0]
    named = [item for name, item in items if name and len(name) >= _FEW and name in lead]
    if not lead.strip("，、的"):
        named = own[-1:]
    if not named or len({(item.got.quantity.value, item.most) for item in named}) != 1:
        return
    item = named[-1]
    if "失" in rate.label:
        return
    way = RatioOf(rate, item.got, item.full, Decimal(0))
    if way.holds:
        yield Claim("rate", way, True)
    elif way.exact is not None:
        due = percent(way.exact, rate.quantity.decimals)
        note = _("满分 {full}，得 {got}，得分率 {due}", full=item.full, got=item.got, due=due)
        yield Claim("rate", way, False, Proof.LIKELY, rate, _("应为 {due}", due=due), (note,))


def _slipped(each: Statement, way: Equation) -> bool:
    due = way.due(each)
    return due is not None and (is_exchange(each.quantity, due) or is_other_digit(each.quantity, due))
