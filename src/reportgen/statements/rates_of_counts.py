"""Rates that say to the piece what their part must be: 收集318份，……；录入334份，录入率88.68%, which is 282 of 318."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.labels import has_a_pair_of
from reportgen.statements.equations import RatioOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rate_neighbours import is_of_several, name_of
from reportgen.statements.statement import Role, Statement

_BEHIND = re.compile(r"，[^，。；：、\d]{1,10}")
_NARROW, _ROUGHLY, _LARGER = Decimal("0.1"), Decimal("0.25"), Decimal("1.3")


def of_a_count(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """The part that has a word of the rate's name, right before it, and the one whole near by of which the rate is a
    whole number of things, which is about as many."""
    part = paragraph.before(rate)
    found = name_of(rate, paragraph)
    if part is None or found is None or part not in near or not _BEHIND.fullmatch(paragraph.text, part.end, rate.start):
        return None
    name = found["name"].removesuffix("率")
    named = has_a_pair_of(name, part.label)
    counted = part.role is Role.AMOUNT and part.exact and part.quantity.unit != "元" and not part.quantity.decimals
    if not named or not counted or rate.quantity.decimals < 1 or is_of_several(rate):
        return None
    wholes = {each.quantity.value: each for each in near if _may_be_whole(each, part, rate)}
    return RatioOf(rate, part, next(iter(wholes.values())), Decimal(0)) if len(wholes) == 1 else None


def _may_be_whole(whole: Statement, part: Statement, rate: Statement) -> bool:
    """Whether a rate is a whole number of so many: to a tenth of one, or roughly where the part is more than all."""
    told, value = part.quantity.value, whole.quantity.value
    alike = whole is not part and whole.exact and same_things(whole.quantity, part.quantity)
    if not alike or whole.role is not part.role or not value:
        return False
    more = told > value and rate.quantity.value < 1
    share, room = value * rate.quantity.value, value * rate.quantity.half_place
    meant = share.to_integral_value()
    known = 2 * room <= (_NARROW if not more else _ROUGHLY) and abs(share - meant) <= room
    about = told <= value * _LARGER if more else meant <= told * _LARGER and told <= meant * _LARGER
    return known and about and meant not in (0, told)


def of_people_asked(rate: Statement, near: Sequence[Statement], paragraph: Paragraph) -> RatioOf | None:
    """1,058名学员人人发卷，收回1,031份，回收率97.45%: sheets of people, which makes the rate to the last digit."""
    if not rate.quantity.decimals:
        return None  # a rate of whole percents is made by many
    whole = [each for each in paragraph.statements if _is_counted(each) and abs(each.sentence - rate.sentence) <= 1]
    made = (
        RatioOf(rate, part, one, Decimal(0))
        for part in near
        for one in whole
        if one.quantity.unit != part.quantity.unit and _is_counted(part) and one.quantity.value > part.quantity.value
    )
    return next((each for each in made if _is_exact(each)), None)


def _is_exact(ratio: RatioOf) -> bool:
    return ratio.exact is not None and abs(ratio.exact - ratio.rate.quantity.value) <= ratio.rate.quantity.half_place


def _is_counted(each: Statement) -> bool:
    return each.role is Role.AMOUNT and each.exact and each.quantity.unit not in ("元", "分", "%", "", "天")
