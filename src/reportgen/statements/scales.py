"""One amount in two places, the point of which has moved: 155.42万元 and 155422.53元."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations

from reportgen.language import _
from reportgen.model.quantity import like
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.statement import Role, Statement

_TELLING = 4
_FEWER, _MYRIAD = 3, Decimal(10**4)
_OFTEN = ("元", "人次", "人")
"""What is told so often in several scales that four digits tell."""
_NO_SCALE = ("%", "分", "", "倍", "个百分点", "百分点")


def scales(
    every: Sequence[Statement], alike: Callable[[Statement, Statement], bool], tied: Set[Statement]
) -> Iterator[Claim]:
    """Amounts of the same digits and another magnitude that are `alike`: the one that is stated less often is wrong.

    Where both are `tied`, the digits are alike because one is made of the other: 12个，每个0.30万元，共3.60万元.
    """
    by_digits: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in every:
        digits = _digits(each)
        if len(digits) >= _FEWER and each.quantity.unit not in _NO_SCALE and each.role is not Role.EACH:
            by_digits[each.quantity.kind, digits[: _TELLING - 1]].append(each)
    rates = {(id(each.passage), each.quantity.value) for each in every if each.quantity.unit == "%"}
    for group in by_digits.values():
        said: set[frozenset[Statement]] = set()
        for first, second in combinations(group, 2):
            if {first, second} <= tied or _is_told_share(first, second, rates):
                continue
            if _same_digits(first, second) and _apart(first, second) and _tells(first, second) and alike(first, second):
                right, wrong = _ordered(first, second, group)
                if frozenset((right, wrong)) not in said:
                    said.add(frozenset((right, wrong)))
                    yield _slip(right, wrong)


def _is_told_share(first: Statement, second: Statement, rates: Set[tuple[int, Decimal]]) -> bool:
    """新建1,458.00万元，其中监理145.80万元，占10%: that one is a tenth of the other is said beside it."""
    less, more = sorted((first.quantity.value, second.quantity.value))
    return any((id(each.passage), less / more) in rates for each in (first, second))


def _digits(each: Statement) -> str:
    return "".join(map(str, each.quantity.number.normalize().as_tuple().digits))


def _same_digits(first: Statement, second: Statement) -> bool:
    """Whether the shorter is the longer one rounded, wherever the point stands."""
    shorter, longer = sorted((_digits(first), _digits(second)), key=len)
    if len(shorter) < len(longer) and len(shorter) <= _TELLING:
        return False  # 248.60 and 2486.35: four digits are alike by chance
    cut = longer[: len(shorter)]
    up = longer[len(shorter) : len(shorter) + 1] >= "5"
    return shorter == (str(int(cut) + 1) if up else cut)


def _tells(first: Statement, second: Statement) -> bool:
    """Whether so many digits tell; fewer must be a whole scale apart: 1.28万元 and 1.28亿元."""
    if min(len(_digits(first)), len(_digits(second))) >= _TELLING and first.quantity.unit in _OFTEN:
        return True
    one, other = first.quantity.value, second.quantity.value
    more, less = max(one, other), min(one, other)
    return more in (less * _MYRIAD, less * _MYRIAD**2) and first.quantity.scale != second.quantity.scale


def _apart(first: Statement, second: Statement) -> bool:
    return first.quantity.value.adjusted() != second.quantity.value.adjusted()


def _ordered(first: Statement, second: Statement, group: Sequence[Statement]) -> tuple[Statement, Statement]:
    often = [sum(each.quantity.agrees(other.quantity) for other in group) for each in (first, second)]
    return (first, second) if often[0] >= often[1] else (second, first)


def _slip(first: Statement, second: Statement) -> Claim:
    one, other = first.quantity, second.quantity
    note = _("前面写的是 {one}，合 {same}；这里是 {other}", one=one, same=like(one.value, other), other=other)
    label = _("数字相同，差了数量级")
    return Claim("scale", Same(first, second), False, Proof.CERTAIN, second, label, (note,))
