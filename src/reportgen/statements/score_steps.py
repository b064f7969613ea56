"""Scores that follow from scores beside them: 自评96.50分，核定88.20分，核减8.30分; 合计88.48分，加1.50分."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like, percent
from reportgen.statements.changes import ChangeOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import RatioOf
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.named_equations import Balance
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_items import Item, Scored
from reportgen.statements.score_kinds import Points
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Role, Statement

_APART = re.compile(
    r"(?:核减|核增|调减|调增|扣减|相差|差距|差额|相距|差|低|高|高出|低了|高了|下降|提高|减少|增加)(?:了|为|达|到|[:：])*$"
)
_SURELY = re.compile("(?:共|尚|还|仅)?(?:核减|核增|调减|调增|相差|差)|.*最高.*最低")
_ADDED = re.compile(r"(?:加分|加|奖励)(?:了|为|[:：])*$")
_ENDS = re.compile("最终|最后|综合|总得分|实际得分|合计得分")
_RATE = "得分率"
_FEW, _LOW = 2, 20


def score_steps(told: Sequence[Scored]) -> Iterator[Claim]:
    """What follows from the scores of each paragraph."""
    items = [named for scored in told for named in _named_items(scored)]
    for scored in told:
        paragraph, scores = scored.paragraph, _scores(scored.paragraph)
        yield from _apart(paragraph, scores)
        yield from _with_bonus(scored, scores)
        yield from _lost_below(scored)
        for each in paragraph.statements:
            if each.quantity.kind == "%" and each.exact and _RATE in each.label and "失" not in each.label:
                yield from _rate(each, paragraph, items)


def _named_items(scored: Scored) -> Iterator[tuple[str, Item]]:
    names = {each.figures[0]: each.name for each in scored.points if each.name}
    for item in scored.items:
        yield names.get(item.full) or names.get(item.got) or "", item


def _scores(paragraph: Paragraph) -> list[Statement]:
    plain = (each for each in paragraph.statements if each.quantity.unit == "分" and each.exact)
    return [each for each in plain if each.role in (Role.AMOUNT, Role.EACH)]


def _apart(paragraph: Paragraph, scores: Sequence[Statement]) -> Iterator[Claim]:
    """What two scores of a sentence differ by, told right behind them."""
    for by in paragraph.statements:
        if by.quantity.unit != "分" or not by.exact or not _APART.search(by.label):
            continue
        told = [each for each in scores if each.end <= by.start and each.quantity.value > _LOW]
        pair = [each for each in told if each.sentence == by.sentence and each.concept != "满分"][-_FEW:]
        if "最高" in by.label and "最低" in by.label:
            pair = _ends(told)
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


def _ends(told: Sequence[Statement]) -> list[Statement]:
    """The highest and the lowest of the last sentence that tells several scores."""
    often = Counter(each.sentence for each in told)
    last = next((each.sentence for each in reversed(told) if often[each.sentence] > _FEW), None)
    several = sorted((each for each in told if each.sentence == last), key=lambda each: each.quantity.value)
    return [several[0], several[-1]] if several else []


def _with_bonus(scored: Scored, scores: Sequence[Statement]) -> Iterator[Claim]:
    """The sum, what is added, what is taken off, and the final score."""
    lost, high = scored.figures(Points.LOST), [each for each in scores if each.quantity.value > _LOW]
    added = [each for each in scores if _ADDED.search(each.label)]
    if not added or len(added) + len(lost) > _FEW * 2:
        return
    for final in (each for each in high if _ENDS.search(each.label)):
        others = [each for each in high if each not in (final, *added, *lost)]
        ways = [Balance((final, *lost), (base, *added)) for base in others]
        if right := next((way for way in ways if way.holds), None):
            yield Claim("points", right, True)
            return
        near = [way for way in ways if "合计" in way.right[0].label or "基础" in way.right[0].label]
        for way in near[:1]:
            if any(is_mistyped(each, way) for each in way.members):
                due = like(final.quantity.value - way.apart, final.quantity)
                note = _("按 {figures} 算得 {due}", figures="、".join(map(str, way.right)), due=due)
                yield Claim("points", way, False, Proof.LIKELY, final, _("加分扣分后不是这个数"), (note,))


def _lost_below(scored: Scored) -> Iterator[Claim]:
    """1．数量（20分，得18.60分）。…，扣1.40分: all that its paragraph says was lost."""
    lost = scored.figures(Points.LOST)
    if len(scored.items) != 1 or not lost or len(scored.points) != len(lost) + _FEW:
        return
    item = scored.items[0]
    if any(each.start < item.got.end for each in lost):
        return
    way = Balance((item.full,), (item.got, *lost))
    if way.holds:
        yield Claim("points", way, True)
    elif any(is_mistyped(each, way) for each in way.members) or (len(lost) == 1 and _is_about(lost[0], way)):
        note = _("满分 {full}，得 {got}，扣 {lost}", full=item.full, got=item.got, lost="、".join(map(str, lost)))
        yield Claim("points", way, False, Proof.LIKELY, lost[0], _("满分减得分不是扣分"), (note,))


def _is_about(lost: Statement, way: Balance) -> bool:
    due = lost.quantity.value + way.apart
    return due > 0 and due * 4 <= lost.quantity.value * 5 <= due * 6


def _rate(rate: Statement, paragraph: Paragraph, items: Sequence[tuple[str, Item]]) -> Iterator[Claim]:
    """Of the class that its words name, or of the one told right before it."""
    lead = rate.label.partition(_RATE)[0]
    if lead.strip("，、的"):
        named = [item for name, item in items if len(name) >= _FEW and name in lead]
    else:
        own = [item for _name, item in items if item.got.passage is paragraph.passage and item.got.start < rate.start]
        named = [item for item in own if item.got.sentence == rate.sentence][-1:]
    if len({(item.got.quantity.value, item.most) for item in named}) != 1:
        return
    item = named[-1]
    way = RatioOf(rate, item.got, item.full, Decimal(0))
    if way.holds:
        yield Claim("rate", way, True)
    elif way.exact is not None:
        due = percent(way.exact, rate.quantity.decimals)
        note = _("满分 {full}，得 {got}，得分率 {due}", full=item.full, got=item.got, due=due)
        yield Claim("rate", way, False, Proof.LIKELY, rate, _("应为 {due}", due=due), (note,))
