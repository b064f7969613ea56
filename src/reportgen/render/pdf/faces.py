"""Fonts opened once a process: WeasyPrint 70.0 reads a font's whole file and tables anew for every document.

Six fonts are 20 ms a report. What a document uses of a font (glyphs, widths, what is missing) begins empty
every time.
"""

from copy import copy
from typing import Any

from weasyprint.pdf import stream
from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import get_pango_font_hb_face

# WeasyPrint has no types: its objects are `Any` here. A name that is gone is for `typeset.install` to report.
_open: Any = getattr(stream, "Font", None)
_opened: dict[tuple[int, int, float], Any] = {}
"""By the address of the face, which the font keeps alive; by its style, and by its size."""
_files: dict[int, bytes] = {}
"""The bytes of each face once, whatever its sizes."""


def _font(pango_font: Any, description: Any, font_size: float) -> Any:
    """A font for one document."""
    face = int(ffi.cast("intptr_t", get_pango_font_hb_face(pango_font)))
    key = (face, pango.pango_font_description_hash(description), font_size)
    if key not in _opened:
        font = _opened[key] = _open(pango_font, description, font_size)
        font.file_content = _files.setdefault(face, font.file_content)
    font = copy(_opened[key])
    font.widths, font.to_unicode, font.missing, font.variations = {}, {}, {}, dict(font.variations)
    return font


HOOKS = ((stream, "Font", _font, "pango_font description font_size"),)
