"""The pages of a PDF as pictures, upright as `reportgen.pdf.pages` measures them."""

from collections.abc import Iterator, Sequence

import pypdfium2

from reportgen.pdf.opening import opened
from reportgen.pdf.pages import Page
from reportgen.record import Struct


class Bitmap(Struct, frozen=True):
    """A picture of a page: rows from the top down, red, green and blue in a byte each, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_bitmaps(content: bytes, file: str, pages: Sequence[Page], scale: float) -> Iterator[Bitmap]:
    """A picture of each of the `pages`, `scale` dots a pt, with what readers have put on it. Raises as `opened` does."""
    with opened(content, file) as document:
        document.init_forms()  # else fields of forms, which readers draw over the page, would not be seen
        for page in pages:
            yield _bitmap(document[page.number - 1], page.turn, scale)


def _bitmap(page: pypdfium2.PdfPage, turn: int, scale: float) -> Bitmap:
    upright = (90 * turn - page.get_rotation()) % 360
    drawn = page.render(scale=scale, rotation=upright, rev_byteorder=True)
    try:
        return Bitmap(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    finally:
        drawn.close()
        page.close()
