"""HTML → PDF: the door to WeasyPrint."""
