"""What the scores of a form add up to: the total that it prints at its foot, as far as its scores are known."""

from decimal import Decimal

from reportgen.language import _
from reportgen.model.content import Content, FundColumn, FundTable, Indicators, ListRow
from reportgen.model.quantity import Bound, Quantity, plain, round_half_up
from reportgen.packs.pack import EXECUTION_RATE, Pack, Scheme
from reportgen.record import Struct

_POINTS, _EARNED = "分值", "得分"


class ScoreSum(Struct, frozen=True):
    """The sum of a form: what is known of it, and the rows whose score is missing."""

    execution: Decimal | None
    """What spending earns; None where it is asked for and not known."""
    known: Decimal
    missing: tuple[ListRow, ...]
    at_most: Decimal
    """What the form can add up to when every missing score is a full one."""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing for the total."""
        return self.execution is not None and not self.missing

    @property
    def least(self) -> Decimal:
        """What is known, added up: the total when nothing is missing."""
        return self.known + (self.execution or Decimal(0))

    @property
    def parts(self) -> str:
        """「预算执行率 9.76、各项指标 80」."""
        spent = {} if self.execution is None else {EXECUTION_RATE: self.execution}
        shares = {**spent, _("各项指标"): self.known}
        return _("、").join(f"{name} {plain(points)}" for name, points in shares.items() if points)


def score_sum(content: Content, pack: Pack) -> ScoreSum | None:
    """The sum of the one list of indicators of a form that has a total; None where there is no such form."""
    lists = list(content.every(Indicators))
    if len(lists) != 1 or not pack.weights:
        return None
    scored = [row for row in lists[0].rows if row.quantity(_POINTS)]
    earned = {id(row): quantity.number for row in scored if (quantity := _exact(row.quantity(_EARNED)))}
    missing = tuple(row for row in scored if id(row) not in earned)
    known, scheme = sum(earned.values(), Decimal(0)), pack.weights[0]
    execution = _execution(content, scheme)
    room = [quantity.number for row in missing if (quantity := row.quantity(_POINTS))]
    most = sum(room, known + (scheme.execution if execution is None else execution))
    return ScoreSum(execution, known, missing, most) if scored else None


def _exact(quantity: Quantity | None) -> Quantity | None:
    return quantity if quantity and quantity.bound is Bound.EXACT else None


def _execution(content: Content, scheme: Scheme) -> Decimal | None:
    """What the year's spending earns: the rate of execution times its weight; None when it is not known."""
    if not scheme.execution:
        return Decimal(0)
    tables = list(content.every(FundTable))
    found = tables[0].year.figures(FundColumn.SPENT, FundColumn.APPROVED) if len(tables) == 1 else None
    if found is None or not found[1].value:
        return None
    return round_half_up(min(found[0].value / found[1].value, Decimal(1)) * scheme.execution, 2)
