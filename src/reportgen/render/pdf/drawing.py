"""A line's glyphs written into the page: each where it belongs, to half a thousandth of its size.

WeasyPrint 70.0 asks Pango for every number of every glyph one by one, and truncates the way to the next glyph to a
thousandth, so that a full line drifts by up to 0.4 pt. Here a number is written where the PDF, which adds up the widths
of the glyphs, would be off by a thousandth; what is left is carried on to the next glyph.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Any

from weasyprint.draw import text as drawn
from weasyprint.logger import LOGGER
from weasyprint.text.ffi import TO_UNITS, pango

from reportgen.render.pdf.lines import Line
from reportgen.render.pdf.shaping import Face, Shaped

# WeasyPrint has no types: its objects are `Any` here. A name that is gone is for `typeset.install` to report.
_NO_GLYPH = '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)'
"""WeasyPrint's own warning."""
_draw_layout: Any = getattr(drawn, "draw_first_line", None)


def _draw_first_line(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> list[Any]:
    """Draw a line, as its box begins at `matrix`. The bundled fonts have no coloured glyphs, which WeasyPrint wants."""
    line = textbox.pango_layout
    if not isinstance(line, Line):
        emojis: list[Any] = _draw_layout(stream, textbox, text_overflow, block_ellipsis, matrix)
        return emojis
    if textbox.text.strip():
        stream.set_text_matrix(*matrix.values)
        _Pen(stream, line).draw()
    return []


class _Pen:
    """Writes one line."""

    def __init__(self, stream: Any, line: Line) -> None:
        self.stream, self.shaped = stream, line.shaped
        self.first, self.end = (bisect_left(line.shaped.characters, at) for at in (line.start, line.end))
        self.places = _places(line, self.first, self.end)
        self.unit = line.shaped.style["font_size"] * TO_UNITS / 1000
        """A thousandth of the size."""
        self.at = 0.0
        """Where the PDF stands, in Pango units from the beginning of the line."""
        self.face: Face | None = None
        self.font: Any = None
        self.words: list[str] = []
        """Glyphs of one font, not yet shown."""

    def draw(self) -> None:
        """Run by run, as far as they are in the line."""
        firsts, faces = self.shaped.firsts, self.shaped.faces
        for run in range(bisect_right(firsts, self.first) - 1, bisect_left(firsts, self.end)):
            begin, end = max(firsts[run], self.first), min(firsts[run + 1], self.end)
            self._take(faces[run], begin)
            self._write(faces[run], begin, end)
        self._show()

    def _take(self, face: Face, index: int) -> None:
        """Go on in another font; readers of a PDF like the way to the next glyph better behind the last one."""
        if face is self.face:
            return
        further = round((self.places[index - self.first] - self.at) / self.unit)
        if self.words and further:
            self.words.append(f">{-further}<")
            self.at += further * self.unit
        self._show()
        fonts = self.stream._fonts
        self.face, self.font = face, fonts.get(face.key) or self.stream.add_font(face.font)[0]
        self.stream.set_font_size(self.font.hash, face.size)

    def _show(self) -> None:
        if self.words:
            self.stream.show_text(f"<{''.join(self.words)}>".removeprefix("<>").removesuffix("<>"))
            self.words = []

    def _write(self, face: Face, begin: int, end: int) -> None:
        """Write glyphs, each with the way to it in whole thousandths of the size."""
        at, unit, widths, glyphs, rises = self.at, self.unit, self.font.widths, self.shaped.glyphs, self.shaped.rises
        places = self.places[begin - self.first : end - self.first]
        for index, place in enumerate(places, begin):
            glyph = glyphs[index]
            if glyph not in widths:
                if glyph == pango.PANGO_GLYPH_EMPTY:
                    continue
                glyph = self._first_seen(face, index)
            further = round((place - at) / unit)
            at += (further + widths[glyph]) * unit
            self.words.append(_word(further, glyph))
            if index in rises:
                self._raise(rises[index])
        self.at = at

    def _first_seen(self, face: Face, index: int) -> int:
        """Take note of a glyph's width and meaning; one that no font has is given a number that is free."""
        shaped, font, glyph = self.shaped, self.font, self.shaped.glyphs[index]
        if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            sign = glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG
            LOGGER.warning(_NO_GLYPH, chr(sign), sign)
            glyph = font.get_unused_glyph_id(sign)
            character = shaped.characters[index]
            width = round((shaped.reach[character + 1] - shaped.reach[character]) / self.unit)
            font.widths.setdefault(0, width)
        else:
            width = face.width(glyph, self.stream)
        font.widths[glyph] = width
        font.to_unicode.setdefault(glyph, _meaning(shaped, index))
        return glyph

    def _raise(self, down: int) -> None:
        """Show the glyphs so far, the last of them off the baseline."""
        raised = self.words.pop()
        self._show()
        self.stream.set_text_rise(-down / TO_UNITS)
        self.words = [raised]
        self._show()
        self.stream.set_text_rise(0)


def _meaning(shaped: Shaped, index: int) -> str:
    """What a glyph stands for. Of a cluster each glyph is a character, or else the first glyph is all of it."""
    character, count = shaped.characters[index], len(shaped.glyphs)
    first, last = (bisect(shaped.characters, character) for bisect in (bisect_left, bisect_right))
    text = shaped.text[character : shaped.characters[last] if last < count else None]
    if len(text) == last - first:
        return text[index - first]
    return text if index == first else ""


@lru_cache(maxsize=50_000)
def _word(further: int, glyph: int) -> str:
    """A glyph as it stands in the PDF, with the way to it; in a report each comes a dozen times."""
    return f">{-further}<{glyph:04x}" if further else f"{glyph:04x}"


def _places(line: Line, begin: int, end: int) -> list[float]:
    """Where each glyph is put: gaps that have grown and marks that have given way move it along the line."""
    changes = [0.0] * (len(line.text) + 2)
    for point in line.points:
        changes[point + 1] += line.each * TO_UNITS
    for mark in line.marks:
        changes[mark - line.start + 1] -= line.shaped.style["font_size"] * TO_UNITS / 2
    moved, shaped, start = list(accumulate(changes)), line.shaped, line.start
    near = zip(shaped.origins[begin:end], shaped.characters[begin:end], strict=True)
    return [origin - shaped.reach[start] + moved[character - start] for origin, character in near]


HOOKS = ((drawn, "draw_first_line", _draw_first_line, "stream textbox text_overflow block_ellipsis matrix"),)
