"""Products whose counts are told by what the price is for: 聘督导员84名，人均月工资2,450元，用工12个月，花掉246.96万元.

Each unit of the price asks for its count: 人 for 84名, 月 for 12个月, or for the twelve of the year where none is told.
The total is the money right behind, else right before. So neither the order nor the words around them matter.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product as every_way

from reportgen import patterns as re
from reportgen.numbers.clauses import HALF_ENDS, SENTENCE_ENDS, begin_of, end_of
from reportgen.statements.attendance import PEOPLE
from reportgen.statements.equations import ProductOf
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.price_units import PriceUnits, price_units, price_words
from reportgen.statements.product_counts import is_of, same_thing
from reportgen.statements.product_totals import at_several_prices, is_settled, may_be_meant
from reportgen.statements.products_judged import comes_out
from reportgen.statements.slips import is_about, is_slip_away, is_told_exactly
from reportgen.statements.statement import Period, Role, Statement

_SPAN = re.compile(r"(?<!\d)(?P<first>\d{1,2})月?[—–\-－~～至到]+(?P<last>1[0-2]|[1-9])月")
_TIMES = {"月": ("个月", "月"), "天": ("天", "日", "个工作日", "工作日"), "日": ("天", "日"), "周": ("周",)}
Way = tuple[tuple[Statement, ...], Decimal]
"""Counts, and the months that no figure tells."""
_ONCE, _YEAR = Decimal(1), Decimal(12)
_MOST_WAYS, _NEAREST = 24, 3
_NO_COUNT = ("", "%", "分", "倍", "个百分点", "百分点", "年")


def by_units(each: Statement, paragraph: Paragraph) -> list[ProductOf]:
    """Every product that the units of a price ask for, what is nearest first; empty where a count is not told."""
    piece, units = _piece(each, paragraph), price_units(each)
    found = [
        ProductOf(total, counts, each, times)
        for counts, times in asked_for(each, paragraph)
        for total in _totals(each, counts, piece, paragraph)
    ]
    for total in piece:
        rest = _rest(total, each, units) if units else None
        ways = _asked_for(each, rest, piece, paragraph) if rest else []
        found += [ProductOf(total, counts, each, times) for counts, times in ways]
    return found


def asked_for(each: Statement, paragraph: Paragraph) -> list[Way]:
    """The counts that the units of a price ask for, each way with the months that no figure tells."""
    units = price_units(each)
    return _asked_for(each, units, _piece(each, paragraph), paragraph) if units else []


def _asked_for(each: Statement, units: PriceUnits, piece: Sequence[Statement], paragraph: Paragraph) -> list[Way]:
    if each.role is Role.CHANGE or not _is_priced(each, units):
        return []
    months = _months(each, units, paragraph)
    found: list[Way] = []
    for things in _things(units):
        ways = [list(_counts(each, unit, piece, paragraph)) for unit in things]
        spans = [_spans(each, unit, piece) for unit in units.times if unit not in ("年", "月") or not months]
        if all(ways) and all(spans):
            told = [tuple(dict.fromkeys(one for way in counts for one in way)) for counts in every_way(*ways, *spans)]
            found += [(counts, months or _ONCE) for counts in told[:_MOST_WAYS] if counts]
    return found


def _rest(total: Statement, each: Statement, units: PriceUnits) -> PriceUnits | None:
    """What is left to count where a larger figure is for each of some of its units: 每名每天60元，人均13,200元."""
    own = price_units(total) if total.role is Role.EACH and _is_larger(total, each) else None
    if own is None or not (own.things or own.times):
        return None
    things = tuple(one for one in units.things if not any(same_thing(one, other) for other in own.things))
    times = tuple(one for one in units.times if one not in own.times)
    left, less = len(things) + len(times), len(own.things) + len(own.times)
    return PriceUnits(things, times, False) if left and left + less == len(units.things) + len(units.times) else None


def _things(units: PriceUnits) -> list[tuple[str, ...]]:
    """What is asked for, the likeliest first: 日工资320元 may be of several people, and 每日1.20万元 of none."""
    if units.things or not units.times:
        return [units.things or ("",)] if units.things or units.named else [()]
    return [("人",)] if "月" in units.times else [("人",), ()]


def meant(found: Sequence[ProductOf], paragraph: Paragraph) -> ProductOf | None:
    """The first of them that a slip in one figure explains."""
    own = [made for made in found if not at_several_prices(made.each, made.total, paragraph)]
    own = [made for made in own if not is_settled(made, paragraph) and may_be_meant(made, _is_for_each(made.total))]
    return next((made for made in own if _is_explained(made)), None)


def _is_for_each(total: Statement) -> bool:
    units = price_units(total)
    return units is not None and bool(units.things or units.times)


def _is_explained(made: ProductOf) -> bool:
    dues = [(member.quantity, due) for member in made.members if (due := made.due(member))]
    slipped = any(is_slip_away(*each) for each in dues if each[0].digits > 1)
    return slipped or any(is_told_exactly(*each) for each in dues[1:]) or is_about(*dues[0]) or comes_out(made)


def _is_priced(each: Statement, units: PriceUnits) -> bool:
    """Money for each; or so many of something for each of one thing: 一期30人, 户均100只."""
    money = each.quantity.unit.startswith("元")
    things = each.quantity.unit not in _NO_COUNT and (len(units.things) == 1 or bool(units.times))
    return each.exact and (money or things)


def _piece(each: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures of its half of the sentence; of the whole sentence where that half has no total."""
    half, whole = (
        [other for other in paragraph.statements if begin <= other.start < end and other.exact]
        for begin, end in (
            (begin_of(paragraph.text, each.start, marks), end_of(paragraph.text, each.start, marks))
            for marks in (HALF_ENDS, SENTENCE_ENDS)
        )
    )
    return half if any(_is_total(other, each) for other in half) else whole


def _is_total(other: Statement, each: Statement) -> bool:
    return other.role is Role.AMOUNT and _is_larger(other, each)


def _is_larger(other: Statement, each: Statement) -> bool:
    whole = "/" not in other.quantity.unit and _is_money(other, each)
    return other is not each and whole and other.quantity.value > each.quantity.value


def _totals(
    each: Statement, counts: Sequence[Statement], piece: Sequence[Statement], paragraph: Paragraph
) -> Iterator[Statement]:
    """The total right behind the price and its counts, before another price; and the one right before them."""
    at = piece.index(each)
    behind = next((other for other in piece[at + 1 :] if _is_money(other, each) and other not in counts), None)
    if behind is not None and _is_total(behind, each):
        yield behind
    if not any(_is_total(other, each) for other in piece):
        yield from _told_before(each, paragraph)
        return
    first = min(piece.index(count) if count in piece else at for count in (*counts, each))
    before = next((other for other in reversed(piece[:first]) if _is_money(other, each)), None)
    if before is None:  # 46条线路配车612辆，平均每条线路13.30辆
        before = next((other for other in reversed(piece[:at]) if _is_money(other, each)), None)
    if before is not None and _is_total(before, each) and before not in counts:
        yield before


def _told_before(each: Statement, paragraph: Paragraph) -> Iterator[Statement]:
    """公务接待费0.95万元，……。接待112人次，人均接待费85元: the only total of that name before it; else the only
    amount of the sentence before."""
    what = price_words(each)
    found = [
        other
        for other in paragraph.statements
        if what and other.end <= each.start and _is_total(other, each) and bare(other.label).endswith(what)
    ]
    if len({other.quantity.value for other in found}) == 1:
        yield found[-1]
    before = [other for other in paragraph.amounts if _is_total(other, each) and each.sentence - other.sentence == 1]
    if not found and len(before) == 1:
        yield before[0]


def _is_money(other: Statement, each: Statement) -> bool:
    """Whether it is of the kind that a price is of: 元 of 元/场, and 人元 as well; 名 where the price is so many 人."""
    money = each.quantity.unit.partition("/")[0]
    return other.quantity.unit.partition("/")[0] in (money, f"人{money}") or {other.quantity.unit, money} <= {*PEOPLE}


def _counts(
    each: Statement, unit: str, piece: Sequence[Statement], paragraph: Paragraph
) -> Iterator[tuple[Statement, ...]]:
    """The counts of a thing, the nearest first, with what they are for each of: 12期，每期100人."""
    found = [other for other in piece if _may_count(other, each) and (not unit or is_of(other, unit))]
    if not found and unit:
        near = [other for other in paragraph.statements if abs(other.sentence - each.sentence) <= 1]
        found = [other for other in near if other.exact and _may_count(other, each) and is_of(other, unit)]
    found.sort(key=lambda other: (other.start > each.start, abs(other.start - each.start)))
    for count in found[:_NEAREST]:
        yield (count, *_outer(count, each, piece))


def _outer(count: Statement, each: Statement, piece: Sequence[Statement]) -> list[Statement]:
    """What a count is for each of: 12期 of 每期100人, 300天 of 每天160份."""
    own = price_units(count) if count.role is Role.EACH else None
    found = [
        other
        for other in piece
        if own is not None and other is not count and _may_count(other, each)
        if any(is_of(other, thing) for thing in own.things)
        or any(other.quantity.unit in _TIMES.get(time, ()) for time in own.times)
    ]
    return found[-1:]


def _may_count(other: Statement, each: Statement) -> bool:
    quantity = other.quantity
    things = quantity.unit not in (*_NO_COUNT, each.quantity.unit) and not quantity.unit.startswith("元")
    things = things and quantity.value > 0
    own = (
        other is not each and things and other.role in (Role.AMOUNT, Role.EACH) and (each.planned or not other.planned)
    )
    return own and (other.period is Period.BEFORE) == (each.period is Period.BEFORE)


def _spans(each: Statement, unit: str, piece: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    if unit == "年":
        return [()]
    found = [other for other in piece if other.quantity.unit in _TIMES.get(unit, ()) and _may_count(other, each)]
    return [(other, *_outer(other, each, piece)) for other in found]


def _months(each: Statement, units: PriceUnits, paragraph: Paragraph) -> Decimal | None:
    """How many months there are where no figure says so: those that are named, else all of the year."""
    if "月" not in units.times:
        return None
    begin, end = paragraph.span(each.sentence)
    if any(begin <= other.start < end and other.quantity.unit in _TIMES["月"] for other in paragraph.statements):
        return None
    named = _SPAN.search(paragraph.text, begin, end)
    return Decimal(int(named["last"]) - int(named["first"]) + 1) if named else _YEAR
