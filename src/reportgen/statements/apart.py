"""Two figures and how far they are apart: 东库91.11%，西库80.00%，相差11.11个百分点; 137人次、165人次，差了28人次."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.model.quantity import POINTS
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.change_claims import wrong_change, wrong_points
from reportgen.statements.changes import ChangeOf, PointsOf
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_WORDS = "相差|差了|差距|差值|相距"
_APART = re.compile(rf"(?:[两二]者|两[^\W\d_]|前后|之间)*(?:{_WORDS})(?:为|是|达到?|有|了|约|近|仅)*")
_NEEDED = re.compile(_WORDS)
_PAIR = 2


def apart(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such difference, with the two figures of its sentence right before it."""
    if not _NEEDED.search(paragraph.text):
        return
    for by in paragraph.statements:
        if by.exact and by.quantity.value > 0 and _APART.fullmatch(by.label):
            alike = [each for each in paragraph.statements if _may_be_meant(each, by)]
            yield from _judged(by, alike)


def _may_be_meant(each: Statement, by: Statement) -> bool:
    points = POINTS in by.quantity.unit
    alike = each.quantity.unit == "%" if points else same_things(each.quantity, by.quantity)
    told = each.sentence == by.sentence and each.end <= by.start and each.depth == by.depth
    return alike and told and each.exact and each.role is not Role.CHANGE


def _judged(by: Statement, alike: list[Statement]) -> Iterator[Claim]:
    ways = [_way(by, *pair) for pair in pairwise(alike)]
    right = next((way for way in ways if way.holds), None)
    if right is not None:
        yield Claim("change", right, True)
    elif len(alike) == _PAIR:
        way = ways[0]
        yield wrong_points(way, Proof.LIKELY) if isinstance(way, PointsOf) else wrong_change(way, Proof.LIKELY, by)


def _way(by: Statement, first: Statement, second: Statement) -> ChangeOf | PointsOf:
    if POINTS in by.quantity.unit:
        return PointsOf(by, second, first)
    return ChangeOf(by, second, first, second.quantity.value > first.quantity.value)
