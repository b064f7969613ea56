"""The glyphs of one Pango line: adjacent punctuation squeezed, the gaps of a justified line widened.

Works on the geometry that Pango holds after shaping, so text, clusters and tags stay as they are. WeasyPrint reads it
glyph by glyph when it draws. All lengths are CSS px unless a name says Pango units (1024 to the px).
"""

from collections.abc import Iterator, Sequence
from importlib import import_module
from math import copysign, floor
from typing import Any

# WeasyPrint has no types: its objects, and Pango's, are `Any` here.
_pango: Any = import_module("weasyprint.text.ffi")

_FULL = 0.9  # em; a narrower mark is proportional, or was halved by the font: nothing to squeeze


def squeeze(line: Any, text: str, marks: Sequence[int], font_size: float, *, change: bool) -> float:
    """What the full-width ones among `marks` (indexes in `text`) give up together; `change` makes them do so."""
    half = round(font_size / 2 * _pango.TO_UNITS)
    starts = {len(text[:index].encode()) for index in marks}
    count = 0
    for start, _end, geometry in _glyphs(line):
        if start in starts and geometry.width > 2 * half * _FULL:
            count += 1
            geometry.width -= half if change else 0
    return float(count * half / _pango.TO_UNITS)


def widen(line: Any, text: str, points: Sequence[int], each: float, style: Any) -> None:
    """Add `each` after every character of `points`; what falls inside a cluster goes to its last glyph."""
    widths = [0] * len(text)
    for point, width in zip(points, _whole_steps(style, each), strict=False):
        widths[point] = width
    total = at = 0
    sums = {0: 0}
    for character, width in zip(text, widths, strict=True):
        total += width
        at += 1 if character < "\x80" else len(character.encode())
        sums[at] = total
    for start, end, geometry in _glyphs(line):
        if added := sums[end] - sums[start]:
            geometry.width += added


def _whole_steps(style: Any, each: float) -> Iterator[int]:
    """Endless widenings (Pango units), `each` on average, that make the drawn ones whole thousandths of an em.

    WeasyPrint truncates a glyph's displacement, letter-spacing included, to thousandths (`int(kerning)`): −0.25 pt at
    16 pt is drawn as −0.24, and a full line would drift by up to 0.4 pt. The tenth of a thousandth that is added here
    survives Pango's rounding and is lost in the truncation.
    """
    unit, spacing = style["font_size"] / 1000, letter_spacing(style)
    wanted = (each + spacing) / unit
    low = floor(wanted)
    small, large = (
        round(((step + copysign(0.1, step) * (step != 0)) * unit - spacing) * _pango.TO_UNITS)
        for step in (low, low + 1)
    )
    owed = 0.5
    while True:
        owed += wanted - low
        yield large if owed >= 1 else small
        owed -= owed >= 1


def _glyphs(line: Any) -> Iterator[tuple[int, int, Any]]:
    """Each glyph of a left-to-right line: first byte and end of its text, and its geometry (Pango units)."""
    run = line.runs
    while run != _pango.ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        offset, count = item.offset, glyphs.num_glyphs
        starts = [offset + start for start in glyphs.log_clusters[0:count]]
        starts.append(offset + item.length)
        for index, glyph in enumerate(glyphs.glyphs[0:count]):
            yield starts[index], starts[index + 1], glyph.geometry
        run = run.next


def letter_spacing(style: Any) -> float:
    """The used letter-spacing of a style, in px."""
    spacing = style["letter_spacing"]
    return 0.0 if spacing == "normal" else float(spacing)
