"""Shares of a whole: each against its part and the whole that fits most of them, and all of them against 100 %."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent, plain
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded, Proportion, RatioOf, finest_place
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.ratio_claims import wrong_ratio
from reportgen.statements.share_parts import Share, agreeing_shares, joins, runs_of, shares_told
from reportgen.statements.share_ways import is_complete, is_of_a_run, is_of_both, is_of_several, with_nameless
from reportgen.statements.share_wholes import Named, goes_by, is_called, is_named, leading_whole, may_be_of, wholes_for
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Period, Statement
from reportgen.statements.whole import Whole

_REST = re.compile(r"其他|其余|剩余|不满意|不合格|不及格|未|不了解|较差|差")
_GENERAL = re.compile(r"^(?:本年|全部|全年|其|该|总|当年|资金)*(?:总数|总额|总量|合计|全部|总计|比)?$")
_PAIR = 2


def shares(paragraph: Paragraph, totals: Named) -> Iterator[Claim]:
    """The shares of a paragraph; `totals` are the figures of the whole document that may be a whole elsewhere."""
    told = list(shares_told(paragraph))
    for every in runs_of(told):
        run = [each for each in every if not is_of_several(each, every)]
        yield from _of_one_whole(run, paragraph, totals)
        if not any(all(_fits(each, whole) for each in run) for whole in wholes_for(run, paragraph, totals)):
            # else the rest of the whole is not told: 升学占19.7%、就业占65.8%
            yield from _together(run, every, paragraph)


def _of_one_whole(run: list[Share], paragraph: Paragraph, totals: Named) -> Iterator[Claim]:
    waiting = list(run)
    candidates = wholes_for(run, paragraph, totals)
    while waiting:
        fitting = [[each for each in waiting if _fits(each, whole)] for whole in candidates]
        best = max(
            range(len(candidates)), key=lambda at: (len(fitting[at]), is_named(waiting, candidates[at])), default=None
        )
        if best is None or not fitting[best]:
            break
        yield from (Claim("share", equation_of(each, candidates[best]), True) for each in fitting[best])
        rest = [each for each in waiting if each not in fitting[best]]
        if len(fitting[best]) > 1:
            wrong = [each for each in rest if each.whole == fitting[best][0].whole or not each.whole]
            for each in wrong:
                no_less = each.part.quantity.value <= candidates[best].quantity.value
                if no_less and _is_beside_one(fitting[best], each, run):
                    yield wrong_share(equation_of(each, candidates[best]), Proof.CERTAIN)
                    rest.remove(each)
        waiting = rest
    agreeing = agreeing_shares(run) if len(run) > 1 else []
    if len(agreeing) * 2 > len(run):
        yield from in_proportion([each for each in run if each in agreeing or not _has_own(each, candidates)], agreeing)
    elif len(waiting) < len(run) or not _is_row(run):  # of a row none of which fits the parts are not stated
        parts = {other.part for other in run}
        left = [each for each in waiting if not is_of_a_run(each, candidates, paragraph)]
        for each in left:
            yield from _alone(
                each, [whole for whole in candidates if whole not in parts or whole is each.part], paragraph
            )


def _has_own(each: Share, candidates: Sequence[Statement]) -> bool:
    """完工占87.50%、在建占12.50%。完工的63个中，通过验收58个，占92.06%: of another whole, told in its own sentence."""
    own = (whole for whole in candidates if whole.sentence == each.part.sentence and whole.passage is each.part.passage)
    return any(whole is not each.part and _fits(each, whole) for whole in own)


def _is_row(run: Sequence[Share]) -> bool:
    """Whether shares follow each other with nothing but 、 between."""
    return len(run) > 1 and all(joins(one.share, other.share) for one, other in pairwise(run))


def in_proportion(run: Sequence[Share], agreeing: Sequence[Share]) -> Iterator[Claim]:
    """What most shares agree on settles the others."""
    first = agreeing[0]
    for each in run:
        if each is first:
            continue
        equation = Proportion(each.share, each.part, first.share, first.part)
        due = first.share.quantity.value / first.part.quantity.value * each.part.quantity.value
        of_all = due + each.share.quantity.half_place * 2 >= 1 > each.share.quantity.value
        if of_all and each.part.quantity.value > first.part.quantity.value:
            continue  # 财政拨款2,770.85万元，占总支出的98.3%。其中教育占86.1%、……: the parts are of the former
        if each.whole and not any(each.whole == one.whole or _is_in_its_sentence(each, one) for one in agreeing):
            continue  # 省内生源占76.0%、省外占24.0%。困难学生4,106人，占在校生25.0%: of another whole
        near = abs(due - each.share.quantity.value) < each.share.quantity.half_place * 3  # made to fit 100 %
        if each in agreeing or near:
            yield Claim("share", equation, True)
        else:
            shown = percent(due, each.share.quantity.decimals)
            note = _("按同一总数，{part} 应占 {due}，写的是 {share}", part=each.part, due=shown, share=each.share)
            yield Claim("share", equation, False, Proof.CERTAIN, each.share, _("应为 {due}", due=shown), (note,))


def _is_in_its_sentence(each: Share, other: Share) -> bool:
    """Whether two shares stand in one sentence."""
    return each.part.sentence == other.part.sentence


def _is_beside_one(fitting: Sequence[Share], each: Share, run: Sequence[Share]) -> bool:
    """Whether its neighbour in the run is a share of that whole."""
    at = run.index(each)
    return any(other in fitting for other in run[max(0, at - 1) : at + 2])


def _fits(each: Share, whole: Statement) -> bool:
    return may_be_of(each, whole) and equation_of(each, whole).holds


def equation_of(each: Share, whole: Statement) -> RatioOf:
    """The share of a part in a whole."""
    return RatioOf(each.share, each.part, whole, finest_place([each.part, whole]))


def _alone(each: Share, candidates: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """A share that fits no whole: wrong where its whole is named in the paragraph, or one slip mends it."""
    own = [
        whole
        for whole in candidates
        if whole.passage is paragraph.passage
        and whole is not each.part
        and whole.start < each.part.start
        and whole.depth <= each.part.depth
        and (whole.period is not Period.BEFORE or each.part.period is Period.BEFORE)
    ]
    if any(is_of_both(each, whole) for whole in own):
        return
    larger = [whole for whole in own if whole.quantity.value >= each.part.quantity.value]
    if (
        not larger
        and len(own) == 1
        and own[0].sentence == each.part.sentence
        and each.part.quantity.value < own[0].quantity.value * 10
    ):
        larger = own
    for whole in own[-2:] if not larger else ():
        equation = equation_of(each, whole)
        if any(
            is_other_scale(member.quantity, due) for member in equation.members[1:] if (due := equation.due(member))
        ):
            yield wrong_share(equation, Proof.CERTAIN)
            return
    if not larger:
        yield from _of_less(each, own, candidates, paragraph)
        return
    named = [whole for whole in larger if is_called(whole, each.whole)]
    for whole in (named or larger)[-2:]:
        equation = equation_of(each, whole)
        if any(is_exchange(member.quantity, due) for member in equation.members if (due := equation.due(member))):
            yield wrong_share(equation, Proof.CERTAIN if whole in named else Proof.LIKELY)
            return
    if named and len({whole.quantity.value for whole in named}) == 1:
        yield wrong_share(equation_of(each, named[-1]), Proof.LIKELY)
    elif not named and any(is_called(whole, each.whole) for whole in candidates if whole not in own):
        yield from _elsewhere(each, candidates, paragraph)
    else:
        yield from _of_the_one(each, larger, paragraph)


def _of_the_one(each: Share, larger: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """A share whose whole no word names: the only larger figure of its sentence, or what opens the one before."""
    unnamed = _GENERAL.match(each.whole) or not each.whole
    only = larger[0] if len(larger) == 1 and unnamed and each.part.sentence == larger[0].sentence else None
    if only is not None and paragraph.joined_to(each.part) is only:
        return  # 人员类366.40万元、公用类31.86万元，公用类占8.0%: beside it, and not what it is of
    whole = only or (leading_whole(each, larger, paragraph) if not each.whole else None)
    if whole is not None:
        yield wrong_share(equation_of(each, whole), Proof.LIKELY)


def _of_less(
    each: Share, own: Sequence[Statement], candidates: Sequence[Statement], paragraph: Paragraph
) -> Iterator[Claim]:
    """抽查合同36份，不合格的37份，占抽查合同的13.89%: the part is larger than what it is said to be of."""
    called = {whole.quantity.value: whole for whole in own if is_called(whole, each.whole)}
    if len(called) == 1:
        yield too_large(each.part, *called.values())
    else:
        yield from _elsewhere(each, candidates, paragraph)


def too_large(part: Statement, whole: Statement) -> Claim:
    """The finding about a part that is more than what it is said to be of."""
    note = _("其中一项 {part} 大于总数 {whole}", part=part, whole=whole)
    label = _("大于总数 {whole}", whole=whole)
    return Claim("part", Bounded(part, whole), False, Proof.LIKELY, part, label, (note,))


def _elsewhere(each: Share, candidates: Sequence[Statement], paragraph: Paragraph) -> Iterator[Claim]:
    """A share of a whole that is stated in another paragraph or in a table, under exactly that name, once."""
    named = [
        whole
        for whole in candidates
        if whole.passage is not paragraph.passage
        and whole.period is Period.NOW
        and not whole.planned
        and goes_by(whole, each.whole)
        and whole.quantity.value >= each.part.quantity.value
    ]
    values = {whole.quantity.value for whole in named}
    if len(values) == 1:
        yield wrong_share(equation_of(each, named[0]), Proof.LIKELY)


def wrong_share(equation: RatioOf, proof: Proof) -> Claim:
    """The finding about a share that is not its part ÷ its whole."""
    return wrong_ratio("share", equation, proof)


def _together(run: list[Share], every: Sequence[Share], paragraph: Paragraph) -> Iterator[Claim]:
    """All shares of one sentence, where their parts make a total or the last is that of the rest."""
    if len(run) < 2 or len({each.whole for each in run if each.whole}) > 1:
        return
    whole = Whole(tuple(each.share for each in run))
    if not whole.holds and not is_complete(run, paragraph):
        whole = with_nameless(whole, [each.share for each in every], paragraph)
    if whole.holds:
        yield Claim("shares", whole, True)
    elif abs(whole.total - 100) <= 25 and _is_all(run, paragraph):
        yield added_up(whole, Proof.CERTAIN)


def added_up(whole: Whole, proof: Proof) -> Claim:
    """What is said of shares that should make 100 % together."""
    total = plain(whole.total)
    note = _("{adding} = {total}%", adding=" + ".join(str(each.quantity) for each in whole.shares), total=total)
    return Claim("shares", whole, whole.holds, proof, whole.shares[0], _("相加得 {total}%", total=total), (note,))


def _is_all(run: Sequence[Share], paragraph: Paragraph) -> bool:
    labels = [each.part.label for each in run]
    closed = paragraph.lexicon.closed_set(labels)
    rest = bool(_REST.search(run[-1].part.label)) and len(run) > _PAIR
    one_sentence = all(other.share.sentence == one.share.sentence for one, other in pairwise(run))
    return is_complete(run, paragraph) or ((closed or rest) and one_sentence)
