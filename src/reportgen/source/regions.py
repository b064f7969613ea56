"""Which lines of a file belong to a value: with the comments above an item, without blank lines behind a text."""

from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.node import Node, Sequence
from reportgen.source.sheet import Sheet


class Regions(Struct, frozen=True):
    """The lines of values in a text."""

    sheet: Sheet

    def opening(self, node: Sequence) -> int:
        """The line in which the list begins behind something else (- - a); 0 where it has lines to itself."""
        first = node.items[0]
        before = self.sheet.line(first.place.line)[: self.dash(first)]
        return first.place.line if before.strip() else 0

    def item(self, node: Sequence, at: int) -> tuple[int, int]:
        """The lines of an item, with the comments right above it and the blank lines above those of a later one."""
        first, last = node.items[at].place.line, self.last(node.items[at], None)
        lowest = self.last(node.items[at - 1], None) + 1 if at else self._behind_key(node)
        while first > lowest and self.sheet.line(first - 1).lstrip()[:1] in ("#", ""):
            first -= 1
        return first, last

    def _behind_key(self, node: Sequence) -> int:
        """The first line that may belong to the first item: comments right above it, of its own indent."""
        first = node.items[0].place.line
        indent = self.dash(node.items[0])
        while first > 1:
            line = self.sheet.line(first - 1)
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != indent or not indent:
                break
            first -= 1
        return first

    def dash(self, item: Node) -> int:
        """How many blanks stand before the dash of an item."""
        line = self.sheet.line(item.place.line)
        return line.rindex("-", 0, item.place.column - 1) if "-" in line[: item.place.column - 1] else 0

    def last(self, node: Node, key: Written | None) -> int:
        """The last line of a value that says something."""
        begin = key.place.line if key else node.place.line
        return max(begin, self.sheet.last_said(min(node.place.last, self.sheet.count)))
