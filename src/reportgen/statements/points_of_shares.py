"""By how many points a share has changed, where its part and its whole are told with their changes.

幼儿园96所，减少5所。普惠园83所，增加2所，占86.46%，提高6.26个百分点: the year before there were 81 of 101.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import POINTS, Interval, in_points, plain, round_half_up
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation, RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_slip_away
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.words_of_change import goes_up

_YEAR_BEFORE = re.compile(r"[，,（]?(?:比|较|同)(?:上年|去年|上一年|上年末|上年同期|去年同期)?[^，。；\d]{0,4}")
_HUNDRED = Decimal(100)


class _Was(Struct, frozen=True):
    """What a figure was, and the figure that tells it."""

    value: Decimal
    told: Statement


class ShareMoved(Equation, frozen=True, eq=False):
    """A share, what it was made of the year before, and by how many points it has changed."""

    points: Statement
    share: Statement
    figures: tuple[Statement, ...]
    before: Decimal
    """What the share was."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.points, self.share, *self.figures

    @property
    def apart(self) -> Decimal:
        """By how much the share is more than it was; negative where it is less."""
        return self.share.quantity.value - self.before

    def due(self, member: Statement) -> Interval | None:
        if member is not self.points:
            return None
        room = self.share.quantity.half_place * 2
        return Interval(abs(self.apart) - room, abs(self.apart) + room)


def points_of_shares(shares: Iterable[Claim], paragraph: Paragraph) -> Iterator[Claim]:
    """Every share that is right and followed by the points by which it has changed."""
    for claim in shares:
        if claim.holds and isinstance(claim.equation, RatioOf):
            points = _behind(claim.equation.rate, paragraph)
            if points is not None and points.quantity.unit == POINTS and points.exact:
                yield from _judged(points, claim.equation, paragraph)


def _behind(figure: Statement, paragraph: Paragraph) -> Statement | None:
    found = next((each for each in paragraph.statements if each.start >= figure.end), None)
    return found if found is not None and found.sentence == figure.sentence else None


def _judged(points: Statement, ratio: RatioOf, paragraph: Paragraph) -> Iterator[Claim]:
    part, whole = (_was(each, paragraph) for each in (ratio.part, ratio.whole))
    up = goes_up(points, paragraph)
    plainly = _YEAR_BEFORE.fullmatch(paragraph.text, ratio.rate.end, points.start)
    if part is None or whole is None or whole.value <= 0 or up is None or not plainly:
        return
    figures = (ratio.part, part.told, ratio.whole, whole.told)
    equation = ShareMoved(points, ratio.rate, figures, part.value / whole.value)
    decimals = points.quantity.decimals
    due = in_points(round_half_up(abs(equation.apart) * _HUNDRED, decimals))
    before = f"{plain(round_half_up(equation.before * _HUNDRED, decimals))}%"
    note = _("{now} 与 {base} 相差 {change}", now=ratio.rate, base=before, change=due)
    if equation.holds:
        turned = (equation.apart > 0) is not up
        relation = "direction" if turned else "change"
        yield Claim(relation, equation, not turned, Proof.LIKELY, points, _("方向写反"), (note,))
    elif (equation.apart > 0) is up and is_slip_away(points.quantity, equation.due(points)):
        yield Claim("change", equation, False, Proof.LIKELY, points, _("应为 {shown}", shown=due), (note,))


def _was(figure: Statement, paragraph: Paragraph) -> _Was | None:
    """96所，比上年减少5所; 96所（上年101所）: what it was follows from the figure right behind it."""
    told = _behind(figure, paragraph)
    if told is None or not told.exact or not same_things(told.quantity, figure.quantity):
        return None
    if told.role is Role.CHANGE:
        up = goes_up(told, paragraph)
        moved = told.quantity.value if up else -told.quantity.value
        return None if up is None else _Was(figure.quantity.value - moved, told)
    return _Was(told.quantity.value, told) if told.period is Period.BEFORE else None
