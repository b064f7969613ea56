"""Remarks of a PDF → the lines that were sent out: the words of its pages are held against those of the trace."""

from bisect import bisect_right
from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.record import Struct, replace
from reportgen.review.joined import Joined, Span
from reportgen.review.remarks.alignment import Block, blocks_of
from reportgen.review.remarks.change import FOREIGN, Placed, asked_by_mark
from reportgen.review.remarks.pdf_remarks import Copied, Spotted
from reportgen.review.trace import Line

_NEAR = 40
"""Characters from a point to the next word of a line: about as many as a line of a page holds."""
_ALIKE = 0.5
"""The share of its words that a PDF without a trace must have in common with the content file."""


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

    def alike(self, words: str, offset: int) -> int | None:
        """Where the lines say the words of a place that has no like there: as near to it as may be.

        A page does not always draw a table in the order in which it is read.
        """
        number = bisect_right(self.blocks, offset, key=lambda block: block.right) - 1
        about = self.blocks[max(0, number)].left if self.blocks else 0
        places = [found.start() for found in re.finditer(re.escape(words), self.joined.text)] if len(words) > 1 else []
        return min(places, key=lambda place: abs(place - about), default=None)

    def near(self, offset: int) -> int | None:
        """The same of the next character that has one, not far from it."""
        around = (offset + step * sign for step in range(_NEAR) for sign in (1, -1))
        return next((found for each in around if (found := self.of(each)) is not None), None)


def placed(copied: Copied, lines: tuple[Line, ...], sure: bool) -> list[Placed]:
    """Every remark of a PDF, with its place; `sure` says that the PDF carries the trace itself.

    They come in the order of the text. Of a PDF that says other things than the lines nothing is placed.
    """
    if not lines or not copied.spotted:
        return [Placed(spotted.remark) for spotted in copied.spotted]
    joined = Joined(lines)
    found = Correspondence(joined, blocks_of(joined.text, copied.text), len(copied.text))
    if not sure and found.share < _ALIKE:
        return [Placed(spotted.remark, why=FOREIGN) for spotted in copied.spotted]
    order = {line.name: number for number, line in enumerate(lines)}
    every = [_placed(spotted, found) for spotted in copied.spotted]
    return sorted(every, key=lambda each: (order.get(each.remark.line, len(order)), len(each.remark.before)))


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
    return Placed(remark, spans, asked_by_mark(remark, spans))


def _marked(spotted: Spotted, found: Correspondence) -> tuple[Span, ...]:
    known = [at for offset in range(spotted.start, spotted.end) if (at := found.of(offset)) is not None]
    if known:
        return tuple(found.joined.spans(known[0], known[-1]))
    start = found.alike(spotted.remark.words, spotted.start)
    return tuple(found.joined.spans(start, start + spotted.end - spotted.start - 1)) if start is not None else ()


def _point(spotted: Spotted, found: Correspondence) -> tuple[Span, ...]:
    at = found.of(spotted.start - spotted.behind)
    exact = at is not None
    at = at if exact else found.near(spotted.start)
    if at is None:
        return ()
    line, start = found.joined.at(at)
    start += spotted.behind if exact else 0
    return (Span(line.name, start, start),)
