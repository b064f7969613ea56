"""The door to pypdfium2: the text of a PDF's pages as a reader would copy it."""

import pypdfium2

from reportgen.verify.streams import squeeze

_HYPHEN_AT_LINE_END = "\ufffe"
"""What pdfium gives for a 「-」 at the end of a line when a letter follows: it takes it for hyphenation."""


def pdf_streams(content: bytes, before: str, after: str) -> list[str]:
    """Each page's characters without white space and without its page number.

    `before` and `after` are the words around the number in the footer, e.g. 「— 」 and 「 —」.
    """
    document = pypdfium2.PdfDocument(content)
    try:
        return [
            _without_number(_page_text(document, index), before, after, index + 1) for index in range(len(document))
        ]
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    text = str(text_page.get_text_range()).replace(_HYPHEN_AT_LINE_END, "-")
    text_page.close()
    page.close()
    return squeeze(text)


def _without_number(text: str, before: str, after: str, number: int) -> str:
    printed = squeeze(f"{before}{number}{after}")
    if text.endswith(printed):
        return text[: -len(printed)]
    return text.removeprefix(printed)
