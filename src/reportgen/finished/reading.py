"""A file that somebody else finished → its parts and its layout; readers of formats are loaded when wanted."""

from pathlib import Path

from reportgen.finished.file_types import DOCX, PDF, refuse_unsupported_type, refuse_wrong_content
from reportgen.finished.parts import Reading
from reportgen.finished.text import read_lines
from reportgen.source.encoding import read_decoded
from reportgen.world import read_bytes, shown


def read_finished(path: Path, closely: bool = False) -> Reading:
    """A finished document as read, `closely` for the words that stand out in a paragraph.

    Raises UsageProblem when it cannot be read.
    """
    refuse_unsupported_type(path)
    content = read_bytes(path)
    refuse_wrong_content(path, content)
    match path.suffix.lower():
        case suffix if suffix == DOCX:
            from reportgen.finished.docx import read_docx

            return read_docx(content, shown(path), closely)
        case suffix if suffix == PDF:
            from reportgen.finished.pdf import read_pdf

            return read_pdf(content, shown(path), closely)
        case _:
            return Reading(tuple(read_lines(read_decoded(path).text)))
