"""One thing told in two places in other words: 84名督导员 after 聘督导员84名, 新建的投放亭（18座） after 投放亭建了18座.

What a figure is of stands before it, behind it, or before its bracket. Where two figures of one kind are of one thing
and no third is, one of them is wrong, when a slip of the hand makes the one of the other. How long the name is that
they share, how many digits they have, whether others bear the one out, and what else the place tells again: each of
these says something, and together they must say enough.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import cache, cached_property

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.numbers.clauses import begin_of, end_of
from reportgen.record import Struct
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.lexicon import lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import differ, kind_of, later
from reportgen.statements.retold import retold
from reportgen.statements.slips import exchanged, is_slip_of
from reportgen.statements.statement import Origin, Period, Role, Statement
from reportgen.statements.things import stage, things_of

_PLANS = re.compile("目标|计划|任务")
_OTHERWISE = re.compile("下年|下一年|明年|来年|建议|力争|调整|追加|核减|压减|调减|调增")
"""What is proposed, and budgets that have been changed: of these there are two."""
_SOME = re.compile(r"[已未尚仅另再又新余缺]|其中|还有|部分|个别|按期|如期|及时|结余|剩余|节约|至少|目标|每|不足|欠|只")
"""What is told of some of them, or of what is missing."""
_AGREED = re.compile("合同|概算|估算|送审|审定|控制价|限价|中标")
"""What was agreed is not what was paid."""
_BY_THEN = re.compile(r"[日月底]前|20\d\d[—–\-~～至][—–\-]?20\d\d年")
"""What is to be done by then, and figures of several years."""
_BEFORE = re.compile(r"上年|去年|同期|往年|前年|20\d\d(?=年(?!\d))")
_CLOSE = Decimal("1.12")
_FEWEST, _WORD, _NAME, _ENOUGH, _TELLING = 2, 2, 4, 5, 4
_MARKS = "，。；：、（）\n"
_NO_COUNT = ("", "分", "倍", "个百分点", "百分点")
_OF_ANY = ("元", "%", "人", "人次", "天", "次", "年", "月", "个月", "小时", "场")
"""Units of so many things that they tell nothing."""


class Told(Struct, frozen=True, dict=True):
    """The figures of a document, and what is known of them."""

    every: Sequence[Statement]
    tied: Set[Statement]
    again: Set[Statement]
    retelling: Mapping[int, int]
    """How many figures of a paragraph are told elsewhere."""
    year: int | None
    """That of the document."""

    @cached_property
    def kinds(self) -> Mapping[tuple[str, int], Sequence[Statement]]:
        """Those that may be told again, by what they count and how finely."""
        found: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for each in self.every:
            if _may_be(each):
                found[kind_of(each), each.quantity.decimals].append(each)
        return found


def again_by_name(
    paragraphs: Sequence[Paragraph], cells: Sequence[Statement], tied: Set[Statement], again: Set[Statement]
) -> Iterator[Claim]:
    """What is said otherwise in another place; `tied` follow from other figures, `again` are told twice."""
    every = [*(each for paragraph in paragraphs for each in paragraph.statements), *cells]
    retelling = Counter(each.block for each in again if each.origin is Origin.PROSE)
    told = Told(every, tied, again, retelling, paragraphs[0].times.year if paragraphs else None)
    for group in told.kinds.values():
        for each in group:
            loose = each.origin is Origin.PROSE and each not in told.tied and each not in told.again
            if loose and not _SOME.search(_clause(each)):
                yield from _of(each, group, told)
    yield from retold([paragraph.statements for paragraph in paragraphs], tied, again)


def _may_be(each: Statement) -> bool:
    quantity = each.quantity
    plain = each.exact and quantity.number > 0 and quantity.digits >= _FEWEST and quantity.unit not in _NO_COUNT
    return plain and each.role in (Role.AMOUNT, Role.RATE) and each.period is not Period.BEFORE


def _of(each: Statement, group: Sequence[Statement], told: Told) -> Iterator[Claim]:
    others = [one for one in group if one is not each and _may_be_one(each, one, told.year)]
    length, like = _like(each, others)
    beside = (one for one in group if one.passage is each.passage and one is not each)
    if not like or any(one.quantity.value == each.quantity.value for one in (*like, *beside)):
        return
    near = [one for one in like if _slip(each, one) or _is_close(each, one)]
    counted = Counter(one.quantity.value for one in near)
    fine = each.quantity.digits >= _TELLING or each.quantity.decimals > 1
    if not near or (len(near) < len(like) and not fine):
        return
    (value, times), *rest = counted.most_common()
    if rest and rest[0][1] == times:
        return
    meant = [one for one in near if one.quantity.value == value]
    if _is_general(each) and times == 1 and meant[0] not in told.tied:
        return  # 下达资金150.60万元 and 156.00万元: two of many
    if _score(each, meant, length, others, told) >= _ENOUGH:
        first, second = (each, meant[0]) if later(meant[0], each) else (meant[0], each)
        yield differ(first, second, Proof.LIKELY)


def _is_close(each: Statement, one: Statement) -> bool:
    """About as large; money of a thing may be its budget in one place and its outcome in the other."""
    first, second = sorted((each.quantity.value, one.quantity.value))
    return second <= first * _CLOSE and (each.quantity.unit != "元" or stage(each) == stage(one))


def _slip(each: Statement, one: Statement) -> bool:
    return is_slip_of(each.quantity, one.quantity.value)


def _may_be_one(each: Statement, one: Statement, year: int | None) -> bool:
    stages = {stage(each), stage(one)} - {""}
    posts = (each.concept == "编制") is (one.concept == "编制")
    alike = one.role is each.role and posts and len(stages) < 2 and _is_planned(one) is _is_planned(each)
    agreed = bool(_AGREED.search(_clause(each))) is bool(_AGREED.search(_clause(one)))
    return alike and agreed and _year(each, year) == _year(one, year) and one.passage is not each.passage


def _like(each: Statement, others: Sequence[Statement]) -> tuple[int, list[Statement]]:
    """How much the names tell, and the figures that share so much of it."""
    if _is_general(each):
        alike = [one for one in others if _is_general(one) and stage(one) == stage(each)]
        most = max((one.quantity.value for one in alike), default=None)  # the whole has the largest budget of all
        return _WORD + 1, [one for one in alike if one.quantity.value == most]
    shared = [(one, _shared(each, one)) for one in others]
    best = min(max((length for _one, length in shared), default=0), _NAME)
    if best >= _WORD:
        return best, [one for one, length in shared if length >= best]
    return (_WORD + 1, list(others)) if _is_special(each) else (0, [])


def _is_special(each: Statement) -> bool:
    """台班, 课时: of what is counted in such a unit there is not much else."""
    return each.quantity.unit not in (*_OF_ANY, *lists("counting_units")["泛用"])


def _is_general(each: Statement) -> bool:
    """预算2,186.00万元, 实际花了2,113.10万元: money of a stage and of no thing; the sum of the table."""
    return each.quantity.unit == "元" and stage(each) != "" and not things_of(each) and not each.depth


def _score(each: Statement, meant: Sequence[Statement], length: int, others: Sequence[Statement], told: Told) -> int:
    score = length + min(each.quantity.digits, _TELLING) - _FEWEST
    score += 1 if len(meant) > 1 or meant[0] in told.tied else 0
    score += min(told.retelling.get(each.block, 0), 2)
    one_name = bool({*things_of(each)} & {*things_of(meant[0])})
    score += 2 if one_name and each.role is Role.RATE else 1 if one_name else 0
    score += 1 if _is_special(each) and len({one.quantity.value for one in others}) == 1 else 0
    if meant[0].quantity.value in exchanged(each.quantity):
        return score + 1
    return score if _slip(each, meant[0]) else score - (2 if each.quantity.digits >= _TELLING else 3)


@cache
def _general_rates() -> set[str]:
    words = lexicon().lists
    return {*words["不超百"], *words["可超百"]}


def _year(each: Statement, own: int | None) -> str:
    """The year that the words before it name last, in its part of the sentence; empty for the document's own."""
    text = each.passage.text
    named = ["", *_BEFORE.findall(text, begin_of(text, each.start, "。；"), each.start)]
    return "" if named[-1] == str(own) else named[-1]


def _clause(each: Statement) -> str:
    """Its words since the mark before, and behind it; of a cell its row and its head."""
    if each.origin is Origin.CELL:
        return f"{each.row} {each.column}"
    text = each.passage.text
    return text[begin_of(text, each.start, _MARKS) : each.start] + text[each.end : end_of(text, each.end, _MARKS)]


def _is_planned(each: Statement) -> bool:
    text = each.passage.text
    begin = begin_of(text, each.start, "。；")
    return each.planned or any(words.search(text, begin, each.start) for words in (_PLANS, _OTHERWISE, _BY_THEN))


def _shared(first: Statement, second: Statement) -> int:
    """How many characters of what they are of two figures share."""
    common = _common_name if first.role is Role.RATE else _common
    return max((common(one, other) for one in things_of(first) for other in things_of(second)), default=0)


def _common_name(one: str, other: str) -> int:
    """Of names of rates the one is the end of the other, and says more than that it is a rate: 在线率, no 合格率."""
    short, long = sorted((one, other), key=len)
    return len(short) if long.endswith(short) and short not in _general_rates() else 0


def _common(one: str, other: str) -> int:
    best = 0
    if (ending := _ending(one, other)) and len(ending) < min(len(one), len(other)):
        return 0  # 小型机扫车 and 大型机扫车
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in other:
            best += 1
    return best


def _ending(one: str, other: str) -> str:
    """With what both names end."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]
