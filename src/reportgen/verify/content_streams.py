"""The words of a PDF, out of the content streams of its pages: where these stand in reading order, line by line.

Such pages say to any reader what their bytes say in turn, so these are read here, in a quarter of the time that pdfium
takes to draw the page again for itself. Whatever a reader might put in another order (columns, cells, pictures, turned
or raised letters, accents drawn by themselves, text from right to left) is not read at all: then
`reportgen.verify.pdf` is asked.
"""

import unicodedata
from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.verify.pdf_objects import Objects, UnsupportedPdf, found

_KNOWN = frozenset(b"q Q BT ET BDC BMC EMC gs rg RG w J m l S re f W n".split())
_GLYPHS = re.compile(rb"<([0-9a-f]*)>")
_FAR_BACK = re.compile(rb"[\[>]\d{4}")
"""A way back of a whole character; marks that give way to each other take half a one."""
_UPRIGHT = re.compile(rb"1 0 0 -1 (\S+) (\S+) Tm")
_WHOLE_PAGE = re.compile(rb"1 0 0 -1 0 \S+ cm|0\.75 0 0 0\.75 0 0 cm")
_GLYPH_TO_TEXT = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]*)>")
_SAME_LINE = 1.0
_OTHER_DIRECTIONS = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI", "NSM"})
"""Directions of characters that a reader may put elsewhere."""

Font = dict[str, str]
"""The characters that a glyph stands for, by its number in hexadecimal digits."""


def pages_in_stream_order(content: bytes) -> list[str] | None:
    """The text of each page, or None when their content streams are not in reading order."""
    try:
        objects = Objects(content)
        root = int(found(rb"/Root (\d+) 0 R", objects.trailer))
        kids = found(rb"/Kids \[([^\]]*)\]", objects.dictionary(objects.referred(root, b"Pages")))
        fonts: dict[int, dict[bytes, Font]] = {}
        return [_page(objects, int(number), fonts) for number in kids.split()[::3]]
    except (ValueError, LookupError):  # not of this kind, or damaged: then pdfium may say what can be read
        return None


def _page(objects: Objects, number: int, fonts: dict[int, dict[bytes, Font]]) -> str:
    if b"/Rotate" in objects.dictionary(number) or b"/Annots" in objects.dictionary(number):
        raise UnsupportedPdf(number)
    resources = objects.referred(number, b"Resources")
    if resources not in fonts:
        fonts[resources] = dict(_fonts(objects, objects.referred(resources, b"Font")))
    text = "".join(_shown(objects.stream(objects.referred(number, b"Contents")), fonts[resources]))
    if not {unicodedata.bidirectional(character) for character in set(text)}.isdisjoint(_OTHER_DIRECTIONS):
        raise UnsupportedPdf(number)
    return text


def _fonts(objects: Objects, number: int) -> Iterator[tuple[bytes, Font]]:
    for name, font in re.findall(rb"/(\w+) (\d+) 0 R", objects.dictionary(number)):
        meanings = objects.stream(objects.referred(int(font), b"ToUnicode")).partition(b"endcodespacerange")[2]
        pairs = _GLYPH_TO_TEXT.findall(meanings)
        yield name, {glyph.decode(): bytes.fromhex(words.decode()).decode("utf-16-be") for glyph, words in pairs}


def _shown(stream: bytes, fonts: dict[bytes, Font]) -> Iterator[str]:
    """What a page shows, operator by operator; each stands at the end of a line."""
    font: Font = {}
    at = (0.0, 0.0)
    for line in stream.split(b"\n"):
        operator = line.rpartition(b" ")[2]
        if operator == b"TJ":
            yield _words(line, font)
        elif operator == b"Tm":
            at = _next_position(line, at)
        elif operator == b"Tf":
            font = fonts[line.split()[0][1:]]
        elif not (operator in _KNOWN or line[:1] in b"/<" or _WHOLE_PAGE.fullmatch(line)):
            raise UnsupportedPdf(line)


def _words(line: bytes, font: Font) -> str:
    if _FAR_BACK.search(line):
        raise UnsupportedPdf(line)
    glyphs = b"".join(_GLYPHS.findall(line)).decode()
    return "".join([font[glyphs[at : at + 4]] for at in range(0, len(glyphs), 4)])


def _next_position(line: bytes, before: tuple[float, float]) -> tuple[float, float]:
    """Where text goes on: below the text before, or behind its beginning."""
    upright = _UPRIGHT.fullmatch(line)
    if upright is None:
        raise UnsupportedPdf(line)
    (x, y), (last_x, last_y) = map(float, upright.groups()), before
    if y < last_y - _SAME_LINE or (y < last_y + _SAME_LINE and x <= last_x):
        raise UnsupportedPdf(line)
    return x, y
