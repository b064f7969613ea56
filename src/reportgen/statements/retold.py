"""Counts told once more at the end of a paper: 48艘渡船、36处渡口, after 更新渡船48艘 and 改造渡口36处.

Few digits tell little. So the paragraph must tell again what else was told before, and the thing must go by one name
with one number everywhere else; of three digits and more the name alone is enough.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.names import bare
from reportgen.statements.rates_again import rate_again, rates_by_name
from reportgen.statements.repeated_names import GENERAL, differ, kind_of
from reportgen.statements.slips import is_about, is_slip_of
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.told_otherwise import by_kind, is_named_rate, told_otherwise

_BEHIND = re.compile(r"(?:（[套个次]）)?(?P<name>[^，。；：、（）\d的中等已未尚和与及将按由为是]{2,8})")
_BEFORE = re.compile(r"(?P<name>[^，。；：、（）\d的中和与及]{2,8})$")
_NO_COUNT = ("", "分", "%")
_PLANS = re.compile("目标|计划|任务")
_LONG = 4
"""Money has names of so many characters, of which two and more say what it is for."""
_SOME = re.compile(r"[已未尚仅只另再又新余]|完成|其中|还有|部分|个别|今后|下一?年|拟|至少|不少于|目标|每")
"""What is told of some of them, or of what will be."""
_NEEDED = re.compile("需|应[有当配]|测算|估算|理论")
"""按师幼比测算需教职工147人: what there ought to be."""
_FEW, _WORD, _CLAUSE = 2, 2, "，。；：、"


def retold(paragraphs: Sequence[Sequence[Statement]], tied: Set[Statement], again: Set[Statement]) -> Iterator[Claim]:
    """What paragraphs that tell again say otherwise; `tied` follow from other figures, `again` are told twice."""
    every = [each for figures in paragraphs for each in figures]
    loose: dict[bool, list[Statement]] = {True: [], False: []}
    retelling = Counter(each.block for each in every if each in again)
    for figures in paragraphs:
        tells_again = bool(figures) and retelling[figures[0].block] >= _FEW
        loose[tells_again] += [each for each in figures if each not in tied and each not in again]
    asked = [each for each in loose[True] if _may_be_wrong(each) or is_named_rate(each)]
    alone = [each for each in loose[False] if each.quantity.digits > _FEW and _may_be_wrong(each)]
    named = _by_name(every) if asked or alone else {}
    kinds = by_kind(every) if asked else {}
    said: set[Statement] = set()
    for each in asked:
        claims = (_held(each, named, tied) if _is_count(each) else []) or told_otherwise(each, kinds, tied)
        said |= {each} if claims else set()
        yield from claims
    for each in alone:
        yield from _slipped(each, named)
    rates = rates_by_name(every)
    for each in (*loose[True], *loose[False]):
        if each not in said:
            yield from rate_again(each, rates, tied, retelling[each.block])


def _may_be_wrong(each: Statement) -> bool:
    if not _is_count(each):
        return False
    text = each.passage.text
    before = text[begin_of(text, each.start, _CLAUSE) : each.start]
    behind = text[each.end : end_of(text, each.end, _CLAUSE + "里")]
    planned = _PLANS.search(text, begin_of(text, each.start, "。；"), each.start)
    return not planned and not before.endswith("有") and not _SOME.search(before + behind)


def _is_count(each: Statement) -> bool:
    plain = each.role is Role.AMOUNT and each.exact and each.period is Period.NOW and not each.planned
    figures = plain and each.text[:1].isdecimal()
    counts = figures and each.quantity.unit not in _NO_COUNT and each.quantity.value > 1
    return counts and not _NEEDED.search(each.label)


def _by_name(every: Sequence[Statement]) -> Mapping[tuple[str, str], list[Statement]]:
    """What is told of each thing: under its name before the figure, and behind it."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in every:
        if _is_count(each):
            for name in _names(each):
                found[kind_of(each), name].append(each)
    return found


def _names(each: Statement) -> set[str]:
    """What the name before it ends with and the one behind it begins with: 年末在院儿童 is 在院儿童, too."""
    behind = _BEHIND.match(each.passage.text, each.end)
    before = _BEFORE.search(bare(each.label))
    ends = {before["name"][start:] for start in range(len(before["name"]) - _WORD + 1)} if before else set()
    ends |= {behind["name"][:end] for end in range(_WORD, len(behind["name"]) + 1)} if behind else set()
    money = each.quantity.unit == "元"
    return {name for name in ends if len(GENERAL.sub("", name)) >= _WORD and (len(name) >= _LONG or not money)}


def _slipped(each: Statement, named: Mapping[tuple[str, str], Sequence[Statement]]) -> Iterator[Claim]:
    """对408座航标逐座建档, far from 航标428座 and 428座: the only number of that thing, but for one slip."""
    behind = _BEHIND.match(each.passage.text, each.end)
    name = behind["name"] if behind else ""
    for size in range(len(name), _WORD - 1, -1):
        others = [one for one in named.get((kind_of(each), name[:size]), ()) if one is not each]
        if others:
            same = len({one.quantity.value for one in others}) == 1 and others[0].passage is not each.passage
            if same and is_slip_of(each.quantity, others[0].quantity.value):
                yield differ(others[0], each, Proof.LIKELY)
            return


def _held(each: Statement, named: Mapping[tuple[str, str], Sequence[Statement]], tied: Set[Statement]) -> list[Claim]:
    for name in sorted(_names(each), key=lambda name: (-len(name), name)):
        every = named.get((kind_of(each), name), ())
        others = [one for one in every if one.passage is not each.passage]
        counted = Counter(one.quantity.value for one in others)
        beside = {one.quantity.value for one in every if one.passage is each.passage}
        if not counted or len(beside) > 1:  # a name of many things: 一等奖 of each contest
            continue
        value = _most_told(counted)
        right = next(one for one in others if one.quantity.value == value)
        near = is_slip_of(each.quantity, value) or is_about(each.quantity, right.quantity.interval)
        if near and each.quantity.value not in counted and _is_known(right, name, counted, others, tied):
            return [differ(right, each, Proof.LIKELY)]
        return []
    return []


def _most_told(counted: Counter[Decimal]) -> Decimal:
    """What is told most often; of things told once each the largest: 渡口36处，其中干线渡口24处、支线渡口12处."""
    value, times = counted.most_common(1)[0]
    return value if times > 1 else max(counted)


def _is_known(
    right: Statement, name: str, counted: Counter[Decimal], others: Sequence[Statement], tied: Set[Statement]
) -> bool:
    """Whether one number goes by the name: told more often than any other, or the only one, or the whole of them."""
    value = right.quantity.value
    times, *rest = sorted(counted.values(), reverse=True)
    if times > 1:
        return times > max(rest, default=0)
    whole = any(one.quantity.value == value and one in tied for one in others)
    return (not rest or whole) and (right in tied or len(name) > _WORD)
