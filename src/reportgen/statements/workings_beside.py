"""Workings whose result stands before them: 77.32%（6,312÷8,164）, 支出262.18万元＝基本193.32万元＋项目68.86万元.

Or, of several workings, in a list behind 分别为. What stands behind a sign of equality is worked out in `formulas`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.statements.claim import Claim
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.worked_out import Node, Step, Token, WorkingOf, worked
from reportgen.statements.working_claims import working_claim

_NEEDED = re.compile("[×*＊÷＝=]")
_SIGN = re.compile(
    r"[^\W\d_]{0,8}\s*(?P<closed>[)）]?)[^\W\d_]{0,4}"  # 12名教师×, (486－12)÷
    r"\s*(?P<sign>[×xX*＊÷/＋+－−-])\s*"
    r"(?P<opened>[(（]?)\s*[^\W\d_]{0,12}"  # ＋住宿费5,240人天, ×(3＋2)
)
_EQUALS = re.compile(r"[^\W\d_]{0,8}\s*(?P<closed>[)）]?)\s*[＝=≈]\s*[^\W\d_]{0,12}")
_EACH_COMES_TO = re.compile(r"[^\W\d_]{0,6}[，,]?[^\W\d_]{0,6}分别[^\W\d_]{0,4}")
_AND = re.compile(r"[^\W\d_]{0,6}(?:[、，；]|[和与及])[^\W\d_]{0,12}")
_NEXT = re.compile(r"(?:[、，]|[和与及])[^\W\d_]{0,6}")
_OPENED = re.compile(r"[^\W\d_]{0,4}(?P<opened>[（(])[^\W\d_：:]{0,8}")
_OPENS, _CLOSES = re.compile(r"[(（]\s*[^\W\d_]{0,8}$"), re.compile(r"[^\W\d_]{0,6}[)）]")
_SIGNS = {**dict.fromkeys("xX*＊", "×"), "/": "÷", "＋": "+", **dict.fromkeys("－−", "-")}
_CUT = re.compile(r"[×*＊÷/＋+－−-]\s*[^\W\d_]{0,8}$")
_Working = tuple[tuple[Statement, ...], Node]
"""The figures of a working, and what is done with them."""


def workings_beside(paragraph: Paragraph) -> Iterator[Claim]:
    """Every working that is written out, with its result."""
    if not _NEEDED.search(paragraph.text):
        return
    found = list(_workings(paragraph))
    for figures, node in found:
        if result := _result(figures, paragraph):
            yield from _judged(result, node)
    yield from _one_by_one(found, paragraph)


def _workings(paragraph: Paragraph) -> Iterator[_Working]:
    figures: list[Statement] = []
    tokens: list[Token] = []
    for one, other in pairwise([*paragraph.statements, None]):
        if one is None:
            continue
        figures.append(one)
        tokens.append(one)
        if other and (signs := _signs(one, other, paragraph)):
            tokens += signs
            continue
        if len(figures) > 1 and (node := _node(figures, tokens, paragraph)):
            yield tuple(figures), node
        figures, tokens = [], []


def _signs(one: Statement, other: Statement, paragraph: Paragraph) -> list[str]:
    """The sign between two figures, with the brackets beside it; none where there is none."""
    if other.start == one.end and other.quantity.value < 0:
        return ["+"]  # （500－14）, read as a figure below nought
    found = _SIGN.fullmatch(paragraph.text, one.end, other.start)
    if found is None:
        return []
    sign = _SIGNS.get(found["sign"], found["sign"])
    return [*(")" if found["closed"] else ""), sign, *("(" if found["opened"] else "")]


def _node(figures: Sequence[Statement], tokens: Sequence[Token], paragraph: Paragraph) -> Node | None:
    """With the brackets at both its ends: (486－12)÷500×100%."""
    if _CUT.search(paragraph.text, 0, figures[0].start):
        return None  # 36人×12月×0.35万元, where 12月 is read as a month
    lacking = sum((token == "(") - (token == ")") for token in tokens)
    closed = _EQUALS.match(paragraph.text, figures[-1].end)
    if lacking > 0 and closed and closed["closed"]:
        return worked([*tokens, ")"])
    if lacking < 0 and _OPENS.search(paragraph.text, 0, figures[0].start):
        return worked(["(", *tokens])
    return worked(tokens)


def _result(figures: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What stands before the sign of equality, or before the bracket that holds the working."""
    statements, text = paragraph.statements, paragraph.text
    first, last = statements.index(figures[0]), statements.index(figures[-1])
    behind = statements[last + 1] if last + 1 < len(statements) else None
    if behind and _EQUALS.fullmatch(text, figures[-1].end, behind.start):
        return None
    before = statements[first - 1] if first else None
    if before is None or not before.exact:
        return None
    if _EQUALS.fullmatch(text, before.end, figures[0].start):
        return before
    opened = _OPENED.fullmatch(text, before.end, figures[0].start)
    return before if opened and _CLOSES.match(text, figures[-1].end) and _may_come_to(before, figures) else None


def _may_come_to(result: Statement, figures: Sequence[Statement]) -> bool:
    """7,560元（18人×420元）, 77.32%（6,312÷8,164）: whether the units say that it works out what stands before."""
    units = {each.quantity.kind for each in figures}
    return result.quantity.kind in units or (result.quantity.kind == "%" and len(units) == 1)


def _one_by_one(found: Sequence[_Working], paragraph: Paragraph) -> Iterator[Claim]:
    """甲12,000吨×100元、乙8,500吨×110元，分别为120.00万元、93.50万元."""
    if "分别" not in paragraph.text:
        return
    row: list[_Working] = []
    for one, other in pairwise([*found, None]):
        if one is None:
            continue
        row.append(one)
        if other and _AND.fullmatch(paragraph.text, one[0][-1].end, other[0][0].start):
            continue
        results = _results(row[-1][0][-1], len(row), paragraph)
        for (_figures, node), result in zip(row, results, strict=False):
            yield from _judged(result, node)
        row = []


def _results(last: Statement, count: int, paragraph: Paragraph) -> list[Statement]:
    """As many figures in a row as there are workings before 分别; none where there are more or fewer."""
    at = paragraph.statements.index(last) + 1
    results = list(paragraph.statements[at : at + count])
    if len(results) < count or not _EACH_COMES_TO.fullmatch(paragraph.text, last.end, results[0].start):
        return []
    joined = all(_NEXT.fullmatch(paragraph.text, one.end, other.start) for one, other in pairwise(results))
    return results if joined else []


def _judged(result: Statement, node: Node) -> Iterator[Claim]:
    made = WorkingOf(result, _without_hundred(node, result))
    figures = made.members[1:]
    named = {bool(each.quantity.unit) for each in figures}
    if not all(each.exact for each in made.members) or (len(named) > 1 and result.quantity.scale and not made.holds):
        return  # 12.5＋3.2万元＝15.7万元
    if named == {False} and result.quantity.scale:
        made = WorkingOf(result, made.worked, plain=True)
    yield from working_claim("formula", made)


def _without_hundred(node: Node, result: Statement) -> Node:
    """6,312÷8,164×100＝77.32%: the hundred makes percent of it."""
    if result.quantity.kind != "%" or not isinstance(node, Step) or node.sign != "×":
        return node
    return node.left if isinstance(node.right, Statement) and str(node.right) == "100" else node
