"""docx, PDF and document must say the same: a difference is an error that names the paragraph."""

from bisect import bisect_right
from itertools import accumulate

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import OUTPUT_DIFFERS
from reportgen.language import _
from reportgen.model.look import Looks
from reportgen.place import Place
from reportgen.verify.docx import docx_lines
from reportgen.verify.streams import Comparison, compare, squeeze

Line = tuple[str, Place]
"""A paragraph as it is to be read, and where it was written."""


def verify_docx(lines: list[Line], content: bytes, file: str) -> list[Diagnostic]:
    """What a docx says otherwise than the document's `lines`."""
    comparison = compare([text for text, _place in lines], "".join(squeeze(line) for line in docx_lines(content)))
    return _diagnostics(comparison, lines, file)


def verify_pdf(lines: list[Line], content: bytes, file: str, looks: Looks) -> tuple[list[Diagnostic], list[int]]:
    """What a PDF says otherwise, and the page on which each line begins (0 when it was not found)."""
    from reportgen.verify.pdf import pdf_streams  # `check` needs no PDF reader

    pages = pdf_streams(content, looks)
    comparison = compare([text for text, _place in lines], "".join(pages))
    starts = list(accumulate((len(page) for page in pages), initial=0))[:-1]
    numbers = [bisect_right(starts, at) if at is not None else 0 for at in comparison.offsets]
    return _diagnostics(comparison, lines, file), numbers


def _diagnostics(comparison: Comparison, lines: list[Line], file: str) -> list[Diagnostic]:
    found = []
    for difference in comparison.differences:
        notes = (
            _("应为：{text}", text=difference.wanted[:60]),
            _("实为：{text}", text=difference.found[:60] or _("（没有）")),
        )
        if difference.index >= len(lines):
            label, place = _("{file} 末尾多出：{text}", file=file, text=difference.found), Place(file)
        else:
            text, place = lines[difference.index]
            label = _("{file} 第 {number} 段：{text}", file=file, number=difference.index + 1, text=text[:30])
        found.append(OUTPUT_DIFFERS.at(place if place.line else Place(file), label, notes=notes))
    return found
