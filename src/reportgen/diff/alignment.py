"""Which member of the new draft is which of the old one: kept, changed, split, joined, moved, deleted, inserted.

Members that say the same are found first. What lies between them is paired by the words that it shares, in order; what
then has no partner may be part of a neighbour that was split or joined, or may have been moved.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from reportgen.diff.members import Member, Sort
from reportgen.record import Struct, replace

_ALIKE = 0.4
"""Shared words from which on two paragraphs are one that was changed."""
_TABLES_ALIKE = 0.2
"""A table that was filled with other figures still has its heads."""
_SAME_SORT = 0.02
"""A heading is rather a heading of before than a paragraph that says the same."""
_CONTAINED = 0.6
"""Of the words of a piece, those that the paragraph has from which it was split."""
_FEWEST = 10
"""Characters by which a paragraph is known at another place, or within another one."""
_MOST = 90_000
"""Pairs that are looked at between two places that are the same; beyond, members are paired in their order."""


class Step(Struct, frozen=True):
    """Members of the old draft that became members of the new one; one side is empty for what was deleted or inserted.

    Two old members beside one new one were joined, one beside two was split. `moved` is the number of the member at the
    other place, on the other side; None for what was not moved.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: int | None = None


def aligned(old: Sequence[Member], new: Sequence[Member], pieces: bool = True) -> list[Step]:
    """The steps in reading order, what was deleted before what stands there now.

    Without `pieces` nothing is split, joined or moved: rows of a table are whole.
    """
    head = _alike_at_the_head(old, new)
    tail = _alike_at_the_head(old[: head - 1 : -1] if head else old[::-1], new[: head - 1 : -1] if head else new[::-1])
    ends = len(old) - tail, len(new) - tail
    matcher = SequenceMatcher(None, _keys(old[head : ends[0]]), _keys(new[head : ends[1]]), autojunk=False)
    steps = [Step((at,), (at,)) for at in range(head)]
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            steps += [Step((head + at,), (head + first + at - start,)) for at in range(start, end)]
        else:
            gap = range(head + start, head + end), range(head + first, head + last)
            steps += _Gap(old, new).steps(*gap, pieces)
    steps += [Step((ends[0] + at,), (ends[1] + at,)) for at in range(tail)]
    return _with_moves(steps, old, new) if pieces else steps


def _keys(members: Sequence[Member]) -> list[tuple[Sort, str]]:
    return [each.key for each in members]


def _alike_at_the_head(old: Sequence[Member], new: Sequence[Member]) -> int:
    """How many members both begin with: most drafts differ in a few places."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one.key != other.key), min(len(old), len(new)))


_Pair = tuple[tuple[int, ...], tuple[int, ...]]


class _Gap:
    """What lies between two places that are the same."""

    def __init__(self, old: Sequence[Member], new: Sequence[Member]) -> None:
        self.old, self.new = old, new
        self.counted: dict[str, Counter[str]] = {}

    def steps(self, olds: range, news: range, pieces: bool) -> list[Step]:
        """The members in order, paired where they are alike."""
        pairs = list(self._pairs(olds, news))
        taken_old, taken_new = {i for i, _j in pairs}, {j for _i, j in pairs}
        made: list[_Pair] = []
        for i, j in pairs:
            wide = self._widened(i, j, (olds, taken_old), (news, taken_new)) if pieces else ((i,), (j,))
            taken_old.update(wide[0])
            taken_new.update(wide[1])
            made.append(wide)
        return list(_with_rest(made, olds, news))

    def _pairs(self, olds: range, news: range) -> Iterator[tuple[int, int]]:
        """The pairs, in order on both sides, that share most (dynamic programming over both)."""
        if len(olds) * len(news) > _MOST:
            yield from ((i, j) for i, j in zip(olds, news, strict=False) if self._gain(i, j) > 0)
            return
        best = [[0.0] * (len(news) + 1) for _row in range(len(olds) + 1)]
        gains = [[self._gain(i, j) for j in news] for i in olds]
        for row in range(len(olds) - 1, -1, -1):
            for column in range(len(news) - 1, -1, -1):
                paired = gains[row][column] + best[row + 1][column + 1] if gains[row][column] > 0 else 0.0
                best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
        yield from _followed(best, gains, olds, news)

    def _gain(self, i: int, j: int) -> float:
        """How much more two members share than they must to be one; nothing where they cannot be."""
        one, other = self.old[i], self.new[j]
        if one.sort is not other.sort and not (one.is_text and other.is_text):
            return 0.0
        if one.sort in (Sort.DRAWING, Sort.TURN):
            return 0.5
        least = _TABLES_ALIKE if one.sort is Sort.TABLE else _ALIKE
        shared = alike(self._pairs_of(one.bare), self._pairs_of(other.bare))
        return shared - least + (_SAME_SORT if one.sort is other.sort else 0.0)

    def _pairs_of(self, words: str) -> Counter[str]:
        if words not in self.counted:
            self.counted[words] = pairs_of(words)
        return self.counted[words]

    def _widened(self, i: int, j: int, old: tuple[range, set[int]], new: tuple[range, set[int]]) -> _Pair:
        """The pair with the neighbours that are pieces of it: one paragraph may have become several, or the reverse."""
        one, other = self.old[i], self.new[j]
        if not (one.is_text and other.is_text):
            return (i,), (j,)
        split = self._with_pieces(j, self.new, one, *new)
        return ((i,), split) if len(split) > 1 else (self._with_pieces(i, self.old, other, *old), (j,))

    def _with_pieces(
        self, at: int, members: Sequence[Member], whole: Member, gap: range, taken: set[int]
    ) -> tuple[int, ...]:
        """The neighbours of a member, one side after the other, that say what is left of `whole`."""
        edges = [at, at]
        rest = self._pairs_of(whole.bare) - self._pairs_of(members[at].bare)
        for side, step in enumerate((-1, 1)):
            while (
                (edge := edges[side] + step) in gap and edge not in taken and self._is_piece(members[edge], rest, whole)
            ):
                rest = rest - self._pairs_of(members[edge].bare)
                edges[side] = edge
        return tuple(range(edges[0], edges[1] + 1))

    def _is_piece(self, member: Member, rest: Counter[str], whole: Member) -> bool:
        """Few words may stand in a long paragraph by chance: they must stand there as they are."""
        if not (member.is_text and member.bare):
            return False
        if len(member.bare) < _FEWEST:
            return member.bare in whole.bare
        own = self._pairs_of(member.bare)
        return (own & rest).total() / own.total() >= _CONTAINED


def pairs_of(words: str) -> Counter[str]:
    """The pairs of neighbouring characters of a text, how often each; of a single character itself."""
    text = "".join(words.split())
    return Counter(map("".join, pairwise(text))) if len(text) > 1 else Counter(text)


def alike(one: Counter[str], other: Counter[str]) -> float:
    """How much two texts share, from 0 to 1: twice their common pairs by all pairs (Dice's coefficient)."""
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 1.0


def _followed(best: list[list[float]], gains: list[list[float]], olds: range, news: range) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(olds) and column < len(news):
        paired = gains[row][column] + best[row + 1][column + 1] if gains[row][column] > 0 else 0.0
        if paired and paired == best[row][column]:
            yield olds[row], news[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1


def _with_rest(pairs: Sequence[_Pair], olds: range, news: range) -> Iterator[Step]:
    """The pairs as steps, and between them what has no partner, deletions first."""
    at, to = olds.start, news.start
    for old, new in (*pairs, ((olds.stop,), (news.stop,))):
        yield from (Step((i,), ()) for i in range(at, old[0]))
        yield from (Step((), (j,)) for j in range(to, new[0]))
        if old[0] < olds.stop and new[0] < news.stop:
            yield Step(old, new)
        at, to = old[-1] + 1, new[-1] + 1


def _with_moves(steps: list[Step], old: Sequence[Member], new: Sequence[Member]) -> list[Step]:
    """The steps; of what was deleted here and inserted there, and says the same, each knows the other."""
    gone = _once({step.old[0]: old[step.old[0]] for step in steps if not step.new})
    come = _once({step.new[0]: new[step.new[0]] for step in steps if not step.old})
    moved = {gone[key]: come[key] for key in gone.keys() & come.keys()}
    back = {new_one: old_one for old_one, new_one in moved.items()}
    made = []
    for step in steps:
        other = moved.get(step.old[0]) if not step.new else back.get(step.new[0]) if not step.old else None
        made.append(step if other is None else replace(step, moved=other))
    return made


def _once(members: dict[int, Member]) -> dict[tuple[Sort, str], int]:
    """The members that say what no other of them says, and enough of it; their number counts for nothing."""
    keys = Counter((each.sort, each.bare) for each in members.values())
    long = {at: each for at, each in members.items() if len(each.bare) >= _FEWEST}
    return {(each.sort, each.bare): at for at, each in long.items() if keys[each.sort, each.bare] == 1}
