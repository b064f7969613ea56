"""Comparing what was meant with what was read: paragraphs against a stream of characters without white space.

Line and page breaks cut a PDF's text anywhere, so white space counts nowhere, and neither do characters that no page
shows (zero-width blanks and joiners, variation selectors: a PDF has no glyph to carry them). Everything else must be
there, in order.
"""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.record import Struct

_UNSEEN = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


def squeeze(text: str) -> str:
    """The text without white space and without what no page shows."""
    return _UNSEEN.sub("", text)


class Difference(Struct, frozen=True):
    """Paragraph `index` (from 0) was to read `wanted` and reads `found`; with nothing wanted, that stands before it."""

    index: int
    wanted: str
    found: str


class Comparison(Struct, frozen=True):
    """Where each paragraph begins in the stream (None when it was not found) and what differs."""

    offsets: tuple[int | None, ...]
    differences: tuple[Difference, ...]


def compare(paragraphs: list[str], stream: str) -> Comparison:
    """Hold paragraphs against a stream; after a difference the search goes on at the next paragraph found."""
    wanted = [squeeze(paragraph) for paragraph in paragraphs]
    offsets: list[int | None] = []
    at = 0
    lost: list[int] = []
    for index, text in enumerate(wanted):
        if stream.startswith(text, at):
            offsets.append(at)
            at += len(text)
            continue
        found = stream.find(text, at) if text else -1
        if found >= 0 and not _jumps(wanted, index, stream, at, found):
            offsets.append(found)
            lost.append(index)
            at = found + len(text)
        else:
            offsets.append(None)
            lost.append(index)
            at = _resume(wanted, index + 1, stream, at)
    differences = list(_describe(wanted, offsets, lost, stream))
    if stream[at:]:
        differences.append(Difference(len(wanted), "", stream[at:][:40]))
    return Comparison(tuple(offsets), tuple(differences))


def _jumps(wanted: list[str], index: int, stream: str, at: int, found: int) -> bool:
    """Whether taking a short text further down would leap over the next paragraphs."""
    later = [stream.find(text, at) for text in wanted[index + 1 : index + 3] if text]
    return any(0 <= position < found for position in later)


def _resume(wanted: list[str], index: int, stream: str, at: int) -> int:
    """Where the next paragraphs go on; several are looked for together, since the cells of a table are short."""
    for start in range(index, index + 5):
        for text in ("".join(wanted[start : start + 3]), *wanted[start : start + 1]):
            found = stream.find(text, at) if len(text) > 3 else -1
            if found >= 0:
                return found
    return at


def _describe(wanted: list[str], offsets: list[int | None], lost: list[int], stream: str) -> Iterator[Difference]:
    for index in lost:
        before = next(
            (start + len(wanted[n]) for n in range(index - 1, -1, -1) if (start := offsets[n]) is not None), 0
        )
        after = next((start for start in offsets[index:] if start is not None), len(stream))
        found = stream[before:after] if after > before else ""
        is_there = offsets[index] is not None  # then it is not the paragraph that is wrong, but what stands before it
        yield Difference(index, "" if is_there and found else wanted[index], found)
