"""What the pages of a PDF look like, for telling whether two of them look alike."""

import hashlib

import pypdfium2

from reportgen.pdf.opening import opened

_SCALE = 1.0
"""72 dots an inch: a stroke that is missing in a digit of 10 pt changes several."""


def page_images(content: bytes, file: str) -> list[str]:
    """A digest of the picture of each page, notes and stamps on it among it. Raises as `opened` does."""
    with opened(content, file) as document:
        return [_image(document, index) for index in range(len(document))]


def _image(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    picture = page.render(scale=_SCALE)
    try:
        return hashlib.sha256(bytes(picture.buffer)).hexdigest()
    finally:
        picture.close()
        page.close()
