"""How much a PDF unpacks to, without keeping what was unpacked: 5 kB can hold a gigabyte of blanks."""

import zlib
from collections.abc import Iterator

from reportgen import patterns as re

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")
_RATIO = 1032
"""What deflate can make of a byte, at most."""
_PIECE = 1 << 20
_DICTIONARY = 2000
"""Bytes before a stream in which its filters are named."""


def expands_beyond(content: bytes, most: int) -> bool:
    """Whether the packed streams of a PDF come to more than `most` bytes together; streams within streams, too."""
    packed = list(_packed(content))
    if len(content) * _RATIO <= most and all(times == 1 for _start, times in packed):
        return False
    total = 0
    for start, times in packed:
        total += _size(content[start:], times, most - total)
        if total > most:
            return True
    return False


def _packed(content: bytes) -> Iterator[tuple[int, int]]:
    """Where each packed stream begins, and how often it was packed."""
    for found in _STREAM.finditer(content):
        named = content[max(0, found.start() - _DICTIONARY) : found.start()]
        times = len(_FLATE.findall(named[named.rfind(b" obj") + 1 :]))
        if times:
            yield found.end(), times


def _size(packed: bytes, times: int, most: int) -> int:
    """Bytes that a stream unpacks to, counted up to `most` and one piece more."""
    pieces: Iterator[bytes] = iter((packed,))
    for _time in range(times):
        pieces = _unpacked(pieces)
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > most:
            break
    return total


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces unpacked a megabyte at a time; a damaged stream ends where it is damaged."""
    machine = zlib.decompressobj()
    try:
        for piece in pieces:
            rest = piece
            while rest and not machine.eof:
                yield machine.decompress(rest, _PIECE)
                rest = machine.unconsumed_tail
    except zlib.error:
        return
