"""Which lines of a file belong to a value: with the comments above an item, without blank lines behind a text."""

from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.comments import is_bound
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.sheet import Sheet


class Regions(Struct, frozen=True):
    """The lines of values in a text; an item is one of a list, or a key of a mapping with its value."""

    sheet: Sheet

    def opening(self, node: Mapping | Sequence) -> int:
        """The line in which the first item begins behind something else (- - a); 0 where it has lines to itself."""
        first, _last = self._own(node, 0)
        return first if self.sheet.line(first)[: self._indent(node)].strip() else 0

    def item(self, node: Mapping | Sequence, at: int) -> tuple[int, int]:
        """The lines of an item, with the comments right above it and the blank lines above those of a later one."""
        first, last = self._own(node, at)
        lowest = self._own(node, at - 1)[1] + 1 if at else self._behind_key(node)
        while first > lowest and self.sheet.line(first - 1).lstrip()[:1] in ("#", ""):
            first -= 1
        return first, last

    def bound(self, node: Mapping, at: int) -> list[int]:
        """The lines of the comments above a key that are about it alone, and mean nothing once it is gone."""
        lowest = self._own(node, at - 1)[1] + 1 if at else 1
        found, line = [], node.entries[at].key.place.line - 1
        while line >= lowest and self.sheet.line(line).lstrip()[:1] in ("#", ""):
            found += [line] if is_bound(self.sheet.line(line)) else []
            line -= 1
        return found

    def taken_out(self, node: Mapping, at: int) -> list[tuple[int, int]]:
        """The lines of a key that go with it, so that no blank lines come together that stood apart."""
        first, last = self._own(node, at)
        bound = self.bound(node, at)
        above = first - 1
        while above in bound:
            above -= 1
        while not self._says(above) and last < self.sheet.count and not self._says(last + 1):
            last += 1
        return [*((line, line) for line in bound), (first, last)]

    def _says(self, line: int) -> bool:
        return line > 0 and bool(self.sheet.line(line).strip())

    def _own(self, node: Mapping | Sequence, at: int) -> tuple[int, int]:
        """The lines of an item itself."""
        match node:
            case Mapping():
                entry = node.entries[at]
                return entry.key.place.line, self.last(entry.value, entry.key)
            case Sequence():
                return node.items[at].place.line, self.last(node.items[at], None)

    def _indent(self, node: Mapping | Sequence) -> int:
        """How many blanks stand before its items."""
        return node.entries[0].key.place.column - 1 if isinstance(node, Mapping) else self.dash(node.items[0])

    def _behind_key(self, node: Mapping | Sequence) -> int:
        """The first line that may belong to the first item: comments right above it, of its own indent."""
        first, _last = self._own(node, 0)
        indent = self._indent(node)
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
