"""Totals and their parts in prose: after 其中, 包括, 分别为, in brackets, and before 共计.

A list may divide one total twice (by source, then by use: Linze), so its parts are also read as runs that each make the
total. `sure` says that nothing but the parts of the total can be meant; only then is a wrong sum a contradiction. 其中
alone does not say that everything is listed, and people are counted in several ways at once (党员, 女职工).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.model.quantity import Bound
from reportgen.numbers.arithmetic import added, rounding, same_things
from reportgen.numbers.clauses import (
    bracket_depths,
    clause_start,
    closing_bracket,
    list_end,
    sentence_start,
)
from reportgen.numbers.parts import alike, complementary, labels_of, left_open, overlapping
from reportgen.numbers.reader import Stated
from reportgen.numbers.slips import exchanged, in_another_scale
from reportgen.numbers.totals import total_before

_OPENS = re.compile(
    r"其中(?:包括|包含|有)?[：:，,]?|包括[：:]?|包含[：:]?|分别[为是有]?[：:]?"
    r"|具体(?:为|如下|包括)?[：:]|如下[：:]"
)
_ALL = re.compile(r"共计|总计|合计|总共|累计|一共|总额|总数|总量|总面积|总支出|总收入|总投入|共")
_CLOSES = re.compile(r"(?:共计|总计|合计|总共|一共)[^，。；：、（）]{0,12}$")
_BESIDE = re.compile(r"另|此外|还有|同时|共计|合计")
"""After one of these the list is over: 「……三等奖12名，另有优秀奖10名」."""
_COMPARED = re.compile(r"[比较](?:上年|上一年|去年|前年|往年|同期|年初|预算|(?:19|20)\d\d年)|同比|环比")
"""A figure behind one of these in its clause is that of another year, or a change, and no part of the total."""
_FEW = 2
_LEAST, _MOST, _MOST_OF_TWO = Decimal("-0.1"), Decimal("0.9"), Decimal("0.3")
"""What the parts may lack or have too much, as shares of the total; two parts that have more overlap."""
_ROW, _CHANCE = 4, 20


@dataclass(frozen=True)
class Sum:
    """A total and the numbers that should make it; `sure` when the text can mean nothing else."""

    total: Stated
    parts: tuple[Stated, ...]
    sure: bool = False

    @cached_property
    def holds(self) -> bool:
        """Whether the parts can add up to the total: to what rounding leaves open, or, with 余 and 约, by interval."""
        numbers = [number.quantity for number in (self.total, *self.parts)]
        if any(number.bound is not Bound.EXACT for number in numbers):
            return added(numbers[1:]).meets(numbers[0].interval)
        return abs(self.difference) <= rounding(numbers[0], numbers[1:])

    @cached_property
    def difference(self) -> Decimal:
        """What the parts have too much, in base units."""
        return sum((part.quantity.value for part in self.parts), Decimal(0)) - self.total.quantity.value

    @property
    def misplaced(self) -> Stated | None:
        """The one number in 元 among 万元, or the other way about, with which the sum would hold in their unit."""
        at = in_another_scale(self.total.quantity, [part.quantity for part in self.parts])
        return None if at is None else (self.total, *self.parts)[at]


def candidate_sums(text: str, numbers: Sequence[Stated]) -> list[Sum]:
    """The sums that a text states, in the order of their totals; of a total that comes out right, only those."""
    if len(numbers) <= _FEW:
        return []
    depths = bracket_depths(text)
    ways = (_in_brackets, _after_opening, _before_closing, _in_a_row)
    found = [each for way in ways for each in way(text, numbers, depths)]
    sure = {(each.total, each.parts) for each in found if each.sure}
    right = {each.total for each in found if each.holds}
    wrong = {each.total for each in found if each.sure and not each.holds}
    kept = {
        (each.total, each.parts): replace(each, sure=(each.total, each.parts) in sure)
        for each in found
        if each.holds or each.total not in right or (each.sure and each.total in wrong)
    }
    return sorted(kept.values(), key=lambda each: (each.total.start, each.parts[0].start))


def _in_brackets(text: str, numbers: Sequence[Stated], depths: list[int]) -> Iterator[Sum]:
    """22件（一楼4件、二楼11件、三楼7件）."""
    for index, total in enumerate(numbers):
        after = re.match(r"[^，。；：、（）\d]{0,8}[（(]", text[total.end :])
        if after is None:
            continue
        opening = total.end + after.end()
        depth = depths[total.start] + 1
        inside = [n for n in numbers[index + 1 :] if n.start >= opening]
        parts = _parts(text, total, _until(inside, depths, depth), depths, depth)
        end = closing_bracket(text, opening)
        yield from _divided(total, parts, _sure(text, total, parts, end, strong=True))


def _until(numbers: Sequence[Stated], depths: list[int], depth: int) -> list[Stated]:
    """The numbers up to the end of the bracket."""
    kept = []
    last = None
    for number in numbers:
        since = last.end if last else number.start
        if any(each < depth for each in depths[since : number.start + 1]):
            break
        kept.append(number)
        last = number
    return kept


def _after_opening(text: str, numbers: Sequence[Stated], depths: list[int]) -> Iterator[Sum]:
    """T，其中a，b，c; T。其中：a、b; the list ends with its sentence, or sooner at a semicolon."""
    for opening in _OPENS.finditer(text):
        depth = depths[opening.start()]
        before = [n for n in numbers if n.end <= opening.start() and depths[n.start] <= depth]
        if not before:
            continue
        end = list_end(text, opening.end(), depths, depth)
        beside = _BESIDE.search(text, opening.end(), end)
        end = beside.start() if beside else end
        listed = [n for n in numbers if opening.end() <= n.start < end]
        total = total_before(text, before, listed, opening.start())
        if total is None:
            continue
        sameafter = [n.start for n in listed if same_things(n.quantity, total.quantity)]
        openings = [each.start() for each in _OPENS.finditer(text, opening.end(), end) if depths[each.start()] == depth]
        inner = next((at for at in openings if any(at < start for start in sameafter)), end)
        colon = opening[0][-1] in "：:" or "分别" in opening[0]
        strong = colon or bool(_ALL.search(text[clause_start(text, total.start) : total.start]))
        semicolon = next((at for at in range(opening.end(), end) if text[at] in "；;" and depths[at] == depth), end)
        for stop in dict.fromkeys((semicolon, end)):
            parts = _parts(text, total, [n for n in listed if n.start < stop], depths, depth)
            certain = stop == (end if colon else semicolon)
            sure = certain and stop <= inner and _sure(text, total, parts, stop, strong=strong)
            yield from _divided(total, parts, sure)


def _before_closing(text: str, numbers: Sequence[Stated], depths: list[int]) -> Iterator[Sum]:
    """a、b和c，共计T: the parts are a run of numbers that ends right before the total."""
    for index, total in enumerate(numbers):
        begin = sentence_start(text, total.start)
        if not _CLOSES.search(text[begin : total.start]):
            continue
        earlier = [n for n in numbers[:index] if n.start >= begin]
        parts = _parts(text, total, earlier, depths, depths[total.start])
        runs = [Sum(total, tuple(parts[start:])) for start in range(len(parts) - 1)]
        right = [run for run in runs if run.holds]
        if right:
            yield right[0]
        elif runs:
            alone = len(parts) == len(earlier) and _comes_near(runs[0])
            yield replace(runs[0], sure=alone and _sure(text, total, parts, parts[-1].end, strong=True))


def _in_a_row(text: str, numbers: Sequence[Stated], depths: list[int]) -> Iterator[Sum]:
    """109场次，馆内62场次，每次40人左右，馆外47场次: no word says so, but the next ones of its unit make it to the dot.

    Small numbers do so by chance.
    """
    for index, total in enumerate(numbers):
        if total.quantity.number <= _CHANCE:
            continue
        depth = depths[total.start]
        stop = list_end(text, total.end, depths, depth)
        parts = _parts(text, total, [n for n in numbers[index + 1 :] if n.start < stop], depths, depth)
        for count in range(_FEW, min(len(parts), _ROW) + 1):
            each = Sum(total, tuple(parts[:count]))
            if not each.difference and alike(text, parts[:count]):
                yield each


def _parts(text: str, total: Stated, numbers: Sequence[Stated], depths: list[int], depth: int) -> list[Stated]:
    same = [n for n in numbers if depths[n.start] == depth and same_things(n.quantity, total.quantity)]
    return [n for n in same if not _COMPARED.search(text[clause_start(text, n.start) : n.start])]


def _divided(total: Stated, parts: list[Stated], sure: bool) -> Iterator[Sum]:
    """The whole list, or two divisions of one total that follow each other; wrong ones are sure when they come near."""
    if len(parts) < _FEW:
        return
    for runs in ([parts], *([parts[:at], parts[at:]] for at in range(_FEW, len(parts) - 1))):
        sums = [Sum(total, tuple(run)) for run in runs]
        if all(each.holds for each in sums):
            yield from (replace(each, sure=sure) for each in sums)
            return
    if _comes_near(Sum(total, tuple(parts))):
        yield Sum(total, tuple(parts), sure)
        return
    halves = [(Sum(total, tuple(parts[:at])), Sum(total, tuple(parts[at:]))) for at in range(_FEW, len(parts) - 1)]
    fitting = [pair for pair in halves if _one_slip(*pair) and all(map(_comes_near, pair))]
    fitting.sort(key=lambda pair: not any(each.misplaced for each in pair))
    for pair in fitting[:1]:
        yield from (replace(each, sure=sure) for each in pair)
    if not fitting:
        yield Sum(total, tuple(parts))


def _one_slip(first: Sum, second: Sum) -> bool:
    """Whether one wrong number explains both divisions: a part of one of them, or the total of both."""
    return first.holds != second.holds or first.difference == second.difference


def _comes_near(each: Sum) -> bool:
    """Whether the parts are all the parts: what is missing is a tenth at most, or one digit of a number that is not
    round, or two digits have changed places, or a unit is wrong; they are not nearly the double, which would be two
    divisions of one total."""
    if each.holds:
        return True
    total = each.total.quantity.value
    if total <= 0:
        return False
    if each.misplaced or exchanged(total, total + each.difference):
        return True
    share = each.difference / total
    slip = _digits(each.difference) == 1 and _digits(total) > _FEW and len(each.parts) > _FEW
    most = _MOST if len(each.parts) > _FEW else _MOST_OF_TWO
    return _LEAST <= share <= most or (slip and share < 0)


def _digits(number: Decimal) -> int:
    """How many digits there are between the first and the last that is not zero."""
    return len(number.normalize().as_tuple().digits)


def _sure(text: str, total: Stated, parts: list[Stated], end: int, *, strong: bool) -> bool:
    """Whether a wrong sum of these parts can only be an error.

    All are exact and written with a unit; no label speaks of something that overlaps, nothing is left out by 等; the
    words say that all is listed (共, a colon, brackets), the labels leave no third (馆内, 馆外) or there are three and
    more; the labels are of one kind, or there are four and more. That a sum holds with one unit mended is proof enough.
    """
    everything = [total, *parts]
    if len(parts) < _FEW or any(n.quantity.bound is not Bound.EXACT or not n.quantity.unit for n in everything):
        return False
    if Sum(total, tuple(parts)).misplaced:
        return True
    labels = labels_of(text, parts)
    if total.quantity.kind == "%" or not (strong or len(parts) > _FEW or complementary(labels)):
        return False
    if overlapping(labels) or left_open(text[parts[-1].end : end]):
        return False
    return len(parts) > _FEW + 1 or complementary(labels) or alike(text, parts)
