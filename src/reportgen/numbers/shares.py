"""Shares of one whole in a sentence: 财政拨款1000万元，占83.3%；其他收入200万元，占16.7%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.model.quantity import Bound
from reportgen.numbers.labels import label_of
from reportgen.numbers.reader import Stated
from reportgen.numbers.sums import candidate_sums

_SHARE = re.compile(r"占(?:比|比重|[^，。；、\d]{0,8}[的比])?(?:重)?(?:为|约|达)?\s*$")
_REST = re.compile(r"其他|其余|剩余")
_LEVELS = re.compile(r"不满意|不合格|不及格|不达标|不了解")
_OVERLAPPING = re.compile(r"党员|团员|女|少数民族|职称|学历|高级|退休|优秀")
"""What one person can be besides something else."""
_SENTENCE = re.compile(r"[^。！？\n]+")
_FEW = 3


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
    for found in _SENTENCE.finditer(text):
        shares = [n for n in numbers if found.start() <= n.start < found.end() and _is_share(text, n)]
        if len(shares) > 1:
            parts = _parts(text, numbers, shares)
            if parts:
                yield Shares(tuple(shares), parts)
            elif len(shares) >= _FEW and _says_the_rest(text, shares) and not _OVERLAPPING.search(found[0]):
                yield Shares(tuple(shares))


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
