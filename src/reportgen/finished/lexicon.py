"""The words by which finished documents are recognised: lists of data in the program's own lexicon folder.

A list may stand below a heading of its own: 指标值, then 名称 and 修饰. It is asked for as 指标值.名称.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from reportgen import patterns as re
from reportgen.place import Written
from reportgen.source.node import Mapping as Entries
from reportgen.source.node import Node, Sequence
from reportgen.source.reader import read_own
from reportgen.world import own_text


@cache
def word_lists(name: str) -> Mapping[str, tuple[str, ...]]:
    """The lists of a file of the lexicon, by their keys, in the order written."""
    return dict(_lists(read_own(own_text("lexicon", f"{name}.yaml"), f"{name}.yaml"), ""))


def _lists(node: Node, path: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    match node:
        case Entries():
            for entry in node:
                yield from _lists(entry.value, f"{path}.{entry.key.text}".lstrip("."))
        case Sequence():
            yield path, tuple(item.text for item in node.items if isinstance(item, Written))
        case Written():
            yield path, (node.text,)


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
