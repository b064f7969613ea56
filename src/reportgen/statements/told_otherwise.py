"""Figures told once more under a shorter name: 航标正常率92.30% at the end, after 航标维护正常率99.30%.

The one name holds all characters of the other in their order.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache

from reportgen import patterns as re
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.names import bare
from reportgen.statements.repeated_names import GENERAL, differ, kind_of
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Period, Role, Statement

_FILLERS = re.compile("一?共|了|的|已|约|达|为|是|各类")
_WHOLE = re.compile(r"^(?:20\d{2}年)?(?:全|我|本|该)[^\W\d]")
"""全县, 我院: of the whole unit."""
_INTENDED = re.compile("目标|计划|任务|安排")
"""What was to be done is no slip of what was."""
_CHANGED = re.compile("增|减|升|降|比|较|超")
_WORD, _LONG, _NAMED, _FEW = 2, 3, 4, 2


Kind = tuple[Role, str, Decimal]
"""What two figures must have in common to be one told twice: their role, what they count, and in which scale."""


def by_kind(every: Sequence[Statement]) -> Mapping[Kind, list[Statement]]:
    """The figures of this year that are no targets, by their kind."""
    found: dict[Kind, list[Statement]] = defaultdict(list)
    for one in every:
        plain = one.exact and one.period is Period.NOW and not one.planned
        if plain and not _INTENDED.search(one.passage.section) and not _CHANGED.search(one.label):
            found[_kind(one)].append(one)
    return found


def _kind(each: Statement) -> Kind:
    return each.role, kind_of(each), each.quantity.factor


def told_otherwise(each: Statement, kinds: Mapping[Kind, Sequence[Statement]], tied: Set[Statement]) -> list[Claim]:
    """What an earlier figure of a name that holds this one's, or is held by it, says otherwise; where it is known."""
    least = _NAMED if each.quantity.unit == "元" else _WORD
    words = {word for word in _words(each) if len(word) >= least}
    if not words or each.quantity.digits < _FEW:
        return []
    found = [
        one
        for one in kinds.get(_kind(each), ())
        if one.block < each.block and any(_holds(_words(one), word, least) for word in words)
    ]
    values = {one.quantity.value for one in found}
    known = len(values) == 1 and (
        found[0] in tied or len(found) > 1 or each.quantity.digits > _LONG or is_named_rate(each)
    )
    if not known or each.quantity.value in values or not is_slip_of(each.quantity, found[0].quantity.value):
        return []
    return [differ(found[0], each, Proof.LIKELY)]


def is_named_rate(each: Statement) -> bool:
    """正常率92.30%: a rate of this year by its name, and no target."""
    plain = each.role is Role.RATE and each.exact and each.period is Period.NOW and not each.planned
    return plain and each.label.endswith(("率", "度")) and each.quantity.unit == "%"


@lru_cache(maxsize=4096)
def _words(each: Statement) -> set[str]:
    """What is told of a figure: before it, since the last comma, and behind it."""
    text = each.passage.text
    before = text[begin_of(text, each.start, "，。；：（）") : each.start]
    before = _FILLERS.sub("", bare(_WHOLE.sub("", before)))
    behind = _FILLERS.sub("", text[each.end : end_of(text, each.end, "，。；：、（）")])
    said = {GENERAL.sub("", before), GENERAL.sub("", behind)}
    return {word for word in said if len(word) >= _WORD and not re.search(r"\d", word)}


def _holds(words: set[str], word: str, least: int) -> bool:
    return any(_in_order(word, other) or _in_order(other, word) for other in words if len(other) >= least)


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of a name stand in another, in their order, the first of them first; of a long name in any
    order: 船舶过闸 is 过闸船舶."""
    if len(short) >= _NAMED and {*short} <= {*long}:
        return True
    at = iter(long)
    return short[:1] == long[:1] and all(char in at for char in short)
