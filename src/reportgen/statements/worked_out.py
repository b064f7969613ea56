"""A working that is written out with signs, as arithmetic: 18人×4,200元, (486－12)÷500, 86.5×0.6＋90×0.4."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import difference, product, ratio, together
from reportgen.record import Struct
from reportgen.statements.equations import Equation
from reportgen.statements.statement import Statement

_OPEN = Interval(None, None)
_CUT_OFF = 3
"""So many half places may be missing where the last digit was cut off."""


class Step(Struct, frozen=True):
    """Two sides and the sign between them."""

    sign: str
    left: "Node"
    right: "Node"


Node = Statement | Step
Token = Statement | str


class WorkingOf(Equation, frozen=True, eq=False):
    """What is written out, and what it is said to come to."""

    result: Statement
    worked: Node
    plain: bool = False
    """Whether its figures are plain numbers, without a unit, of which the result has one: 86.5×0.6＝51.9分."""

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.result, *_figures(self.worked)

    @property
    def holds(self) -> bool:
        due = self.due(self.result)
        room = self.result.quantity.half_place * _CUT_OFF
        value = self.result.quantity.value
        return due.meets(Interval(value - room, value + room)) if self.result.quantity.decimals else super().holds

    def due(self, member: Statement) -> Interval:
        factor = self.result.quantity.factor if self.plain else Decimal(1)
        if member is self.result:
            found, once = value_of(self.worked), Interval(factor, factor)
            return (product(found, once) or _OPEN) if self.plain else found
        meant = self.result.quantity.interval
        meant = ratio(meant, Interval(factor, factor)) if self.plain else meant
        return next((due for figure, due in _dues(self.worked, meant) if figure is member), _OPEN)


def value_of(node: Node) -> Interval:
    """What it comes to; a figure without a digit behind the point is what it says."""
    if isinstance(node, Statement):
        quantity = node.quantity
        return quantity.interval if quantity.decimals else Interval(quantity.value, quantity.value)
    left, right = value_of(node.left), value_of(node.right)
    match node.sign:
        case "+":
            return together(left, right)
        case "-":
            return difference(left, right)
        case "×":
            return product(left, right) or _OPEN
        case _:
            return ratio(left, right)


def _dues(node: Node, meant: Interval) -> Iterator[tuple[Statement, Interval]]:
    """What each figure must be for all to come to what is meant."""
    if isinstance(node, Statement):
        yield node, meant
        return
    left, right = value_of(node.left), value_of(node.right)
    match node.sign:
        case "+":
            dues = difference(meant, right), difference(meant, left)
        case "-":
            dues = together(meant, right), difference(left, meant)
        case "×":
            dues = ratio(meant, right), ratio(meant, left)
        case _:
            dues = product(meant, right) or _OPEN, ratio(left, meant)
    yield from _dues(node.left, dues[0])
    yield from _dues(node.right, dues[1])


def _figures(node: Node) -> Iterator[Statement]:
    if isinstance(node, Statement):
        yield node
    else:
        yield from _figures(node.left)
        yield from _figures(node.right)


def worked(tokens: Sequence[Token]) -> Node | None:
    """Figures, signs and brackets as steps: 2 + 3 × 4 is 2 + (3 × 4); None where a bracket stands alone."""
    waiting: list[str] = []
    made: list[Node] = []
    for token in tokens:
        if isinstance(token, Statement):
            made.append(token)
        elif token == "(":
            waiting.append(token)
        else:
            while waiting and waiting[-1] != "(" and (token == ")" or token in "+-" or waiting[-1] in "×÷"):
                _step(waiting.pop(), made)
            if token != ")":
                waiting.append(token)
            elif waiting:
                waiting.pop()
            else:
                return None
    while waiting:
        sign = waiting.pop()
        if sign == "(":
            return None
        _step(sign, made)
    return made[0] if len(made) == 1 else None


def _step(sign: str, made: list[Node]) -> None:
    right, left = made.pop(), made.pop()
    made.append(Step(sign, left, right))


def shown(node: Node) -> str:
    """As a reader writes it down: 18人 × 4,200元."""
    if isinstance(node, Statement):
        return str(node)
    left, right = (
        f"({shown(each)})" if node.sign in "×÷" and isinstance(each, Step) and each.sign in "+-" else shown(each)
        for each in (node.left, node.right)
    )
    return f"{left} {node.sign} {right}"
