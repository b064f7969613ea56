"""Totals and their parts in running text: 其中, 包括, 分别为, brackets, 由……组成, before 合计, or simply in a row.

A list that misses its total is no error by itself: 其中 may be partial. It becomes one when a single slip mends it,
when its labels leave no other (基本支出, 项目支出), when the parts have too much, or when the words say that all is
listed and little is missing.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import HALF_ENDS
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.each_of_them import with_each
from reportgen.statements.equations import SumOf
from reportgen.statements.flows import tells_a_flow
from reportgen.statements.graded_lists import sums_of_first
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.outgrown_lists import of_two_kinds
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Statement
from reportgen.statements.sum_claims import sum_claim
from reportgen.statements.sum_closings import WEAK, added_up
from reportgen.statements.sum_heads import is_of_another
from reportgen.statements.sum_lists import sum_lists
from reportgen.statements.sum_pieces import is_told_in_pieces
from reportgen.statements.sum_place import SumList, opening_words
from reportgen.statements.sum_proofs import lacks_a_figure, mended, proof_of
from reportgen.statements.sum_runs import halves, holding, is_headed, leading_runs, several_ways, some_of
from reportgen.statements.sum_ways import (
    are_times_of,
    is_closed_behind,
    is_denied_within,
    is_divided_within,
    is_factor,
    is_full,
    is_made_up,
    is_no_plain_list,
    is_one_of_more,
    is_ordinal,
    is_second_way,
    is_told_first,
    joined_to_semicolon,
    special_ways,
    told_as_rate,
    without_budgets,
)

_YEAR = re.compile(r"20\d{2}年")
_TAKEN = re.compile("扣|失|丢")
"""效益30分扣2分: no points that were won."""
_IN_TWO_UNITS = re.compile("[（(][册件套台份种个辆艘]+[）)]")
_FEW = 2


def sums(paragraph: Paragraph) -> Iterator[Claim]:
    """Every sum that a paragraph states, right and wrong; of a total that comes out right, only that."""
    if len(paragraph.statements) <= _FEW:
        return
    found: dict[tuple[Statement, ...], Claim] = {}
    for claim in (claim for listed in sum_lists(paragraph) for claim in _judged(listed, paragraph)):
        found.setdefault(claim.members, claim)
    settled = {member for claim in found.values() if claim.holds for member in claim.members[:1]}
    made = [{*claim.members[1:]} for claim in found.values() if claim.holds]
    whole = [{*claim.members} for claim in found.values() if claim.holds]
    for claim in found.values():
        within = any({*claim.members} <= each for each in whole)  # one part against the others
        known = claim.members[0] in settled and not is_second_way(claim, made)
        known = known and not is_told_first(claim, found.values()) and not is_headed(claim)
        known = known and not is_closed_behind(claim, paragraph.lexicon)
        again = {*claim.members[1:]} in made and not is_made_up(claim) and not added_up(claim.members[0])
        if claim.holds or not (known or within or again):
            yield claim
    yield from sums_of_first(paragraph)


def _judged(listed: SumList, paragraph: Paragraph) -> Iterator[Claim]:
    """The first way to read the list that comes out right; else the one that can only be wrong."""
    added = paragraph.added_within(listed.start, listed.end)
    if len(added) < _FEW and not (added and "各" in paragraph.text[listed.start : listed.end]):
        return
    read = [(total, ways) for total in listed.totals if (ways := _long_ways(listed, total, paragraph))]
    nearest = read[0][0].quantity.unit if read else ""
    read = [
        (total, ways) for total, ways in read if total.quantity.unit == nearest or ways[0][0].quantity.unit != nearest
    ]  # 编制58名，在编54人，其中高级43人、中级15人: people are parts of the people
    words = paragraph.lexicon
    kinds = list(dict.fromkeys(ways[0][0].quantity.kind for _total, ways in read))
    for kind in kinds:  # 七个县城308平方公里，其中前四个196平方公里，后三个112平方公里: one list of each kind
        of_kind = [(total, ways) for total, ways in read if ways[0][0].quantity.kind == kind]
        if right := next((right for total, ways in of_kind if (right := _right(total, ways, words))), []):
            yield from right
        elif kind == kinds[0]:
            yield from _not_right(listed, *of_kind[0], paragraph)


def _not_right(
    listed: SumList, total: Statement, ways: Sequence[tuple[Statement, ...]], paragraph: Paragraph
) -> Iterator[Claim]:
    """What a list says whose figures do not simply make the total."""
    if is_one_of_more(total, ways, paragraph):
        return
    words = paragraph.lexicon
    closed = words.closed_set(each.label for each in ways[0])
    if runs := halves(total, ways) or ([] if closed else leading_runs(total, ways, words)):
        yield from runs
    elif some := some_of(total, ways):
        yield Claim("sum", some, True)
    else:
        yield from _wrong(listed, total, ways, paragraph)


def _long_ways(listed: SumList, total: Statement, paragraph: Paragraph) -> list[tuple[Statement, ...]]:
    return [way for way in dict.fromkeys(_ways(listed, total, paragraph)) if len(way) >= _FEW]


def _right(total: Statement, ways: Sequence[tuple[Statement, ...]], lexicon: Lexicon) -> list[Claim]:
    if divided := several_ways(total, ways, lexicon):
        return divided
    for way in [way for way in ways if way[-1].end <= total.start]:  # 更换30组，城区22组，道路口8组，共30组
        for at in range(1, len(way) - 1):
            told = total.quantity.digits > _FEW or all(each.quantity.value >= total.quantity.value for each in way[:at])
            if told and (each := holding(total, way[at:])):
                return [Claim("sum", each, True)]
    for way in ways:
        if each := holding(total, way):
            return [Claim("sum", each, True)]
    for way in ways:
        for at in range(_FEW, len(way) - 1):
            if (first := holding(total, way[:at])) and (second := holding(total, way[at:])):
                return [Claim("sum", half, True) for half in (first, second)]
    return []


def _ways(listed: SumList, total: Statement, paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """The lists that may be meant: to the semicolon, or to the end; without what is listed within, or with it."""
    inside = _of_its_kind(listed, total, paragraph)
    if each_of_them := with_each(inside, total, listed, paragraph):
        yield each_of_them  # 中央178.2万元，省、市各71.28万元，县35.64万元
    if len(inside) < _FEW:
        return
    if total.concept != "满分" and not all(map(is_full, inside)):  # 预算执行10分得9.66分: the first is no part
        inside = [each for each in inside if not is_full(each)]
    if listed.end <= total.start:
        held = total.concept != "编制" and any(each.concept == "在编" for each in inside)
        inside = [each for each in inside if each.end <= total.start and not (held and each.concept == "编制")]
    everything = inside
    if not all(_YEAR.search(each.label) for each in inside):  # 支付2022年的费用, 支付2023年的费用
        inside = [each for each in inside if each.period is total.period]
    semicolon = _semicolon(listed, paragraph)
    yield from special_ways(listed, inside, paragraph)
    nested = set(_nested(listed, inside, paragraph))
    outer = tuple(each for each in inside if each not in nested)
    yield outer
    if semicolon >= 0:
        yield tuple(each for each in outer if each.end <= semicolon)
        yield tuple(each for each in inside if each.end <= semicolon)
    if nested:
        yield tuple(inside)
    if len(inside) < len(everything):  # 已支付560万元，其中2023年度尾款120万元、2024年进度款440万元
        yield tuple(everything)


def _semicolon(listed: SumList, paragraph: Paragraph) -> int:
    """Where the first semicolon of a list stands, outside brackets that it holds; -1 where it has none."""
    found = paragraph.text.find("；", listed.start, listed.end)
    while found >= 0 and paragraph.depths[found] != listed.depth:
        found = paragraph.text.find("；", found + 1, listed.end)
    return found


def _of_its_kind(listed: SumList, total: Statement, paragraph: Paragraph) -> list[Statement]:
    """The figures of a list that may be parts of a total."""
    return without_budgets(
        total,
        [
            each
            for each in paragraph.added_within(listed.start, listed.end)
            if each.depth == listed.depth
            and each is not total
            and (same_things(each.quantity, total.quantity) or are_times_of(each, total, listed))
            and each.exact is total.exact
            and not is_ordinal(each)
            and not is_factor(each)
            and not (total.quantity.unit == "分" and _TAKEN.search(each.label))
        ],
    )


def _nested(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> Iterator[Statement]:
    """What is listed within the list: behind 其中, up to the next semicolon (C2 of the trial)."""
    text = paragraph.text
    for opening in opening_words(paragraph.lexicon).finditer(text, listed.start, listed.end):
        if paragraph.depths[opening.start()] != listed.depth or not any(each.end <= opening.start() for each in inside):
            continue
        stop = next((at for at in range(opening.end(), listed.end) if text[at] in HALF_ENDS), listed.end)
        yield from (each for each in inside if opening.end() <= each.start < stop)


def _wrong(
    listed: SumList, total: Statement, ways: Sequence[tuple[Statement, ...]], paragraph: Paragraph
) -> Iterator[Claim]:
    if _IN_TWO_UNITS.match(paragraph.text, total.end):
        return  # 馆藏312.64万册（件），其中图书268.40万册、……、视听文献25.32万件
    every = [SumOf(total, way) for way in ways if all(each.exact for each in (total, *way))]
    every = [each for each in every if not tells_a_flow(each)]
    every = [each for each in every if not (lacks_a_figure(each, paragraph) or _is_of_its_first(each))]
    every = [each for each in every if not of_two_kinds(total, each.missing, paragraph)]
    every = _not_told_as_rate(every, paragraph)
    every = [each for each in every if not is_denied_within(each)]
    every = [each for each in every if not (is_no_plain_list(each) or is_told_in_pieces(each, paragraph))]
    for equation in every:
        if odd := mended(equation):
            many = listed.words not in WEAK and (listed.words or len(equation.parts) > _FEW)
            proof = Proof.CERTAIN if many else Proof.LIKELY
            yield sum_claim("sum", equation, proof, odd)
            return
    headed = listed.words == "："
    for equation in sorted(every, key=lambda each: abs(each.missing))[:1] if headed else every[:1]:
        proof = proof_of(listed, equation, paragraph)
        if proof and not _ends_before(listed, equation, every) and not is_of_another(listed, total, paragraph):
            yield sum_claim("sum", equation, proof)
            return
    for equation in every[1:]:  # （男334人、女42人；初次95人）: what leaves no other ends at the semicolon
        closed = listed.words and paragraph.lexicon.closed_set(each.label for each in equation.parts)
        told = not listed.words or joined_to_semicolon(equation)
        if closed or (told and proof_of(listed, equation, paragraph)):
            yield sum_claim("sum", equation, Proof.CERTAIN if closed else Proof.LIKELY)
            return


def _not_told_as_rate(every: Sequence[SumOf], paragraph: Paragraph) -> list[SumOf]:
    """新增3.41万人，甲1.98万人、乙0.86万人，占83.3%；再就业0.97万人: a list ends where a share says how much it is."""
    rates = {each: rate for each in every if (rate := told_as_rate(each, paragraph))}
    end = min((rate.start for rate in rates.values()), default=len(paragraph.text))
    return [each for each in every if each not in rates and each.parts[-1].start < end]


def _is_of_its_first(equation: SumOf) -> bool:
    """需补助365.4万元：中央178.2万元，省、市各71.28万元，县35.64万元: half of it by chance, and two digits tell."""
    return is_divided_within(equation) and mended(equation) is not equation.total


def _ends_before(listed: SumList, equation: SumOf, every: Sequence[SumOf]) -> bool:
    """新增就业3.41万人，其中甲1.98万人、乙0.86万人；再就业0.97万人: too much only with what the semicolon parts."""
    if equation.missing >= 0 or listed.words == "合计":
        return False
    parts = equation.parts
    text = equation.total.passage.text
    if listed.words.startswith("分布") and "；" in text[parts[0].end : parts[1].start]:
        return True  # 产业项目14个，分布在东坪等9个村；基础设施项目7个: what follows is counted for itself
    shorter = [each for each in every if len(each.parts) < len(parts) and parts[: len(each.parts)] == each.parts]
    return any(each.missing > 0 for each in shorter)
