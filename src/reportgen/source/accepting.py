"""A finding accepted in the file itself: a comment 「# 忽略 NUM003：原因」 above the entry that it is about."""

from collections.abc import Iterator

from reportgen.diagnostics.repair import Edit
from reportgen.source.node import Mapping, Node, Sequence, walk
from reportgen.source.sheet import Sheet


def accepting(sheet: Sheet, root: Node, line: int, code: str, reason: str) -> Edit | None:
    """The comment for a finding of a rule in a line, above the smallest entry or item that holds it.

    None where no entry holds the line.
    """
    holding = [first for first, last in _extents(root) if first <= line <= last]
    if not holding:
        return None
    first = max(holding)
    words = " ".join(reason.split())
    return sheet.above(first, f"{sheet.lead(first)}# 忽略 {code}：{words}")


def _extents(root: Node) -> Iterator[tuple[int, int]]:
    """First and last line of each entry and item."""
    for node in walk(root):
        match node:
            case Mapping():
                yield from ((entry.key.place.line, entry.value.place.last) for entry in node)
            case Sequence():
                yield from ((item.place.line, item.place.last) for item in node.items)
            case _:
                pass
