"""One figure stated in several places: equal where it is the same thing, and the slips by which one of them is off."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Bound
from reportgen.statements.borne_out import Borne
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.names import bare
from reportgen.statements.repeated_names import GENERAL, common, comparable, differ, kind_of
from reportgen.statements.repeated_slips import BY_ITSELF, slips, written
from reportgen.statements.scales import scales
from reportgen.statements.slips import is_exchange, other_digit
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Origin, Period, Role, Statement

_TELLING, _PAIR, _WORD, _LONG = 4, 2, 2, 5
STATED = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)
"""Figures that are meant to the last place, as they are or as targets."""
_AT_THE_END = re.compile("年初|年末|期初|期末")


def repeats(statements: Sequence[Statement], tied: Borne) -> Iterator[Claim]:
    """What is stated again with the same figure, or with a slip in it; `tied` are figures that follow from others."""
    every = [each for each in statements if each.quantity.bound in STATED and each.quantity.number > 0]
    by_value: dict[tuple[str, Decimal], list[Statement]] = defaultdict(list)
    for each in every:
        by_value[kind_of(each), each.quantity.value].append(each)
    yield from _equal(by_value)
    alone = [each for each in every if each.origin is not Origin.FIELD]
    yield from slips(alone, by_value, tied)
    yield from scales(alone, _of_one_thing, tied.keys())
    yield from _named_alike(alone)
    yield from _told_often(alone, tied.keys())


def _of_one_thing(first: Statement, second: Statement) -> bool:
    """Whether two amounts of the same digits are one, by their names or by how many digits they have."""
    telling = min(written(first), written(second)) >= BY_ITSELF
    stage = stage_of(first.concept) == stage_of(second.concept) != ""  # 年初预算2,186.00万元 and 预算2,186.00亿元
    apart = all(GENERAL.sub("", bare(each.label)) for each in (first, second))  # 展厅运行经费支出, 科普活动经费支出
    return comparable(first, second) and (telling or (stage and not apart) or common(first, second) >= _WORD)


def _equal(by_value: dict[tuple[str, Decimal], list[Statement]]) -> Iterator[Claim]:
    for group in by_value.values():
        firsts = group[:12]
        for at, each in enumerate(firsts[1:], 1):
            other = next((before for before in firsts[:at] if _one_thing(before, each)), None)
            if other is not None:
                yield Claim("same", Same(other, each), True)


def _one_thing(first: Statement, second: Statement) -> bool:
    """Whether two equal figures are one and no accident: many digits, or names that share a word."""
    if first.passage is second.passage and first.origin is Origin.PROSE:
        return False
    return first.quantity.digits >= _TELLING or common(first, second) >= 2


def _named_alike(every: Sequence[Statement]) -> Iterator[Claim]:
    """The same long name, of this year and not planned, with two figures in running text, or one that a table has."""
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for each in every:
        if (
            each.exact
            and each.origin is Origin.PROSE
            and each.role is Role.AMOUNT
            and not each.depth
            and each.period is Period.NOW
            and not each.planned
            and each.quantity.unit != "分"  # of several projects each has its score
            and each.quantity.digits > _PAIR
            and (each.concept or len(bare(each.label)) >= _WORD)  # 三项合计5,939.25万元: its name is what it is part of
            and (_tells(each) or (each.concept and len(each.quantity.number.as_tuple().digits) > _TELLING))
        ):
            end = _AT_THE_END.search(each.label)
            groups[each.name, each.concept, kind_of(each), end[0] if end else ""].append(each)
    for group in groups.values():
        values = list(dict.fromkeys(each.quantity.value for each in group))
        if len(values) != 2:
            continue
        often = [sum(each.quantity.value == value for each in group) for value in values]
        odd = values[0] if often[0] < often[1] else values[1]
        wrong = next(each for each in group if each.quantity.value == odd)
        right = next(each for each in group if each.quantity.value != odd)
        near = min(values) * 2 > max(values) if _tells(right) else other_digit(wrong.quantity, right.quantity.value)
        if near and wrong.passage is not right.passage and not Same(right, wrong).holds:
            yield differ(right, wrong, Proof.LIKELY)


def _told_often(every: Sequence[Statement], tied: Set[Statement]) -> Iterator[Claim]:
    """结案612件 at the end of a paper that has told of 结案912件 twice and more: one digit is another."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in every:
        name = GENERAL.sub("", bare(each.label if each.origin is Origin.PROSE else each.row))
        plain = each.role is Role.AMOUNT and each.exact and each.period is Period.NOW and not each.planned
        if plain and len(name) >= _WORD and each.quantity.digits > _PAIR and each.quantity.unit not in ("分", "元"):
            groups[name, kind_of(each)].append(each)
    for group in groups.values():
        counted = Counter(each.quantity.value for each in group)
        (most, times), *others = counted.most_common()
        if len(others) != 1 or others[0][1] > 1 or times < _PAIR:
            continue
        wrong = next(each for each in group if each.quantity.value != most)
        right = next(each for each in group if each.quantity.value == most)
        slipped = other_digit(wrong.quantity, most) or is_exchange(wrong.quantity, right.quantity.interval)
        if slipped and wrong not in tied and wrong.origin is Origin.PROSE and comparable(right, wrong):
            yield differ(right, wrong, Proof.LIKELY)


def _tells(each: Statement) -> bool:
    """Whether the name says what the figure is: more than general words, and not the heading above it."""
    name = each.name.removeprefix(each.passage.section)
    return len(name) >= _LONG and len(GENERAL.sub("", name)) >= _WORD
