"""What a page of a PDF shows: the words that are read aloud of a figure, and the figure itself as a picture.

Asked of single places of a report that becomes a content file; `check` needs neither.
"""

from collections.abc import Iterator
from ctypes import byref, c_ulong, create_string_buffer
from io import BytesIO
from typing import Any

import pypdfium2
from pypdfium2 import raw

from reportgen.pdf.opening import opened
from reportgen.pdf.pictures import drawable
from reportgen.pdf.shapes import PICTURE, shapes_of
from reportgen.record import Struct

_DEEPEST = 60
_SCALE = 300 / 72
"""Dots of a picture for each pt: as sharp as print."""
_NEAR = 2.0
"""In pt: so near lie the edges of a place and of the picture that fills it."""
_JPEG = b"\xff\xd8"
_RED_GREEN_BLUE = 3
_PLAIN = (raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_DEVICERGB, raw.FPDF_COLORSPACE_ICCBASED)
"""Colours that a picture has by itself too."""

Box = tuple[float, float, float, float]


class Spoken(Struct, frozen=True):
    """What is read aloud of a figure, and where it stands: in pt from the upper edge of its page."""

    words: str
    top: float
    bottom: float


def spoken_on(content: bytes, file: str, number: int) -> list[Spoken]:
    """The alternative texts of the figures of a page, from 1. Raises as `opened` does."""
    with opened(content, file) as document:
        page = document[number - 1]
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if not tree:
            return []
        marks = dict(_figures(tree))
        raw.FPDF_StructTree_Close(tree)
        return list(_placed(page, marks)) if marks else []


def _figures(tree: Any) -> Iterator[tuple[int, str]]:
    """The words of each figure by the number of its marked content."""
    for at in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _inside(raw.FPDF_StructTree_GetChildAtIndex(tree, at), "", 1)


def _inside(element: Any, words: str, depth: int) -> Iterator[tuple[int, str]]:
    if not element or depth > _DEEPEST:
        return
    words = _words(raw.FPDF_StructElement_GetAltText, element) or words
    if words:
        for at in range(max(raw.FPDF_StructElement_GetMarkedContentIdCount(element), 0)):
            yield raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at), words
    for at in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
        yield from _inside(raw.FPDF_StructElement_GetChildAtIndex(element, at), words, depth + 1)


def _words(asked: Any, element: Any) -> str:
    length = asked(element, None, 0)
    if length <= 2:
        return ""
    room = create_string_buffer(length)
    asked(element, room, length)
    return room.raw[: length - 2].decode("utf-16-le", "replace")


def _placed(page: pypdfium2.PdfPage, marks: dict[int, str]) -> Iterator[Spoken]:
    """The words with the place of all that is drawn under their mark."""
    height, places = page.get_height(), dict[str, Box]()
    for at in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, at)
        words = marks.get(raw.FPDFPageObj_GetMarkedContentID(item))
        if words:
            left, bottom, right, top = pypdfium2.PdfObject(item, page=page).get_bounds()
            seen = places.get(words, (left, bottom, right, top))
            places[words] = min(left, seen[0]), min(bottom, seen[1]), max(right, seen[2]), max(top, seen[3])
    for words, (_left, bottom, _right, top) in places.items():
        yield Spoken(words, height - top, height - bottom)


def picture_at(content: bytes, file: str, number: int, box: Box) -> bytes:
    """What a page shows in a box (left, top, right, bottom, as seen): the photograph itself, else a PNG of the place.

    Raises as `opened` does.
    """
    with opened(content, file) as document:
        page = document[number - 1]
        return _photograph(page, box) or _drawn(page, box)


def _photograph(page: pypdfium2.PdfPage, box: Box) -> bytes:
    """The one picture that fills the box, as the file keeps it; nothing where it is turned or no JPEG."""
    height = page.get_height()
    for shape in shapes_of(page):
        left, bottom, right, top = shape.get_bounds()
        place = left, height - top, right, height - bottom
        if shape.kind == PICTURE and all(abs(a - b) < _NEAR for a, b in zip(place, box, strict=True)):
            return _kept(page, shape.raw)
    return b""


def _kept(page: pypdfium2.PdfPage, item: Any) -> bytes:
    told, matrix = raw.FPDF_IMAGEOBJ_METADATA(), raw.FS_MATRIX()
    raw.FPDFImageObj_GetImageMetadata(item, page.raw, byref(told))
    raw.FPDFPageObj_GetMatrix(item, matrix)
    upright = matrix.a > 0 < matrix.d and not (matrix.b or matrix.c)
    if told.colorspace not in _PLAIN or told.bits_per_pixel > 8 * _RED_GREEN_BLUE or not upright:
        return b""
    length = c_ulong(raw.FPDFImageObj_GetImageDataRaw(item, None, 0)).value
    room = create_string_buffer(length)
    raw.FPDFImageObj_GetImageDataRaw(item, room, length)
    return room.raw if room.raw.startswith(_JPEG) else b""


def _drawn(page: pypdfium2.PdfPage, box: Box) -> bytes:
    """A picture of the place without the white around what is drawn there."""
    from PIL import ImageOps  # only reports with pictures need it

    width, height = page.get_size()
    left, top, right, bottom = box
    crop = (max(left, 0), max(height - bottom, 0), max(width - right, 0), max(top, 0))
    drawn = page.render(scale=drawable(page, _SCALE), crop=crop)
    picture = drawn.to_pil()
    ink = ImageOps.invert(picture.convert("L")).getbbox()
    stream = BytesIO()
    (picture.crop(ink) if ink else picture).save(stream, "PNG", optimize=True)
    drawn.close()
    return stream.getvalue()
