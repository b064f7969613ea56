"""The kinds of files that documents are made into."""

FORMATS = ("docx", "pdf", "xlsx", "html", "txt")
"""xlsx is made of the tables of a document, where it has any."""
