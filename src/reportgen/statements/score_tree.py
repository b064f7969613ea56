"""Points of classes that are divided further: what there is to be had in them makes what there was in the class.

产出（50分，得46.50分） with 数量20分 得18.60分, 质量15分 得13.90分, … below it. That 20, 15, 10 and 5 make the 50 says
that these are its parts, whatever words stand between; then what was got in them makes what was got in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.score_items import Item, Scored
from reportgen.statements.score_kinds import Points, is_added
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim

_HUNDRED = Decimal(100)
_PAIR, _FEW, _MOST = 2, 3, 24
_NEAR = Decimal("0.15")
_BACK = 4
_OPENS = re.compile("^[（(：:]|。|其中|包括")


def divided_points(told: Sequence[Scored], totals: Sequence[Statement]) -> Iterator[Claim]:
    """Every class that is divided, and every total score that 100 points were to be had of."""
    named = _by_name(told)
    items = [item for scored in told for item in (*scored.items, *_headed(scored, named))]
    bare = [figure for scored in told for figure in _without_full(scored)]
    within: set[Statement] = set()
    for at, item in enumerate(items):
        parts = _parts(items[at + 1 : at + 1 + _MOST], item.most, _PAIR)
        if parts and (_stand_below(item, parts) or _are_all_of_it(at, parts, items)):
            within.update(each.got for each in parts)
            yield from _judged((item.got,), (), parts)
    for at, item in enumerate(items):
        parts = () if item.got in within else _parts(items[at : at + _MOST], _HUNDRED, _FEW)
        if parts:
            within.update(each.got for each in parts)
            yield from _judged(_wholes(parts, bare, totals), totals, parts)


_Named = Mapping[tuple[str, Decimal], Item]
"""By the name of a class and what there was to be had in it."""


def _by_name(told: Sequence[Scored]) -> _Named:
    """The first class of each name and so many points of which both are told."""
    found: dict[tuple[str, Decimal], Item] = {}
    for scored in told:
        names = {each.figures[0]: each.name for each in scored.points}
        for item in scored.items:
            found.setdefault((names[item.full], item.most), item)
    return found


def _headed(scored: Scored, named: _Named) -> Iterator[Item]:
    """（一）产出指标（50分）: a heading that says what there was to be had; what was got of it is told elsewhere."""
    if not scored.paragraph.passage.level or [each.kind for each in scored.points] != [Points.FULL]:
        return
    head, full = scored.points[0], scored.points[0].figures[0]
    if head.name and (item := named.get((head.name, full.quantity.value))):
        yield scored.item(full, item.got)


def _are_all_of_it(at: int, parts: Sequence[Item], items: Sequence[Item]) -> bool:
    """效果25分，打23分，社会效益15分记14分，满意度10分记9分: the first of a paragraph, and all the others of it."""
    item, before = items[at], items[at - 1] if at else None
    block = item.got.block
    rest = [each for each in items[at + 1 : at + _MOST] if each.got.block == block]
    first = before is None or before.got.block != block
    apart = "；" in item.got.passage.text[item.got.end : parts[0].full.start]
    return first and rest == [*parts] and not apart and item.most * 2 != _HUNDRED and not item.level


def _without_full(scored: Scored) -> Iterator[Statement]:
    """What was got of what nobody says: a total score, in a heading or before its parts."""
    paired = {each.got for each in scored.items}
    for each in scored.figures(Points.GOT):
        if each not in paired and each.quantity.value <= _HUNDRED:
            yield each


def _parts(items: Sequence[Item], most: Decimal, least: int) -> tuple[Item, ...]:
    """The first items of one level that were to be had for so many points together; of those divided not the parts."""
    level = items[0].level if items else 0
    alike: list[Item] = []
    for each in items:
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
        odd = [each for each in way.members if is_mistyped(each, way)]
        near = abs(way.missing) <= way.total.quantity.value * _NEAR
        if odd or (near and way is ways[0]):
            yield sum_claim("points", way, Proof.LIKELY, odd[0] if len(odd) == 1 else None)
            return


def _stands_behind(whole: Statement, parts: Sequence[Item]) -> bool:
    last = parts[-1].got
    return (whole.block, whole.start) > (last.block, last.start)
