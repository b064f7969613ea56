"""Totals and their parts in running text: 其中, 包括, 分别为, brackets, 由……组成, before 合计, or simply in a row.

A list that misses its total is no error by itself: 其中 may be partial. It becomes one when a single slip mends it,
when its labels leave no other (基本支出, 项目支出), when the parts have too much, or when the words say that all is
listed and little is missing.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.language import _
from reportgen.model.quantity import like, plain
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import HALF_ENDS
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import digits, is_exchange, is_other_scale, is_shifted, other_digit
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_lists import SumList, opening_words, sum_lists

_REST = re.compile(r"(?:另有|另外|此外|剩)?(?:其他|其余|余下|剩下|剩余|余者|另有|另外|余额|余)")
"""What is left over: the list holds everything."""
_STRONG = re.compile(r"分别|包括|包含|分为|具体|如下|[:：（(]|组成|构成|合计|共计|总计")
_OPEN = re.compile(r"等[^\W\d奖级]{0,6}$|^[^\W\d]{0,6}等(?!奖|级|次)|……|主要")
_YEAR = re.compile(r"20\d{2}年")
_LITTLE, _MUCH = Decimal("0.1"), Decimal("0.3")
_FEW, _CHANCE = 2, 20


def sums(paragraph: Paragraph) -> Iterator[Claim]:
    """Every sum that a paragraph states, right and wrong; of a total that comes out right, only that."""
    if len(paragraph.statements) <= _FEW:
        return
    found: dict[tuple[Statement, ...], Claim] = {}
    for listed in sum_lists(paragraph):
        for claim in _judged(listed, paragraph):
            found.setdefault(claim.members, claim)
    settled = {member for claim in found.values() if claim.holds for member in claim.members[:1]}
    for claim in found.values():
        if claim.holds or claim.members[0] not in settled:
            yield claim


def _judged(listed: SumList, paragraph: Paragraph) -> Iterator[Claim]:
    """The first way to read the list that comes out right; else the one that can only be wrong."""
    for total in listed.totals:
        ways = [way for way in _ways(listed, total, paragraph) if len(way) >= _FEW]
        if right := _right(total, ways):
            yield from right
            return
    for total in listed.totals[:1]:
        ways = [way for way in _ways(listed, total, paragraph) if len(way) >= _FEW]
        if runs := _halves(total, ways) or _leading_runs(total, ways):
            yield from runs
            return
        yield from _wrong(listed, total, ways, paragraph)


def _right(total: Statement, ways: Sequence[tuple[Statement, ...]]) -> list[Claim]:
    for way in [way for way in ways if way[-1].end <= total.start]:  # 更换30组，城区22组，道路口8组，共30组
        for at in range(1, len(way) - 1):
            if (each := SumOf(total, way[at:])).holds:
                return [Claim("sum", each, True)]
    for way in ways:
        if (each := SumOf(total, way)).holds:
            return [Claim("sum", each, True)]
    for way in ways:
        for at in range(_FEW, len(way) - 1):
            halves = SumOf(total, way[:at]), SumOf(total, way[at:])
            if all(half.holds for half in halves):
                return [Claim("sum", half, True) for half in halves]
    return []


def _halves(total: Statement, ways: Sequence[tuple[Statement, ...]]) -> list[Claim]:
    """By origin and by use, one behind the other: one of the two makes the total, the other nearly does."""
    for way in ways:
        for at in range(_FEW, len(way) - 1):
            halves = SumOf(total, way[:at]), SumOf(total, way[at:])
            right, wrong = sorted(halves, key=lambda half: not half.holds)
            meant = right.holds and not wrong.holds and digits(total.quantity) > _FEW + 1
            near = abs(wrong.missing) <= abs(total.quantity.value) * _LITTLE
            odd = _mended(wrong) if meant else None
            if meant and (near or odd):
                return [sum_claim("sum", wrong, Proof.CERTAIN, odd)]
    return []


def _leading_runs(total: Statement, ways: Sequence[tuple[Statement, ...]]) -> list[Claim]:
    """The first parts make the total, and more follow: of something else, or of a part."""
    for way in ways:
        for count in range(len(way) - 1, _FEW - 1, -1):
            if total.quantity.number > _CHANCE and (each := SumOf(total, way[:count])).holds:
                return [Claim("sum", each, True)]
    return []


def _ways(listed: SumList, total: Statement, paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """The lists that may be meant: to the semicolon, or to the end; without what is listed within, or with it."""
    inside = [
        each
        for each in paragraph.statements
        if listed.start <= each.start < listed.end
        and each.depth == listed.depth
        and each.role is Role.AMOUNT
        and each is not total
        and (each.concept != "满分" or total.concept == "满分")
        and same_things(each.quantity, total.quantity)
        and each.exact is total.exact
    ]
    if not all(_YEAR.search(each.label) for each in inside):  # 支付2022年的费用, 支付2023年的费用
        inside = [each for each in inside if each.period is total.period]
    if listed.end <= total.start:
        inside = [each for each in inside if each.end <= total.start]
    semicolon = paragraph.text.find("；", listed.start, listed.end)
    while semicolon >= 0 and paragraph.depths[semicolon] != listed.depth:
        semicolon = paragraph.text.find("；", semicolon + 1, listed.end)
    nested = set(_nested(listed, inside, paragraph))
    outer = tuple(each for each in inside if each not in nested)
    yield outer
    if semicolon >= 0:
        yield tuple(each for each in outer if each.end <= semicolon)
        yield tuple(each for each in inside if each.end <= semicolon)
    if nested:
        yield tuple(inside)


def _nested(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> Iterator[Statement]:
    """What is listed within the list: behind 其中, up to the next semicolon (C2 of the trial)."""
    text = paragraph.text
    for opening in opening_words(paragraph.lexicon).finditer(text, listed.start, listed.end):
        if paragraph.depths[opening.start()] != listed.depth or not any(each.end <= opening.start() for each in inside):
            continue
        stop = next((at for at in range(opening.end(), listed.end) if text[at] in HALF_ENDS), listed.end)
        yield from (each for each in inside if opening.end() <= each.start < stop)


def _wrong(
    listed: SumList, total: Statement, ways: Sequence[tuple[Statement, ...]], paragraph: Paragraph
) -> Iterator[Claim]:
    ways = [way for way in ways if all(each.exact for each in (total, *way))]
    for way in ways:
        equation = SumOf(total, way)
        if odd := _mended(equation):
            proof = Proof.CERTAIN if listed.words or len(way) > _FEW else Proof.LIKELY
            yield sum_claim("sum", equation, proof, odd)
            return
    for way in ways[:1]:
        proof = _proof(listed, SumOf(total, way), paragraph)
        if proof:
            yield sum_claim("sum", SumOf(total, way), proof)


def _mended(equation: SumOf) -> Statement | None:
    """The one figure that an exchange of two digits, or another scale, would put right."""
    for member in equation.members:
        due = equation.due(member)
        telling = digits(equation.total.quantity) > _FEW * 2
        if is_exchange(member.quantity, due, _FEW if telling else _FEW + 1) or is_other_scale(member.quantity, due):
            return member
    return None


def _proof(listed: SumList, equation: SumOf, paragraph: Paragraph) -> Proof:
    total, parts = equation.total, equation.parts
    labels = [part.label for part in parts]
    if total.quantity.kind == "%" or not total.quantity.value:
        return Proof.NONE
    if paragraph.lexicon.closed_set(labels) and _leads(equation, paragraph):
        return Proof.CERTAIN
    if not listed.words or _overlapping(labels, paragraph) or _left_open(equation, listed, paragraph):
        return Proof.NONE
    missing = equation.missing / total.quantity.value
    if _REST.match(labels[-1]) and len(parts) >= _FEW and total.exact and _leads(equation, paragraph):
        return Proof.CERTAIN
    strong = bool(_STRONG.search(listed.words)) or bool(paragraph.lexicon.any_of("合计").search(total.label))
    if missing < 0:
        return _proof_of_excess(-missing, len(parts), strong)
    return _proof_of_lack(equation, missing, strong)


def _proof_of_excess(excess: Decimal, parts: int, strong: bool) -> Proof:
    """How far it proves an error that the parts have too much, as a share of the total."""
    if excess <= _MUCH:
        return Proof.CERTAIN if strong else Proof.LIKELY
    return Proof.LIKELY if excess <= _MUCH * 2 or (strong and parts >= _FEW and excess <= 1) else Proof.NONE


def _proof_of_lack(equation: SumOf, missing: Decimal, strong: bool) -> Proof:
    """How far it proves an error that the parts lack something, as a share of the total."""
    parts = equation.parts
    slip = any(other_digit(each.quantity, _middle(equation, each)) for each in equation.members)
    near = missing <= _LITTLE or (slip and (strong or len(parts) > _FEW))
    if not near:
        shifted = any(is_shifted(each.quantity, equation.due(each)) for each in equation.members)
        return Proof.LIKELY if shifted and strong else Proof.NONE
    if strong:
        return Proof.CERTAIN if len(parts) > _FEW and missing <= _LITTLE else Proof.LIKELY
    return Proof.LIKELY if len(parts) > _FEW or _tells(equation) else Proof.NONE


def _tells(equation: SumOf) -> bool:
    """Whether one other digit in a figure that is not round puts it right."""
    if digits(equation.total.quantity) <= _FEW + 1:
        return False
    meant = [(each, _middle(equation, each)) for each in equation.members]
    return any(other_digit(each.quantity, due) and len(due.normalize().as_tuple().digits) > _FEW for each, due in meant)


def _leads(equation: SumOf, paragraph: Paragraph) -> bool:
    """Whether the total is no part of a list itself, and no other figure stands between it and its parts."""
    total, first = equation.total, equation.parts[0]
    if paragraph.lexicon.grade(total.label):
        return False
    between = [
        each for each in paragraph.statements if total.end <= each.start < first.start and each.role is Role.AMOUNT
    ]
    return not any(same_things(each.quantity, total.quantity) for each in between)


def _middle(equation: SumOf, member: Statement) -> Decimal:
    due = equation.due(member)
    return ((due.low or Decimal(0)) + (due.high or Decimal(0))) / 2


def _overlapping(labels: Sequence[str], paragraph: Paragraph) -> bool:
    return any(paragraph.lexicon.any_of("重叠").search(label) for label in labels)


def _left_open(equation: SumOf, listed: SumList, paragraph: Paragraph) -> bool:
    """Whether the words behind the last part, or those that open the list, say that there are more."""
    text, last = paragraph.text, equation.parts[-1]
    between = "".join(text[one.end : other.start] for one, other in pairwise(equation.parts))
    return bool(_OPEN.search(text[last.end : max(listed.end, last.end)]) or "主要" in listed.words or "等共" in between)


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
        meant = like(_middle(equation, odd), odd.quantity)
        notes.append(_("{figure} 若是 {meant}，就加得拢", figure=odd.quantity, meant=meant))
    label = _("各项相加得 {added}", added=added)
    if odd is not None and odd is not equation.total:
        other = is_other_scale(odd.quantity, equation.due(odd))
        label = _("单位写错") if other else _("应为 {due}", due=like(_middle(equation, odd), odd.quantity))
    return Claim(relation, equation, False, proof, odd or equation.total, label, tuple(notes))
