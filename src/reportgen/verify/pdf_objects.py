"""The objects of a PDF file, found as any reader finds them: by the table that its last lines point at.

Only what WeasyPrint writes is understood: one table in a stream, streams deflated or plain, no encryption. Anything
else raises `UnsupportedPdf`, or a ValueError or LookupError of another kind where the file is damaged.
"""

import zlib
from collections.abc import Iterator

from reportgen import patterns as re

_STREAM = re.compile(rb"\d+ 0 obj\n(<<.*?>>)\nstream\n", re.DOTALL)
_OBJECT = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj", re.DOTALL)
_PACKED = 2
"""The kind of an object that lies in a stream of objects; those of kind 1 lie in the file itself."""


class UnsupportedPdf(ValueError):
    """The file is not of the kind that is understood here."""


def found(pattern: bytes, data: bytes) -> bytes:
    """The first group of what is looked for; it must be there."""
    match = re.search(pattern, data)
    if match is None:
        raise UnsupportedPdf(pattern)
    return match[1]


class Objects:
    """Objects by number."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.trailer, table = self._stream_at(int(found(rb"startxref\n(\d+)\n%%EOF\s*$", content)))
        self.places = dict(enumerate(_rows(self.trailer, table)))
        """For each object its kind and two numbers: where it is, or the stream that it is in and its place there."""
        self.opened: dict[int, list[bytes]] = {}
        """The objects of the streams that have been asked for."""

    def dictionary(self, number: int) -> bytes:
        """The object as it is written."""
        kind, at, index = self.places[number]
        if kind == _PACKED:
            return self._packed(at)[index]
        match = _OBJECT.match(self.content, at)
        if match is None:
            raise UnsupportedPdf(number)
        return match[1]

    def stream(self, number: int) -> bytes:
        """The bytes of a stream, inflated."""
        kind, at, _index = self.places[number]
        if kind == _PACKED:
            raise UnsupportedPdf(number)
        return self._stream_at(at)[1]

    def referred(self, number: int, key: bytes) -> int:
        """The number of the object that a dictionary names under a key."""
        return int(found(rb"/%s (\d+) 0 R" % key, self.dictionary(number)))

    def _stream_at(self, at: int) -> tuple[bytes, bytes]:
        match = _STREAM.match(self.content, at)
        if match is None:
            raise UnsupportedPdf(at)
        length = int(found(rb"/Length (\d+)", match[1]))
        data = self.content[match.end() : match.end() + length]
        try:
            return match[1], zlib.decompress(data) if b"/FlateDecode" in match[1] else data
        except zlib.error as error:
            raise UnsupportedPdf(at) from error

    def _packed(self, number: int) -> list[bytes]:
        if number not in self.opened:
            head, data = self._stream_at(self.places[number][1])
            first = int(found(rb"/First (\d+)", head))
            offsets = [first + int(offset) for offset in data[:first].split()[1::2]]
            ends = [*offsets[1:], len(data)]
            self.opened[number] = [data[start:end].strip() for start, end in zip(offsets, ends, strict=True)]
        return self.opened[number]


def _rows(head: bytes, table: bytes) -> Iterator[tuple[int, int, int]]:
    one, two, three = map(int, found(rb"/W \[(\d+ \d+ \d+)\]", head).split())
    if not re.search(rb"/Index \[0 \d+\]", head):
        raise UnsupportedPdf(head)
    for at in range(0, len(table), one + two + three):
        ends = at + one, at + one + two, at + one + two + three
        kind, first, second = table[at : ends[0]], table[ends[0] : ends[1]], table[ends[1] : ends[2]]
        yield int.from_bytes(kind), int.from_bytes(first), int.from_bytes(second)
