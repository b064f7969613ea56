"""Whether a number follows from others near by: a rate of two, a difference, a product, growth. With the working."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.model.quantity import Bound, Interval
from reportgen.numbers.arithmetic import difference, product, quotient, same_things, share
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.reader import Stated

_REACH = 5
"""So many numbers before it, and two behind it, are near by."""
_ONE = Interval(Decimal(1), Decimal(1))
_DIFFERENCE = re.compile(
    r"相差|差额|差距|结余|结转|剩余|余额|节余|节约|净增|增加|新增|减少|超出|多出|少于|多于|缺口|短缺|尚有"
)
_GROWTH = re.compile(r"增长|增幅|下降|降低|降幅|减少|增加|压缩|压减|上升|同比|环比")
_PRODUCT = re.compile(r"[共合总]计|总额|共需|共")


def as_stated(number: Stated) -> Interval:
    """What a number can be when nothing but itself says how exact it is."""
    return number.quantity.interval


def working(
    text: str, number: Stated, numbers: Sequence[Stated], exact: Callable[[Stated], Interval] = as_stated
) -> str:
    """How the number is worked out from its neighbours, e.g. 「36个 ÷ 37个」; empty when no way is found.

    `exact` says what a figure that is divided can be: 3万元 beside 1.29万元 is 3.00万元.
    """
    if number.quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return ""
    index = numbers.index(number)
    near = [*numbers[max(0, index - _REACH) : index], *numbers[index + 1 : index + 3]]
    clause = text[begin_of(text, number.start, "。；\n") : number.start]
    ways = _rates(clause, near, exact) if number.quantity.kind == "%" else _amounts(clause, number, near)
    return next((words for words, found in ways if found.meets(number.quantity.interval)), "")


def _rates(clause: str, near: Sequence[Stated], exact: Callable[[Stated], Interval]) -> Iterator[tuple[str, Interval]]:
    for part, whole in _pairs(near):
        found = quotient(exact(part), exact(whole))
        if part.quantity.kind == "%" or not part.quantity.value or found is None:
            continue
        found = share(part.quantity, whole.quantity, found)
        yield f"{part.quantity} ÷ {whole.quantity}", found
        if _GROWTH.search(clause) and found.low is not None and found.low > 1:
            yield f"{part.quantity} ÷ {whole.quantity} − 1", difference(found, _ONE)
        elif _GROWTH.search(clause):
            yield f"1 − {part.quantity} ÷ {whole.quantity}", difference(_ONE, found)


def _amounts(clause: str, number: Stated, near: Sequence[Stated]) -> Iterator[tuple[str, Interval]]:
    if _DIFFERENCE.search(clause):
        for more, less in _pairs(near):
            if same_things(more.quantity, number.quantity):
                yield f"{more.quantity} − {less.quantity}", difference(more.quantity.interval, less.quantity.interval)
    if _PRODUCT.search(clause):
        for first, second in permutations(near, 2):
            kinds = {first.quantity.kind, second.quantity.kind}
            found = product(first.quantity.interval, second.quantity.interval)
            if number.quantity.kind in kinds and len(kinds) > 1 and "%" not in kinds and found is not None:
                yield f"{first.quantity} × {second.quantity}", found


def _pairs(near: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    return (pair for pair in permutations(near, 2) if same_things(pair[0].quantity, pair[1].quantity))
