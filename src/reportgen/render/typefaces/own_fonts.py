"""The unit's own fonts, and what a font lacks.

A machine that has 方正小标宋 and 仿宋_GB2312 may show them in the PDF: their folder is told to the program. A font is
known by all names that it gives itself, Chinese ones too, since these are what a Word file asks for.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from reportgen.errors import UsageProblem
from reportgen.record import Struct
from reportgen.world import font_files, fonts_folder, read_bytes, read_text

_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_FIRST_HANZI = 0x3400


class OwnFont(Struct, frozen=True):
    """A face of the unit, with the names by which Word files ask for it."""

    path: Path
    names: frozenset[str]
    lacks: int
    """Hanzi of GB2312 and 通用规范汉字表 that it does not have."""


@cache
def own_fonts(folder: Path) -> dict[str, OwnFont]:
    """The fonts of a folder by each of their names; files that are no fonts are left out."""
    return {name: font for path in font_files(folder) for font in _faces(path) for name in font.names}


@cache
def hanzi_missing(path: Path) -> int:
    """How many hanzi of GB2312 and 通用规范汉字表 a font file lacks."""
    return _lacks(TTFont(BytesIO(read_bytes(path)), lazy=True))


def _faces(path: Path) -> Iterator[OwnFont]:
    try:
        content = BytesIO(read_bytes(path))
        several = path.suffix.lower() == ".ttc"
        for font in TTCollection(content, lazy=True).fonts if several else [TTFont(content, lazy=True)]:
            names = {
                record.toUnicode() for record in font["name"].names if record.nameID in (_FAMILY, _TYPOGRAPHIC_FAMILY)
            }
            yield OwnFont(path, frozenset(names), _lacks(font))
    except (TTLibError, UsageProblem, ValueError, KeyError, AssertionError):
        return  # no font, whatever its name says


def _lacks(font: TTFont) -> int:
    return len(_hanzi() - set(font.getBestCmap() or {}))


@cache
def _hanzi() -> frozenset[int]:
    codes = map(ord, read_text(fonts_folder() / "charset.txt"))
    return frozenset(code for code in codes if _FIRST_HANZI <= code <= 0x9FFF or code >= 0x20000)
