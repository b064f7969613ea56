"""The figures of a document for those who look for one told again: by what they count, and by the words they are of."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from reportgen import patterns as re
from reportgen.numbers.labels import pairs_of
from reportgen.record import Struct
from reportgen.statements.one_thing import may_be_told_again
from reportgen.statements.repeated_names import kind_of
from reportgen.statements.statement import Origin, Statement
from reportgen.statements.things import stage, things_of

_PART, _BASIC = re.compile("项目|基本"), "基本"
_FEWEST, _WORD = 2, 2
MANY = 40
"""A word of so many figures, or a unit, tells nothing."""

_Key = TypeVar("_Key", bound=Hashable)


class Told(Struct, frozen=True, dict=True):
    """The figures of a document, and what is known of them."""

    every: Sequence[Statement]
    tied: Set[Statement]
    again: Set[Statement]
    year: int | None
    """That of the document."""

    @cached_property
    def retelling(self) -> Mapping[int, int]:
        """How many figures of a paragraph are told elsewhere."""
        return Counter(each.block for each in self.again if each.origin is Origin.PROSE)

    @cached_property
    def kinds(self) -> Mapping[tuple[str, int], Sequence[Statement]]:
        """Those that may be told again, by what they count and how finely."""
        return _grouped((kind_told(each), each) for each in self.every if may_be_told_again(each))

    @cached_property
    def _words(self) -> Mapping[tuple[tuple[str, int], str], Sequence[Statement]]:
        """The same by each two characters of what they are of."""
        return _grouped(
            ((kind_told(each), pair), each) for group in self.kinds.values() for each in group for pair in _pairs(each)
        )

    @cached_property
    def said(self) -> Mapping[tuple[int, str, Decimal], int]:
        """How often a paragraph says a figure."""
        return Counter((each.block, kind_of(each), each.quantity.value) for each in self.every)

    @cached_property
    def _general(self) -> Mapping[tuple[str, int, str, str], Sequence[Statement]]:
        """Money of a stage and of no thing: the largest of all, and the next."""
        found = _grouped(
            (self._budget(each), each)
            for each in self.every
            if each.quantity.unit == "元" and may_be_told_again(each) and is_general(each)
        )
        largest = {key: sorted({one.quantity.value for one in group})[-_FEWEST:] for key, group in found.items()}
        return {key: [one for one in group if one.quantity.value in largest[key]] for key, group in found.items()}

    @cached_property
    def _parted(self) -> bool:
        """Whether the money is told by its parts; in a paper of one project 项目预算 is all there is."""
        return any(each.quantity.unit == "元" and _BASIC in f"{each.label}{each.row}" for each in self.every)

    def _budget(self, each: Statement) -> tuple[str, int, str, str]:
        """Which budget, or outcome, it is: 项目资金120.00万元 is no slip of 预算320.00万元, 基本支出200.00万元."""
        part = _PART.search(f"{each.label}{each.row}") if self._parted else None
        return (*kind_told(each), stage(each), part[0] if part else "")

    def whole(self, each: Statement) -> list[Statement]:
        """The largest money of its stage, as often as it is told: the whole has the largest budget of all."""
        others = [one for one in self._general[self._budget(each)][:MANY] if one is not each]
        most = max((one.quantity.value for one in others), default=None)
        return [one for one in others if one.quantity.value == most]

    @cached_property
    def paragraphs(self) -> Mapping[int, Sequence[Statement]]:
        """Those of the running text by their paragraphs."""
        return _grouped((each.block, each) for each in self.every if each.origin is Origin.PROSE)

    def named(self, each: Statement) -> list[Statement]:
        """Those that share a word with it; a word of very many tells nothing."""
        groups = (self._words.get((kind_told(each), pair), ()) for pair in sorted(_pairs(each)))
        return list(dict.fromkeys(one for group in groups if len(group) <= MANY for one in group if one is not each))


def _grouped(pairs: Iterable[tuple[_Key, Statement]]) -> Mapping[_Key, list[Statement]]:
    found: dict[_Key, list[Statement]] = defaultdict(list)
    for key, each in pairs:
        found[key].append(each)
    return found


def kind_told(each: Statement) -> tuple[str, int]:
    """What it counts, and how finely it is written."""
    return kind_of(each), each.quantity.decimals


def _pairs(each: Statement) -> set[str]:
    """Each two characters of what it is of."""
    return {pair for name in things_of(each) for pair in pairs_of(name)}


def is_general(each: Statement) -> bool:
    """预算2,186.00万元, 实际花了2,113.10万元: money of a stage and of no thing; the sum of the table."""
    return each.quantity.unit == "元" and stage(each) != "" and not things_of(each) and not each.depth
