"""What a figure is held against, with by how much it is more or less: 比每台1,600元的预算单价低120元.

Of what the year before was speaks `growth`; here the base may be anything that stands behind 比, 较, 与 or 距.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.changes import ChangeOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_AGAINST = re.compile(r"(?:[比较与同跟距]|对比|相比|距离|对照)[^，。；、\d比较]{0,10}$")
_BY = re.compile(
    r"""
    (?: 的[^，。；、\d]{0,8}? )? (?: 相比|比较|而言|相较 )? [，,]? (?: 略|稍|还|仍|尚|又|则|共|约|实际|有所|本年 )*
    (?: (?P<more> 高出?|多出?|超出?|超过|超支|增加|提高|增长|上升|贵|长|延长|拖后|拖延|滞后|推迟|延迟|晚|慢 )
      | (?P<less> 低|少|差|节约|节省|减少|降低|下降|结余|便宜|短|缩短|提前|早|快 ) )
    (?: 了|约|达|近|支出|费用|出 )*
    """,
    re.VERBOSE,
)
_FEW = 2


def measured(paragraph: Paragraph, scores: Sequence[Statement] = ()) -> Iterator[Claim]:
    """Every such difference that one figure before it in its sentence bears out, or bears out the other way round.

    `scores` are the total scores of the document, of which 与平均的89.42分相比，高1.33分 may be said."""
    for base, change in pairwise(paragraph.statements):
        found = _BY.fullmatch(paragraph.text, base.end, change.start)
        if found is None or not _is_base(base, change, paragraph):
            continue
        nows = _nows(base, paragraph)
        if not nows and base.quantity.unit == "分" and len({each.quantity.value for each in scores}) == 1:
            nows = scores[:1]
        if nows:
            yield from _judged(change, base, nows, found)


def _is_base(base: Statement, change: Statement, paragraph: Paragraph) -> bool:
    led = _AGAINST.search(paragraph.text, max(0, base.start - 14), base.start)
    alike = same_things(change.quantity, base.quantity) and change.quantity.kind != "%"
    settled = base.period is Period.BEFORE and change.role is Role.CHANGE  # which `growth` judges
    return bool(led) and alike and change.exact and base.exact and not settled and base.sentence == change.sentence


def _nows(base: Statement, paragraph: Paragraph) -> Sequence[Statement]:
    """The last figures before 比 in the sentence that may be what is compared."""
    found = [
        each
        for each in paragraph.statements
        if each.end <= base.start
        and each.sentence == base.sentence
        and each.exact
        and each.role in (Role.AMOUNT, Role.EACH)
        and each.depth <= base.depth
        and same_things(each.quantity, base.quantity)
    ]
    return ([each for each in found if each.role is base.role] or found)[-_FEW:]  # a price beside a price


def _judged(change: Statement, base: Statement, nows: Sequence[Statement], found: re.Match[str]) -> Iterator[Claim]:
    up = found["more"] is not None
    ways = [ChangeOf(change, now, base, up) for now in nows]
    if right := next((way for way in ways if way.holds), None):
        yield Claim("change", right, True)
        return
    turned = [way for now, way in zip(nows, ways, strict=True) if ChangeOf(change, now, base, not up).holds]
    if turned:
        note = _("前面是 {first}，后面是 {second}", first=turned[0].now, second=base)
        yield Claim("direction", turned[0], False, Proof.LIKELY, change, _("方向写反"), (note,))
        return
    now = nows[-1]
    moved = now.quantity.value - base.quantity.value
    if (moved > 0) is up and is_slip_of(change.quantity, abs(moved)):
        due = like(abs(moved), change.quantity)
        note = _("{now} 与 {base} 相差 {change}", now=now, base=base, change=due)
        yield Claim("change", ways[-1], False, Proof.LIKELY, change, _("应为 {due}", due=due), (note,))
