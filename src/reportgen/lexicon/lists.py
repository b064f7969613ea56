"""The files of this folder → lists of words, and lists of words → patterns."""

from collections.abc import Iterable, Mapping
from functools import cache

from reportgen import patterns as re
from reportgen.place import Written
from reportgen.source import node
from reportgen.source.reader import read_own
from reportgen.world import lexicon_folder, read_text


@cache
def lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a file by their names: `lists("units")["单位"]`."""
    path = lexicon_folder() / f"{name}.yaml"
    root = read_own(read_text(path), path.name)
    assert isinstance(root, node.Mapping), f"{path} is no mapping"
    return {entry.key.text: _words(entry.value) for entry in root}


def _words(value: node.Node) -> tuple[str, ...]:
    return tuple(value.text.split()) if isinstance(value, Written) else ()


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest that fits."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def characters(words: Iterable[str]) -> str:
    """All characters of a list; within brackets a pattern for one of them."""
    return "".join(dict.fromkeys("".join(words)))
