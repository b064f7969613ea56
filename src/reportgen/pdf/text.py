"""The text of a PDF's pages: tables by the structure of the page, all else as a reader would copy it."""

import pypdfium2

from reportgen.pdf.structure import text_by_structure

_HYPHEN_AT_LINE_END = "\ufffe"
"""What pdfium gives for a 「-」 at the end of a line when a letter follows: it takes it for hyphenation."""


def page_texts(content: bytes) -> list[str]:
    """Each page's text."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [_text(document, index) for index in range(len(document))]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    ordered = text_by_structure(page, text_page)
    text = str(text_page.get_text_range()) if ordered is None else ordered
    text_page.close()
    page.close()
    return text.replace(_HYPHEN_AT_LINE_END, "-")
