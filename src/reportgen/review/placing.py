"""Remarks of a PDF → the lines that were sent out: the words of its pages are held against those of the trace."""

from bisect import bisect_right
from collections.abc import Sequence

from reportgen.record import Struct, replace
from reportgen.review.alignment import Block, blocks_of
from reportgen.review.joined import Joined, Span
from reportgen.review.pdf_remarks import Copied, Spotted
from reportgen.review.remark import Remark
from reportgen.review.trace import Line

_NEAR = 40
"""Characters from a point to the next word of a line: about as many as a line of a page holds."""
_ALIKE = 0.5
"""The share of its words that a PDF without a trace must have in common with the content file."""


class Placed(Struct, frozen=True):
    """A remark with the characters that it means, in each line that it touches; none where it has no place.

    `remark.line`, `before` and `words` are those of the first.
    """

    remark: Remark
    spans: tuple[Span, ...] = ()


class Correspondence(Struct, frozen=True):
    """Which character of a copy is which of the lines that were sent out."""

    joined: Joined
    blocks: Sequence[Block]
    length: int
    """Characters of the copy."""

    @property
    def share(self) -> float:
        """How much of the copy stands in the lines, from 0 to 1."""
        return sum(block.length for block in self.blocks) / max(1, self.length)

    def of(self, offset: int) -> int | None:
        """The character of the lines that is that of the copy; None for one that was not sent out so."""
        number = bisect_right(self.blocks, offset, key=lambda block: block.right) - 1
        block = self.blocks[number] if number >= 0 else None
        if block is None or offset >= block.right + block.length:
            return None
        return block.left + offset - block.right

    def near(self, offset: int) -> int | None:
        """The same of the next character that has one, not far from it."""
        around = (offset + step * sign for step in range(_NEAR) for sign in (1, -1))
        return next((found for each in around if (found := self.of(each)) is not None), None)


def placed(copied: Copied, lines: tuple[Line, ...], sure: bool) -> list[Placed]:
    """Every remark of a PDF, with its place; `sure` says that the PDF carries the trace itself.

    Of a PDF that says other things than the lines nothing is placed.
    """
    if not lines or not copied.spotted:
        return [Placed(spotted.remark) for spotted in copied.spotted]
    joined = Joined(lines)
    found = Correspondence(joined, blocks_of(joined.text, copied.text), len(copied.text))
    if not sure and found.share < _ALIKE:
        return [Placed(spotted.remark) for spotted in copied.spotted]
    return [_placed(spotted, found) for spotted in copied.spotted]


def _placed(spotted: Spotted, found: Correspondence) -> Placed:
    spans = _marked(spotted, found) if spotted.end > spotted.start else _point(spotted, found)
    if not spans:
        return Placed(spotted.remark)
    named = {line.name: line for line in found.joined.lines}
    first = named[spans[0].line]
    words = "".join(named[span.line].text[span.start : span.end] for span in spans)
    remark = replace(
        spotted.remark, line=first.name, before=first.text[: spans[0].start], words=words, paragraph=first.text
    )
    return Placed(remark, spans)


def _marked(spotted: Spotted, found: Correspondence) -> tuple[Span, ...]:
    known = [at for offset in range(spotted.start, spotted.end) if (at := found.of(offset)) is not None]
    return tuple(found.joined.spans(known[0], known[-1])) if known else ()


def _point(spotted: Spotted, found: Correspondence) -> tuple[Span, ...]:
    at = found.of(spotted.start - spotted.behind)
    exact = at is not None
    at = at if exact else found.near(spotted.start)
    if at is None:
        return ()
    line, start = found.joined.at(at)
    start += spotted.behind if exact else 0
    return (Span(line.name, start, start),)
