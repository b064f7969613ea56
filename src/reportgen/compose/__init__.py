"""Content + pack → the neutral document: headings numbered, references filled in, title broken, signature placed."""

from reportgen.compose.document import compose

__all__ = ["compose"]
