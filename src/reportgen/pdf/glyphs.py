"""The characters that a page draws, as the file has them."""

import math
import unicodedata
from collections.abc import Iterator
from ctypes import CFUNCTYPE, c_char, c_double, c_float, c_int, c_void_p, cast
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from reportgen.pdf.strokes import fill_of
from reportgen.record import Struct

_NOT_DRAWN = 3
"""The text mode of a layer that lies unseen over a scanned picture."""
_HYPHEN, _BLANK, _UNKNOWN = 0xFFFE, 0x20, "\ufffd"
_CONTROL = "Cc"
"""Unicode's category of what moves a printer: neither Word nor Typst takes it as a character."""
_LAST = 0xFFFE
"""The last two codes of each plane are no characters."""
_NEAR = 1.5
"""pt between where a blank is drawn and where pdfium puts its own."""
_RADICALS = str.maketrans(
    "⻓⻋⻅⻔⻛⻜⻢⻥⻦⻬⻰⻚⻉⻩⻄⺠⻘⻝⻆⻣⻤⻨⻮", "长车见门风飞马鱼鸟齐龙页贝黄西民青食角骨鬼麦齿"
)
"""Parts of hanzi that some programs write for the hanzi; Unicode has no folding for these."""
_FOLDED = ((0x2F00, 0x2FDF), (0x2E80, 0x2EFF), (0xF900, 0xFAFF))
"""Radicals and compatibility forms: they look like hanzi and are others."""


Handle = Any
"""What pdfium knows a page or its text by; pypdfium2's own objects would be turned into it at each question."""
text_object_at = CFUNCTYPE(c_void_p, c_void_p, c_int)(cast(raw.FPDFText_GetTextObject, c_void_p).value or 0)
_font_object = CFUNCTYPE(c_void_p, c_void_p)(cast(raw.FPDFTextObj_GetFont, c_void_p).value or 0)
"""The same functions, with an address for an answer: to ask a pointer for it takes longer than to find it."""


class Drawn(NamedTuple):
    """A character; `turn` counts quarters to the left, -1 for any other direction."""

    char: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    font: str
    turn: int
    color: str
    number: int = -1
    """By which pdfium knows it on its page."""


class _Manner(Struct, frozen=True):
    """What all characters of one text object share."""

    size: float
    font: str
    turn: int
    drawn: bool
    color: str


def drawn_glyphs(page: pypdfium2.PdfPage) -> Iterator[Drawn]:
    """The characters of a page in the order of the file, blanks among them."""
    text = page.get_textpage()
    try:
        yield from _glyphs(text.raw, text.count_chars(), _LoneBlanks(page.raw))
    finally:
        text.close()


def _glyphs(text: Handle, count: int, blanks: "_LoneBlanks") -> Iterator[Drawn]:
    manners: dict[int, _Manner] = {}
    fonts: dict[int | None, str] = {}
    last: Drawn | None = None
    for index in range(count):
        owner = text_object_at(text, index)
        if not owner or raw.FPDFText_IsGenerated(text, index) == 1:
            if last and blanks.at(text, index):
                yield last._replace(char=" ", box=_behind(last))
            continue
        if owner not in manners:
            manners[owner] = _manner(text, index, owner, fonts)
        if manners[owner].drawn:
            last = _glyph(text, index, manners[owner])
            yield last


_BOX, _X, _Y, _MATRIX = raw.FS_RECTF(), c_double(), c_double(), raw.FS_MATRIX()
"""Where pdfium writes its answers; it is asked for each character."""


def _glyph(text: Handle, index: int, manner: "_Manner") -> Drawn:
    raw.FPDFText_GetLooseCharBox(text, index, _BOX)
    raw.FPDFText_GetCharOrigin(text, index, _X, _Y)
    edges = (_BOX.left, _BOX.bottom, _BOX.right, _BOX.top)
    char = printed_char(raw.FPDFText_GetUnicode(text, index))
    return Drawn(char, edges, (_X.value, _Y.value), manner.size, manner.font, manner.turn, manner.color, index)


def _behind(glyph: Drawn) -> tuple[float, float, float, float]:
    """No room at the end of a character: that of a blank shows in what follows."""
    _left, bottom, right, top = glyph.box
    return right, bottom, right, top


class _LoneBlanks:
    """Where a page draws a blank by a text object of its own, as Word, WPS and Typst do between two fonts.

    pdfium drops such objects, and puts blanks of its own where it finds a gap: in a distributed line of hanzi too,
    where the file has none.
    """

    def __init__(self, page: Handle) -> None:
        self._page = page
        self._places: list[tuple[float, float]] | None = None

    def at(self, text: Handle, index: int) -> bool:
        """Whether a character that pdfium has put in is such a blank."""
        if raw.FPDFText_GetUnicode(text, index) != _BLANK:
            return False
        if self._places is None:
            self._places = list(self._found())
        raw.FPDFText_GetCharOrigin(text, index, _X, _Y)
        x, y = _X.value, _Y.value
        return any(abs(x - left) <= _NEAR and abs(y - bottom) <= _NEAR for left, bottom in self._places)

    def _found(self) -> Iterator[tuple[float, float]]:
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        for index in range(raw.FPDFPage_CountObjects(self._page)):
            item = raw.FPDFPage_GetObject(self._page, index)
            if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT:
                continue
            raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
            if right.value == left.value:
                yield left.value, bottom.value


def _manner(text: Handle, index: int, owner: int, fonts: dict[int | None, str]) -> _Manner:
    """`fonts` are the names that are known already: some programs write an object for each character."""
    item = cast(owner, raw.FPDF_PAGEOBJECT)
    raw.FPDFText_GetMatrix(text, index, _MATRIX)
    size, turn = _set(raw.FPDFText_GetFontSize(text, index), _MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d)
    drawn = raw.FPDFTextObj_GetTextRenderMode(item) != _NOT_DRAWN
    font = _font_object(owner)
    if font not in fonts:
        fonts[font] = _font(cast(font, raw.FPDF_FONT)) if font else ""
    return _Manner(size, fonts[font], turn, drawn, fill_of(item))


@lru_cache(maxsize=1024)
def _set(size: float, a: float, b: float, c: float, d: float) -> tuple[float, int]:
    """Size and direction of letters, by the size of their font and their matrix."""
    angle = math.degrees(math.atan2(b, a)) / 90
    turn = round(angle) % 4 if abs(angle - round(angle)) < 0.02 else -1
    return round(size * math.hypot(c, d), 2), turn


def _font(font: Any) -> str:
    """The name of a font without the letters that mark a subset."""
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = (c_char * max(length, 1))()
    raw.FPDFFont_GetBaseFontName(font, buffer, length)
    name = _decoded(buffer.value)
    return name.partition("+")[2] or name


def _decoded(name: bytes) -> str:
    """Names of Chinese fonts are mostly in GBK."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("gbk", "replace")


@cache
def printed_char(code: int) -> str:
    """What a character of the file is to a reader; � for one that says nothing."""
    if code == _HYPHEN:
        return "-"
    if 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF or code & _LAST == _LAST or code > 0x10FFFF:
        return _UNKNOWN
    char = chr(code)
    if unicodedata.category(char) == _CONTROL:
        return " " if char.isspace() else _UNKNOWN
    if any(low <= code <= high for low, high in _FOLDED):
        return unicodedata.normalize("NFKC", char.translate(_RADICALS))
    return char
