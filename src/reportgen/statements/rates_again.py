"""A rate told again under its name: 执行率87.30% at the end, after 执行率97.00%, which is the only one of the document.

Papers tell many rates, and most names of rates are told of many things. So there must be one value of it elsewhere,
and something more: that the one is a slip of the other, that figures bear the other out, a long name, or a place that
tells much else again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.names import bare
from reportgen.statements.repeated_names import comparable, differ, later
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.things import is_general_rate, plain_rate

_NAME = re.compile(
    r"(?P<name>[^\W\d_]+[率度])"
    r"(?:[仅只为达到是在至从由的]|保持|稳定|停|提高|维持|下?降|上?升|目前|当前|现在){0,3}$"  # 执行率由目前的
)
_NAME_BEHIND = re.compile(r"的(?P<name>[^\W\d_的]{1,6}[率度])")
"""96.40%的到位率."""
_NAME_FARTHER = re.compile(
    r"(?:^|[，。；：])(?P<name>[^\W\d_]+[率度])"
    r"(?:（[^（）\d]{2,20}）(?:为|是|达到?|约)*"  # 执行率（支出数/到位数）为
    r"|[仍还也]?(?:偏|较|不够?|最|不太|相对较)[低高大]，(?:只有|只|仅有?|仅为|才|为|是)+)$"  # 执行率偏低，只有
)
_BACK = 40
_LONG, _MUCH, _MOST, _MANY = 4, 3, 5, 40
Rates = Mapping[str, Sequence[Statement]]


def rates_by_name(every: Iterable[Statement]) -> Rates:
    """The rates that may be told again, by the last two characters of their names."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for each in every:
        if name := _name(each):
            found[name[-2:]].append(each)
    return found


def rate_again(each: Statement, rates: Rates, tied: Set[Statement], retold: int) -> Iterator[Claim]:
    """What the one other rate of its name says otherwise; `retold` is how much else its paragraph tells again."""
    name = _name(each)
    group = [one for one in rates.get(name[-2:], ()) if one is not each] if name else []
    shortest = min((_name(one) for one in group if _is_one(name, _name(one))), key=len, default="")
    base = min(name, shortest, key=len)
    others = [one for one in group if _name(one).endswith(base)] if shortest and len(group) <= _MANY else []
    if len(name) > _LONG:  # 资金到位率 in two places, and 到位率 of something else
        others = [one for one in others if _name(one) == name] or others
    apart = [one for one in others if one.passage is not each.passage and comparable(one, each)]
    values = {one.quantity.value for one in others}
    if len(apart) < len(others) or len(values) != 1 or each.quantity.value in values:
        return
    other = apart[0]
    borne = len(apart) > 1 or other in tied
    if other.quantity.decimals == each.quantity.decimals > 0 and _tells(each, other, borne, retold):
        right, wrong = (each, other) if not borne and later(other, each) else (other, each)
        yield differ(right, wrong, Proof.LIKELY)


def _tells(each: Statement, right: Statement, borne: bool, retold: int) -> bool:
    """Whether there is enough that says that two rates of one name are one."""
    name, other = _name(each), _name(right)
    special = not is_general_rate(min(name, other, key=len))
    if is_slip_of(each.quantity, right.quantity.value) and (borne or special):
        return True
    if name == other and ((borne and len(name) >= _LONG) or (special and retold >= _MUCH)):
        return True
    return borne and retold >= (_MUCH if other.endswith(name) else _MOST)


@lru_cache(maxsize=4096)
def _name(each: Statement) -> str:
    """The name of an exact rate of a time that is not over, and no target; else nothing."""
    plain = each.role is Role.RATE and each.exact and each.period is not Period.BEFORE and not each.planned
    if not plain or each.quantity.unit != "%":
        return ""
    text, begin = each.passage.text, max(0, each.start - _BACK)
    found = (
        _NAME.search(bare(each.label))
        or _NAME_BEHIND.match(text, each.end)
        or _NAME_FARTHER.search(text[begin : each.start])
    )
    return plain_rate(found["name"]) if found else ""


def _is_one(name: str, other: str) -> bool:
    """Whether the one is the end of the other: 满意度 and 群众满意度."""
    return name.endswith(other) or other.endswith(name)
