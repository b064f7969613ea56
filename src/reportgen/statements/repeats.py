"""One figure stated in several places: equal where it is the same thing, and the slips by which one of them is off."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal

from reportgen.language import _
from reportgen.model.quantity import Bound
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.scales import scales
from reportgen.statements.slips import digits as significant
from reportgen.statements.slips import exchanged, one_other, other_digit
from reportgen.statements.statement import Origin, Period, Role, Statement

_TELLING, _NAMED, _PAIR, _WORD, _LONG = 4, 4, 2, 2, 5
_BY_ITSELF = 5
"""So many digits are not alike, but for two that changed places, by chance."""
STATED = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)
"""Figures that are meant to the last place, as they are or as targets."""
STAGES = {"年初预算": "预算", "全年预算": "预算", "预算": "预算", "决算": "决算", "收入": "收入"}
"""Budgets of any kind, what was spent, what was received."""
_ALIKE = ("元", "人", "")
_AT_THE_END = re.compile("年初|年末|期初|期末")
_GENERAL = re.compile(
    r"支出|收入|预算|决算|资金|经费|合计|总计|项目|年度|金额|情况|本年|全年|当年|年末|实际|其中|数量|指标|完成"
)


def repeats(statements: Sequence[Statement], tied: Set[Statement]) -> Iterator[Claim]:
    """What is stated again with the same figure, and what is stated again with a slip in it; `tied` follow from others."""
    every = [each for each in statements if each.quantity.bound in STATED and each.quantity.number > 0]
    by_value: dict[tuple[str, Decimal], list[Statement]] = defaultdict(list)
    for each in every:
        by_value[_kind(each), each.quantity.value].append(each)
    yield from _equal(by_value)
    alone = [each for each in every if each.origin is not Origin.FIELD]
    yield from _slips(alone, by_value, tied)
    yield from scales(alone, _of_one_thing)
    yield from _named_alike(alone)


def _kind(each: Statement) -> str:
    """What may be one figure: people by any classifier, a bare number of a table by itself."""
    unit = each.quantity.kind
    return {"名": "人", "位": "人", "场次": "场"}.get(unit, unit)


def digits(each: Statement) -> int:
    """How many digits a figure is written with, without zeros before and behind."""
    return significant(each.quantity)


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
    return digits(first) >= _TELLING or common(first, second) >= 2


def names(each: Statement) -> str:
    """All words that say what a figure is; the heading above it is shared by everything that stands below it."""
    subject = each.subject if each.subject != each.passage.section else ""
    name = each.name.removeprefix(each.passage.section)
    return "\n".join(filter(None, (name, each.row, each.column, subject, each.label)))


def common(first: Statement, second: Statement) -> int:
    """How many characters the longest word has that the names of two figures share, general words left out."""
    one, other = (_GENERAL.sub("\n", names(each)) for each in (first, second))
    return _longest(one, other)


def _longest(one: str, other: str) -> int:
    best = 0
    for piece in filter(None, one.split("\n")):
        for start in range(len(piece)):
            while start + best < len(piece) and piece[start : start + best + 1] in other:
                best += 1
    return best


def _slips(
    every: Sequence[Statement], by_value: dict[tuple[str, Decimal], list[Statement]], tied: Set[Statement]
) -> Iterator[Claim]:
    """562.06万元 and 562.60万元 of one thing: the same digits, two of them exchanged, or one of them another."""
    said: set[frozenset[Statement]] = set()
    several = _of_several(every)
    for each in every:
        for other in _a_slip_away(each, by_value) if each not in tied else ():
            pair = frozenset((each, other))
            if pair in said or not _comparable(each, other) or {each, other} <= tied:
                continue
            alike = _alike(each, other, several)
            if alike:
                said.add(pair)
                right, wrong = _ordered(each, other, by_value, tied)
                yield differ(right, wrong, Proof.CERTAIN if alike >= _NAMED else Proof.LIKELY)


def _a_slip_away(each: Statement, by_value: dict[tuple[str, Decimal], list[Statement]]) -> Iterator[Statement]:
    """The figures, written with as many decimals, that a slip of the hand makes of this one."""
    rate = each.quantity.kind == "%" and each.quantity.decimals > 1
    if digits(each) < _TELLING and not rate:
        return
    values = [*exchanged(each.quantity), *(one_other(each.quantity) if digits(each) > _TELLING or rate else ())]
    for value in values:
        for other in by_value.get((_kind(each), value), ()):
            if other.quantity.decimals == each.quantity.decimals:
                yield other


def _alike(each: Statement, other: Statement, several: Set[str]) -> int:
    """How many characters of their names say that two figures are of one thing; so many digits say it by themselves."""
    named_often = each.name == other.name and each.name in several
    shared = 0 if named_often else common(each, other)
    if Role.CHANGE in (each.role, other.role):
        return 0
    if each.quantity.kind == "%":
        in_text = each.origin is other.origin is Origin.PROSE
        same_rate = in_text and each.name == other.name and len(each.name) > _WORD and not named_often
        return _WORD if same_rate else 0
    one_concept = each.concept == other.concept != ""
    one_thing = (one_concept or each.name == other.name != "") and not named_often
    if other.quantity.value in set(exchanged(each.quantity)):
        if _written(each) >= _BY_ITSELF and not named_often and not _of_two_stages(each, other):
            return _NAMED if one_concept else _WORD
        return shared if shared >= _WORD else _WORD if one_thing and each.subject == other.subject else 0
    if _written(each) > _BY_ITSELF and one_concept and not named_often:
        return max(shared, _WORD)
    return shared if shared >= _NAMED and one_concept else 0


def _of_two_stages(each: Statement, other: Statement) -> bool:
    """Whether one is a plan, or a budget, and the other what was spent or received: these may be alike."""
    if each.planned is not other.planned and Origin.CELL not in (each.origin, other.origin):
        return True
    stages = {STAGES.get(each.concept, ""), STAGES.get(other.concept, "")} - {""}
    return len(stages) > 1


def _written(each: Statement) -> int:
    """How many digits are written that no rounding to whole units made: of 515.60 five, of 1,260.00 three."""
    digits = "".join(map(str, each.quantity.number.as_tuple().digits))
    return len(digits if not digits.endswith("00") else digits.rstrip("0"))


def _ordered(
    each: Statement,
    other: Statement,
    by_value: dict[tuple[str, Decimal], list[Statement]],
    tied: Set[Statement],
) -> tuple[Statement, Statement]:
    """The right one and the wrong one: what others bear out is right, then what is stated more often, then the first."""
    if (each in tied) != (other in tied):
        return (each, other) if each in tied else (other, each)
    first, second = (len(by_value[_kind(one), one.quantity.value]) for one in (other, each))
    if first > second or (first == second and _later(each, other)):
        return other, each
    return each, other


def _of_one_thing(first: Statement, second: Statement) -> bool:
    """Whether two amounts of the same digits are one, by their names or by how many digits they have."""
    telling = min(_written(first), _written(second)) >= _BY_ITSELF
    return _comparable(first, second) and (telling or common(first, second) >= _WORD)


def _of_several(every: Sequence[Statement]) -> set[str]:
    """The names with three and more figures in running text: they say of each of several things what it has."""
    values: dict[str, set[Decimal]] = defaultdict(set)
    for each in every:
        if each.origin is Origin.PROSE and each.role is Role.AMOUNT:
            values[each.name].add(each.quantity.value)
    return {name for name, found in values.items() if len(found) > _PAIR}


def _comparable(first: Statement, second: Statement) -> bool:
    apart = first.passage is second.passage and (first.sentence == second.sentence or first.name != second.name)
    cells = first.origin is second.origin is Origin.CELL
    if cells and (first.row != second.row or not first.row):
        return False
    before = (first.period is Period.BEFORE) != (second.period is Period.BEFORE)
    times = before and Origin.CELL not in (first.origin, second.origin)
    roles = first.role is not second.role and {first.role, second.role} & {Role.CHANGE}
    return not apart and not times and not roles


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
            and digits(each) > _PAIR
            and (_tells(each) or (each.concept and len(each.quantity.number.as_tuple().digits) > _TELLING))
        ):
            end = _AT_THE_END.search(each.label)
            groups[each.name, each.concept, _kind(each), end[0] if end else ""].append(each)
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


def _later(each: Statement, other: Statement) -> bool:
    """Whether it stands behind the other; what a table says is right."""
    if Origin.CELL in (each.origin, other.origin) and each.origin is not other.origin:
        return other.origin is Origin.CELL
    return (each.block, each.start) > (other.block, other.start)


def _tells(each: Statement) -> bool:
    """Whether the name says what the figure is: more than general words, and not the heading above it."""
    name = each.name.removeprefix(each.passage.section)
    return len(name) >= _LONG and len(_GENERAL.sub("", name)) >= _WORD


def differ(first: Statement, second: Statement, proof: Proof, relation: str = "same") -> Claim:
    """The finding about the second of two figures of one thing, with the words of the first."""
    where = _where(first)
    note = _(
        "{where}写的是 {figure}（{name}）", where=where, figure=first.text, name=first.row or first.label or first.name
    )
    label = _("这里写的是 {typed}", typed=second.text)
    return Claim(relation, Same(first, second), False, proof, second, label, (note,))


def _where(each: Statement) -> str:
    if each.origin is Origin.CELL:
        return _("表格中")
    section = each.passage.section.rstrip("：:；。")
    return _("「{section}」中", section=section) if section else _("另一处")


def every_cell(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that stand in tables."""
    return [each for each in statements if each.origin is Origin.CELL]
