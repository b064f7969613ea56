"""Arithmetic that is written out: 18人×4,200元＝75,600元; 控制率＝(52/56)×100%＝92.86%; 9.2＋8.45＋6.25＝23.9."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Bound, Quantity
from reportgen.numbers.reader import read_numbers
from reportgen.statements.claim import Claim
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.worked_out import Node, Step, Token, WorkingOf, worked
from reportgen.statements.working_claims import working_claim

_EQUALS = re.compile("[=＝]")
_WORKING = re.compile(r"[^，。；：、\n=＝≈→]+$")
_SIGN = re.compile(r"[×*✕]|÷|／|/(?=\s*[\d（(])|[+＋]|[-－−–](?=\s*[\d（(])|[（()）]")
"""A stroke before a unit (元/人) divides nothing."""
_OPERATION = {"✕": "×", "*": "×", "/": "÷", "／": "÷", "＋": "+", "－": "-", "−": "-", "–": "-", "（": "(", "）": ")"}
_OPERAND = re.compile(r"[^\d]{0,12}(?P<number>\d[\d,.]*\s*[%％]?[^\d]{0,10})")
_BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOST = 12
"""Operands of a working that people still write in one line."""


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
        written = _balanced(working[0])
        node = worked(_tokens(written, {at - equals.start() + len(written): each for at, each in by_start.items()}))
        if isinstance(node, Step):
            yield from _judged(total, node)


def _balanced(working: str) -> str:
    """Without what stands before a bracket that is not closed: 经费（18人×4,200元 is 18人×4,200元."""
    depth = 0
    for at in range(len(working) - 1, -1, -1):
        depth += (working[at] in "）)") - (working[at] in "（(")
        if depth < 0:
            return working[at + 1 :]
    return working


def _tokens(working: str, told: Mapping[int, Statement]) -> list[Token]:
    """The figures and signs of a working; empty where something else stands between. `told` are statements by where
    they begin in it."""
    found: list[Token] = []
    at = 0
    for sign in [*_SIGN.finditer(working), None]:
        end = sign.start() if sign else len(working)
        piece = working[at:end].strip()
        if piece and not (sign and sign[0] in "（(" and not _BARE.search(piece) and not found):
            quantity = _quantity(piece)
            if quantity is None:
                return []
            own = (told[place] for place in range(at, end) if place in told)
            found.append(next((each for each in own if each.quantity.number == quantity.number), quantity))
        if sign:
            found.append(_OPERATION.get(sign[0], sign[0]))
            at = sign.end()
    return found if sum(not isinstance(each, str) for each in found) <= _MOST else []


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


def _judged(total: Statement, node: Node) -> Iterator[Claim]:
    """In units as they are written, or by the bare numbers: 118×0.12＝14.16万元."""
    ways = [WorkingOf(total, node), WorkingOf(total, node, plain=True)]
    made = next((way for way in ways if way.holds), None) or min(ways, key=_apart)
    yield from working_claim("product" if _multiplies(node) else "sum", made)


def _apart(way: WorkingOf) -> Decimal:
    due = way.due(way.result)
    return Decimal("Infinity") if None in (due.low, due.high) else abs(due.middle - way.result.quantity.value)


def _multiplies(node: Node) -> bool:
    return isinstance(node, Step) and (node.sign in "×÷" or _multiplies(node.left) or _multiplies(node.right))
