"""By how much all things have changed, and each of them: 减少312件，其中结婚减少405对，离婚增加57对，补领增加36件.

The list must be told to be of everything: what the things are now adds up to what all of them are, or their names leave
no other. A list of reasons (增加50万元，其中人员经费增加30万元) is not.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Role, Statement
from reportgen.statements.words_of_change import goes_up

_OPENS = re.compile(r"其中|分别?[看开]|具体|分项|分类|按[^，。；：\d]{1,8}[分看]")
_FEW, _MOST = 2, 8


class ChangesOf(Equation, frozen=True, eq=False):
    """A change and the changes that make it, each up or down."""

    total: Statement
    parts: tuple[Statement, ...]
    ups: tuple[bool, ...]
    """Of the total first, then of each part."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.total, *self.parts

    @property
    def missing(self) -> Decimal:
        """What the parts lack, in base units, counted up."""
        first, *others = (
            each.quantity.value if up else -each.quantity.value for each, up in zip(self.members, self.ups, strict=True)
        )
        return first - sum(others, Decimal(0))

    @property
    def _room(self) -> Decimal:
        return sum((each.quantity.half_place for each in self.members if each.quantity.number), Decimal(0))

    @property
    def holds(self) -> bool:
        """Kilometres and 万元 are rounded, and what is counted is told by people who round as well."""
        return abs(self.missing) <= self._room

    def due(self, member: Statement) -> Interval:
        up = self.ups[self.members.index(member)]
        lacks = -self.missing if member is self.total else self.missing
        value = member.quantity.value + (lacks if up else -lacks)
        room = sum((each.quantity.slack for each in self.members if each.quantity.number), Decimal(0))
        return Interval(value - room, value + room)


def changes_added(paragraph: Paragraph) -> Iterator[Claim]:
    """Every change with a list of changes behind it that is of everything."""
    changes = [each for each in paragraph.statements if _is_change(each)]
    for at, total in enumerate(changes[:-_FEW]):
        parts = list(_parts(total, changes[at + 1 :], paragraph))
        if _FEW <= len(parts) <= _MOST:
            yield from _judged(total, parts, paragraph)


def _is_change(each: Statement) -> bool:
    return each.role is Role.CHANGE and each.exact and each.quantity.kind != "%" and each.quantity.value >= 0


def _parts(total: Statement, others: Sequence[Statement], paragraph: Paragraph) -> Iterator[Statement]:
    """The changes behind the word that opens the list, up to the end of its sentence."""
    opens = _OPENS.search(paragraph.text, total.end)
    sentence = paragraph.sentence(opens.start()) if opens else total.sentence
    if opens is None or sentence - total.sentence > 1 or not others or others[0].start < opens.end():
        return
    for each in others:
        if each.sentence == sentence and each.depth == total.depth:
            yield each


def _judged(total: Statement, parts: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    ups = [goes_up(each, paragraph) for each in (total, *parts)]
    if any(up is None for up in ups) or not all(_may_be_added(each, total) for each in parts):
        return
    equation = ChangesOf(total, tuple(parts), tuple(bool(up) for up in ups))
    if equation.holds:
        yield Claim("sum", equation, True)
        return
    closed = paragraph.lexicon.closed_set(each.label for each in parts)
    slipped = closed and any(is_slip_away(each.quantity, equation.due(each)) for each in equation.members)
    if not slipped and not _levels_add_up(total, parts, paragraph):
        return
    added = like(abs(_signed(equation, total) - equation.missing), total.quantity)
    note = _("各项增减相加得 {added}，写的是 {total}", added=added, total=total)
    label = _("各项相加得 {added}", added=added)
    yield Claim("sum", equation, False, Proof.LIKELY, total, label, (note,))


def _signed(equation: ChangesOf, member: Statement) -> Decimal:
    up = equation.ups[equation.members.index(member)]
    return member.quantity.value if up else -member.quantity.value


def _may_be_added(part: Statement, total: Statement) -> bool:
    """对 and 件 are both counted; the reader of numbers knows no unit 对."""
    return same_things(part.quantity, total.quantity) or (not part.quantity.unit and total.quantity.unit != "元")


def _levels_add_up(total: Statement, parts: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether what the things are adds up to what all of them are: 4,906件; 2,317对, 1,088对 and 1,501件."""
    levels = [_level(each, paragraph) for each in (total, *parts)]
    told = [each.quantity.value for each in levels if each is not None]
    return len(told) == len(levels) and told[0] > 0 and told[0] == sum(told[1:], Decimal(0))


def _level(change: Statement, paragraph: Paragraph) -> Statement | None:
    """What has changed by so much: the amount right before it in its clause."""
    before = paragraph.before(change)
    while before is not None and before.role is Role.CHANGE and before.quantity.kind == "%":
        before = paragraph.before(before)
    if before is None or before.role is not Role.AMOUNT or not before.exact or before.sentence != change.sentence:
        return None
    apart = "；" in paragraph.text[before.end : change.start]
    return None if apart or not _may_be_added(change, before) or before.depth != change.depth else before
