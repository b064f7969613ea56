"""What is still to be filled in, told apart from the words around it, so that every output can set it off."""

from collections.abc import Iterator

from reportgen.model.hole import spans_of_holes

COLOR = "FFFF00"
"""What holes stand on, as RRGGBB: the yellow of a marker."""


def told_apart(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text in order, each with whether it is a hole."""
    at = 0
    for start, end in spans_of_holes(text):
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
