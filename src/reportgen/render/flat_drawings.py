"""Drawings as points: for Word, since WPS and older Words show no SVG, and where a drawing has words.

Words of a drawing would be read back as words of the page, in the fonts of whoever draws it.
"""

from functools import lru_cache

from reportgen.model.frame import Picture
from reportgen.record import replace
from reportgen.render.photographs import Photograph

MEDIA_TYPE = "image/svg+xml"
_DPI = 300
"""Lines and letters are as sharp as an office prints them."""


def without_words(picture: Picture) -> Picture:
    """The picture; a drawing with words of its own as points."""
    return in_points(picture) if picture.media_type == MEDIA_TYPE and b"<text" in picture.content else picture


def in_points(picture: Picture) -> Picture:
    """The picture; a drawing as points."""
    if picture.media_type != MEDIA_TYPE:
        return picture
    content = _points(picture.content, round(picture.width, 2), round(picture.height, 2))
    return replace(picture, content=content, media_type="image/png")


@lru_cache(maxsize=32)
def _points(content: bytes, width: float, height: float) -> bytes:
    from reportgen.render.typst.compiler import drawn_in_points  # only documents with drawings need it

    drawn = drawn_in_points(content, width, height, _DPI)
    return Photograph(drawn).whole()
