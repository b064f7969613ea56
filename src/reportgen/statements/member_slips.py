"""Whether one slip of the hand in a figure explains that an equation does not hold."""

from reportgen.statements.equations import Equation
from reportgen.statements.slips import is_exchange, is_other_digit, is_other_scale
from reportgen.statements.statement import Statement

_LEAST = 3
"""So many digits a figure has, where the caller knows no better: of 12 and 21 nobody can tell."""


def is_mistyped(member: Statement, equation: Equation) -> bool:
    """Whether an exchange of two digits, or one other digit, puts the equation right."""
    due = equation.due(member)
    return due is not None and (is_exchange(member.quantity, due) or is_other_digit(member.quantity, due))


def is_misscaled(member: Statement, equation: Equation, least: int = _LEAST) -> bool:
    """Whether an exchange of two digits, in a figure of at least so many, or another scale puts the equation right."""
    due = equation.due(member)
    return due is not None and (is_exchange(member.quantity, due, least) or is_other_scale(member.quantity, due))
