"""Counts, a figure for each and the total one behind the other: 12期，每期100人、人均180元，计21.60万元.

Where figures stand so, no name is needed to know that they are meant together; one slip must be able to explain it.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.statements.attendance import PEOPLE
from reportgen.statements.equations import ProductOf
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.product_counts import same_unit
from reportgen.statements.product_totals import at_several_prices, is_settled
from reportgen.statements.slips import is_about, is_slip_away
from reportgen.statements.statement import Period, Role, Statement

_TO_EACH = re.compile(r"[^，。；、\d（）]{0,10}[，、（]?[^，。；、\d]{0,10}")
_TO_COUNT = re.compile(r"[^，。；、\d（）]{0,10}[，、][^，。；、\d]{0,8}")
_PRICED_TWICE = re.compile("预算|计划|目标|标准|原|上年|其中|平均每[^，]{1,2}每")
_ANY = ("项", "类", "种", "部分", "方面")
"""What is told of, and no count that is multiplied: 两项合计."""


def in_order(each: Statement, unit: str, paragraph: Paragraph) -> ProductOf | None:
    """The product of the figures right before a figure for each that misses the total right behind it by a slip."""
    figures = [one for one in paragraph.statements if one.sentence == each.sentence and one.quantity.unit != "%"]
    at = figures.index(each)
    total = figures[at + 1] if at + 1 < len(figures) else None
    if total is None or not _is_total(total, each, paragraph) or _PRICED_TWICE.search(each.label):
        return None
    if at_several_prices(each, total, paragraph):
        return None
    before = [one for one in figures[:at] if not one.planned or each.planned]  # 126场，年度目标150场，场均85人
    ways = [*_counts_before(before, each, paragraph)] or [*_counts_of_the_sentence_before(each, unit, paragraph)]
    made = [ProductOf(total, way, each) for way in ways]
    if any(one.is_right for one in made):
        return None
    return next((one for one in reversed(made) if _is_meant(one) and not is_settled(one, paragraph)), None)


def _is_total(total: Statement, each: Statement, paragraph: Paragraph) -> bool:
    money = each.quantity.unit.split("/")[0]
    people = {total.quantity.unit, money} <= {*PEOPLE}
    same = (
        (people or total.quantity.unit == money == "元")
        and total.role is Role.AMOUNT
        and total.exact
        and total.depth == each.depth
    )
    led = paragraph.lexicon.pattern("each to total", _to_total).fullmatch(paragraph.text, each.end, total.start)
    return same and bool(led)


def _to_total(lexicon: Lexicon) -> str:
    taking_part = alternation((*lexicon.lists["参加"], "参训", "受众"))
    return (
        r"[^，。；、\d（）]{0,8}[，、][^，。；、\d]{0,6}?"
        r"(?:共|计|合|支出|需|用|花|发|补|费|额|款|投入|付"  # 人均180元，计21.60万元
        rf"|{taking_part})"  # 每期100人，参训1200人
        r"[^，。；、\d]{0,4}"
    )


def _counts_before(
    before: Sequence[Statement], each: Statement, paragraph: Paragraph
) -> Iterator[tuple[Statement, ...]]:
    """The count right before it, and that together with the one before: 12期，每期100人."""
    last = before[-1] if before else None
    if last is None or not _is_count(last, each) or not _TO_EACH.fullmatch(paragraph.text, last.end, each.start):
        return
    yield (last,)
    first = before[-2] if len(before) > 1 else None
    counted = first is not None and _is_count(first, each) and first.quantity.unit != last.quantity.unit
    if first is not None and counted and _TO_COUNT.fullmatch(paragraph.text, first.end, last.start):
        yield (first, last)


def _is_count(one: Statement, each: Statement) -> bool:
    things = one.quantity.unit not in ("", *_ANY) and not one.quantity.unit.startswith(each.quantity.unit.split("/")[0])
    return one.exact and things and one.period is not Period.BEFORE and one.role in (Role.AMOUNT, Role.EACH)


def _counts_of_the_sentence_before(each: Statement, unit: str, paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """办赛18场，完成45.00%。平均每场2.90万元，共支出52.20万元: the one count of such a unit in the sentence before."""
    found = [
        one
        for one in paragraph.amounts
        if unit
        and each.sentence - one.sentence <= 1
        and one.end <= each.start
        and (each.planned or not one.planned)
        and same_unit(one.quantity.unit, unit)
    ]
    if len(found) == 1 and _is_count(found[0], each):
        yield (found[0],)


def _is_meant(made: ProductOf) -> bool:
    dues = [(member.quantity, due) for member in made.members if (due := made.due(member))]
    return any(is_slip_away(*each) for each in dues if each[0].digits > 1) or is_about(dues[0][0], dues[0][1])
