"""The page to click through (核对页): pages of a document with what was found in it, its figures and its facts."""

from reportgen.pipeline.review_page.page import page_of_pdf, review_page

__all__ = ["page_of_pdf", "review_page"]
