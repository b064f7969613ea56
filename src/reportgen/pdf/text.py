"""The text of a PDF's pages: tables by the structure of the file, all else as a reader would copy it."""

from collections.abc import Mapping

import pypdfium2

from reportgen.pdf.structure import text_by_structure

_HYPHEN_AT_LINE_END = "\ufffe"
"""What pdfium gives for a 「-」 at the end of a line when a letter follows: it takes it for hyphenation."""


def page_texts(content: bytes) -> list[str]:
    """Each page's text."""
    from reportgen.pdf.reading_order import marks_of_tables  # it brings a library, which `check` does not need

    marks = marks_of_tables(content)
    document = pypdfium2.PdfDocument(content)
    try:
        return [_text(document, index, marks.get(index)) for index in range(len(document))]
    finally:
        document.close()


def count_pages(content: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(content)
    try:
        return len(document)
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, index: int, marks: Mapping[int, bool] | None) -> str:
    page = document[index]
    text_page = page.get_textpage()
    text = str(text_page.get_text_range()) if marks is None else text_by_structure(page, text_page, marks)
    text_page.close()
    page.close()
    return text.replace(_HYPHEN_AT_LINE_END, "-")


def text_below(content: bytes, number: int, share: float) -> str:
    """The words of a page, from 1, that stand below a share of its height, from the top."""
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number - 1]
        text_page = page.get_textpage()
        words = str(text_page.get_text_bounded(top=page.get_height() * (1 - share)))
        text_page.close()
        page.close()
        return words
    finally:
        document.close()
