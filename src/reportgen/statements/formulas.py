"""Arithmetic that is written out: 18人×4,200元＝75,600元; 控制率＝(52/56)×100%＝92.86%; 9.2＋8.45＋6.25＝23.9."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import Bound, Interval, Quantity, like
from reportgen.numbers.reader import read_numbers
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Equation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement

_EQUALS = re.compile("[=＝]")
_WORKING = re.compile(r"[^，。；：、\n=＝≈→]+$")
_SIGN = re.compile(r"[×*✕]|÷|／|/(?=\s*[\d（(])|[+＋]|[-－−–](?=\s*[\d（(])|[（()）]")
"""A stroke before a unit (元/人) divides nothing."""
_OPERATION = {"✕": "×", "*": "×", "/": "÷", "／": "÷", "＋": "+", "－": "-", "−": "-", "–": "-", "（": "(", "）": ")"}
_OPERAND = re.compile(r"[^\d]{0,12}(?P<number>\d[\d,.]*\s*[%％]?[^\d]{0,10})")
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOST = 12
"""Operands of a working that people still write in one line."""


class FormulaOf(Equation, frozen=True, eq=False):
    """What stands behind the sign of equality, and what the working before it makes: `made`, give or take `room`."""

    total: Statement
    operands: tuple[Statement, ...]
    made: Decimal
    room: Decimal

    @property
    def members(self) -> tuple[Statement, ...]:
        return self.total, *self.operands

    def due(self, member: Statement) -> Interval | None:
        return Interval(self.made - self.room, self.made + self.room) if member is self.total else None


class Value(Struct, frozen=True):
    """A number on the way, and how far rounding may have moved it."""

    value: Decimal
    room: Decimal


def formulas(paragraph: Paragraph) -> Iterator[Claim]:
    """Every working that a paragraph writes out, with what it makes, right and wrong."""
    text = paragraph.text
    if "=" not in text and "＝" not in text:
        return
    by_start = {each.start: each for each in paragraph.statements}
    for equals in _EQUALS.finditer(text):
        total = next((by_start[at] for at in range(equals.end(), equals.end() + 3) if at in by_start), None)
        working = _WORKING.search(text, 0, equals.start())
        if total is None or not total.exact or working is None:
            continue
        tokens = _tokens(_balanced(working[0]))
        if tokens and len(tokens) > 2:
            operands = [each for each in paragraph.statements if working.start() <= each.start < equals.start()]
            yield from _claim(total, operands, tokens, _balanced(working[0]))


def _balanced(working: str) -> str:
    """Without what stands before a bracket that is not closed: 经费（18人×4,200元 is 18人×4,200元."""
    depth = 0
    for at in range(len(working) - 1, -1, -1):
        depth += (working[at] in "）)") - (working[at] in "（(")
        if depth < 0:
            return working[at + 1 :]
    return working


def _tokens(working: str) -> list[str | Quantity]:
    """The operands and signs of a working; empty where something else stands between."""
    found: list[str | Quantity] = []
    at = 0
    for sign in [*_SIGN.finditer(working), None]:
        piece = working[at : sign.start() if sign else len(working)].strip()
        if piece and not (sign and sign[0] in "（(" and not _BARE.search(piece) and not found):
            quantity = _quantity(piece)
            if quantity is None:
                return []
            found.append(quantity)
        if sign:
            found.append(_OPERATION.get(sign[0], sign[0]))
            at = sign.end()
    return found if sum(isinstance(each, Quantity) for each in found) <= _MOST else []


def _quantity(piece: str) -> Quantity | None:
    """The one number of an operand, whatever it is called: 年利率3.85%, 1,200元/课次."""
    told = _OPERAND.fullmatch(piece)
    if told is None or len(_BARE.findall(piece)) != 1:
        return None
    read = read_numbers(told["number"])
    return read[0].quantity if read and read[0].quantity.bound is Bound.EXACT else _bare(told["number"])


def _bare(written: str) -> Quantity | None:
    found = _BARE.match(written)
    rate = "%" in written or "％" in written
    return Quantity(Decimal(found[0].replace(",", "")), unit="%" if rate else "") if found else None


def _claim(
    total: Statement, operands: Sequence[Statement], tokens: Sequence[str | Quantity], working: str
) -> Iterator[Claim]:
    """In units as they are written, or by the bare numbers: 118×0.12＝14.16万元."""
    quantity = total.quantity
    with_units = _made(tokens, bare=False)
    by_numbers = _made(tokens, bare=True)
    if with_units is None or by_numbers is None:
        return
    place = Decimal(1).scaleb(-quantity.decimals) / 2
    right = abs(with_units.value - quantity.value) <= with_units.room + quantity.half_place
    right = right or abs(by_numbers.value - quantity.number) <= by_numbers.room + place
    near = with_units
    if abs(by_numbers.value - quantity.number) * quantity.factor < abs(with_units.value - quantity.value):
        near = Value(by_numbers.value * quantity.factor, by_numbers.room * quantity.factor)
    equation = FormulaOf(total, tuple(operands), near.value, near.room + quantity.half_place)
    shown = like(near.value.quantize(Decimal(1).scaleb(-max(quantity.decimals, 2)) * quantity.factor), quantity)
    note = _("{working} = {due}", working=working.strip(), due=shown)
    relation = "product" if any(sign in tokens for sign in ("×", "÷")) else "sum"
    yield Claim(relation, equation, right, Proof.CERTAIN, total, _("应为 {shown}", shown=shown), (note,))


def _made(tokens: Sequence[str | Quantity], bare: bool) -> Value | None:
    """What a working comes to; None where it is none."""
    rest = list(tokens)
    try:
        made = _added(rest, bare)
    except (IndexError, InvalidOperation, DivisionByZero, ValueError):
        return None
    return made if not rest else None


def _added(rest: list[str | Quantity], bare: bool) -> Value:
    made = _multiplied(rest, bare)
    while rest and rest[0] in ("+", "-"):
        plus = rest.pop(0) == "+"
        other = _multiplied(rest, bare)
        made = Value(made.value + other.value if plus else made.value - other.value, made.room + other.room)
    return made


def _multiplied(rest: list[str | Quantity], bare: bool) -> Value:
    made = _operand(rest, bare)
    while rest and rest[0] in ("×", "÷"):
        times = rest.pop(0) == "×"
        other = _operand(rest, bare)
        value = made.value * other.value if times else made.value / other.value
        apart = (each.room / abs(each.value) for each in (made, other) if each.value)
        made = Value(value, abs(value) * sum(apart, Decimal(0)))
    return made


def _operand(rest: list[str | Quantity], bare: bool) -> Value:
    """A number, or a bracket. Raises ValueError where neither stands, IndexError at the end."""
    token = rest.pop(0)
    if token == "(":
        made = _added(rest, bare)
        if rest.pop(0) != ")":
            raise ValueError(token)
        return made
    if isinstance(token, str):
        raise ValueError(token)
    rounded = bool(token.decimals) and token.unit != "元"
    if bare:
        return Value(token.number, Decimal(1).scaleb(-token.decimals) / 2 if rounded else Decimal(0))
    return Value(token.value, token.half_place if rounded or token.scale else Decimal(0))
