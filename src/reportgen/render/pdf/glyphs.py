"""The glyphs of one Pango line: punctuation squeezed, gaps widened, advances made what the PDF can say.

It works on the geometry that Pango holds after shaping, so text, clusters and tags stay as they are;
WeasyPrint reads it glyph by glyph when it draws. Two quirks are mended on the way, for all letter-spaced text:

- WeasyPrint truncates the displacement after a glyph to 1/1000 em (`int(kerning)`): −0.25 pt at 16 pt is
  drawn as −0.24 pt, and a full line drifts by up to 0.4 pt. `place` makes every advance a whole thousandth and
  carries the remainder to the next glyph: a line then ends within 0.02 pt of where layout put its end.
- Pango puts half of the letter-spacing before each glyph, as an offset, but for the first of a line.
  WeasyPrint writes the offset, 2 % too large, as two more numbers a glyph. `place` puts all of it behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from weasyprint.text.ffi import TO_UNITS, ffi

# WeasyPrint has no types: its objects, and Pango's, are `Any` here.

_FULL = 0.9  # em; a narrower mark is proportional, or was halved by the font: nothing to squeeze


def full_width(line: Any, text: str, marks: Sequence[int], style: Any) -> tuple[int, ...]:
    """Those of `marks` (indexes in `text`) whose glyph fills its square."""
    starts = {len(text[:mark].encode()): mark for mark in marks}
    full = style["font_size"] * TO_UNITS * _FULL + _spacing(style)[0]
    return tuple([starts[start] for start, _end, glyph in _glyphs(line) if start in starts and glyph.width > full])


def place(line: Any, text: str, style: Any, added: Mapping[int, float]) -> None:
    """Set every glyph's advance, `added` px more (or less) after the characters of `text` at these indexes."""
    unit = style["font_size"] * TO_UNITS / 1000
    spacing, before = _spacing(style)
    sums = _sums_by_byte(text, added)
    due: float = before  # the first glyph did not get it
    for start, end, glyph in _glyphs(line):
        if start == end:
            continue  # not the last glyph of its cluster
        if glyph.x_offset == before:
            glyph.x_offset = 0
        wanted = glyph.width + sums[end] - sums[start] + due
        thousandths = round(wanted / unit)
        due = wanted - thousandths * unit
        # A tenth of a thousandth further from the font's own advance is lost in the truncation; without it
        # Pango's whole units may fall short of the thousandth.
        further = 0.1 if thousandths * unit > glyph.width - spacing else -0.1
        glyph.width = round((thousandths + further) * unit)


def letter_spacing(style: Any) -> float:
    """The used letter-spacing of a style, in px."""
    spacing = style["letter_spacing"]
    return 0.0 if spacing == "normal" else float(spacing)


def _spacing(style: Any) -> tuple[int, int]:
    """Letter-spacing in Pango units (1024 to the px), and the half of it that Pango puts before a glyph."""
    spacing = int(letter_spacing(style) * TO_UNITS)
    before = int(spacing / 2)
    return spacing, before if spacing % 1024 else (before + 512) // 1024 * 1024  # whole px stay whole


def _sums_by_byte(text: str, added: Mapping[int, float]) -> dict[int, float]:
    """`added` summed up to each byte of `text` that ends a character, in Pango units."""
    at, total, sums = 0, 0.0, {0: 0.0}
    for index, character in enumerate(text):
        at += 1 if character < "\x80" else len(character.encode())
        if index in added:
            total += added[index] * TO_UNITS
        sums[at] = total
    return sums


def _glyphs(line: Any) -> Iterator[tuple[int, int, Any]]:
    """Each glyph of the left-to-right runs: first byte and end of its text, and its PangoGlyphGeometry."""
    run = line.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        run = run.next
        if item.analysis.level % 2 == 0:
            offset, count = item.offset, glyphs.num_glyphs
            starts = [offset + start for start in glyphs.log_clusters[0:count]]
            starts.append(offset + item.length)
            for index, glyph in enumerate(glyphs.glyphs[0:count]):
                yield starts[index], starts[index + 1], glyph.geometry
