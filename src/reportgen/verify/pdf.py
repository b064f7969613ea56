"""The door to pypdfium2: the text of a PDF's pages as a reader would copy it."""

from collections.abc import Sequence

import pypdfium2

from reportgen.model.look import PAGES, Looks
from reportgen.verify.streams import squeeze

_HYPHEN_AT_LINE_END = "\ufffe"
"""What pdfium gives for a 「-」 at the end of a line when a letter follows: it takes it for hyphenation."""


def pdf_streams(content: bytes, looks: Looks) -> list[str]:
    """Each page's characters without white space and without the page number that the template's footers give it."""
    document = pypdfium2.PdfDocument(content)
    try:
        return without_numbers([_page_text(document, index) for index in range(len(document))], looks)
    finally:
        document.close()


def without_numbers(pages: Sequence[str], looks: Looks) -> list[str]:
    """The characters of each page without white space and without its number."""
    count = len(pages)
    return [_without_number(squeeze(text), looks, number, count) for number, text in enumerate(pages, start=1)]


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    text = str(text_page.get_text_range()).replace(_HYPHEN_AT_LINE_END, "-")
    text_page.close()
    page.close()
    return text


def _without_number(text: str, looks: Looks, number: int, count: int) -> str:
    footer = looks.odd if number % 2 else looks.even
    if footer is None:
        return text
    printed = squeeze(f"{footer.before}{number}{footer.after}".replace(PAGES, str(count)))
    if text.startswith(printed) and not text.endswith(printed):
        return text.removeprefix(printed)
    # a turned number is put before the line that it stands beside
    before, _number, after = text.rpartition(printed)
    return before + after
