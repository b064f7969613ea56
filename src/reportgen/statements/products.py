"""Products and averages: 18场，每场补助0.36万元，共支出6.48万元; 80人8个月，每人每月2000元; 人均结案257.4件."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.units import by_characters, known
from reportgen.record import Struct
from reportgen.statements.attendance import PEOPLE
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.formulas import formulas
from reportgen.statements.interest import interest
from reportgen.statements.member_slips import is_misscaled
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.price_units import is_price, its_own_count
from reportgen.statements.product_counts import counts_it, is_listed, is_of, same_unit
from reportgen.statements.product_reach import in_reach, made_of
from reportgen.statements.product_totals import at_several_prices, is_capped, is_set, is_settled, may_be_meant
from reportgen.statements.products_added import products_added
from reportgen.statements.products_by_unit import by_units, meant
from reportgen.statements.products_in_order import in_order
from reportgen.statements.products_judged import relation_of, wrong_product, wrong_total
from reportgen.statements.slips import is_other_scale, is_scaled
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.workings_beside import workings_beside

_UNITS = by_characters(known())
_PER = re.compile(
    rf"(?:平均)?每(?:个|一)?(?P<unit>{_UNITS}|[^\W\d_]{{1,4}}?)"
    r"(?:补助|投入|支出|造价|核定|核算|按|费用|需|金额|标准|为|发放|资助|奖励|印制|检测)*"
    r"[^，。；、\d]{0,4}$"  # 每场补助
    rf"|(?P<each>{either(lists('counting')['均的单位'])})均[^，。；、\d]{{0,8}}$"  # 人均结案
    rf"|单(?P<single>{either(lists('counting')['单价的单位'])}|车)[^，。；、\d]{{0,4}}$"  # 单车, 单场
    rf"|(?:^|平均|[，。；、])一(?:个(?={_UNITS}))?(?P<one>{_UNITS})(?:平均|成本|花费?|费用|补助|约|要|需|为)*$"  # 一场
    r"|(?P<price>单价|综合单价|均价|单位成本|标准(?!每)|单次费用)[^，。；、\d]{0,4}$"  # 单价
)
_ADDED_UP = re.compile(r"(?:，批均\d+元)?[，,][^，。；、\d]{0,6}(?:[共合总]计|共|计|结算)[^，。；、\d]{0,6}")
_TELLS = re.compile(r"共|计|用款|开支|花费|用去|金额|合计|需|支出|资金|投入|费用|补助|安排|发放|经费|[（(]$")
_TWICE = re.compile(r"(?:每[^\W\d_]{1,3}|人均)每(?!年)")
"""每人每天: one of the two counts is not stated."""
_EXTREME = re.compile("最[多少高低大小长短快慢远近]")
_REACH, _FEW = 1, 2


def products(paragraph: Paragraph) -> Iterator[Claim]:
    """Every figure of each with the counts and the total that it makes; wrong where the words say which are meant."""
    for each in paragraph.statements:
        per = _PER.search(paragraph.text, max(0, each.start - 16), each.start)
        if (per or is_price(each)) and each.exact and each.quantity.kind != "%" and each.quantity.value > 0:
            own = its_own_count(each, paragraph)
            made = _product(each, _unit(each, per), paragraph)
            yield from (claim for claim in made if claim.holds or own is None or own in claim.members)
    yield from products_added(paragraph)
    yield from interest(paragraph)
    yield from formulas(paragraph)
    yield from workings_beside(paragraph)


def _unit(each: Statement, per: re.Match[str] | None) -> str:
    """For each of what it is: 场 of 每场, 公里 of 万元/公里; empty for 单价."""
    if "/" in each.quantity.unit:
        return each.quantity.unit.partition("/")[2]
    single = "辆" if per and per["single"] == "车" else per and per["single"]
    return (per and (per["unit"] or per["each"] or per["one"] or single)) or ""


def _near(each: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures near by that a product may be made of."""
    return [
        other
        for other in paragraph.statements
        if other is not each
        and (other.role in (Role.AMOUNT, Role.EACH) or (each.role is Role.CHANGE and other.role is Role.CHANGE))
        and other.exact
        and (other.period is Period.BEFORE) == (each.period is Period.BEFORE)
        and abs(other.sentence - each.sentence) <= _REACH
        and other.quantity.value > 0
    ]


def _product(each: Statement, unit: str, paragraph: Paragraph) -> Iterator[Claim]:
    near = _near(each, paragraph)
    money = each.quantity.unit.split("/")[0]
    totals = [other for other in near if other.quantity.unit == money and not _EXTREME.search(other.label)]
    totals = [other for other in totals if other.quantity.value > each.quantity.value]
    counts = [
        other
        for other in near
        if other.quantity.unit not in ("", "倍", money)
        and other.quantity.kind != "%"
        and not (other.role is Role.EACH and other.quantity.decimals)  # 每亩0.42立方米: no count
    ]
    if each.quantity.unit in PEOPLE:  # 一期30人 is no amount by the month
        counts = [other for other in counts if other.quantity.unit not in ("个月", "月")]
    people = [other for other in near if {other.quantity.unit, money} <= {*PEOPLE} and other not in totals]
    right = next(
        (made for made in made_of(each, [*totals, *people], counts) if made.is_right and _counts(made, unit)), None
    )
    ways = [] if right else by_units(each, paragraph)
    right = right or next((made for made in ways if made.is_right), None)
    reach = list(made_of(each, in_reach(totals, each, paragraph), in_reach(counts, each, paragraph)))
    if right:
        yield Claim(relation_of(right), right, True)
        yield from _told_again(each, right, reach, paragraph)
        return
    asked = meant(ways, paragraph)
    if asked and not is_capped(each) and (asked.scale > 1 or len(asked.counts) > 1 or is_set(each, paragraph)):
        yield wrong_product(asked, Proof.LIKELY)
    elif not is_set(each, paragraph):  # 控制标准每座95万元: what it may cost, and not what it did
        yield from _that_fits_not(each, unit, _Found(near, totals, counts, reach, asked), paragraph)


class _Found(Struct, frozen=True):
    """What there is to a figure for each: the figures near by, the totals and counts among them, and products."""

    near: Sequence[Statement]
    totals: Sequence[Statement]
    counts: Sequence[Statement]
    reach: Sequence[ProductOf]
    """All that those of the same part of the sentence make."""
    asked: ProductOf | None
    """The one that its units ask for and a slip explains."""


def _is_beyond(made: ProductOf) -> bool:
    """人均143人次；有效58人，有效率86.6%（参训67人）: a count in a bracket is of what stands before it."""
    return any(each.depth > made.each.depth and each.sentence == made.each.sentence for each in made.counts)


def _that_fits_not(each: Statement, unit: str, found: _Found, paragraph: Paragraph) -> Iterator[Claim]:
    """A figure for each that no count and total near by bear out."""
    counts, asked = found.counts, None if found.asked and _is_beyond(found.asked) else found.asked
    own = [made for made in found.reach if len(made.counts) == 1 and may_be_meant(made) and not _is_beyond(made)]
    own = [made for made in own if counts_it(made, unit) and not _TWICE.search(each.label)]
    if _is_made_farther(each, found.totals, unit, paragraph):
        return
    if scaled := _scaled(each, found.near, counts):
        yield scaled
        return
    if enlarged := _enlarged(each, found.near, counts, unit, paragraph):
        yield Claim(relation_of(enlarged), enlarged, False, Proof.CERTAIN, each, _("单位写错"), ())
        return
    own = [made for made in own if not at_several_prices(each, made.total, paragraph)]
    wrong, ordered = _of_own(own, unit, paragraph), in_order(each, unit, paragraph)
    if asked and (wrong is None or asked.members[1] not in wrong.members):
        yield wrong_product(asked, Proof.LIKELY)
    elif ordered and (wrong is None or len(ordered.counts) > len(wrong.members[1:-1])):
        yield wrong_product(ordered, Proof.LIKELY)
    elif wrong:
        yield wrong
    elif unit:
        alone = [total for total in found.totals if not at_several_prices(each, total, paragraph)]
        away = _farther(each, alone, in_reach(counts, each, paragraph), unit)
        yield from (wrong_product(made, Proof.LIKELY) for made in away if not is_settled(made, paragraph))


def _is_made_farther(each: Statement, totals: Sequence[Statement], unit: str, paragraph: Paragraph) -> bool:
    """计划抽检1,800批次，实际1,860批次。……检出合格1,823批次。每批次1,900元，合计353.40万元: of a count farther away."""
    counts = [other for other in paragraph.amounts if other.exact and other.sentence != each.sentence]
    counts = [other for other in counts if unit and other.quantity.unit.startswith(unit)]
    return any(ProductOf(total, (count,), each).holds for total in totals for count in counts)


def _of_own(own: Sequence[ProductOf], unit: str, paragraph: Paragraph) -> Claim | None:
    """Nothing fits: what a slip mends, else what the words say is meant."""
    own = [made for made in own if not is_settled(made, paragraph)]
    slip = next((made for made in own if any(is_misscaled(member, made) for member in made.members)), None)
    if slip is not None:
        return wrong_product(slip, Proof.CERTAIN)
    chosen = _nearest(own, unit, paragraph)
    return wrong_product(chosen, _proof(chosen, unit)) if chosen else None


def _proof(made: ProductOf, unit: str) -> Proof:
    """120个村，每村2场: of what is no money each of them may have had more."""
    sure = unit and (made.each.quantity.kind == "元" or same_unit(made.counts[0].quantity.unit, unit))
    return Proof.CERTAIN if sure else Proof.LIKELY


def _scaled(each: Statement, near: Sequence[Statement], counts: Sequence[Statement]) -> Claim | None:
    """1,520个，每个800元，支出1,216,000万元: exactly the product, but for 万; no accident."""
    money = each.quantity.unit.split("/")[0]
    totals = [other for other in near if other.quantity.unit == money and other.role is Role.AMOUNT]
    for made in made_of(each, totals, counts):
        value = made.counted * each.quantity.value
        if is_scaled(made.total.quantity, value) and value.normalize().adjusted() > 1:
            return Claim(relation_of(made), made, False, Proof.CERTAIN, made.total, _("单位写错"), ())
        count = made.total.quantity.value / each.quantity.value
        first = made.counts[0]
        if len(made.counts) == 1 and first.quantity.digits > _FEW and is_scaled(first.quantity, count):
            return Claim(relation_of(made), made, False, Proof.CERTAIN, first, _("单位写错"), ())
    return None


def _enlarged(
    each: Statement, near: Sequence[Statement], counts: Sequence[Statement], unit: str, paragraph: Paragraph
) -> ProductOf | None:
    """7台，单价2.62亿元，支出18.34万元: more than the total, which another unit would put right."""
    money = each.quantity.unit.split("/")[0]
    smaller = [other for other in near if other.quantity.unit == money and other.quantity.value < each.quantity.value]
    made = [way for way in made_of(each, smaller, in_reach(counts, each, paragraph)) if len(way.counts) == 1]
    made = [way for way in made if counts_it(way, unit) and way.each.quantity.scale]
    return next((way for way in made if (due := way.due(each)) and is_other_scale(each.quantity, due)), None)


def _told_again(each: Statement, right: ProductOf, reach: Sequence[ProductOf], paragraph: Paragraph) -> Iterator[Claim]:
    """公务接待费1.86万元。接待142人次，人均130.99元，合计18,600元: the total right behind must fit as well."""
    for made in reach:
        between = paragraph.text[each.end : made.total.start]
        if made.counts == right.counts and made.total.start > each.end and _ADDED_UP.fullmatch(between):
            if not made.is_right and not at_several_prices(each, made.total, paragraph):
                yield wrong_total(made, right.total)
            elif made.total is not right.total:
                yield Claim(relation_of(made), made, True)


def _comes_near(made: ProductOf) -> bool:
    """Whether a total is as large as the product, by half."""
    product = made.counted * made.each.quantity.value
    return product * 2 <= made.total.quantity.value * 3 <= product * 5


def _farther(each: Statement, totals: Sequence[Statement], counts: Sequence[Statement], unit: str) -> list[ProductOf]:
    """The total stands a sentence away: meant where it is the only one that comes near."""
    own = [made for made in made_of(each, totals, counts) if len(made.counts) == 1 and counts_it(made, unit)]
    own = [made for made in own if may_be_meant(made)]
    near = [made for made in own if _comes_near(made)]
    return near if len(near) == 1 else []


def _counts(made: ProductOf, unit: str) -> bool:
    """Whether one of two counts is of what the price is for: 286万只 × 96场 × 户均12元 is no product."""
    return len(made.counts) == 1 or not unit or any(is_of(count, unit) for count in made.counts)


def _nearest(own: Sequence[ProductOf], unit: str, paragraph: Paragraph) -> ProductOf | None:
    """The one product that is meant: the nearest count, and the one total that the words call so."""
    if not own:
        return None
    each = own[0].each
    own = [made for made in own if not is_listed(made.counts[0], own)] or list(own)
    count = min(
        (made.counts[0] for made in own), key=lambda count: (count.start > each.start, abs(count.start - each.start))
    )
    fitting = [made for made in own if made.counts[0] is count]
    told = [made for made in fitting if _TELLS.search(paragraph.text, max(0, made.total.start - 8), made.total.start)]
    after = [made for made in told if made.total.start > each.start] or told or fitting
    product = own[0].each.quantity.value * count.quantity.value
    chosen = min(after, key=lambda made: abs(made.total.start - each.start))
    if not told:
        chosen = min(fitting, key=lambda made: abs(made.total.quantity.value - product))
    near = product / 3 <= chosen.total.quantity.value <= product * 3
    only = len(fitting) == 1
    return chosen if near or (only and unit) else None
