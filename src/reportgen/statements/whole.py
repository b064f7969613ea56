"""Shares of everything that makes a whole: 100 % together."""

from decimal import Decimal

from reportgen.model.quantity import Interval
from reportgen.statements.equations import Equation
from reportgen.statements.statement import Statement


class Whole(Equation, frozen=True, eq=False):
    """The shares of everything that makes a whole: 100 % together."""

    shares: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.shares

    @property
    def total(self) -> Decimal:
        """What they add up to, in percent."""
        return sum((each.quantity.number for each in self.shares), Decimal(0))

    @property
    def _room(self) -> Decimal:
        finest = min(Decimal(1).scaleb(-each.quantity.decimals) for each in self.shares)
        return finest / 2 * len(self.shares)

    @property
    def holds(self) -> bool:
        return abs(self.total - 100) <= self._room

    def due(self, member: Statement) -> Interval:
        value = member.quantity.number + 100 - self.total
        return Interval((value - self._room) / 100, (value + self._room) / 100)
