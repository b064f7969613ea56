"""One thing told in two places in other words: 84名督导员, and 聘督导员84名; 新建的投放亭（18座）, and 投放亭建了18座.

What a figure is of stands before it, behind it, or before its bracket. Where two figures of one kind are of one thing
and no third is, one of them is wrong, when a slip of the hand makes the one of the other. How long the name is that
they share, how many digits they have, whether others bear the one out, and what else the place tells again: each of
these says something, and together they must say enough.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from reportgen.lexicon.lists import lists
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.one_thing import actions, chosen, is_taken_up, may_be_one, may_be_told_again, of_some
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import differ, kind_of, later
from reportgen.statements.repeated_slips import written
from reportgen.statements.retold import retold
from reportgen.statements.slips import exchanged, is_close, is_slip_of
from reportgen.statements.statement import Origin, Role, Statement
from reportgen.statements.things import in_common, stage, things_of
from reportgen.statements.told_beside import are_in_like_sentences, may_be_told_beside
from reportgen.statements.told_figures import MANY, Told, is_general, kind_told

_BONUS = 3
_FEWEST, _WORD, _NAME, _ENOUGH, _TELLING = 2, 2, 4, 7, 4
_OF_ANY = ("元", "%", "人", "人次", "天", "次", "年", "月", "个月", "小时", "场")
"""Units of so many things that they tell nothing."""


def again_by_name(
    paragraphs: Sequence[Paragraph], cells: Sequence[Statement], tied: Set[Statement], again: Set[Statement]
) -> Iterator[Claim]:
    """What is said otherwise in another place; `tied` follow from other figures, `again` are told twice."""
    every = [*(each for paragraph in paragraphs for each in paragraph.statements), *cells]
    told = Told(every, tied, again, paragraphs[0].times.year if paragraphs else None)
    for group in told.kinds.values():
        for each in group:
            loose = each.origin is Origin.PROSE and each not in told.tied and each not in told.again
            if loose:
                yield from _of(each, told)
    for claim in retold([paragraph.statements for paragraph in paragraphs], tied, again):
        if not _are_in_like_sentences(claim.members[0], claim.members[1], told):
            yield claim


def _are_in_like_sentences(each: Statement, one: Statement, told: Told) -> bool:
    """活动20场，观众3000人次 and 活动15场，观众2000人次: what stands beside them is of one kind and differs, too."""
    if Origin.CELL in (each.origin, one.origin):
        return False
    return are_in_like_sentences(each, one, (*_beside(each, told), *_beside(one, told)))


def _of(each: Statement, told: Told) -> Iterator[Claim]:
    length, like = _like(each, told)
    beside = told.said[each.block, kind_of(each), each.quantity.value] > 1
    if not like or beside or any(one.quantity.value == each.quantity.value for one in like):
        return
    near = [one for one in like if _may_be_told_there(each, one, told)]
    counted = Counter(one.quantity.value for one in near)
    fine = each.quantity.digits >= _TELLING or each.quantity.decimals > 1
    if not near or (len(near) < len(like) and not fine and not _is_left_over(like, near, told)):
        return
    (value, times), *rest = counted.most_common()
    if rest and rest[0][1] == times:
        return
    meant = [one for one in near if one.quantity.value == value]
    if of_some(each) and of_some(each) != of_some(meant[0]):
        return
    if _is_completed(each, meant[0], told):
        return
    takes_up = is_taken_up(each) is not is_taken_up(meant[0]) and _slip(each, meant[0])
    if is_general(each) and times == 1 and meant[0] not in told.tied and not takes_up:
        return  # 下达资金150.60万元 and 156.00万元: two of many
    if _score(each, meant, length, told) >= _enough(each, meant[0]) and not _are_siblings(each, meant[0], told):
        first, second = (each, meant[0]) if later(meant[0], each) else (meant[0], each)
        yield differ(first, second, Proof.LIKELY)


def _is_completed(each: Statement, one: Statement, told: Told) -> bool:
    """25台于7月底前投用，2台推迟到9月, of 27台: what it lacks is told beside it."""
    first, second = sorted((each, one), key=lambda figure: figure.quantity.value)
    apart = second.quantity.number - first.quantity.number
    beside = [other for other in _beside(first, told) if other is not first and other.sentence == first.sentence]
    return any(
        other.quantity.number == apart and other.quantity.unit[:1] == first.quantity.unit[:1] for other in beside
    )


def _may_be_told_there(each: Statement, one: Statement, told: Told) -> bool:
    """Whether it may be meant; beside each other are things of one kind, but for one that takes up the other."""
    if one.passage is not each.passage:
        return _slip(each, one) or _is_close(each, one)
    takes_up = is_taken_up(each) is not is_taken_up(one) and one.sentence != each.sentence
    near = _slip(each, one) or (_is_close(each, one) and takes_up)
    return near and may_be_told_beside(each, one, _beside(each, told))


def _enough(each: Statement, one: Statement) -> int:
    """How much must be said: less of many digits of which one is another, and least where two changed places."""
    short = len(each.quantity.number.normalize().as_tuple().digits) <= _FEWEST  # 3000人次 tells little
    fine = written(each) >= _TELLING and each.role is Role.AMOUNT
    swapped = one.quantity.value in exchanged(each.quantity)
    less = (2 if swapped else 1) if fine and not short and _slip(each, one) else 0
    more = 1 if short or each.role is Role.RATE else 0
    return _ENOUGH - less + more + (1 if one.passage is each.passage else 0)


def _is_left_over(like: Sequence[Statement], near: Sequence[Statement], told: Told) -> bool:
    """陵园占地186亩，绿化面积121亩 and 166亩园区: of what else goes by the name each is known, or told elsewhere."""
    others = [one for one in like if one not in near]
    return all(one in told.tied or one in told.again for one in others)


def _is_close(each: Statement, one: Statement) -> bool:
    """About as large; money of a thing may be its budget in one place and its outcome in the other."""
    return is_close(each.quantity, one.quantity) and (each.quantity.unit != "元" or stage(each) == stage(one))


def _slip(each: Statement, one: Statement) -> bool:
    return is_slip_of(each.quantity, one.quantity.value)


def _are_siblings(each: Statement, one: Statement, told: Told) -> bool:
    return _are_in_like_sentences(each, one, told) or _are_told_alike(each, one, told)


def _are_told_alike(each: Statement, one: Statement, told: Told) -> bool:
    """甲校在校生1,286人，专任教师86人 and 乙校在校生1,268人，专任教师68人: two things, of which the same is told."""
    if one.origin is not Origin.PROSE:
        return False
    named = {
        (kind_told(other), name): other.quantity.value for other in _beside(one, told) for name in things_of(other)
    }
    pairs = [
        named[kind_told(other), name] == other.quantity.value
        for other in _beside(each, told)
        for name in things_of(other)
        if (kind_told(other), name) in named and may_be_told_again(other)
    ]
    return len(pairs) > 1 and not any(pairs)


def _beside(each: Statement, told: Told) -> Sequence[Statement]:
    """The figures of its paragraph; of very many the first."""
    return told.paragraphs[each.block][:MANY]


def _like(each: Statement, told: Told) -> tuple[int, list[Statement]]:
    """How much the names tell, and the figures that share so much of it."""
    if is_general(each):
        return _WORD + 1, [one for one in told.whole(each) if may_be_one(each, one, told.year)]
    named = told.named(each)
    if named and not any(_slip(each, one) or _is_close(each, one) for one in named):
        return 0, []
    found = [(one, in_common(each, one)) for one in named if may_be_one(each, one, told.year)]
    best = min(max((length for _one, length in found), default=0), _NAME)
    if best >= _WORD:
        return best, [one for one, length in found if length >= best]
    return (_WORD + 1, _in_this_unit(each, told)) if _is_special(each) else (0, [])


def _in_this_unit(each: Statement, told: Told) -> list[Statement]:
    """96台班的租赁, after 租高空作业车96台班: all there is in this unit; of other names only where much is retold."""
    found = [one for one in told.kinds[kind_told(each)][:MANY] if one is not each]
    if not any(_slip(each, one) or _is_close(each, one) for one in found):
        return []
    found = [one for one in found if may_be_one(each, one, told.year)]
    retells = told.retelling.get(each.block, 0) >= _FEWEST
    return [one for one in found if retells or not (things_of(each) and things_of(one))]


def _is_special(each: Statement) -> bool:
    """台班, 课时: of what is counted in such a unit there is not much else."""
    return each.quantity.unit not in (*_OF_ANY, *lists("counting_units")["泛用"])


def _score(each: Statement, meant: Sequence[Statement], length: int, told: Told) -> int:
    score = length + min(max(each.quantity.digits, written(each)), _TELLING) - _FEWEST
    score += 1 if len(meant) > 1 or meant[0] in told.tied else 0
    score += _retold(each, meant[0], told)
    names = {*things_of(each)} & {*things_of(meant[0])}
    named = each.role is Role.RATE or any(len(name) >= _NAME for name in names)
    score += (2 if named else 1) if names else 0
    alone = _is_special(each) and len({one.quantity.value for one in told.kinds[kind_told(each)][:MANY]}) == _FEWEST
    score += (_FEWEST + 1 if _most_retold(each, meant[0], told)[0] > _FEWEST else 1) if alone else 0
    deeds = [actions(one) for one in (each, meant[0])]
    score += 2 if is_taken_up(each) is not is_taken_up(meant[0]) else 0
    score += _BONUS if _are_only_ones(each, meant[0], told) else 0
    score -= 2 if all(deeds) and not deeds[0] & deeds[1] else 0
    if meant[0].quantity.value in exchanged(each.quantity):
        return score + (2 if each.role is Role.RATE else 1)  # 准点率97.30% and 准点率97.03%
    return score if _slip(each, meant[0]) else score - (2 if each.quantity.digits >= _TELLING else 3)


def _are_only_ones(each: Statement, one: Statement, told: Told) -> bool:
    """1,584人 and 1,742名学生: of the thing there are two numbers only, and one of them takes up the other."""
    if is_taken_up(each) is is_taken_up(one) or of_some(each) or of_some(one) or chosen(each) != chosen(one):
        return False
    first, second = (one, each) if is_taken_up(each) else (each, one)
    telling = _slip(second, first) and second.quantity.digits > _FEWEST
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
    near = {(kind_of(other), other.quantity.value) for other in _beside(each, told) if other.sentence == each.sentence}
    beside = {(kind_of(other), other.quantity.value) for other in _beside(one, told)}
    return len(near & beside)
