"""Tables of a document → xlsx: the door to XlsxWriter."""

from reportgen.render.xlsx.writer import render_xlsx

__all__ = ["render_xlsx"]
