"""The paths and pictures of a page, those of forms within it too.

pypdfium2 makes an object of its own for whatever a page draws, and LibreOffice draws nearly every character by itself:
so they are walked over by pdfium's own handles.
"""

from collections.abc import Iterator
from ctypes import c_float
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

_DEEPEST = 4
PATH, PICTURE = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE
_LEFT, _BOTTOM, _RIGHT, _TOP = c_float(), c_float(), c_float(), c_float()


class Shape(NamedTuple):
    """A path, a picture or a form, by pdfium's handle; `container` is the form in which it is drawn."""

    raw: Any
    kind: int
    container: "Shape | None" = None

    def get_bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in the measures of the page; nothing where pdfium cannot tell."""
        if not raw.FPDFPageObj_GetBounds(self.raw, _LEFT, _BOTTOM, _RIGHT, _TOP):
            return 0.0, 0.0, 0.0, 0.0
        return _LEFT.value, _BOTTOM.value, _RIGHT.value, _TOP.value


def shapes_of(page: pypdfium2.PdfPage) -> Iterator[Shape]:
    """Every path and picture, in the order in which they are drawn."""
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _inside(raw.FPDFPage_GetObject(page.raw, index), None, 1)


def _inside(item: Any, container: Shape | None, depth: int) -> Iterator[Shape]:
    kind = raw.FPDFPageObj_GetType(item) if item else raw.FPDF_PAGEOBJ_UNKNOWN
    if kind in (PATH, PICTURE):
        yield Shape(item, kind, container)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        form = Shape(item, kind, container)
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _inside(raw.FPDFFormObj_GetObject(item, index), form, depth + 1)
