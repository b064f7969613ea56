"""Read a PDF's pages back: their text in reading order, and the lines as they lie on the paper."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

from reportgen.record import Struct

SAME_LINE = 2.0
"""Baselines closer than this, in pt, are one line."""


class Glyph(Struct, frozen=True):
    """One glyph and its advance box; lengths in pt, x from the left edge of the paper."""

    text: str
    left: float
    right: float
    face: str
    """The family without subset prefix, blanks and hyphens: `GWFangSong`."""
    size: float
    """To 0.01 pt."""


class Line(Struct, frozen=True):
    """One line of a page; lengths in pt, x from the left edge of the paper, baseline from its lower edge."""

    glyphs: tuple[Glyph, ...]
    baseline: float

    @property
    def text(self) -> str:
        """Its characters from left to right."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def left(self) -> float:
        """Where its first glyph begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its last glyph ends."""
        return self.glyphs[-1].right

    @property
    def size(self) -> float:
        """The largest size on the line."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def faces(self) -> set[str]:
        """The families on the line."""
        return {glyph.face for glyph in self.glyphs}


def pages_text(pdf: Path | bytes) -> list[str]:
    """The text of each page, as it would be copied out; a hyphen at a line's end is kept."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return list(_texts(document))
    finally:
        document.close()


def _texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for index in range(len(document)):
        page = document[index]
        text_page = page.get_textpage()
        yield str(text_page.get_text_range()).replace("\ufffe", "-")  # pdfium takes it for hyphenation
        text_page.close()
        page.close()


def page_lines(pdf: Path | bytes) -> list[list[Line]]:
    """The lines of each page from top to bottom, the page number's line included."""
    with pdfplumber.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as document:
        return [_lines(page.chars) for page in document.pages]


def _lines(chars: list[dict[str, Any]]) -> list[Line]:
    rows: list[list[dict[str, Any]]] = []
    for char in sorted(chars, key=_baseline, reverse=True):
        if rows and _baseline(rows[-1][-1]) - _baseline(char) < SAME_LINE:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_line(sorted(row, key=lambda char: float(char["x0"]))) for row in rows]


def _line(row: list[dict[str, Any]]) -> Line:
    glyphs = (
        Glyph(char["text"], char["x0"], char["x1"], _face(char["fontname"]), round(char["size"], 2)) for char in row
    )
    return Line(tuple(glyphs), _baseline(row[0]))


def _face(name: str) -> str:
    return name.rpartition("+")[2].removesuffix("-Regular").replace("-", "")


def _baseline(char: dict[str, Any]) -> float:
    return float(char["matrix"][5])
