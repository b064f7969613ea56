"""Lists that hold more than one way to divide a total, or more than its parts: by origin and by use, first parts."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.names import bare
from reportgen.statements.siblings import are_siblings
from reportgen.statements.slips import is_slip_of
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_proofs import mended
from reportgen.statements.sum_rows import LITTLE

_ZERO, _FEW, _CHANCE, _SOME, _NEAR, _LABEL = Decimal(0), 2, 20, 7, 24, 8
_DIVIDED = re.compile(
    r"""
    (?: ^ | [，。；：] )
    (?: 按[^，。；：、\d]{1,10}?(?:分|划分|统计|来看|看|计)        # 按权属分
      | 从[^，。；：、\d]{1,12}?(?:来?看|来说|来讲|讲|上看|划分)   # 从年龄结构来看
      | [^，。；：、\d]{2,8}(?:方面|构成|结构|分布)              # 学历方面
    )
    [，：:]?
    """,
    re.VERBOSE,
)
"""The words that say by what a list divides its total."""


def several_ways(total: Statement, ways: Sequence[tuple[Statement, ...]], lexicon: Lexicon) -> list[Claim]:
    """按权属分，公益性17处、经营性6处；按河段分，上游9处、下游14处: each list that says by what it divides makes all.

    Where one does, another that does not is wrong; where all of them make another total, that is.
    """
    lists = _divided(max(ways, key=len), total)
    if len(lists) < _FEW:
        return []
    right = [made for each in lists if (made := holding(total, each))]
    missed = [SumOf(total, each) for each in lists if not holding(total, each)]
    sums = {total.quantity.value - each.missing for each in missed}
    if right and len(missed) <= 1:
        told = [each for each in missed if _is_meant_in_full(each, lexicon)]
        wrong = [sum_claim("sum", each, Proof.LIKELY, mended(each)) for each in told]
        return [*(Claim("sum", each, True) for each in right), *wrong]
    slip = not right and len(sums) == 1 and is_slip_of(total.quantity, *sums)
    return [sum_claim("sum", missed[0], Proof.LIKELY)] if slip else []


def _is_meant_in_full(equation: SumOf, lexicon: Lexicon) -> bool:
    """Whether a list that misses its total has too much, or all but a tenth, or all but for a slip."""
    overlaps = any(lexicon.any_of("重叠").search(part.label) for part in equation.parts)
    lacks = equation.missing > equation.total.quantity.value * LITTLE
    return not (lacks or overlaps) or any(is_mistyped(each, equation) for each in equation.members)


def is_headed(claim: Claim) -> bool:
    """Whether its parts stand right behind words that say by what they divide the total: 按河段分，上游9处."""
    first = claim.members[1]
    begin = first.start - len(first.label)
    heads = _DIVIDED.finditer(first.passage.text, max(0, begin - _NEAR), first.start)
    return any(abs(found.end() - begin) <= _LABEL for found in heads)


def _divided(way: Sequence[Statement], total: Statement) -> list[tuple[Statement, ...]]:
    """The lists behind one total that say each by what they divide it, of two figures and more."""
    text = total.passage.text
    heads = [found.end() for found in _DIVIDED.finditer(text, total.end, way[-1].start)]
    if len(heads) < _FEW or way[0].start < heads[0]:
        return []
    ends = [*heads[1:], len(text)]
    lists = [tuple(each for each in way if at <= each.start < end) for at, end in zip(heads, ends, strict=True)]
    lists = [_to_semicolon(each) for each in lists if each]
    return lists if all(len(each) >= _FEW for each in lists) else []


def _to_semicolon(parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    half = parts[0].passage.text.find("；", parts[0].start)
    return tuple(each for each in parts if half < 0 or each.start < half)


def holding(total: Statement, parts: tuple[Statement, ...]) -> SumOf | None:
    """The sum, where it holds: most miss by more than rounding ever explains, and no equation is made of them."""
    missing = abs(total.quantity.value - sum([part.quantity.value for part in parts], _ZERO))
    if total.exact and missing > max([each.quantity.factor for each in (total, *parts)]) * (len(parts) + 1):
        return None
    equation = SumOf(total, parts)
    return equation if equation.holds else None


def halves(total: Statement, ways: Sequence[tuple[Statement, ...]]) -> list[Claim]:
    """By origin and by use, one behind the other: one of the two makes the total, the other nearly does."""
    if total.quantity.digits <= _FEW:
        return []
    sure = Proof.CERTAIN if total.quantity.digits > _FEW + 1 else Proof.LIKELY
    for way in ways:
        for at in range(_FEW, len(way) - 1):
            missed = [half for half in (way[:at], way[at:]) if not holding(total, half)]
            values = {total.quantity.value, *(sum(part.quantity.value for part in half) for half in missed)}
            told_again = any(part.quantity.value in values for part in way)  # 实考214人，合格213人、不合格1人
            if len(missed) == 1 and not told_again:  # 超支12.77万元，追加后预算473.57万元
                wrong = SumOf(total, missed[0])
                odd = mended(wrong)
                if odd or abs(wrong.missing) <= abs(total.quantity.value) * LITTLE:
                    return [sum_claim("sum", wrong, sure, odd)]
    return []


def leading_runs(total: Statement, ways: Sequence[tuple[Statement, ...]], lexicon: Lexicon) -> list[Claim]:
    """The first parts make the total, and more follow: of something else, or of a part.

    护理员68名，早班26名、中班42名、夜班18名: of one kind, and by chance two of them make it.
    """
    if total.quantity.number <= _CHANCE:
        return []
    for way in ways:
        if total.quantity.digits <= _FEW and are_siblings([each.label for each in way], lexicon):
            continue
        for count in range(len(way) - 1, _FEW - 1, -1):
            if each := holding(total, way[:count]):
                return [Claim("sum", each, True)]
    return []


def some_of(total: Statement, ways: Sequence[tuple[Statement, ...]]) -> SumOf | None:
    """到位22,800万元，其中债券18,000万元，资本金3,600万元、尚缺1,600万元，自筹1,200万元: some make the total."""
    if total.quantity.digits <= _FEW or ways[0][0].sentence != total.sentence:
        return None
    lists = [way for way in ways if _FEW < len(way) <= _SOME and SumOf(total, way).missing < 0]
    tried = (some for way in lists for size in range(len(way) - 1, 1, -1) for some in combinations(way, size))
    whole = total.quantity.value
    some = next((each for each in tried if sum([part.quantity.value for part in each], _ZERO) == whole), None)
    made = SumOf(total, some) if some else None
    others = [part for way in lists[:1] for part in way if made and part not in made.parts]
    return made if all(len(bare(part.label)) >= _FEW for part in others) else None
