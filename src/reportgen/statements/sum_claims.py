"""What is said of a sum that does not hold: its working, what it lacks, and what the odd figure or the rest must be."""

from reportgen.language import _
from reportgen.model.quantity import like, plain
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.slips import is_other_scale
from reportgen.statements.statement import Statement


def sum_claim(relation: str, equation: SumOf, proof: Proof, odd: Statement | None = None) -> Claim:
    """A sum that does not hold, with its working and, where one figure is the odd one, what that must be."""
    total = equation.total.quantity
    parts = [plain(part.quantity.value / total.factor) for part in equation.parts]
    added = like(total.value - equation.missing, total)
    notes = [
        _("{count} 项相加得 {sum}：{working}", count=len(parts), sum=added, working=" + ".join(parts)),
        _("与总数 {total} 相差 {amount}", total=total, amount=like(abs(equation.missing), total)),
    ]
    if odd is not None:
        meant = like(equation.due(odd).middle, odd.quantity)
        notes.append(_("{figure} 若是 {meant}，就加得拢", figure=odd.quantity, meant=meant))
    label = _("各项相加得 {added}", added=added)
    if odd is not None and odd is not equation.total:
        other = is_other_scale(odd.quantity, equation.due(odd))
        label = _("单位写错") if other else _("应为 {due}", due=like(equation.due(odd).middle, odd.quantity))
    return Claim(relation, equation, False, proof, odd or equation.total, label, tuple(notes))


def rest_claim(equation: SumOf, proof: Proof) -> Claim:
    """What is left of a total behind one part of it, where it is not their difference."""
    total, (part, left) = equation.total, equation.parts
    shown = like(total.quantity.value - part.quantity.value, left.quantity)
    note = _("{more} − {less} = {left}", more=total, less=part, left=shown)
    return Claim("remainder", equation, False, proof, left, _("应为 {shown}", shown=shown), (note,))
