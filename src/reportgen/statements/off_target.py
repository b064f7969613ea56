"""By how many something is over or under what was to be: 计划96台，完成82台，差14台; 规定48小时，快12小时.

The word may be no word of change (差, 欠, 超额). What was to be stands before it, or a rate of completion tells it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Bound, like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import ChangeOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_AIM = (
    r"(?:计划|目标|任务|规定|标准|要求|定额|限额|限值|限价|编制|指标值?|约定|承诺|预算|批复|概算|控制数|合同价?"
    r"|合同工期|上限)"
)
_YEAR_BEFORE = r"(?:上年|去年|上一年)(?:度|同期)?"
_IS_AIM = re.compile(_AIM)
_AIM_BEHIND = re.compile(rf"的[^，。；、\d]{{0,6}}{_AIM}")
_COMPLETED = re.compile(
    r"""
      (?: 完成|执行|到位 ) (?: 率|比例 )? (?: 为|达到?|是 )* \s*$         # 完成率102.00%
    | (?: 为|占|是|完成了? ) [^，。；\d]{0,6} (?:计划|目标|任务|预算) 数?的\s*$  # 为计划的108.00%
    """,
    re.VERBOSE,
)
_DONE = re.compile("实际|完成|实有|已|支出|执行|决算")
_NEXT = re.compile(r"[，,（(][^，。；\d]{0,10}$")
_HUNDRED, _FEW = Decimal(100), 2


def off_target(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such amount that the figures beside it bear out, or bear out the other way round."""
    for by in paragraph.statements:
        if by.quantity.kind == "%" or by.quantity.value <= 0 or not _told(by):
            continue
        found = paragraph.lexicon.pattern("over or under", _over_or_under).fullmatch(
            paragraph.text, *_clause(by, paragraph)
        )
        if found is not None:
            ways = [*_pairs(by, paragraph, found["before"] is not None)] or [*_named_alike(by, paragraph)]
            yield from _judged(by, found, ways) if ways else _by_rate(by, found, paragraph)


def _told(by: Statement) -> bool:
    """超14台, which the reader of numbers takes for a bound, is so many."""
    return by.exact or (by.quantity.bound is Bound.AT_LEAST and by.text.startswith("超") and by.text[1:2].isdecimal())


def _clause(by: Statement, paragraph: Paragraph) -> tuple[int, int]:
    """From the mark before a figure up to its first digit."""
    digit = next(at for at in range(by.start, by.end) if paragraph.text[at].isdecimal() or at == by.end - 1)
    begin = max(paragraph.text.rfind(mark, 0, digit) for mark in "，；。（(、") + 1
    return begin, digit


def _over_or_under(words: Lexicon) -> str:
    over, under = (alternation(words.lists[key]) for key in ("超出词", "差欠词"))
    return (
        r"(?:(?:本年|今年|全年|当年)?[^，。；、\d]{0,4}(?=[高低多少大小]于))?(?:但|却|还|尚|仍|已|实际|共|均|也|又|则|略|稍|反而|结果|总体|完成|平均)*"
        rf"(?:[比较与跟距离][^，。；、\d]{{0,6}}?{_AIM}[^，。；、\d]{{0,4}}?(?:相比|比)?)?(?:还|仍|尚|实际|共|略)*"
        rf"(?:(?P<more>{over})|(?P<less>{under}))(?:了|出|约|达|完成)*"
        rf"(?:(?:年度|年初|既定)?{_AIM}[数值量]?|(?P<before>{_YEAR_BEFORE}))?(?:了|约|达)?\s*"
    )


def _pairs(by: Statement, paragraph: Paragraph, before: bool) -> Iterator[ChangeOf]:
    """What there is and what was to be (or was `before`), of the same things, the nearest first."""
    near = [
        each
        for each in paragraph.statements
        if each.end <= by.start
        and by.sentence - each.sentence <= before
        and each.exact
        and each.depth <= by.depth
        and each.role in (Role.AMOUNT, Role.EACH)
        and (before or each.period is not Period.BEFORE)
        and same_things(each.quantity, by.quantity)
        and "；" not in paragraph.text[each.end : by.start]
    ]
    for one, other in zip(near[-_FEW::-1], near[:0:-1], strict=False):
        aims = [each for each in (one, other) if (each.period is Period.BEFORE if before else _is_aim(each))]
        if len(aims) == 1:
            now = other if aims[0] is one else one
            yield ChangeOf(by, now, aims[0], now.quantity.value > aims[0].quantity.value)


def _named_alike(by: Statement, paragraph: Paragraph) -> Iterator[ChangeOf]:
    """耗材费418.75万元，…。耗材费预算425.00万元，结余6.25万元: what was spent stands elsewhere, by its name."""
    aim = paragraph.before(by)
    if aim is None or aim.sentence != by.sentence or not _is_aim(aim) or not same_things(aim.quantity, by.quantity):
        return
    name = bare(_IS_AIM.split(aim.label)[0].lstrip("比较与跟年初"))
    for each in paragraph.statements:
        alike = each is not aim and len(name) >= _FEW and each.label.startswith(name) and not _IS_AIM.search(each.label)
        if alike and each.exact and same_things(each.quantity, by.quantity):
            way = ChangeOf(by, each, aim, each.quantity.value > aim.quantity.value)
            if way.holds:
                yield way


def _is_aim(each: Statement) -> bool:
    label = each.label
    named = _IS_AIM.search(label) and not _DONE.search(label)
    return bool(named or _AIM_BEHIND.match(each.passage.text, each.end))


def _judged(by: Statement, found: re.Match[str], ways: Sequence[ChangeOf]) -> Iterator[Claim]:
    up = found["more"] is not None
    right = next((way for way in ways if way.holds), None)
    if right is not None:
        assert right.before is not None
        turned = right.up is not up
        note = _("前面是 {first}，后面是 {second}", first=right.now, second=right.before)
        said = ChangeOf(by, right.now, right.before, up)
        yield Claim("direction" if turned else "change", said, not turned, Proof.LIKELY, by, _("方向写反"), (note,))
        return
    near = ways[0]
    assert near.before is not None
    moved = abs(near.now.quantity.value - near.before.quantity.value)
    if near.up is up and moved and is_slip_of(by.quantity, moved):
        due = like(moved, by.quantity)
        note = _("{now} 与 {base} 相差 {change}", now=near.now, base=near.before, change=due)
        yield Claim("change", near, False, Proof.LIKELY, by, _("应为 {due}", due=due), (note,))


def _by_rate(by: Statement, found: re.Match[str], paragraph: Paragraph) -> Iterator[Claim]:
    """完成3,150人，完成率105.00%，超150人: the rate says how much was planned."""
    rate = _rate(by, paragraph)
    if rate is None:
        return
    up = found["more"] is not None
    for now in _nows(by, paragraph):
        told, other = (_comes_to(rate, now, by, way) for way in (up, not up))
        if other and not told:
            note = _("完成率是 {rate}", rate=rate)
            yield Claim("direction", Bounded(by, None), False, Proof.LIKELY, by, _("方向写反"), (note,))
            return


def _rate(by: Statement, paragraph: Paragraph) -> Statement | None:
    """The rate of completion right behind, or the last before, in the sentence."""
    text = paragraph.text
    rates = [
        each
        for each in paragraph.statements
        if each.quantity.unit == "%"
        and each.sentence == by.sentence
        and each.exact
        and _COMPLETED.search(text, max(0, each.start - 16), each.start)
    ]
    behind = [each for each in rates if each.start >= by.end and _NEXT.fullmatch(text, by.end, each.start)]
    return next(iter(behind or [each for each in reversed(rates) if each.end <= by.start]), None)


def _nows(by: Statement, paragraph: Paragraph) -> list[Statement]:
    return [
        each
        for each in reversed(paragraph.statements)
        if each.end <= by.start
        and each.sentence == by.sentence
        and each.exact
        and each.role is Role.AMOUNT
        and same_things(each.quantity, by.quantity)
    ][:_FEW]


def _comes_to(rate: Statement, now: Statement, by: Statement, up: bool) -> bool:
    """Whether so much over or under what was planned makes the rate."""
    planned = now.quantity.value - by.quantity.value if up else now.quantity.value + by.quantity.value
    if planned <= 0:
        return False
    half = Decimal(1).scaleb(-rate.quantity.decimals) / 2
    return abs(now.quantity.value / planned * _HUNDRED - rate.quantity.number) <= half
