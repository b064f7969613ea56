"""Parts as the bytes of a zip, which may be damaged: its directory, its sizes, its flags, its end."""

import random
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_MOMENT = (1980, 1, 1, 0, 0, 0)


def zipped(parts: dict[str, bytes], dice: random.Random) -> bytes:
    """A zip of the parts; one of them may stand in it twice."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of names that are there already
        for name, content in parts.items():
            kind = zipfile.ZIP_DEFLATED if dice.random() < 0.9 else dice.choice((zipfile.ZIP_STORED, zipfile.ZIP_LZMA))
            file.writestr(zipfile.ZipInfo(name, _MOMENT), content, kind)
        if dice.random() < 0.02:
            name = dice.choice(list(parts))
            file.writestr(zipfile.ZipInfo(name, _MOMENT), dice.choice(list(parts.values())))
    return stream.getvalue()


def damaged(content: bytes, dice: random.Random) -> bytes:
    """One thing about the zip that is not so."""
    return dice.choice(_DAMAGES)(bytearray(content), dice)


def _at(content: bytearray, sign: bytes, dice: random.Random) -> int:
    """Where one of the records of a kind begins."""
    starts = [found.start() for found in re.finditer(re.escape(sign), content)]
    return dice.choice(starts) if starts else 0


def _field(sign: bytes, offset: int, form: str) -> "_Damage":
    """A damage: a number of a record that is another."""

    def lie(content: bytearray, dice: random.Random) -> bytes:
        at = _at(content, sign, dice) + offset
        size = struct.calcsize(form)
        most = 256**size - 1
        if at + size <= len(content):
            (old,) = struct.unpack_from(form, content, at)
            new = dice.choice((0, 1, 8, 99, most, most // 2, (old + 1) & most, (old * 2) & most, old // 2))
            struct.pack_into(form, content, at, new)
        return bytes(content)

    return lie


def _cut(content: bytearray, dice: random.Random) -> bytes:
    return bytes(content[: dice.randrange(len(content))])


def _front(content: bytearray, dice: random.Random) -> bytes:
    """Other bytes before it, or a piece of it gone."""
    at = dice.randrange(len(content))
    gone = bytes(content[:at] + content[at + dice.randint(1, 300) :])
    return dice.choice((b"MZ" * 200 + bytes(content), b"\xef\xbb\xbf" + bytes(content), gone, bytes(content) * 2))


def _behind(content: bytearray, dice: random.Random) -> bytes:
    """Bytes behind the end, among them those with which an end begins."""
    return bytes(content) + dice.choice((b"\x00" * 70_000, _END, _END + b"\x00" * 18, b"<html>", _CENTRAL * 30))


def _noise(content: bytearray, dice: random.Random) -> bytes:
    for _time in range(dice.choice((1, 10, 200))):
        content[dice.randrange(len(content))] = dice.randrange(256)
    return bytes(content)


_Damage: TypeAlias = Callable[[bytearray, random.Random], bytes]
_DAMAGES: tuple[_Damage, ...] = (
    _cut,
    _front,
    _behind,
    _noise,
    *(
        _field(_CENTRAL, offset, "<H") for offset in (6, 8, 10, 12, 14, 28, 30, 32)
    ),  # version, flags, method, time, lengths
    *(_field(_CENTRAL, offset, "<I") for offset in (16, 20, 24, 42)),  # checksum, sizes, place
    *(_field(_LOCAL, offset, "<H") for offset in (6, 8, 26, 28)),
    *(_field(_LOCAL, offset, "<I") for offset in (14, 18, 22)),
    *(_field(_END, offset, "<H") for offset in (4, 8, 10, 20)),  # disks, counts, length of the remark
    *(_field(_END, offset, "<I") for offset in (12, 16)),  # size and place of the directory
)
