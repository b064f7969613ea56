"""Samples for a content file to be filled in: what the pack's own example writes there."""

from collections.abc import Iterable
from functools import reduce

from reportgen.packs.pack import Pack
from reportgen.place import Written
from reportgen.record import Struct
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import read_source
from reportgen.world import read_text

_LONGEST = 46
"""A sample is one line: of a paragraph it is the beginning."""


class Samples(Struct, frozen=True):
    """The example's values at some place of it; nothing where it says nothing there."""

    nodes: tuple[Node, ...] = ()

    def below(self, name: str) -> "Samples":
        """Under a key; of a list in whichever items have it."""
        found = (node.get(name) for node in self.items if isinstance(node, Mapping))
        return Samples(tuple(node for node in found if node is not None))

    def at(self, path: Iterable[str]) -> "Samples":
        """Under keys that lead on, each below the one before."""
        return reduce(Samples.below, path, self)

    @property
    def items(self) -> tuple[Node, ...]:
        """The values, those of lists one by one."""
        return tuple(item for node in self.nodes for item in (node.items if isinstance(node, Sequence) else (node,)))

    @property
    def first(self) -> "Samples":
        """The first item of a list."""
        return Samples(self.items[:1])

    @property
    def names(self) -> list[str]:
        """The keys that stand here."""
        return list(dict.fromkeys(entry.key.text for node in self.items if isinstance(node, Mapping) for entry in node))

    @property
    def entries(self) -> list[str]:
        """Each key with its value in one line: 人员: {编制: 12人, 在编: 11人}."""
        nodes = (node for node in self.items if isinstance(node, Mapping))
        return [f"{entry.key.text}: {_in_line(entry.value)}" for node in nodes for entry in node]

    @property
    def words(self) -> str:
        """The first value in one line, its beginning where it is long."""
        texts = (node.text for node in self.items if isinstance(node, Written))
        lines = [line.strip() for text in texts for line in text.split("\n") if line.strip()]
        line = next((line for line in lines if not line.startswith("#")), "")  # rather a sentence than a heading
        return line if len(line) <= _LONGEST else f"{_whole(line[:_LONGEST])}……"


def _whole(beginning: str) -> str:
    """Without a reference that is cut in two."""
    opened = beginning.rfind("{{")
    return beginning if beginning.find("}}", opened) >= 0 or opened < 0 else beginning[:opened]


def _in_line(node: Node) -> str:
    match node:
        case Mapping():
            return "{" + ", ".join(f"{entry.key.text}: {_in_line(entry.value)}" for entry in node) + "}"
        case Sequence():
            return "[" + ", ".join(map(_in_line, node.items)) + "]"
        case Written():
            return node.text


def samples_of(pack: Pack) -> Samples:
    """Those of the pack's example.yaml; none where it has no example."""
    path = pack.folder / "example.yaml"
    if not path.is_file():
        return Samples()
    source, _found = read_source(read_text(path), str(path))
    return Samples((source.root,) if source.root is not None else ())
