"""What a YAML file says, undecided: scalars stay text, every key and value knows its place."""

from collections.abc import Iterator

from reportgen.place import Place, Written
from reportgen.record import Struct


class Entry(Struct, frozen=True):
    """A key and its value."""

    key: Written
    value: "Node"


class Mapping(Struct, frozen=True):
    """Entries in the order written; the reader has already reported keys that stand twice."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value under `key`."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


class Sequence(Struct, frozen=True):
    """The items of a list, in order."""

    items: tuple["Node", ...]
    place: Place


Node = Written | Mapping | Sequence


def walk(node: Node) -> Iterator[Node]:
    """Every node, outer before inner, keys included."""
    waiting = [node]
    while waiting:
        match found := waiting.pop():
            case Mapping():
                waiting.extend(each for entry in reversed(found.entries) for each in (entry.value, entry.key))
            case Sequence():
                waiting.extend(reversed(found.items))
            case Written():
                pass
        yield found
