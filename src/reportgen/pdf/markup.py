"""The annotations of a page that say something: what readers have put on it, and no link, field or popup."""

from collections.abc import Iterator

from pypdfium2 import raw

from reportgen.pdf.glyphs import Handle

_QUIET = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP})
"""Annotations that are no remarks; a popup shows what its parent says."""


def markup_on(page: Handle) -> Iterator[tuple[int, Handle]]:
    """Each with its number on the page, to be asked until the next one is taken."""
    for number in range(max(raw.FPDFPage_GetAnnotCount(page), 0)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) not in _QUIET:
                yield number, annotation
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
