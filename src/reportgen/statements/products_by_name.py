"""Products whose count or total stands far away and is known by its name.

64项课题，每项资助3万元: the 课题资助经费 two paragraphs on is what they make. 物业人员每人每年4.50万元，共63.00万元:
of the 14人 that were told as 物业人员. A name alone proves little, so one slip must explain what does not fit.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.price_units import is_price, price_units
from reportgen.statements.product_counts import is_of
from reportgen.statements.product_totals import at_several_prices, is_capped, may_be_meant
from reportgen.statements.products_by_unit import asked_for
from reportgen.statements.products_judged import comes_out, relation_of, wrong_product
from reportgen.statements.slips import is_slip_away, is_told_exactly
from reportgen.statements.statement import Origin, Period, Role, Statement
from reportgen.statements.things import common_words

_PAIR, _MANY, _FEW = 2, 12, 3
"""Two characters are a word; one that so many figures are called by says nothing; of fewer digits any may be a slip."""
_BEHIND = re.compile(r"的?(?P<name>[^\W\d_]{2,8})")


class _Told(Struct, frozen=True):
    """All that is told, by the words of its name; what is multiplied already; every amount."""

    amounts: Mapping[str, Sequence[Statement]]
    multiplied: frozenset[Statement]
    values: frozenset[tuple[str, Decimal]]

    def named_as(self, *figures: Statement) -> list[Statement]:
        """The amounts that share words with the names of figures, those that share most; in their order."""
        names = tuple(name for one in figures for name in _names(one))
        words = dict.fromkeys(pair for name in names for pair in _pairs(name))
        told = (self.amounts.get(word, ()) for word in words)
        found = dict.fromkeys(other for others in told if len(others) <= _MANY for other in others)
        scored = [(_score(names, other), other) for other in found if other not in figures]
        most = max((score for score, _other in scored), default=0)
        return [other for score, other in scored if score == most >= _PAIR]


@lru_cache(maxsize=4096)
def _names(each: Statement) -> tuple[str, ...]:
    """The words of what a figure is of, without those that any amount may have."""
    if each.origin is Origin.CELL:
        words = each.row
    else:
        behind = _BEHIND.match(each.passage.text, each.end) if each.quantity.kind != "元" else None
        words = f"{each.label} {behind['name'] if behind else ''}"
    return tuple(piece for piece in _general().split(words) if len(piece) >= _PAIR)


@cache
def _general() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(lists('counting')['钱和数的泛称'])}|[^\W\d_]*均(?=[^\W\d_])|[\W\d_])+")


def _score(names: Sequence[str], other: Statement) -> int:
    return max((common_words(one, name) for one in names for name in _names(other)), default=0)


def products_by_name(
    paragraphs: Sequence[Paragraph], cells: Sequence[Statement], found: Sequence[Claim]
) -> Iterator[Claim]:
    """Every price that makes nothing with the figures beside it."""
    made = [claim.equation for claim in found if isinstance(claim.equation, ProductOf)]
    judged = {one.each for one in made}
    told = _told(paragraphs, cells, [claim for claim in found if claim.holds and isinstance(claim.equation, ProductOf)])
    for paragraph in paragraphs:
        for each in paragraph.statements:
            if each not in judged and _is_price(each):
                yield from _judged(_ways(each, paragraph, told), paragraph, told)


def _told(paragraphs: Sequence[Paragraph], cells: Sequence[Statement], holding: Sequence[Claim]) -> _Told:
    named: dict[str, list[Statement]] = defaultdict(list)
    amounts = [each for paragraph in paragraphs for each in paragraph.amounts]
    amounts = [each for each in (*amounts, *cells) if each.exact and each.quantity.value > 0 and each.quantity.unit]
    for each in amounts:
        for word in {pair for name in _names(each) for pair in _pairs(name)}:
            named[word].append(each)
    multiplied = frozenset(member for claim in holding for member in claim.members)
    return _Told(named, multiplied, frozenset((each.quantity.unit, each.quantity.value) for each in amounts))


def _pairs(name: str) -> list[str]:
    return [name[at : at + _PAIR] for at in range(len(name) - 1)]


def _is_price(each: Statement) -> bool:
    now = each.period is not Period.BEFORE and each.role is not Role.CHANGE and each.quantity.kind != "%"
    return is_price(each) and now and each.exact and each.quantity.value > 0 and not is_capped(each)


def _ways(each: Statement, paragraph: Paragraph, told: _Told) -> list[ProductOf]:
    """What the price makes with a count beside it and a total far away, or the other way round."""
    beside = [other for other in paragraph.statements if other.sentence == each.sentence]
    own = [other for other in beside if _may_be_total(other, each)]
    counts = asked_for(each, paragraph)
    if own and counts:
        return []
    if own:
        behind = [other for other in own if other.start > each.end][:1]
        totals = behind or [other for other in own if other.end <= each.start][-1:]
        return [ProductOf(one, (count,), each) for one in totals for count in _counts(each, one, told)]
    ways = counts[:1] or [((count,), Decimal(1)) for count in _counts(each, each, told)]
    return [ProductOf(one, way, each, times) for way, times in ways for one in _totals(each, way, paragraph, told)]


def _may_be_total(other: Statement, each: Statement) -> bool:
    same = other.quantity.unit == each.quantity.unit.partition("/")[0] and other.role is Role.AMOUNT
    return same and other.exact and other.quantity.value > each.quantity.value


def _totals(each: Statement, counts: Sequence[Statement], paragraph: Paragraph, told: _Told) -> list[Statement]:
    found = [other for other in told.named_as(each, *counts) if _may_be_total(other, each)]
    now = [other for other in found if other.period is each.period or other.period is Period.NOW]
    return now or _only_one(each, paragraph)


def _only_one(each: Statement, paragraph: Paragraph) -> list[Statement]:
    """培训12期。每期按2.20万元包干。……项目支出26.40万元: the one amount of money that is told behind it."""
    found = [other for other in paragraph.amounts if _may_be_total(other, each) and not other.planned]
    return found if len(found) == 1 and found[0].start > each.end else []


def _counts(each: Statement, total: Statement, told: _Told) -> list[Statement]:
    units = price_units(each)
    if units is None or len(units.things) != 1 or any(time != "年" for time in units.times):
        return []
    found = [other for other in told.named_as(each, total) if is_of(other, units.things[0])]
    return [other for other in found if other.quantity.kind != "元" and other.period is not Period.BEFORE]


def _judged(made: Sequence[ProductOf], paragraph: Paragraph, told: _Told) -> Iterator[Claim]:
    """What fits; else the only one that there is, where a slip explains it."""
    right = next((one for one in made if one.is_right), None)
    if right:
        yield Claim(relation_of(right), right, True)
        return
    near = [one for one in made if one.total.sentence == one.each.sentence and one.total.passage is one.each.passage]
    made = [one for one in made if one not in near or not at_several_prices(one.each, one.total, paragraph)]
    left = [one for one in made if may_be_meant(one) and not {one.total, *one.counts} & told.multiplied]
    if len({tuple(member.quantity.value for member in one.members) for one in left}) == 1 and len(left) == len(made):
        one = left[0]
        product = (one.total.quantity.unit, one.counted * one.each.quantity.value)
        if product not in told.values and _is_slipped(one):
            yield wrong_product(one, Proof.LIKELY)


def _is_slipped(made: ProductOf) -> bool:
    dues = [(member, due) for member in made.members if (due := made.due(member))]
    long = [(one.quantity, due) for one, due in dues if one.quantity.digits >= _FEW]
    short = [(one.quantity, due) for one, due in dues if one.quantity.digits < _FEW and one is not made.total]
    told = any(is_slip_away(*each) for each in long) or any(is_told_exactly(*each) for each in short)
    return told or comes_out(made)
