"""What is said of a change that does not hold: what it is by its figures, or that its word says the opposite."""

from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import in_points, like, percent
from reportgen.statements.changes import ChangeOf, GrowthOf, PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.statement import Statement


def wrong_change(equation: ChangeOf | GrowthOf, proof: Proof, at: Statement) -> Claim:
    """The finding about an amount or a rate of change that does not hold, at one of its figures."""
    if isinstance(equation, ChangeOf):
        moved = like(abs(equation.now.quantity.value - equation.before.quantity.value), equation.change.quantity)
        note = _("{now} 与 {base} 相差 {change}", now=equation.now, base=equation.before, change=moved)
        label = _("应为 {shown}", shown=moved) if at is equation.change else ""
        return Claim("change", equation, False, proof, at, label, (note,))
    due = percent(equation.exact or Decimal(0), equation.rate.quantity.decimals)
    base = like(equation.base, equation.now.quantity)
    note = _("{now} 比 {base} 变动 {due}，写的是 {rate}", now=equation.now, base=base, due=due, rate=equation.rate)
    label = _("应为 {due}", due=due) if at is equation.rate else ""
    return Claim("growth", equation, False, proof, at, label, (note,))


def turned_change(equation: ChangeOf | GrowthOf) -> Claim:
    """The finding about a change whose word says the opposite of its figures."""
    assert equation.before is not None
    moved = like(abs(equation.now.quantity.value - equation.before.quantity.value), equation.now.quantity)
    note = _("{now} 与 {base} 相差 {change}", now=equation.now, base=equation.before, change=moved)
    return Claim("direction", equation, False, Proof.CERTAIN, equation.members[0], _("方向写反"), (note,))


def wrong_points(points: PointsOf, proof: Proof) -> Claim:
    """The finding about percentage points that are not the difference of their two rates."""
    due = in_points(points.moved)
    note = _("{now} 与 {base} 相差 {change}", now=points.now, base=points.before, change=due)
    return Claim("change", points, False, proof, points.change, _("应为 {shown}", shown=due), (note,))
