"""Shares of one whole in a sentence: each behind its part (财政拨款1000万元，占83.3%；其他收入200万元，占16.7%) or all
behind all parts (讲座48万元，竞赛32万元，占项目资金的比例分别为60%、40%)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import sentences
from reportgen.numbers.labels import label_of
from reportgen.numbers.reader import Stated
from reportgen.numbers.sums import Sum, candidate_sums

_SHARE = re.compile(r"占(?:比|比重|[^，。；、\d]{0,8}[的比])?(?:重)?(?:为|约|达)?\s*$")
_REST = re.compile(r"其他|其余|剩余")
_LEVELS = re.compile(r"不满意|不合格|不及格|不达标|不了解")
_OVERLAPPING = re.compile(r"党员|团员|女|少数民族|职称|学历|高级|退休|优秀")
"""What one person can be besides something else."""
_FEW = 3
_ALL = ("总数", "总额", "总量", "合计", "全部", "总计")


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of everything that makes a whole, and the parts that they are shares of, where these are stated."""

    shares: tuple[Stated, ...]
    parts: tuple[Stated, ...] = ()

    @property
    def total(self) -> Decimal:
        """What they add up to, in percent."""
        return sum((share.quantity.number for share in self.shares), Decimal(0))

    @property
    def holds(self) -> bool:
        """Whether they make 100 %, as rounded."""
        finest = min(Decimal(1).scaleb(-share.quantity.decimals) for share in self.shares)
        return abs(self.total - 100) <= finest / 2 * len(self.shares)


def complete_shares(text: str, numbers: Sequence[Stated]) -> Iterator[Shares]:
    """The lists of shares of which it is certain that nothing is left out."""
    for found in sentences(text):
        shares = [n for n in numbers if found.start() <= n.start < found.end() and _is_share(text, n)]
        if len(shares) > 1:
            parts = _parts(text, numbers, shares)
            if parts:
                yield Shares(tuple(shares), parts)
            elif len(shares) >= _FEW and _says_the_rest(text, shares) and not _OVERLAPPING.search(found[0]):
                yield Shares(tuple(shares))


_ROW = re.compile(r"占(?P<whole>[^，。；、\d]{0,10}?)的?(?:比|比例|比重|份额)?(?:分别|依次)(?:为|是|达)?[：:]?$")


def shares_in_a_row(text: str, numbers: Sequence[Stated]) -> Iterator[Shares]:
    """a、b、c，占比分别为x%、y%、z%: as many as there are parts of a sum that holds, and of no other whole."""
    for each in candidate_sums(text, numbers) if "分别" in text or "依次" in text else ():
        last = each.parts[-1]
        row = [n for n in numbers if n.start >= last.end][: len(each.parts)]
        said = _ROW.search(text, last.end, row[0].start) if each.holds and len(row) == len(each.parts) else None
        if said and _one_row(text, row) and _of_the_total(text, said, each):
            yield Shares(tuple(row), each.parts)


def _one_row(text: str, row: Sequence[Stated]) -> bool:
    """Whether they are exact rates with nothing but marks between them, and none follows."""
    exact = all(n.quantity.unit == "%" and n.quantity.bound is Bound.EXACT for n in row)
    joined = all(text[one.end : other.start].strip() in ("、", "，", "和", "及", "与") for one, other in pairwise(row))
    return exact and joined and not re.match(r"[、和及与，]\d", text[row[-1].end :])


def _of_the_total(text: str, said: re.Match[str], each: Sum) -> bool:
    """Whether the whole is not named, or is what the total is called."""
    between = text[each.parts[-1].end : said.start()]
    named = said["whole"].lstrip("其该")
    return "。" not in between and (not named or label_of(text, each.total).endswith(named) or named in _ALL)


def _is_share(text: str, number: Stated) -> bool:
    exact = number.quantity.unit == "%" and number.quantity.bound is Bound.EXACT
    return exact and bool(_SHARE.search(text, max(0, number.start - 14), number.start))


def _parts(text: str, numbers: Sequence[Stated], shares: list[Stated]) -> tuple[Stated, ...]:
    """The parts of a sum that holds, each with its share right behind it."""
    for each in candidate_sums(text, numbers):
        behind = [next((n for n in numbers if n.start >= part.end), None) for part in each.parts]
        if each.holds and behind == shares:
            return each.parts
    return ()


def _says_the_rest(text: str, shares: list[Stated]) -> bool:
    """Whether the last share is that of all others, or of those at the lowest level."""
    between = text[shares[-2].end : shares[-1].start]
    label = label_of(text, shares[-1])
    return bool(_REST.search(between) or _LEVELS.search(between) or _LEVELS.search(label))
