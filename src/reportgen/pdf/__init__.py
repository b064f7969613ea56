"""The door to pypdfium2: the pages of a PDF as glyphs and rules, and its text as a reader would copy it.

pdfplumber was tried on the same files. It finds the same glyphs and rules, takes six to ten times as long (0.4 s for a
report of 20 pages against 0.05 s), and would bring pdfminer and cryptography; pdfium opens what people send, damaged
files among them, and is needed for `build` anyway.
"""

from reportgen.pdf.pages import Glyph, Page, Stroke, read_page, read_pages
from reportgen.pdf.pictures import Bitmap, page_bitmaps
from reportgen.pdf.text import page_texts, text_below

__all__ = ["Bitmap", "Glyph", "Page", "Stroke", "page_bitmaps", "page_texts", "read_page", "read_pages", "text_below"]
