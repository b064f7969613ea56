"""Paragraphs that stand nearly alike in several papers, names and figures taken out, and what is nobody's own."""
