"""Whether one slip of the hand, or a figure that is a little off, explains that an equation does not hold."""

from reportgen.statements.equations import Equation, SumOf
from reportgen.statements.slips import exchanged, is_about, is_exchange, is_other_digit, is_other_scale, is_slip_away
from reportgen.statements.statement import Statement

_LEAST, _MANY = 3, 3
"""So many digits a figure has, where the caller knows no better: of 12 and 21 nobody can tell."""


def is_mistyped(member: Statement, equation: Equation) -> bool:
    """Whether an exchange of two digits, or one other digit, puts the equation right."""
    due = equation.due(member)
    return due is not None and (is_exchange(member.quantity, due) or is_other_digit(member.quantity, due))


def is_misscaled(member: Statement, equation: Equation, least: int = _LEAST) -> bool:
    """Whether an exchange of two digits, in a figure of at least so many, or another scale puts the equation right."""
    due = equation.due(member)
    return due is not None and (is_exchange(member.quantity, due, least) or is_other_scale(member.quantity, due))


def is_nearly_right(equation: Equation) -> bool:
    """Whether one slip of the hand puts the equation right, or one figure is about as large as it must be."""
    dues = [(each.quantity, due) for each in equation.members if (due := equation.due(each)) is not None]
    return any(is_slip_away(*each) or is_about(*each) for each in dues)


def exchanged_in_whole(equation: Equation, least: int = 2) -> Statement | None:
    """总额92万元，其中：1.保管36万元；2.电费71万元；……: of four parts and more that are all written to one place, as
    their total is, nothing is rounded: the one whose digits, exchanged, put the sum right."""
    if not isinstance(equation, SumOf) or len(equation.parts) <= _MANY:
        return None
    if len({each.quantity.half_place for each in equation.members}) > 1:
        return None
    told = [(each, equation.due(each)) for each in equation.members if each.quantity.digits >= least]
    return next((each for each, due in told if due.middle in exchanged(each.quantity)), None)
