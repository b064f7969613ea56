"""The pages of a PDF as pictures, upright as `reportgen.pdf.pages` measures them."""

from collections.abc import Iterator, Sequence

import pypdfium2

from reportgen.pdf.opening import opened
from reportgen.pdf.pages import Page
from reportgen.record import Struct

_LONGEST_SIDE = 8000
"""Dots: what the plan of a building has at the scale at which pages are shown."""


class Bitmap(Struct, frozen=True):
    """A picture of a page: rows from the top down, `stride` bytes each; a byte for a dot, or red, green and blue."""

    width: int
    height: int
    stride: int
    pixels: bytes
    grey: bool


def page_bitmaps(content: bytes, file: str, pages: Sequence[Page], scale: float) -> Iterator[Bitmap]:
    """A picture of each of the `pages`, `scale` dots a pt, with what readers have put on it.

    Raises as `opened` does.
    """
    with opened(content, file) as document:
        document.init_forms()  # else fields of forms, which readers draw over the page, would not be seen
        for page in pages:
            yield _bitmap(document[page.number - 1], page, scale)


def _bitmap(page: pypdfium2.PdfPage, read: Page, scale: float) -> Bitmap:
    upright, grey = (90 * read.turn - page.get_rotation()) % 360, _is_grey(read)
    drawn = page.render(scale=drawable(page, scale), rotation=upright, rev_byteorder=True, grayscale=grey)
    try:
        return Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer), grey)
    finally:
        drawn.close()
        page.close()


def drawable(page: pypdfium2.PdfPage, scale: float) -> float:
    """The scale, or as much of it as a picture of the page may have: what a page says of its size may be anything."""
    width, height = page.get_size()
    return min(scale, _LONGEST_SIDE / max(float(width), float(height), 1.0))


def _is_grey(page: Page) -> bool:
    """Whether nothing on a page can have a colour: no picture, no note, and letters and lines in black or grey."""
    colours = {glyph.color for glyph in page.glyphs} | {stroke.color for stroke in (*page.strokes, *page.bands)}
    return not page.pictures and not page.remarks and all(each[:2] == each[2:4] == each[4:] for each in colours)
