"""One thing told in two places in other words: 84名督导员, and 聘督导员84名; 新建的投放亭（18座）, and 投放亭建了18座.

What a figure is of stands before it, behind it, or before its bracket. Where two figures of one kind are of one thing
and no third is, one of them is wrong, when a slip of the hand makes the one of the other. How long the name is that
they share, how many digits they have, whether others bear the one out, and what else the place tells again: each of
these says something, and together they must say enough.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from reportgen.statements.claim import Claim, Proof
from reportgen.statements.likeness import is_a_slip, is_about_as_much, is_special, tells_enough
from reportgen.statements.one_thing import is_taken_up, may_be_one, may_be_told_again, must_be_known, of_some
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import differ, kind_of, later
from reportgen.statements.retold import retold
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.things import in_common, is_of_a_form, things_of
from reportgen.statements.told_beside import are_in_like_sentences, may_be_told_beside
from reportgen.statements.told_figures import MANY, Told, is_general, kind_told

_FEWEST, _WORD, _NAME, _TELLING = 2, 2, 4, 4


def again_by_name(
    paragraphs: Sequence[Paragraph], cells: Sequence[Statement], tied: Set[Statement], again: Set[Statement]
) -> Iterator[Claim]:
    """What is said otherwise in another place; `tied` follow from other figures, `again` are told twice."""
    every = [*(each for paragraph in paragraphs for each in paragraph.statements), *cells]
    told = Told(every, tied, again, paragraphs[0].times.year if paragraphs else None)
    for group in told.kinds.values():
        for each in group:
            place = each.origin is Origin.PROSE or is_of_a_form(each)
            if place and each not in told.tied and each not in told.again:
                yield from _of(each, told)
    for claim in retold([paragraph.statements for paragraph in paragraphs], tied, again):
        if not _are_in_like_sentences(claim.members[0], claim.members[1], told):
            yield claim


def _are_in_like_sentences(each: Statement, one: Statement, told: Told) -> bool:
    """活动20场，观众3000人次 and 活动15场，观众2000人次: what stands beside them is of one kind and differs, too."""
    if Origin.CELL in (each.origin, one.origin):
        return False
    return are_in_like_sentences(each, one, (*told.beside(each), *told.beside(one)))


def _of(each: Statement, told: Told) -> Iterator[Claim]:
    length, like = _like(each, told)
    like = like if each.origin is Origin.PROSE else [one for one in like if one.origin is Origin.PROSE]
    beside = told.said[each.block, kind_of(each), each.quantity.value] > 1
    if not like or beside or any(one.quantity.value == each.quantity.value for one in like):
        return
    meant = _meant(each, like, told)
    if not meant or (of_some(each) and of_some(each) != of_some(meant[0])):
        return
    if (not must_be_known(each) and _is_completed(each, meant[0], told)) or _stands_in_its_row(each, meant[0], told):
        return
    takes_up = is_taken_up(each) is not is_taken_up(meant[0]) and is_a_slip(each, meant[0])
    if is_general(each) and len(meant) == 1 and meant[0] not in told.tied and not takes_up:
        return  # 下达资金150.60万元 and 156.00万元: two of many
    if tells_enough(each, meant, length, told) and not _are_siblings(each, meant[0], told):
        ordered = each.origin is Origin.PROSE and later(meant[0], each)
        first, second = (each, meant[0]) if ordered else (meant[0], each)
        yield differ(first, second, Proof.LIKELY)


def _meant(each: Statement, like: Sequence[Statement], told: Told) -> list[Statement]:
    """Those of one name that are about as much, or a slip away, where these are one number, told more than others."""
    near = [one for one in like if _may_be_told_there(each, one, told)]
    if not near:
        return []
    (value, times), *rest = Counter(one.quantity.value for one in near).most_common()
    fine = each.quantity.digits >= _TELLING or each.quantity.decimals > 1
    telling = fine or times > 1 or told.is_untold(each) or _is_left_over(like, near, told)
    if (len(near) < len(like) and not telling) or (rest and rest[0][1] == times):
        return []
    return [one for one in near if one.quantity.value == value]


def _stands_in_its_row(each: Statement, one: Statement, told: Told) -> bool:
    """| 12,500亩 | 12,640亩 |: the text tells what was done, and beside it stands what was meant."""
    if each.origin is Origin.PROSE:
        return False
    row = told.rows[each.block, each.sentence]
    return any(other.quantity.value == one.quantity.value and other.exact and not other.planned for other in row)


def _is_completed(each: Statement, one: Statement, told: Told) -> bool:
    """25台于7月底前投用，2台推迟到9月, of 27台: what it lacks is told beside it."""
    first, second = sorted((each, one), key=lambda figure: figure.quantity.value)
    apart = second.quantity.number - first.quantity.number
    beside = [other for other in told.beside(first) if other is not first and other.sentence == first.sentence]
    return any(
        other.quantity.number == apart and other.quantity.unit[:1] == first.quantity.unit[:1] for other in beside
    )


def _may_be_told_there(each: Statement, one: Statement, told: Told) -> bool:
    """Whether it may be meant; beside each other are things of one kind, but for one that takes up the other."""
    if one.passage is not each.passage:
        return is_a_slip(each, one) or is_about_as_much(each, one)
    takes_up = is_taken_up(each) is not is_taken_up(one) and one.sentence != each.sentence
    near = is_a_slip(each, one) or (is_about_as_much(each, one) and takes_up)
    return near and may_be_told_beside(each, one, told.beside(each))


def _is_left_over(like: Sequence[Statement], near: Sequence[Statement], told: Told) -> bool:
    """陵园占地186亩，绿化面积121亩 and 166亩园区: of what else goes by the name each is known, or told elsewhere."""
    others = [one for one in like if one not in near]
    return all(one in told.tied or one in told.again for one in others)


def _are_siblings(each: Statement, one: Statement, told: Told) -> bool:
    return _are_in_like_sentences(each, one, told) or _are_told_alike(each, one, told)


def _are_told_alike(each: Statement, one: Statement, told: Told) -> bool:
    """甲校在校生1,286人，专任教师86人 and 乙校在校生1,268人，专任教师68人: two things, of which the same is told."""
    if one.origin is not Origin.PROSE:
        return False
    named = {(kind_told(other), name): other.quantity.value for other in told.beside(one) for name in things_of(other)}
    pairs = [
        named[kind_told(other), name] == other.quantity.value
        for other in told.beside(each)
        for name in things_of(other)
        if (kind_told(other), name) in named and may_be_told_again(other)
    ]
    return len(pairs) > 1 and not any(pairs)


def _like(each: Statement, told: Told) -> tuple[int, list[Statement]]:
    """How much the names tell, and the figures that share so much of it."""
    if is_general(each):
        return _WORD + 1, _of_money(each, told)
    named = told.named(each)
    if named and not any(is_a_slip(each, one) or is_about_as_much(each, one) for one in named):
        return 0, []
    found = [(one, in_common(each, one)) for one in named if may_be_one(each, one, told.year)]
    best = min(max((length for _one, length in found), default=0), _NAME)
    if best >= _WORD:
        return best, [one for one, length in found if length >= best]
    return (_WORD + 1, _in_this_unit(each, told)) if is_special(each) else (0, [])


def _of_money(each: Statement, told: Told) -> list[Statement]:
    """The whole; where that is not about as much, what a slip makes of this: 共支出25.20万元, after 支出52.20万元."""
    found = [one for one in told.whole(each) if may_be_one(each, one, told.year)]
    if any(is_a_slip(each, one) or is_about_as_much(each, one) for one in found):
        return found
    return [one for one in told.known_money(each) if may_be_one(each, one, told.year)]


def _in_this_unit(each: Statement, told: Told) -> list[Statement]:
    """96台班的租赁, after 租高空作业车96台班: all there is in this unit; of other names only where much is retold."""
    found = [one for one in told.kinds[kind_told(each)][:MANY] if one is not each]
    if not any(is_a_slip(each, one) or is_about_as_much(each, one) for one in found):
        return []
    found = [one for one in found if may_be_one(each, one, told.year)]
    retells = told.retelling.get(each.block, 0) >= _FEWEST
    return [one for one in found if retells or not (things_of(each) and things_of(one))]
