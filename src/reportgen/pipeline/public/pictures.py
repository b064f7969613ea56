"""Pictures without what cameras and programs have written into them beside what is seen: places, times, names.

Only the way up that a camera has noted is kept: a picture is shown by it. JPEG (ITU-T T.81 B.1), PNG (W3C PNG 11).
"""

import struct
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
"""Of the application's own segments: JFIF, the colour profile, Adobe's colour transform."""
_COMMENT, _EXIF, _SCAN = 0xFE, 0xE1, 0xDA
_APPLICATION = range(0xE0, 0xF0)
_SEEN_CHUNKS = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs", b"bKGD", b"hIST"})
"""Of the chunks that a reader may leave out, those by which the picture looks."""
_ORIENTATION, _SHORT = 0x0112, 3


def without_metadata(content: bytes) -> bytes:
    """The same picture; one of another kind, or a damaged one, as it is."""
    try:
        if content.startswith(_JPEG):
            return b"".join(_segments(content))
        if content.startswith(_PNG):
            return _PNG + b"".join(_chunks(content))
    except (struct.error, IndexError, ValueError):
        return content
    return content


def _segments(content: bytes) -> Iterator[bytes]:
    yield _JPEG
    at = len(_JPEG)
    while True:
        if content[at] != 0xFF:
            raise ValueError("no marker")
        marker, (length,) = content[at + 1], struct.unpack_from(">H", content, at + 2)
        segment = content[at : at + 2 + length]
        if marker == _SCAN:
            yield content[at:]
            return
        if marker == _EXIF and (way := _orientation(segment[4:])):
            yield _exif(way)
        if marker != _COMMENT and (marker not in _APPLICATION or marker in _KEPT_SEGMENTS):
            yield segment
        at += 2 + length


def _orientation(exif: bytes) -> int:
    """How a camera was held, 2 to 8; 0 for upright, or where nothing tells."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, directory)
    for number in range(count):
        tag, _kind, _count, way = struct.unpack_from(f"{order}HHIH", tiff, directory + 2 + 12 * number)
        if tag == _ORIENTATION:
            return int(way) if 1 < way <= 8 else 0
    return 0


def _exif(way: int) -> bytes:
    """A segment that says nothing but the way up."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, way, 0, 0)
    body = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, _EXIF, len(body) + 2) + body


def _chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        if name[:1].isupper() or name in _SEEN_CHUNKS:
            yield content[at : at + 12 + length]
        at += 12 + length
