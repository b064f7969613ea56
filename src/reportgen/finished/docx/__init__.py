"""A Word file that somebody else wrote → its parts."""

from reportgen.finished.docx.reader import read_docx, read_with_origins

__all__ = ["read_docx", "read_with_origins"]
