"""The outlines of a few words, where letters are to be seen and are to be no text."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from reportgen.fonts import HEI
from reportgen.record import Struct
from reportgen.world import fonts_folder, read_bytes

_Point = tuple[float, float]


class Outline(Struct, frozen=True):
    """Words as a path in the operators of PDF, from the left end of their base line; all lengths are pt."""

    path: str
    width: float
    box: tuple[float, float, float, float]
    """What the path keeps within: left, bottom, right, top."""


def outline_of(words: str, size: float) -> Outline:
    """The words in the bundled 黑体, set solid; what it lacks is left out."""
    font = _font()
    known, glyphs, scale = font.getBestCmap(), font.getGlyphSet(), size / font["head"].unitsPerEm
    said: list[str] = []
    at = 0.0
    for name in filter(None, (known.get(ord(char)) for char in words)):
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        for operator, points in _operators(pen.value):
            said += [f"{at + x * scale:.2f} {y * scale:.2f}" for x, y in points] + [operator]
        at += glyphs[name].width * scale
    return Outline(" ".join(said), at, (-size, -size, at + size, size * 2))


@cache
def _font() -> TTFont:
    return TTFont(BytesIO(read_bytes(fonts_folder() / HEI.file)), lazy=True)


def _operators(drawn: list[tuple[str, tuple[_Point, ...]]]) -> Iterator[tuple[str, tuple[_Point, ...]]]:
    """What a pen was told, as PDF says it; the curves of TrueType have one point beside the line, those of PDF two."""
    last = (0.0, 0.0)
    for said, points in drawn:
        match said:
            case "moveTo" | "lineTo":
                yield said[0], points
            case "qCurveTo":
                for beside, end in decomposeQuadraticSegment(points):
                    yield "c", (_towards(beside, last), _towards(beside, end), end)
                    last = end
            case _:
                yield "h", ()
        last = points[-1] if points else last


def _towards(beside: _Point, end: _Point) -> _Point:
    return (2 * beside[0] + end[0]) / 3, (2 * beside[1] + end[1]) / 3
