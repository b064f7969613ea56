"""Copies that go round, held against the finals that they are copies of."""

from io import BytesIO

import pikepdf

from reportgen.pdf.text import count_pages
from reportgen.pipeline.build import Built
from reportgen.pipeline.reviewing.copy import copies_of
from reportgen.verify.pages import Unequal, unequal_text


def copies_that_differ(built: Built) -> dict[str, list[Unequal]]:
    """By document, what the pages of its copy say otherwise than the final; the closing pages are left out."""
    finals = [built.outputs["pdf"], *(outputs["pdf"] for outputs in built.beside.values())]
    copies = copies_of(built).copies
    pairs = zip(copies.items(), finals, strict=True)
    found = {
        name: list(unequal_text(first_pages(copy, count_pages(final)), final, "")) for (name, copy), final in pairs
    }
    return {name: unequal for name, unequal in found.items() if unequal}


def first_pages(content: bytes, count: int) -> bytes:
    """The PDF without its closing pages."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        del pdf.pages[count:]
        pdf.save(stream)
    return stream.getvalue()
