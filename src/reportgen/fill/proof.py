"""Whether a text that was filled in still says everything that nothing was filled into."""

from collections.abc import Iterable

from reportgen.fill.filling import Filled
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.node import Mapping, Node, Sequence

_Path = tuple[str, ...]


def reads_as_meant(before: Mapping, after: Node, filled: Iterable[Filled]) -> bool:
    """Whether every value is as it was, but for those that were filled in or put in."""
    told = list(filled)
    wanted = {id(each.target.value): each.value.text for each in told}
    added = {each.target.path: each.value.text for each in told if each.target.gap}
    return _Meant(wanted, added).holds(before, after, ())


class _Meant(Struct, frozen=True):
    """The new texts: of values by the identity of their nodes, of keys that were put in by their paths."""

    wanted: dict[int, str]
    added: dict[_Path, str]

    def holds(self, old: Node, new: Node, path: _Path) -> bool:
        """Whether a node reads as it did; further keys of it are those that were put in, with their values."""
        match old, new:
            case Written(), Written():
                return self.wanted.get(id(old), old.text) == new.text
            case Mapping(), Mapping():
                return self._holds_keys(old, new, path)
            case Sequence(), Sequence():
                pairs = zip(old.items, new.items, strict=False)
                return len(old.items) == len(new.items) and all(self.holds(a, b, path) for a, b in pairs)
            case _:
                return False

    def _holds_keys(self, old: Mapping, new: Mapping, path: _Path) -> bool:
        known = {entry.key.text: entry.value for entry in old}
        kept = [(entry.key.text, entry.value) for entry in new if entry.key.text in known]
        further = [(entry.key.text, entry.value) for entry in new if entry.key.text not in known]
        return (
            [name for name, _value in kept] == list(known)
            and all(self.holds(known[name], value, (*path, name)) for name, value in kept)
            and all(self._is_added(value, (*path, name)) for name, value in further)
        )

    def _is_added(self, node: Node, path: _Path) -> bool:
        if isinstance(node, Mapping):
            return all(self._is_added(entry.value, (*path, entry.key.text)) for entry in node)
        return isinstance(node, Written) and self.added.get(path) == node.text
