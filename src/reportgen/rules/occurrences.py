"""Which passages hold the characters without which a rule has nothing to say: looked for once, for all rules together.

Sixty rules read running text, and a final account has thousands of cells. Most of these are one figure, of which no
rule of language speaks; and most rules speak of a mark or a word that most passages do not hold.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property

from reportgen import patterns as re
from reportgen.statements.passages import Passage

DIGIT, HANZI = "\ue000", "\ue001"
"""In what a rule needs: any digit, any hanzi."""
_FIGURE = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{1,9})(?:\.[0-9]{1,8})?%?")
"""1,126.60, -0.5 or 98.00%; a number of more digits may be somebody's."""
_KINDS = ((DIGIT, re.compile(r"\d")), (HANZI, re.compile("[㐀-鿿]")))


class Occurrences:
    """The passages of a scene by the characters that they hold, of those `groups` that may be asked for."""

    def __init__(self, passages: Iterable[Passage], groups: Iterable[str]) -> None:
        self._asked = frozenset("".join(groups))
        self._passages = [each for each in passages if not _FIGURE.fullmatch(each.text)]
        self._known: dict[str, set[int]] = {}

    def holding(self, needs: tuple[str, ...]) -> Sequence[Passage]:
        """The passages that are more than a figure and hold, of each group of characters, at least one."""
        if not needs:
            return self._passages
        return [self._passages[at] for at in sorted(set.intersection(*map(self._with_one_of, needs)))]

    def _with_one_of(self, group: str) -> set[int]:
        if group not in self._known:
            self._known[group] = set().union(*(self._places.get(char, ()) for char in group))
        return self._known[group]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The numbers of the passages in which each character stands."""
        found: dict[str, list[int]] = {DIGIT: [], HANZI: []}
        for at, passage in enumerate(self._passages):
            for char in self._asked.intersection(passage.text):
                found.setdefault(char, []).append(at)
            for kind, one in _KINDS:
                if one.search(passage.text):
                    found[kind].append(at)
        return found
