"""One figure in two places, in one of them with a slip: 562.06万元 and 562.60万元, 156.40万元 and 156.90万元.

So many digits are not alike by chance; fewer must have a name in common. What other figures bear out is right.
"""

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from reportgen.statements.borne_out import Borne, bears_against
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.repeated_names import common, comparable, differ, kind_of, later, of_several
from reportgen.statements.slips import exchanged, one_other
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Origin, Role, Statement

_TELLING, _NAMED, _WORD, _OFTEN = 4, 4, 2, 2
BY_ITSELF = 5
"""So many digits are not alike, but for two that changed places, by chance."""


def slips(
    every: Sequence[Statement], by_value: dict[tuple[str, Decimal], list[Statement]], tied: Borne
) -> Iterator[Claim]:
    """562.06万元 and 562.60万元 of one thing: the same digits, two of them exchanged, or one of them another."""
    said: set[frozenset[Statement]] = set()
    several = of_several(every)
    for each in every:
        for other in _a_slip_away(each, by_value):
            pair = frozenset((each, other))
            if pair in said or bears_against(tied, each, other) or not comparable(each, other):
                continue
            alike = _alike(each, other, several) or _stands_alone(each, other, by_value)
            if alike:
                said.add(pair)
                right, wrong = _ordered(each, other, by_value, tied)
                yield differ(right, wrong, Proof.CERTAIN if alike >= _NAMED else Proof.LIKELY)


def _a_slip_away(each: Statement, by_value: dict[tuple[str, Decimal], list[Statement]]) -> Iterator[Statement]:
    """The figures, written with as many decimals, that a slip of the hand makes of this one."""
    rate = each.quantity.kind == "%" and each.quantity.decimals > 1
    if each.quantity.digits < _TELLING and not rate:
        return
    values = [*exchanged(each.quantity), *(one_other(each.quantity) if each.quantity.digits > _TELLING or rate else ())]
    for value in values:
        for other in by_value.get((kind_of(each), value), ()):
            if other.quantity.decimals == each.quantity.decimals:
                yield other


def _alike(each: Statement, other: Statement, several: Set[str]) -> int:
    """How many characters of their names say that two figures are of one thing; so many digits say it by themselves."""
    named_often = each.name == other.name and each.name in several
    shared = 0 if named_often else common(each, other)
    if Role.CHANGE in (each.role, other.role):
        return 0
    if each.quantity.kind == "%":
        in_text = each.origin is other.origin is Origin.PROSE and not _of_two_items(each, other)
        same_rate = in_text and each.name == other.name and len(each.name) > _WORD and not named_often
        return _WORD if same_rate else 0
    one_concept = each.concept == other.concept != ""
    one_thing = (one_concept or each.name == other.name != "") and not named_often
    if other.quantity.value in set(exchanged(each.quantity)):
        if written(each) >= BY_ITSELF and not named_often and not _of_two_stages(each, other):
            return _NAMED if one_concept and (each.name == other.name or shared >= _WORD) else _WORD
        return shared if shared >= _WORD else _WORD if one_thing and each.subject == other.subject else 0
    if written(each) > BY_ITSELF and one_concept and not named_often:
        return max(shared, _WORD)
    return shared if shared >= _NAMED and one_concept else 0


def _of_two_items(each: Statement, other: Statement) -> bool:
    """4.公路水毁修复……执行率70.20%; 5.智慧交通平台……执行率40.20%: each item of a list has its rate."""
    numbered = each.passage.number and other.passage.number and each.passage is not other.passage
    return bool(numbered) and each.subject != other.subject


def _stands_alone(each: Statement, other: Statement, by_value: dict[tuple[str, Decimal], list[Statement]]) -> int:
    """支出417.45万元 once, beside 477.45万元 of the same concept again and again; of six digits of whatever name."""
    often, once = (by_value[kind_of(one), one.quantity.value] for one in (other, each))
    prose = each.origin is Origin.PROSE and each.role is Role.AMOUNT and len(once) == 1 and not each.depth
    if not prose or written(each) < BY_ITSELF or _of_two_stages(each, other):
        return 0
    told = [one for one in often if one.role is each.role and comparable(one, each) and not _of_two_stages(each, one)]
    alike = [one for one in told if one.concept == each.concept != ""]
    long = min(written(each), written(other)) > BY_ITSELF
    return _WORD if len(alike) >= _OFTEN or (long and len(told) >= _OFTEN) else 0


def _of_two_stages(each: Statement, other: Statement) -> bool:
    """Whether one is a plan, or a budget, and the other what was spent or received: these may be alike."""
    if each.planned is not other.planned and Origin.CELL not in (each.origin, other.origin):
        return True
    stages = {stage_of(each.concept), stage_of(other.concept)} - {""}
    return len(stages) > 1


def written(each: Statement) -> int:
    """How many digits are written that no rounding to whole units made: of 515.60 five, of 1,260.00 three."""
    digits = "".join(map(str, each.quantity.number.as_tuple().digits))
    return len(digits if not digits.endswith("00") else digits.rstrip("0"))


def _ordered(
    each: Statement,
    other: Statement,
    by_value: dict[tuple[str, Decimal], list[Statement]],
    tied: Borne,
) -> tuple[Statement, Statement]:
    """The right one and the wrong one: what others bear out is right, then what stands more often, then the first."""
    if (each in tied) != (other in tied):
        return (each, other) if each in tied else (other, each)
    if bears_against(tied, other, each):
        return other, each
    first, second = (len(by_value[kind_of(one), one.quantity.value]) for one in (other, each))
    if first > second or (first == second and later(each, other)):
        return other, each
    return each, other
