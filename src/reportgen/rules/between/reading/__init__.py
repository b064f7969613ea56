"""A document that has been checked → its papers: one for its own unit, one for each other unit that it lists."""

from reportgen.rules.between.reading.assembled import papers_of

__all__ = ["papers_of"]
