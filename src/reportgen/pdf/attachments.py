"""The files that are attached to a PDF."""

import pypdfium2

from reportgen.pdf.opening import opened


def attached_files(content: bytes, file: str) -> dict[str, bytes]:
    """Every attached file by its name; of two of one name the first. Raises as `opened` does."""
    found: dict[str, bytes] = {}
    with opened(content, file) as document:
        for index in range(document.count_attachments()):
            attachment = document.get_attachment(index)
            found.setdefault(attachment.get_name(), _data(attachment))
    return found


def _data(attachment: pypdfium2.PdfAttachment) -> bytes:
    """Of a file without a byte pdfium says that it cannot be read."""
    try:
        return bytes(attachment.get_data())
    except pypdfium2.PdfiumError:
        return b""
