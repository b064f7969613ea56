"""Read a PDF's pages back: their text in reading order, and the lines as they lie on the paper."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2

SAME_LINE = 2.0
"""Baselines closer than this, in pt, are one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; lengths in pt, x from the left edge of the paper, baseline from its lower edge."""

    text: str
    left: float
    right: float
    baseline: float
    fonts: frozenset[str]
    """Font names without the subset prefix: `GWFangSong-Regular`."""
    size: float
    """The largest size on the line, to 0.01 pt."""


def pages_text(pdf: Path) -> list[str]:
    """The text of each page, as it would be copied out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [str(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def page_lines(pdf: Path) -> list[list[Line]]:
    """The lines of each page from top to bottom, the page number's line included."""
    with pdfplumber.open(pdf) as document:
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
    return Line(
        text="".join(char["text"] for char in row),
        left=row[0]["x0"],
        right=row[-1]["x1"],
        baseline=_baseline(row[0]),
        fonts=frozenset(char["fontname"].rpartition("+")[2] for char in row),
        size=round(max(char["size"] for char in row), 2),
    )


def _baseline(char: dict[str, Any]) -> float:
    return float(char["matrix"][5])
