"""Rates told with an amount that has a rate elsewhere, too: 支出总额1073.83万元、支出率95.88%, and the two in one row.

An amount of four digits and more is told twice by chance but seldom. So the rate that stands beside it in the row of a
table, or in another paragraph, is the one that is meant, where both are called rates of what was spent, of the same
budget, and a slip makes the one of the other, or two places tell it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.repeated_names import differ
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_OF_SPENDING = re.compile(
    r"""
    (?P<base> 年初|调整|到位|下达|全年 )? [^，。；：、\d]{0,6}?       # 调整后预算执行率
    (?: 执行|支出|支付|完成 ) (?: 率|进度|比例 ) [^，。；：、\d]{0,4} $
    """,
    re.VERBOSE,
)
_NEAR, _TELLING, _LABEL, _SEVERAL = 4, 4, 16, 2
"""So many characters before its name may a rate stand behind its amount; so many digits an amount must have; so long is
the name of a rate at most; so many places prove it."""
Rates = Mapping[tuple[Decimal, str], Sequence[Statement]]


def rates_of_amounts(prose: Sequence[Statement], cells: Sequence[Statement], tied: Set[Statement]) -> Iterator[Claim]:
    """Every such rate that nothing else ties."""
    told = {rate: key for amount, rate in pairwise(prose) if (key := _key(amount, rate))}
    rates = _by_amount(told, cells)
    for rate, key in told.items():
        meant = [each for each in rates[key] if each.passage is not rate.passage]
        if rate in tied or len({each.quantity.value for each in meant}) != 1:
            continue
        equation, several = Same(meant[0], rate), len({each.block for each in meant}) >= _SEVERAL
        if equation.holds:
            yield Claim("text_table", equation, True)
        elif several or is_slip_of(rate.quantity, meant[0].quantity.value):  # else of a budget that no word names
            yield differ(meant[0], rate, Proof.LIKELY, "text_table")


def _key(amount: Statement, rate: Statement) -> tuple[Decimal, str] | None:
    """The amount and the base of a rate that stands right behind it; None where it is none of spending."""
    plain = rate.quantity.unit == "%" and rate.exact and not rate.planned and rate.role in (Role.RATE, Role.SHARE)
    beside = amount.passage is rate.passage and amount.sentence == rate.sentence and _is_telling(amount)
    if not plain or not beside or Period.BEFORE in (amount.period, rate.period):
        return None
    found = _OF_SPENDING.search(rate.passage.text, max(amount.end, rate.start - _LABEL), rate.start)
    return (amount.quantity.value, found["base"] or "") if found and found.start() - amount.end <= _NEAR else None


def _is_telling(amount: Statement) -> bool:
    return amount.quantity.unit == "元" and amount.exact and amount.quantity.digits >= _TELLING


def _by_amount(told: Mapping[Statement, tuple[Decimal, str]], cells: Sequence[Statement]) -> Rates:
    """All rates of spending by the amount and the base that they are told with: in the text, and in each row."""
    found: dict[tuple[Decimal, str], list[Statement]] = defaultdict(list)
    rows: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for each in cells if told else ():
        rows[each.block, each.sentence].append(each)
    for row in rows.values():
        rates = [(each, base) for each in row if each.quantity.unit == "%" and (base := _base(each)) is not None]
        for amount in row if len(rates) == 1 else ():
            if _is_telling(amount):
                found[amount.quantity.value, rates[0][1]].append(rates[0][0])
    for rate, key in told.items():
        found[key].append(rate)
    return found


def _base(rate: Statement) -> str | None:
    """What the head of its column says that a rate of spending is of; None for other rates."""
    found = _OF_SPENDING.search(rate.column.split(" ")[0])
    return (found["base"] or "") if found else None
