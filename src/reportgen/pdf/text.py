"""The text of a PDF's pages as a reader would copy it."""

import pypdfium2

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
    text = str(text_page.get_text_range()).replace(_HYPHEN_AT_LINE_END, "-")
    text_page.close()
    page.close()
    return text
