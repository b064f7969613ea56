"""The layout of a Word file set anew by `--fix`: properties of styles, paragraphs, runs and sections, never a word."""

from reportgen.finished.docx.resets.writer import reset_docx

__all__ = ["reset_docx"]
