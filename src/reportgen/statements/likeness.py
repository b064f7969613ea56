"""How much says that two figures of one kind are one: their names, their digits, and what else the two places tell."""

from collections.abc import Sequence
from itertools import product

from reportgen.lexicon.lists import lists
from reportgen.statements.one_thing import actions, chosen, is_taken_up, of_some
from reportgen.statements.repeated_names import kind_of
from reportgen.statements.repeated_slips import written
from reportgen.statements.slips import exchanged, is_close, is_slip_of
from reportgen.statements.statement import Origin, Role, Statement
from reportgen.statements.things import is_of_a_form, stage, things_of
from reportgen.statements.told_figures import MANY, Told, kind_told

_BONUS, _UNTOLD = 3, 6
_FEWEST, _NAME, _ENOUGH, _TELLING = 2, 4, 7, 4
_OF_ANY = ("元", "%", "人", "人次", "天", "次", "年", "月", "个月", "小时", "场")
"""Units of so many things that they tell nothing."""


def tells_enough(each: Statement, meant: Sequence[Statement], length: int, told: Told) -> bool:
    """Whether it is said that a figure is the one that is `meant`; so many characters of their names are alike."""
    return _score(each, meant, length, told) >= _enough(each, meant[0])


def _score(each: Statement, meant: Sequence[Statement], length: int, told: Told) -> int:
    score = length + min(max(each.quantity.digits, written(each)), _TELLING) - _FEWEST
    score += 1 if len(meant) > 1 or meant[0] in told.tied else 0
    score += _retold(each, meant[0], told)
    score += _names_alike(each, meant[0], told)
    score += 2 if is_of_a_form(each) and (meant[0] in told.tied or {*things_of(each)} & {*things_of(meant[0])}) else 0
    alone = is_special(each) and len({one.quantity.value for one in told.kinds[kind_told(each)][:MANY]}) == _FEWEST
    score += (_FEWEST + 1 if _most_retold(each, meant[0], told)[0] > _FEWEST else 1) if alone else 0
    deeds = [actions(one) for one in (each, meant[0])]
    score += 2 if is_taken_up(each) is not is_taken_up(meant[0]) else 0
    score += _UNTOLD if _takes_up_what_is_untold(each, meant[0], told) else 0
    score += _BONUS if _are_only_ones(each, meant[0], told) else 0
    score -= 2 if all(deeds) and not deeds[0] & deeds[1] else 0
    if meant[0].quantity.value in exchanged(each.quantity):
        return score + (2 if each.role is Role.RATE else 1)  # 准点率97.30% and 准点率97.03%
    return score if is_a_slip(each, meant[0]) else score - (2 if each.quantity.digits >= _TELLING else 3)


def _names_alike(each: Statement, one: Statement, told: Told) -> int:
    """How much it tells that both go by one name: 年末未结61件 in both places, or 10个窗口 and 接待大厅设窗口11个."""
    alike = each.label == one.label and each.passage is not one.passage and each.role is Role.AMOUNT
    if alike and len(each.label) >= _NAME and one in told.tied and _most_retold(each, one, told)[0]:
        return _BONUS + 1
    names = {*things_of(each)} & {*things_of(one)}
    if names:
        return 2 if each.role is Role.RATE or any(len(name) >= _NAME for name in names) else 1
    pairs = product(things_of(each), things_of(one)) if each.role is Role.AMOUNT else ()
    return 1 if any(first.endswith(second) or second.endswith(first) for first, second in pairs) else 0


def _takes_up_what_is_untold(each: Statement, one: Statement, told: Told) -> bool:
    """Whether one of two takes up a number that nobody tells, and no narrower one: 248份有效问卷中 of 260份."""
    pairs = ((each, one), (one, each))
    return any(told.is_untold(first) and chosen(first) <= chosen(second) for first, second in pairs)


def _are_only_ones(each: Statement, one: Statement, told: Told) -> bool:
    """1,584人 and 1,742名学生: of the thing there are two numbers only, and one of them takes up the other."""
    if is_taken_up(each) is is_taken_up(one) or of_some(each) or of_some(one) or chosen(each) != chosen(one):
        return False
    first, second = (one, each) if is_taken_up(each) else (each, one)
    telling = is_a_slip(second, first) and second.quantity.digits > _FEWEST
    if first.quantity.value > second.quantity.value and not telling:
        return False  # 6,384台电梯 and 对6,120台电梯做了定检: some of them
    return second.passage.text[second.start - 1 : second.start] != "的" and all(
        other.quantity.value in (each.quantity.value, one.quantity.value) for other in told.named(second)
    )


def _retold(each: Statement, one: Statement, told: Told) -> int:
    """How much else one of the places tells again; more, where that is most of it, and where both say the same."""
    retold, block = _most_retold(each, one, told)
    mostly = retold >= _TELLING and retold * _FEWEST > len(told.paragraphs[block])
    return min(retold, _FEWEST) + (1 if mostly else 0) + min(_said_by_both(each, one, told), _FEWEST)


def _most_retold(each: Statement, one: Statement, told: Told) -> tuple[int, int]:
    """How many figures of that paragraph are told elsewhere, of which more are; and which it is."""
    blocks = [figure.block for figure in (each, one) if figure.origin is Origin.PROSE]
    return max((told.retelling.get(block, 0), block) for block in blocks)


def _said_by_both(each: Statement, one: Statement, told: Told) -> int:
    """How many other figures of its sentence the other paragraph tells, too."""
    if one.origin is not Origin.PROSE:
        return 0
    near = {(kind_of(other), other.quantity.value) for other in told.beside(each) if other.sentence == each.sentence}
    beside = {(kind_of(other), other.quantity.value) for other in told.beside(one)}
    return len(near & beside)


def _enough(each: Statement, one: Statement) -> int:
    """How much must be said: less of many digits of which one is another, and least where two changed places."""
    short = len(each.quantity.number.normalize().as_tuple().digits) <= _FEWEST  # 3000人次 tells little
    fine = written(each) >= _TELLING and each.role is Role.AMOUNT
    swapped = one.quantity.value in exchanged(each.quantity)
    less = (2 if swapped else 1) if fine and not short and is_a_slip(each, one) else 0
    more = 1 if short or each.role is Role.RATE else 0
    return _ENOUGH - less + more + (1 if one.passage is each.passage else 0)


def is_special(each: Statement) -> bool:
    """台班, 课时: of what is counted in such a unit there is not much else."""
    return each.quantity.unit not in (*_OF_ANY, *lists("counting_units")["泛用"])


def is_a_slip(each: Statement, one: Statement) -> bool:
    """Whether a slip of the hand makes the one of the other."""
    return is_slip_of(each.quantity, one.quantity.value)


def is_about_as_much(each: Statement, one: Statement) -> bool:
    """About as large; money of a thing may be its budget in one place and its outcome in the other."""
    return is_close(each.quantity, one.quantity) and (each.quantity.unit != "元" or stage(each) == stage(one))
