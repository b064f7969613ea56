"""Document + frame + looks → HTML, the page that the PDF is made from."""

from reportgen.render.html.page import render_html

__all__ = ["render_html"]
