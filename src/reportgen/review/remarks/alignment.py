"""Which character of one text is which of another that says nearly the same, in time that grows as the texts do.

Stretches that each text has once hold the two together; between them shorter ones do, and in what is then left between
two of them, which is little, every character is compared.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.record import Struct

_STRETCHES = (24, 8, 4, 2)
"""Characters: of two that say the same the longer one is the surer."""
_COMPARED = 60_000
"""Pairs of characters that are compared one by one; what is larger has nothing in common or is no text."""


class Block(Struct, frozen=True):
    """`length` characters that are the same, from `left` on in the one text and from `right` on in the other."""

    left: int
    right: int
    length: int


def blocks_of(left: str, right: str) -> list[Block]:
    """The stretches that two texts have in common, in the order of both; none overlaps another."""
    return _joined(_between(left, right, (0, len(left)), (0, len(right)), 0))


def _between(left: str, right: str, a: tuple[int, int], b: tuple[int, int], level: int) -> Iterator[Block]:
    if a[0] == a[1] or b[0] == b[1]:
        return
    if (a[1] - a[0]) * (b[1] - b[0]) <= _COMPARED:
        matcher = SequenceMatcher(None, left[slice(*a)], right[slice(*b)], autojunk=False)
        found = (Block(a[0] + x, b[0] + y, size) for x, y, size in matcher.get_matching_blocks() if size)
        yield from found
        return
    if level == len(_STRETCHES):
        return
    start, other = a[0], b[0]
    for block in _anchors(left, right, a, b, _STRETCHES[level]):
        yield from _between(left, right, (start, block.left), (other, block.right), level + 1)
        yield block
        start, other = block.left + block.length, block.right + block.length
    yield from _between(left, right, (start, a[1]), (other, b[1]), level + 1)


def _anchors(left: str, right: str, a: tuple[int, int], b: tuple[int, int], size: int) -> Iterator[Block]:
    """Stretches of a size that both texts have once, in the order of both, those that lie on one another as one."""
    mine, theirs = _once(left, *a, size), _once(right, *b, size)
    pairs = sorted((at, theirs[words]) for words, at in mine.items() if words in theirs)
    block: Block | None = None
    for x, y in (pairs[number] for number in rising([(y,) for _x, y in pairs])):
        if block and x - y == block.left - block.right and x <= block.left + block.length:
            block = Block(block.left, block.right, x + size - block.left)
        elif not block or (x >= block.left + block.length and y >= block.right + block.length):
            if block:
                yield block
            block = Block(x, y, size)
    if block:
        yield block


def _once(text: str, start: int, end: int, size: int) -> dict[str, int]:
    """Where each stretch of a size begins that the text has once."""
    counts = Counter(text[at : at + size] for at in range(start, end - size + 1))
    stretches = ((text[at : at + size], at) for at in range(start, end - size + 1))
    return {words: at for words, at in stretches if counts[words] == 1}


def rising(values: Sequence[tuple[int, ...]]) -> list[int]:
    """Which values make the longest part that rises, by their numbers (patience sorting).

    >>> rising([(3,), (1,), (2,), (9,), (4,)])
    [1, 2, 4]
    """
    tops: list[tuple[int, ...]] = []
    ends: list[int] = []
    before: list[int] = []
    for number, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1], ends[pile : pile + 1] = [value], [number]
    chain: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _joined(blocks: Iterator[Block]) -> list[Block]:
    """The same with blocks that go on without a gap as one."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and last.left + last.length == block.left and last.right + last.length == block.right:
            found[-1] = Block(last.left, last.right, last.length + block.length)
        else:
            found.append(block)
    return found
