"""Nodes + pack → `Content`: each field is read by its type, whatever does not fit is a diagnostic."""

from reportgen.resolve.content import resolve

__all__ = ["resolve"]
