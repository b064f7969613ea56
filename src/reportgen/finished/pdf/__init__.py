"""A PDF that somebody else finished → its parts."""

from reportgen.finished.pdf.reader import read_pdf

__all__ = ["read_pdf"]
