"""What the pages of a PDF look like: where two files of the same text look different."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2

from reportgen.pdf.opening import opened
from reportgen.record import Struct

_SCALE = 1.0
"""72 dots an inch: a stroke that is missing in a digit of 10 pt changes several."""
_SAME_SIZE = 0.01
"""Pages whose sides differ by no more, in pt, are of one size."""


class Unlike(Struct, frozen=True):
    """A page that looks different; `top` is where its difference begins, in pt from its upper edge."""

    page: int
    top: float


def unlike_pages(content: bytes, other: bytes, file: str) -> Iterator[Unlike]:
    """The pages of a PDF that look different from those of another, notes, stamps and fields of forms on them among it.

    Both have the same number of pages; sizes are compared first, so that no more is drawn than the other would need.
    Raises as `opened` does.
    """
    with opened(content, file) as document, opened(other, file) as meant:
        document.init_forms()  # else fields of forms, which readers draw over the page, would not be seen
        for index in range(min(len(document), len(meant))):
            top = _first_difference(document, meant, index)
            if top is not None:
                yield Unlike(index + 1, top)


def _first_difference(document: pypdfium2.PdfDocument, meant: pypdfium2.PdfDocument, index: int) -> float | None:
    """Where two pages begin to look different; None where they never do."""
    sizes = zip(document.get_page_size(index), meant.get_page_size(index), strict=True)
    if any(abs(side - other) > _SAME_SIZE for side, other in sizes):
        return 0.0
    with _picture(document, index) as picture, _picture(meant, index) as other:
        seen, wanted = bytes(picture.buffer), bytes(other.buffer)
        if seen == wanted:
            return None
        stride = picture.stride
        rows = (row for row in range(picture.height) if _row(seen, row, stride) != _row(wanted, row, stride))
        return next(rows, 0) / _SCALE


def _row(picture: bytes, row: int, stride: int) -> bytes:
    return picture[row * stride : (row + 1) * stride]


@contextmanager
def _picture(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfBitmap]:
    page = document[index]
    picture = page.render(scale=_SCALE)
    try:
        yield picture
    finally:
        picture.close()
        page.close()
