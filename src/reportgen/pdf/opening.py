"""A PDF opened, or the reason why it cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.pdf.expansion import expands_beyond

_MOST_BYTES = 400_000_000
"""Pictures of a scanned report of a hundred pages, unpacked; pdfium would take the memory without asking."""


class Locked(Exception):
    """The file asks for a password."""


@contextmanager
def opened(content: bytes, file: str) -> Iterator[pypdfium2.PdfDocument]:
    """The open file. Raises Locked when it has a password, UsageProblem when it, or a part of it, cannot be read."""
    if expands_beyond(content, _MOST_BYTES):
        told = {"file": file, "most": _MOST_BYTES // 1_000_000}
        raise UsageProblem(_("{file} 展开后超过 {most} MB，太大了，没有读", **told))
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise Locked from error
        raise _damaged(file) from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise _damaged(file) from error
    finally:
        document.close()


def _damaged(file: str) -> UsageProblem:
    return UsageProblem(_("{file} 已损坏，打不开。请重新复制一份，或从 Word、WPS 重新输出", file=file))
