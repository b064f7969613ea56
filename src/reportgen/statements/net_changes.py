"""What came and what went, and by how much there is more: 净增0.52万辆（新注册0.91万辆，报废注销0.39万辆）."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Interval, like
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.flows import has_come, is_told_as_flow, total_of
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import exchanged, is_slip_away
from reportgen.statements.statement import Statement

_NET = re.compile(r"净(?:(?P<more>增)|减)[^，。；：、\d]{0,4}$")
_OPENS = re.compile(r"[：:（(]|，?(?:其中|当年|全年|即)[：:]?")
_MOST = 8


class NetOf(Equation, frozen=True, eq=False):
    """By how much there is more is what came without what went; by how much there is less, the contrary."""

    net: Statement
    more: tuple[Statement, ...]
    less: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.net, *self.more, *self.less

    @property
    def missing(self) -> Decimal:
        """What the net change has too much, in base units."""
        return total_of((self.net, *self.less)) - total_of(self.more)

    @property
    def _room(self) -> Decimal:
        return sum((each.quantity.slack for each in self.members if each.quantity.number), Decimal(0))

    @property
    def holds(self) -> bool:
        return abs(self.missing) <= self._room

    def due(self, member: Statement) -> Interval:
        value = member.quantity.value + (self.missing if member in self.more else -self.missing)
        return Interval(value - self._room, value + self._room)


def _slipped(member: Statement, equation: NetOf) -> bool:
    due = equation.due(member)
    return is_slip_away(member.quantity, due) or due.middle in exchanged(member.quantity)


def net_changes(paragraph: Paragraph) -> Iterator[Claim]:
    """Every net change with what came and what went before it, or in the bracket or the list behind it."""
    if "净" not in paragraph.text:
        return
    for net in paragraph.statements:
        found = _NET.search(net.label) if net.exact and net.quantity.kind != "%" else None
        for moved in (_behind(net, paragraph), _before(net, paragraph)) if found else ():
            if found and (claim := _judged(net, moved, found["more"] is not None, paragraph)):
                yield claim
                break


def _behind(net: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures right behind it that came or went, in a bracket or in the rest of the sentence."""
    later = [each for each in paragraph.statements if each.start >= net.end and each.sentence == net.sentence]
    if not later or not _OPENS.match(paragraph.text, net.end):
        return []
    depth = later[0].depth
    return list(_run([each for each in later if each.depth == depth], net, paragraph))


def _before(net: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures right before it that came or went."""
    earlier = [each for each in paragraph.statements if each.end <= net.start and each.sentence == net.sentence]
    return list(_run([each for each in reversed(earlier) if each.depth == net.depth], net, paragraph))


def _run(figures: Sequence[Statement], net: Statement, paragraph: Paragraph) -> Iterator[Statement]:
    for each in figures[:_MOST]:
        if not each.exact or not same_things(each.quantity, net.quantity) or has_come(each, paragraph) is None:
            return
        yield each


def _judged(net: Statement, moved: Sequence[Statement], up: bool, paragraph: Paragraph) -> Claim | None:
    came = tuple(each for each in moved if has_come(each, paragraph))
    went = tuple(each for each in moved if each not in came)
    if not came or not went:
        return None
    equation = NetOf(net, came, went) if up else NetOf(net, went, came)
    if equation.holds:
        return Claim("remainder", equation, True)
    if is_told_as_flow(net, paragraph) or not any(_slipped(each, equation) for each in equation.members):
        return None
    due = like(net.quantity.value - equation.missing, net.quantity)
    more, less = (mark.join(map(str, side)) for mark, side in ((" + ", equation.more), (" − ", equation.less)))
    note = _("{more} − {less} = {left}", more=more, less=less, left=due)
    return Claim("remainder", equation, False, Proof.LIKELY, net, _("应为 {shown}", shown=due), (note,))
