"""Lists whose pieces have totals of their own: what stands in them is not added as one row."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_SOME = 2


def is_told_in_pieces(equation: SumOf, paragraph: Paragraph) -> bool:
    """投诉19件，其中有效4件；申请7件，维持6件、撤销1件: a piece behind ； tells its own parts.

    立项26项，结项23项：县级18项结16项，市级6项全结，省级2项结1项: what stands first in each piece makes another total.
    """
    total, parts = equation.total, equation.parts
    if parts[0].start < total.end:
        return False
    halves, pieces = (_pieces(parts, paragraph.text, marks) for marks in ("；", "；，"))
    if any(piece[0].quantity.value == _sum(piece[1:]) for piece in halves[1:] if len(piece) > _SOME):
        return True
    if not _SOME <= len(pieces) < len(parts):
        return False
    heads = _sum([piece[0] for piece in pieces])
    before = (each for each in paragraph.amounts if each.end <= parts[0].start and each is not total)
    return any(each.quantity.value == heads and each.quantity.unit == total.quantity.unit for each in before)


def _sum(statements: Sequence[Statement]) -> Decimal:
    return sum((each.quantity.value for each in statements), Decimal(0))


def _pieces(parts: Sequence[Statement], text: str, marks: str) -> list[list[Statement]]:
    """The parts of a list by the marks that stand between them."""
    pieces = [[parts[0]]]
    for before, each in pairwise(parts):
        if any(mark in text[before.end : each.start] for mark in marks):
            pieces.append([])
        pieces[-1].append(each)
    return pieces
