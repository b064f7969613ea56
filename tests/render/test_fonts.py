"""The bundled fonts print what official papers hold: hanzi of names, ticked boxes, raised digits."""

import re

import pytest
from fontTools.ttLib import TTFont

from reportgen.fonts import FACES, LATIN, SYMBOLS, stack
from reportgen.world import fonts_folder

HANZI = set(re.findall("[㐀-鿿𠀀-𳁯]", (fonts_folder() / "charset.txt").read_text(encoding="utf-8")))
"""GB2312 and 通用规范汉字表 (8,105 of these 8,230), 㑇 to 𬺓."""
OFFICIAL = [face.official for face in FACES if face not in (LATIN, SYMBOLS)]


def covered(font: str) -> set[int]:
    """The characters that some family of the stack has."""
    files = {face.family: face.file for face in FACES}
    return {code for family in stack(font) for code in TTFont(fonts_folder() / files[family]).getBestCmap()}


@pytest.mark.parametrize("font", OFFICIAL)
@pytest.mark.parametrize("marks", ["☐☑☒✔✘✓✗√×", "℃℉㎡", "﹝〔〕﹞", "10⁻³、x²、CO₂、n⁵", "①⑳㉑㊿", "—…·￥"])
def test_a_mark_can_be_printed_in_every_face(font: str, marks: str) -> None:
    assert {ord(mark) for mark in marks} <= covered(font)


@pytest.mark.parametrize("font", OFFICIAL)
def test_every_hanzi_of_names_and_places_can_be_printed(font: str) -> None:
    assert {ord(char) for char in HANZI} <= covered(font)


def test_a_box_is_as_wide_as_a_hanzi() -> None:
    font = TTFont(fonts_folder() / SYMBOLS.file)
    assert {font["hmtx"][name][0] for name in font.getBestCmap().values()} == {font["head"].unitsPerEm}
