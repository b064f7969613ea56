"""Characters that no font has, and a font made for them in which each is a box: the text stays whole."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from reportgen.world import read_bytes

BOXES = "GW Boxes"
"""The family of the font that is made."""

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_OUTER, _INNER = (80, -60, 920, 820), (130, -10, 870, 770)


def missing_characters(text: str, fonts: Iterable[Path]) -> str:
    """The characters of a text that none of the fonts has, each once, in the order in which they come."""
    known = frozenset[int]().union(*map(_characters, fonts))
    return "".join(char for char in dict.fromkeys(text) if ord(char) not in known)


@cache
def _characters(path: Path) -> frozenset[int]:
    content = BytesIO(read_bytes(path))
    faces = TTCollection(content, lazy=True).fonts if path.suffix.lower() == ".ttc" else [TTFont(content, lazy=True)]
    return frozenset(code for face in faces for code in face.getBestCmap() or {})


def box_font(characters: str) -> bytes:
    """A TrueType font with a box for each of the characters.

    Each is a glyph of its own: of one that stands for several a PDF tells one character alone.
    """
    builder = FontBuilder(_EM, isTTF=True)
    glyph_of = {ord(char): f"box{number}" for number, char in enumerate(characters)}
    glyphs = [".notdef", *glyph_of.values()]
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(glyph_of)
    builder.setupGlyf(dict.fromkeys(glyphs, _box()))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (_EM, _OUTER[0])))
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable({"familyName": BOXES, "styleName": "Regular", "psName": BOXES.replace(" ", "-")})
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT, usWinDescent=-_DESCENT)
    builder.setupPost()
    stream = BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(stream)
    return stream.getvalue()


def _box() -> object:
    pen = TTGlyphPen(None)
    for left, low, right, high in (_OUTER, _INNER):
        corners = [(left, low), (left, high), (right, high), (right, low)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if (left, low) == _OUTER[:2] else reversed(corners[1:]):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
