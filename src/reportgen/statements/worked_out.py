"""A working that is written out with signs, as arithmetic: 18人×4,200元, (486－12)÷500, 86.5×0.6＋90×0.4."""

from collections.abc import Iterator, Sequence

from reportgen.model.quantity import Interval, Quantity
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


Figure = Statement | Quantity
"""A figure of a working; a quantity where the text has no statement for it, as the 100% of ×100%."""
Node = Figure | Step
Token = Figure | str


class WorkingOf(Equation, frozen=True, eq=False):
    """What is written out, and what it is said to come to."""

    result: Statement
    worked: Node
    plain: bool = False
    """Whether its figures are taken as plain numbers, of which the result has the unit: 86.5×0.6＝51.9分."""

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
        factor = Interval(self.result.quantity.factor, self.result.quantity.factor)
        if member is self.result:
            found = value_of(self.worked, self.plain)
            return (product(found, factor) or _OPEN) if self.plain else found
        meant = self.result.quantity.interval
        meant = ratio(meant, factor) if self.plain else meant
        return next((due for figure, due in _dues(self.worked, meant, self.plain) if figure is member), _OPEN)


def value_of(node: Node, plain: bool = False) -> Interval:
    """What it comes to; a figure that is not rounded is what it says."""
    if not isinstance(node, Step):
        return _told(node.quantity if isinstance(node, Statement) else node, plain)
    left, right = value_of(node.left, plain), value_of(node.right, plain)
    match node.sign:
        case "+":
            return together(left, right)
        case "-":
            return difference(left, right)
        case "×":
            return product(left, right) or _OPEN
        case _:
            return ratio(left, right)


def _told(quantity: Quantity, plain: bool) -> Interval:
    value = quantity.number if plain else quantity.value
    if not quantity.decimals:
        return Interval(value, value)
    told = quantity.interval
    return ratio(told, Interval(quantity.factor, quantity.factor)) if plain else told


def _dues(node: Node, meant: Interval, plain: bool) -> Iterator[tuple[Figure, Interval]]:
    """What each figure must be for all to come to what is meant."""
    if not isinstance(node, Step):
        yield node, meant
        return
    left, right = value_of(node.left, plain), value_of(node.right, plain)
    match node.sign:
        case "+":
            dues = difference(meant, right), difference(meant, left)
        case "-":
            dues = together(meant, right), difference(left, meant)
        case "×":
            dues = ratio(meant, right), ratio(meant, left)
        case _:
            dues = product(meant, right) or _OPEN, ratio(left, meant)
    yield from _dues(node.left, dues[0], plain)
    yield from _dues(node.right, dues[1], plain)


def _figures(node: Node) -> Iterator[Statement]:
    if isinstance(node, Statement):
        yield node
    elif isinstance(node, Step):
        yield from _figures(node.left)
        yield from _figures(node.right)


def worked(tokens: Sequence[Token]) -> Node | None:
    """Figures, signs and brackets as steps: 2 + 3 × 4 is 2 + (3 × 4); None where a sign or a bracket stands alone."""
    try:
        made = _steps(tokens)
    except IndexError:
        return None
    return made[0] if len(made) == 1 else None


def _steps(tokens: Sequence[Token]) -> list[Node]:
    """The sides that are left, one for a whole working. Raises IndexError where a sign has no two sides."""
    waiting: list[str] = []
    made: list[Node] = []
    for token in ("(", *tokens, ")"):
        if not isinstance(token, str):
            made.append(token)
        elif token == "(":
            waiting.append(token)
        else:
            while waiting and waiting[-1] != "(" and (token == ")" or token in "+-" or waiting[-1] in "×÷"):
                right, left = made.pop(), made.pop()
                made.append(Step(waiting.pop(), left, right))
            if token == ")":
                waiting.pop()
            else:
                waiting.append(token)
    return [] if waiting else made


def shown(node: Node) -> str:
    """As a reader writes it down: 18人 × 4,200元."""
    if not isinstance(node, Step):
        return str(node)
    left, right = (
        f"({shown(each)})" if node.sign in "×÷" and isinstance(each, Step) and each.sign in "+-" else shown(each)
        for each in (node.left, node.right)
    )
    return f"{left} {node.sign} {right}"
