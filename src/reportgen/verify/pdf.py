"""The characters of a PDF's pages, as they are held against the document."""

from collections.abc import Sequence

from reportgen.model.document import Numbers
from reportgen.model.look import Looks
from reportgen.pdf import page_texts
from reportgen.verify.page_numbers import without_numbers


def pdf_streams(content: bytes, looks: Looks, restarts: Sequence[Numbers] = ()) -> list[str]:
    """Each page's characters without white space and without the page number that the template's footers give it."""
    return without_numbers(page_texts(content), looks, restarts)
