"""Points of classes that are divided further: what there is to be had in them makes what there was in the class.

产出（50分，得46.50分） with 数量20分 得18.60分, 质量15分 得13.90分, … below it. That 20, 15, 10 and 5 make the 50 says
that these are its parts, whatever words stand between; then what was got in them makes what was got in it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.score_kinds import ClassPoints, Points, is_added
from reportgen.statements.slips import is_exchange, is_other_digit
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim

_HUNDRED = Decimal(100)
_PAIR, _FEW, _MOST = 2, 3, 24
_NEAR = Decimal("0.15")
_BACK = 4
_COUNT = re.compile(r"[一二三四五六七八九十\d]+")
_OPENS = re.compile("^[（(：:]|。|其中|包括")


class Item(Struct, frozen=True):
    """A class: what there was to be had, what was got, and the level of the heading that tells it, 0 for text."""

    full: Statement
    got: Statement
    level: int
    section: str
    number: str
    """How its paragraph is numbered, without the number itself."""

    @property
    def most(self) -> Decimal:
        """What there was to be had."""
        return self.full.quantity.value


Told = Sequence[tuple[Paragraph, Sequence[ClassPoints]]]


def divided_points(told: Told, totals: Sequence[Statement]) -> Iterator[Claim]:
    """Every class that is divided, and every total score that 100 points were to be had of."""
    items = [
        item for paragraph, points in told for item in (*items_of(paragraph, points), *_headed(paragraph, points, told))
    ]
    bare = [figure for paragraph, points in told for figure in _without_full(paragraph, points)]
    within: set[Statement] = set()
    for at, item in enumerate(items):
        parts = _parts(items[at + 1 :], item.most, _PAIR)
        if parts and (_stand_below(item, parts) or _are_all_of_it(at, parts, items)):
            within.update(each.got for each in parts)
            yield from _judged((item.got,), (), parts)
    for at, item in enumerate(items):
        parts = () if item.got in within else _parts(items[at:], _HUNDRED, _FEW)
        if parts:
            within.update(each.got for each in parts)
            yield from _judged(_wholes(parts, bare, totals), totals, parts)


def _headed(paragraph: Paragraph, points: Sequence[ClassPoints], told: Told) -> Iterator[Item]:
    """（一）产出指标（50分）: a heading that says what there was to be had; what was got of it is told elsewhere."""
    passage = paragraph.passage
    if not passage.level or [each.kind for each in points] != [Points.FULL] or not points[0].name:
        return
    full = points[0].figures[0]
    for other, of_other in told:
        names = {each.figures[0]: each.name for each in of_other}
        for item in items_of(other, of_other):
            if names.get(item.full) == points[0].name and item.most == full.quantity.value:
                yield Item(full, item.got, passage.level, passage.section, _COUNT.sub("", passage.number))
                return


def _are_all_of_it(at: int, parts: Sequence[Item], items: Sequence[Item]) -> bool:
    """效果25分，打23分，社会效益15分记14分，满意度10分记9分: the first of a paragraph, and all the others of it."""
    item, before = items[at], items[at - 1] if at else None
    block = item.got.block
    rest = [each for each in items[at + 1 : at + _MOST] if each.got.block == block]
    first = before is None or before.got.block != block
    apart = "；" in item.got.passage.text[item.got.end : parts[0].full.start]
    return first and rest == [*parts] and not apart and item.most * 2 != _HUNDRED and not item.level


def items_of(paragraph: Paragraph, points: Sequence[ClassPoints]) -> Iterator[Item]:
    """The classes of a paragraph of which both are told: 决策20分，得18.00分; 产出34.00分（满分35分）."""
    waiting: ClassPoints | None = None
    for each in points:
        figure = each.figures[0]
        if each.kind is Points.LOST:
            continue
        if waiting is not None and _belong(waiting, each, paragraph):
            full, got = (waiting, each) if waiting.kind is Points.FULL else (each, waiting)
            passage = paragraph.passage
            number = _COUNT.sub("", passage.number)
            yield Item(full.figures[0], got.figures[0], passage.level, passage.section, number)
            waiting = None
        else:
            waiting = None if each.kind is Points.GOT and is_added(figure) else each


def _belong(one: ClassPoints, other: ClassPoints, paragraph: Paragraph) -> bool:
    first, second = one.figures[0], other.figures[0]
    if {one.kind, other.kind} != {Points.FULL, Points.GOT} or first.sentence != second.sentence:
        return False
    got, full = (second, first) if one.kind is Points.FULL else (first, second)
    behind = one.kind is Points.FULL or paragraph.text[first.end : first.end + 1] == "（"
    return behind and got.quantity.value <= full.quantity.value and "；" not in paragraph.text[first.end : second.start]


def _without_full(paragraph: Paragraph, points: Sequence[ClassPoints]) -> Iterator[Statement]:
    """What was got of what nobody says: a total score, in a heading or before its parts."""
    paired = {each.got for each in items_of(paragraph, points)}
    for each in points:
        if each.kind is Points.GOT and each.figures[0] not in paired and each.figures[0].quantity.value <= _HUNDRED:
            yield each.figures[0]


def _parts(items: Sequence[Item], most: Decimal, least: int) -> tuple[Item, ...]:
    """The first items of one level that were to be had for so many points together; of those divided not the parts."""
    level = items[0].level if items else 0
    alike: list[Item] = []
    for each in items[:_MOST]:
        if (each.level and (not level or each.level < level)) or (not level and each.section != items[0].section):
            break
        if each.level == level:
            alike.append(each)
    found = _cover(alike, 0, most, {})
    return tuple(alike[at] for at in found) if found is not None and len(found) >= least else ()


_Known = dict[tuple[int, Decimal], tuple[int, ...] | None]


def _cover(items: Sequence[Item], at: int, left: Decimal, known: _Known) -> tuple[int, ...] | None:
    """Which of the items from one on make so many points; each counts, or its own parts behind it are left out."""
    if not left or at >= len(items) or items[at].most > left:
        return None if left else ()
    key = (at, left)
    if key not in known:
        known[key] = None
        own = _cover(items, at + 1, items[at].most, known)
        behind = [at + 1]
        if own and len(own) >= _PAIR and _stand_below(items[at], [items[each] for each in own]):
            behind.insert(0, own[-1] + 1)
        rests = (_cover(items, after, left - items[at].most, known) for after in behind)
        known[key] = next(((at, *rest) for rest in rests if rest is not None), None)
    return known[key]


def _stand_below(item: Item, parts: Sequence[Item]) -> bool:
    """Parts of a heading stand below it; those of a class told in the text in its paragraph, or right behind."""
    if item.level:
        return not parts[0].level or parts[0].level > item.level
    first = parts[0].full
    if first.block == item.got.block:
        begin = max(item.got.end, item.full.end)
        between = first.passage.text[begin : min(first.start, parts[0].got.start)].lstrip("）)")
        return bool(_OPENS.search(between)) and len({each.full.block for each in parts}) == 1
    beside = bool(item.number) and item.number == parts[0].number  # 2．质量15分 before 3．时效10分 and 4．成本5分
    return not parts[0].level and not beside and parts[-1].got.block - item.got.block <= len(parts)


def _wholes(parts: Sequence[Item], bare: Sequence[Statement], totals: Sequence[Statement]) -> tuple[Statement, ...]:
    """The scores that may be the sum of all classes: behind them, right before them, or the one of the document."""
    first, last = parts[0].full, parts[-1].got
    near = [each for each in bare if _BACK >= first.block - each.block >= 0 or 0 <= each.block - last.block <= 1]
    near = [
        each
        for each in near
        if each.quantity.value >= last.quantity.value and same_things(each.quantity, last.quantity)
    ]
    behind = [each for each in near if _stands_behind(each, parts) and is_added(each)]
    before = [each for each in near if (each.block, each.start) < (first.block, first.start)]
    told = {each.quantity.number: each for each in totals if each not in near}
    return (*behind, *reversed(before), *(told.values() if len(told) == 1 else ()))


def _judged(wholes: Sequence[Statement], totals: Sequence[Statement], parts: Sequence[Item]) -> Iterator[Claim]:
    ways = [SumOf(whole, tuple(each.got for each in parts)) for whole in wholes]
    others = (SumOf(whole, tuple(each.got for each in parts)) for whole in totals)
    if right := next((way for way in (*ways, *others) if way.holds), None):
        yield Claim("points", right, True)
        if ways and ways[0] is not right and is_added(ways[0].total) and _stands_behind(ways[0].total, parts):
            yield sum_claim("points", ways[0], Proof.LIKELY, ways[0].total)
        return
    for way in ways:
        odd = [each for each in way.members if _slipped(each, way)]
        near = abs(way.missing) <= way.total.quantity.value * _NEAR
        if odd or (near and way is ways[0]):
            yield sum_claim("points", way, Proof.LIKELY, odd[0] if len(odd) == 1 else None)
            return


def _stands_behind(whole: Statement, parts: Sequence[Item]) -> bool:
    last = parts[-1].got
    return (whole.block, whole.start) > (last.block, last.start)


def _slipped(each: Statement, way: SumOf) -> bool:
    due = way.due(each)
    return is_exchange(each.quantity, due) or is_other_digit(each.quantity, due)
