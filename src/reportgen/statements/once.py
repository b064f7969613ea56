"""What there is only one of, stated in two places: what a unit has, a part told alone, the rate of the same count."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same, SumOf
from reportgen.statements.lexicon import alternation, lexicon
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.repeated_names import differ, of_two_units
from reportgen.statements.statement import Period, Role, Statement

_TOTAL = re.compile(r"共|合计|累计|总")
_RATE = re.compile(r"(?P<name>[^\W\d_]{2,12}率)(?:为|是|达到?|约)*$")
_SHORT, _LONG, _NEAR, _APART = 2, 6, 20, 3


def only_once(paragraphs: Sequence[Paragraph], sums: Sequence[Claim]) -> Iterator[Claim]:
    """What is stated a second time with another figure; `sums` are those of the paragraphs, right and wrong."""
    prose = [each for paragraph in paragraphs for each in paragraph.statements if not paragraph.passage.level]
    here = [each for each in prose if each.exact and each.period is Period.NOW and not each.planned and not each.depth]
    yield from _of_the_unit([each for each in here if each.role is Role.AMOUNT])
    yield from _part_alone(here, sums)
    yield from _rates_apart(paragraphs)


@cache
def _unique() -> re.Pattern[str]:
    words = lexicon().lists
    return re.compile(
        rf"(?:{alternation(words['全体'])})*(?P<what>{alternation(words['唯一'])})(?:数量?|共?为|是|共|[:：])*"
    )


def _of_the_unit(amounts: Sequence[Statement]) -> Iterator[Claim]:
    """建筑面积, 开放天数, 核定编制: of the whole unit, and of nothing else."""
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for each in amounts:
        found = _unique().fullmatch(each.label)
        if found is not None and "其中" not in each.label:
            told[found["what"], each.quantity.kind].append(each)
    for every in told.values():
        first = every[0]
        if len({each.quantity.value for each in every}) > _SHORT or any(of_two_units(first, each) for each in every):
            continue  # so many school rolls are those of several schools
        for each in every:
            if first.passage is not each.passage and not Same(first, each).holds:
                yield differ(first, each, Proof.LIKELY, "once")


def _part_alone(here: Sequence[Statement], sums: Sequence[Claim]) -> Iterator[Claim]:
    """开展科普活动109场次，馆内62场次，馆外47场次; elsewhere: 共计开展各类馆外科普活动42场次."""
    for claim in sums:
        equation = claim.equation
        if not claim.holds or not isinstance(equation, SumOf):
            continue
        deed = _TOTAL.sub("", equation.total.label)
        for part in equation.parts if len(deed) > _SHORT else ():
            what = part.label.removeprefix("其中")
            if _SHORT <= len(what) <= _LONG:
                yield from (
                    differ(total, part, Proof.LIKELY, "once") for total in here if _is_total_of(total, part, what, deed)
                )


def _is_total_of(total: Statement, part: Statement, what: str, deed: str) -> bool:
    words = total.label
    of_it = what in words and deed[:2] in words and deed[-2:] in words and len(words) > _LONG and _TOTAL.search(words)
    if not of_it or total.passage is part.passage or not same_things(total.quantity, part.quantity):
        return False
    less, more = sorted((total.quantity.value, part.quantity.value))
    return less < more <= less * _APART and not Same(total, part).holds


def _rates_apart(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """达标活动34个，质量达标率94.4%; elsewhere: 达标活动34个，质量达标率84.4%."""
    firsts: dict[tuple[str, str, str], Statement] = {}
    for paragraph in paragraphs:
        for count, rate in pairwise(paragraph.statements) if "率" in paragraph.text else ():
            named = _RATE.search(rate.label)
            near = rate.start - count.end < _NEAR and rate.sentence == count.sentence
            if named is None or not near or count.role is not Role.AMOUNT or len(count.label) < _SHORT:
                continue
            if rate.period is not Period.NOW or rate.planned or not rate.exact or rate.quantity.unit != "%":
                continue
            first = firsts.setdefault((count.label, count.text, named["name"]), rate)
            if first.passage is not rate.passage and not Same(first, rate).holds:
                yield differ(first, rate, Proof.LIKELY, "once")
