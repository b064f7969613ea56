"""Whether a text that was rolled still says everything that no change was about."""

from collections.abc import Iterable

from reportgen.diagnostics.repair import Edit
from reportgen.place import Written
from reportgen.source.node import Node, walk


def keeps_the_rest(before: Node, after: Node, edits: Iterable[Edit]) -> bool:
    """Whether every key and value of lines that no edit touches is there, in its order."""
    touched = {line for edit in edits if edit.old for line in _lines(edit)}
    rest = (node.text for node in walk(before) if isinstance(node, Written) and touched.isdisjoint(_own_lines(node)))
    said = (node.text for node in walk(after) if isinstance(node, Written))
    return all(text in said for text in rest)


def _lines(edit: Edit) -> range:
    last = edit.place.line + edit.old.rstrip("\r\n").count("\n")
    return range(edit.place.line, last + 1)


def _own_lines(node: Written) -> range:
    return range(node.place.line + 1 if node.block else node.place.line, node.place.last + 1)
