"""A text shaped by Pango, once: its glyphs, how far its characters reach, and where a line may end.

WeasyPrint 70.0 has Pango shape a line three times: in a draft of several lines, by itself to be measured, and again to
be drawn. Here the whole text of a paragraph is shaped as one line, and its lines are cut out of that. Lengths are Pango
units, 1024 to the px.
"""

import re
from collections.abc import Iterator
from itertools import accumulate
from struct import Struct
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.fonts import get_pango_font_key

from reportgen.render.cjk import PER, kept_together, quote_breaks, squeezed

# WeasyPrint has no types: its objects, and Pango's, are `Any` here.

_FULL = 0.9  # em; a narrower mark is proportional, or was halved by the font: nothing to squeeze
_UNUSUAL = re.compile("[\t\n\f\r\x85\xad\u2028\u2029\u200f\u202a-\u202e\u2066-\u2069]")
"""Breaks that were asked for, tabs, soft hyphens and changes of direction are left to WeasyPrint."""
_ACCENT = re.compile("[\u0300-\u036f\u20d0-\u20ff\u3099\u309a]")
"""One that a second font draws behind its letter: spaced like a letter, readers of a PDF would take it for one."""
_GLYPH_INFO = Struct("=5i")
"""Numbers of a PangoGlyphInfo: glyph, width, offset to the right, offset down, and flags."""


_TELLS_SIZES = 14802
"""The version from which Pango tells a font's true size."""


class Face:
    """A font at a size as Pango uses it, kept for the process with the widths of its glyphs."""

    def __init__(self, font: Any, layout: Any) -> None:
        self.font = font
        self.layout = layout.layout
        """Keeps the font alive, and with it the address by which the face is known."""
        self.key, _description, size = get_pango_font_key(font)
        self.size = size if pango.pango_version() >= _TELLS_SIZES else layout.style["font_size"]
        self.widths: dict[int, int] = {}
        """In thousandths of the size, as they will stand in the PDF."""

    def width(self, glyph: int, stream: Any) -> int:
        """The width of a glyph in thousandths of the size."""
        if glyph not in self.widths:
            pango.pango_font_get_glyph_extents(self.font, glyph, stream.ink_rect, stream.logical_rect)
            self.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / self.size)
        return self.widths[glyph]


_faces: dict[Any, Face] = {}
"""By Pango's font, whose address counts."""


class Shaped:
    """The glyphs of a text in a style. Letter-spacing stands behind each character."""

    def __init__(self, text: str, style: Any, layout: Any, line: Any) -> None:
        self.text, self.style, self.layout = text, style, layout
        self.glyphs: list[int] = []
        self.origins: list[int] = []
        """Where each glyph is put."""
        self.characters: list[int] = []
        """The character with which each glyph's cluster begins."""
        self.rises: dict[int, int] = {}
        """How far down the few glyphs stand that are off the baseline."""
        self.firsts: list[int] = []
        """The first glyph of each run of one face, and the number of all glyphs."""
        self.faces: list[Face] = []
        self.reach = self._read(line)
        """How far the text reaches before each character, and at its end."""
        self.breaks = self._breaks()
        self.kept = frozenset(kept_together(text))
        """Where it had better not break."""
        """The characters before which a line may begin, and the end."""
        self.ends = [self.reach[len(text[:end].rstrip(" "))] for end in self.breaks]
        """How far a line would reach that ends there, without its last blanks."""
        self.marks = self._marks()
        """The marks that give way to the next one."""

    def _read(self, line: Any) -> list[int]:
        """Pango puts half the letter-spacing before each glyph but the first, and half behind each but the last."""
        spacing, before = _spacing(self.style)
        glyphs, origins, characters, reach = self.glyphs, self.origins, self.characters, [0] * (len(self.text) + 1)
        accents = {found.start() for found in _ACCENT.finditer(self.text)}
        at_byte = dict(zip(_bytes(self.text), range(len(reach)), strict=True))
        at, half, last = 0, 0, -1
        for face, first, clusters, infos in _runs(line, self.layout):
            self.firsts.append(len(glyphs))
            self.faces.append(face)
            for cluster, (glyph, width, right, down, _flags) in zip(clusters, infos, strict=True):
                character = at_byte[first + cluster]
                if character != last:
                    reach[character], last = at + half, character
                if down:
                    self.rises[len(glyphs)] = down
                accent = character in accents
                glyphs.append(glyph)
                characters.append(character)
                origins.append(at + half if accent or right == half else at + half + right)
                at += width - spacing if accent else width
                half = before
        self.firsts.append(len(glyphs))
        reach[-1] = at + spacing
        return list(accumulate(reach, max))

    def _breaks(self) -> list[int]:
        end, size = len(self.text), ffi.sizeof("PangoLogAttr")
        attributes = pango.pango_layout_get_log_attrs_readonly(self.layout.layout, ffi.NULL)
        flags = ffi.buffer(attributes, end * size)[:][size::size]  # a byte each; its first bit is `is_line_break`
        found = {
            index for index, flag in enumerate(flags, start=1) if flag & 1 and self.text[index : index + 1] not in PER
        }
        return sorted(found.union(quote_breaks(self.text), (end,)))

    def _marks(self) -> list[int]:
        full = self.style["font_size"] * TO_UNITS * _FULL + _spacing(self.style)[0]
        return [mark for mark in squeezed(self.text) if self.reach[mark + 1] - self.reach[mark] > full]


class Texts:
    """The texts of a document that have been shaped."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Shaped | None] = {}
        self.last: Shaped | None = None

    def find(self, text: str, style: Any) -> tuple[Shaped, int] | None:
        """The text shaped, and where it begins: mostly it is what the last line has left of a paragraph."""
        last, key = self.last, (text, id(style))
        if last is None or last.style is not style or not text or not last.text.endswith(text):
            if key not in self.known:
                self.known[key] = shape(text, style)
            last = self.known[key]
            if last is None:
                return None
            self.last = last
        return last, len(last.text) - len(text)


def shape(text: str, style: Any) -> Shaped | None:
    """The text shaped, or None when WeasyPrint had better set it in its own way."""
    if not text or _UNUSUAL.search(text) or not _is_usual(style):
        return None
    layout = line_break.Layout(style)
    layout.set_text(text)
    line, _rest = layout.get_first_line()
    shaped = None if _turns(line) else Shaped(text, style, layout, line)
    layout.deactivate()
    return shaped


def _is_usual(style: Any) -> bool:
    return (
        style["white_space"] in {"normal", "nowrap"}
        and style["line_height"] != "normal"
        and style["hyphens"] != "auto"
        and style["direction"] == "ltr"
        and style["word_spacing"] == 0
        and style["font_size"] > 0
    )


def _bytes(text: str) -> Iterator[int]:
    """With which byte each character begins, and the number of bytes."""
    return accumulate(map(len, map(str.encode, text)), initial=0)


def letter_spacing(style: Any) -> float:
    """The used letter-spacing of a style, in px."""
    spacing = style["letter_spacing"]
    return 0.0 if spacing == "normal" else float(spacing)


def _spacing(style: Any) -> tuple[int, int]:
    """Letter-spacing in Pango units, and the half of it that Pango puts before a glyph."""
    spacing = int(letter_spacing(style) * TO_UNITS)
    before = int(spacing / 2)
    return spacing, before if spacing % 1024 else (before + 512) // 1024 * 1024  # whole px stay whole


def _turns(line: Any) -> bool:
    """Whether some of the text goes from right to left."""
    run, odd = line.runs, 0
    while run != ffi.NULL:
        odd |= run.data.item.analysis.level % 2
        run = run.next
    return bool(odd)


def _runs(line: Any, layout: Any) -> Iterator[tuple[Face, int, list[int], Iterator[tuple[int, ...]]]]:
    """For each run its face, the byte with which it begins, clusters, and the numbers of its glyphs."""
    run = line.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        run = run.next
        font, count = item.analysis.font, glyphs.num_glyphs
        if font not in _faces:
            _faces[font] = Face(font, layout)
        infos = _GLYPH_INFO.iter_unpack(ffi.buffer(glyphs.glyphs, count * _GLYPH_INFO.size))
        yield _faces[font], item.offset, ffi.unpack(glyphs.log_clusters, count), infos
