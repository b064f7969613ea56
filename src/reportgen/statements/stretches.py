"""A passage with very many figures is read in stretches, so that time grows with the text and not with its square.

What figures claim together stands within a sentence or a few; a paragraph of a thousand figures is a table that was
pasted as text, in which any relation would hold by chance.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.model.inline import Inline, Text
from reportgen.numbers.clauses import SENTENCE_ENDS
from reportgen.record import replace
from reportgen.statements.passages import Passage

_SENTENCE, _STRETCH = 40, 100
"""Figures of a sentence, and of several, behind which a stretch ends."""
_ENDS = re.compile(f"[{SENTENCE_ENDS}]")


def stretches(passage: Passage) -> Iterator[Passage]:
    """The passage; one with very many figures in pieces, cut behind a sentence where there is an end of one."""
    if len(passage.numbers) <= _SENTENCE:
        yield passage
        return
    start = 0
    for cut in (*_cuts(passage), len(passage.text)):
        if cut > start:
            yield replace(passage, text=passage.text[start:cut], inlines=tuple(_within(passage, start, cut)))
            start = cut


def _cuts(passage: Passage) -> Iterator[int]:
    """Where a stretch ends."""
    sentence = stretch = before = 0
    for number in passage.numbers:
        ended = [end.end() for end in _ENDS.finditer(passage.text, before, number.start)]
        sentence = 0 if ended else sentence
        if sentence >= _SENTENCE or (ended and stretch >= _STRETCH):
            yield ended[-1] if ended else before
            sentence = stretch = 0
        sentence, stretch, before = sentence + 1, stretch + 1, number.end


def _within(passage: Passage, start: int, end: int) -> Iterator[Inline]:
    """What of the inlines stands between two characters; a reference that is cut leads to where it was typed."""
    at = 0
    for inline in passage.inlines:
        first, last = max(start - at, 0), min(end - at, len(inline.text))
        if first < last:
            yield inline if last - first == len(inline.text) else _piece(inline, first, last)
        at += len(inline.text)


def _piece(inline: Inline, first: int, last: int) -> Inline:
    origin, words = inline.origin, inline.text[first:last]
    if isinstance(inline, Text) and origin.length == len(inline.text):
        return Text(words, replace(origin, column=origin.column + first, length=len(words)))
    return Text(words, origin)
