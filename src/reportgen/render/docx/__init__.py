"""Document + template → docx: the door to docxtpl and python-docx."""

from reportgen.render.docx.writer import render_docx

__all__ = ["render_docx"]
