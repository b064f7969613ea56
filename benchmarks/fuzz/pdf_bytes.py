"""The bytes of a PDF damaged: its cross references, the lengths of its streams, its trailer, pieces of it."""

import random
import re
from collections.abc import Callable

_NUMBERS = (b"0", b"1", b"-1", b"99999999999", b"2147483648", b"4294967296", b"00", b"1.5", b"x")


def damaged(content: bytes, dice: random.Random) -> bytes:
    """One to three things otherwise."""
    for _time in range(dice.choice((1, 1, 2, 3))):
        content = dice.choice(_DAMAGES)(content, dice) or b"%PDF-1.7"
    return content


def _number_of(pattern: bytes) -> Callable[[bytes, random.Random], bytes]:
    """A damage: the number behind some word is another, at one place or at each."""

    def lie(content: bytes, dice: random.Random) -> bytes:
        found = list(re.finditer(pattern, content))
        if not found:
            return _cut(content, dice)
        each = dice.choice(found)
        wrong = dice.choice((*_NUMBERS, b"%d" % dice.randrange(len(content))))
        return content[: each.start(1)] + wrong + content[each.end(1) :]

    return lie


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(len(content))]


def _noise(content: bytes, dice: random.Random) -> bytes:
    made = bytearray(content)
    for _time in range(dice.choice((1, 10, 300))):
        made[dice.randrange(len(made))] = dice.randrange(256)
    return bytes(made)


def _piece(content: bytes, dice: random.Random) -> bytes:
    """A piece gone, doubled, or put elsewhere."""
    start, other = sorted((dice.randrange(len(content)), dice.randrange(len(content))))
    end = min(other, start + dice.choice((1, 40, 4000)))
    piece, without = content[start:end], content[:start] + content[end:]
    at = dice.randrange(len(without) + 1)
    return dice.choice((without, content[:end] + piece + content[end:], without[:at] + piece + without[at:]))


def _word(content: bytes, dice: random.Random) -> bytes:
    """A word of the syntax that is missing or another."""
    words = (
        b"endobj",
        b"endstream",
        b"stream",
        b"obj",
        b"xref",
        b"trailer",
        b"%%EOF",
        b"startxref",
        b"<<",
        b">>",
        b"]",
    )
    old, new = dice.choice(words), dice.choice((*words, b"", b" "))
    return content.replace(old, new, dice.choice((1, 1, 10**6)))


def _ring(content: bytes, dice: random.Random) -> bytes:
    """A cross reference table whose former one is itself, or an update that has no objects."""
    found = re.findall(rb"startxref\s+(\d+)", content) or [b"0"]
    prev = dice.choice((found[-1], b"%d" % (len(content) + 1), b"0"))
    body = b"\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size %d /Root 1 0 R /Prev %s>>\n" % (
        dice.choice((0, 9, 10**8)),
        prev,
    )
    return content + body + b"startxref\n%d\n%%%%EOF\n" % (len(content) + 1)


def _front(content: bytes, dice: random.Random) -> bytes:
    """Something before the head, or another head."""
    rest = content.partition(b"\n")[2]
    heads = (
        b"%PDF-9.9\n",
        b"%!PS\n",
        b"",
        b"\x00" * 2000 + b"%PDF-1.4\n",
        b"MZ" * 600 + b"%PDF-1.4\n",
        b"\xef\xbb\xbf%PDF-1.4\n",
    )
    return dice.choice(heads) + rest


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut,
    _noise,
    _piece,
    _piece,
    _word,
    _ring,
    _front,
    _number_of(rb"/Length (\d+)"),
    _number_of(rb"/Length (\d+)"),
    _number_of(rb"startxref\s+(\d+)"),
    _number_of(rb"(\d{10}) \d{5} [nf]"),
    _number_of(rb"/Size (\d+)"),
    _number_of(rb"/(?:First|N|Count|Index|Predictor|Columns) \[?(\d+)"),
    _number_of(rb"(\d+) 0 R"),
    _number_of(rb"(\d+) 0 obj"),
    _number_of(rb"/(FlateDecode|Filter|Type|Root|ObjStm|XRef)"),
)
