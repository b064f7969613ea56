"""The values of a content file without their places, as forms and browsers know them: text, lists, keys with values."""

import json

from reportgen.place import Written
from reportgen.source.composed_text import Given, Running
from reportgen.source.node import Mapping, Node, Sequence

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str, ...]
"""Keys that lead to a value; items of a list are counted from 1."""


class Unsettable(Exception):
    """The value stands where no smaller edit than that of a whole text reaches; `path` says which."""

    def __init__(self, path: Path) -> None:
        super().__init__(".".join(path))
        self.path = path


def tree_of(node: Node | None) -> Tree:
    """What a node says; running text without the line end behind its last line, nothing as empty text."""
    match node:
        case None:
            return ""
        case Written():
            return node.text.rstrip("\n") if node.block else node.text
        case Mapping():
            return {entry.key.text: tree_of(entry.value) for entry in node}
        case Sequence():
            return [tree_of(item) for item in node.items]


def tree_at(tree: Tree, path: Path) -> Tree | None:
    """The value to which keys lead; None where they lead to none."""
    for name in path:
        match tree:
            case dict() if name in tree:
                tree = tree[name]
            case list() if name.isdecimal() and 1 <= int(name) <= len(tree):
                tree = tree[int(name) - 1]
            case _:
                return None
    return tree


def with_value(tree: Tree, path: Path, value: Tree | None) -> Tree:
    """The same tree with another value at a path, keys on the way made where they are missing; None takes it out.

    Raises KeyError for an item of a list that is not there.
    """
    if not path:
        return "" if value is None else value
    name, rest = path[0], path[1:]
    if isinstance(tree, list):
        if not (name.isdecimal() and 1 <= int(name) <= len(tree)):
            raise KeyError(name)
        at = int(name) - 1
        inner = [] if value is None and not rest else [with_value(tree[at], rest, value)]
        return [*tree[:at], *inner, *tree[at + 1 :]]
    known = tree if isinstance(tree, dict) else {}
    if value is None and not rest:
        return {key: own for key, own in known.items() if key != name}
    return known | {name: with_value(known.get(name, ""), rest, value)}


def alike(one: Tree, other: Tree) -> bool:
    """Whether two trees say the same: blanks at the ends of lines, and how nothing is written, make no difference."""
    return _plain(one) == _plain(other)


def _plain(tree: Tree) -> Tree:
    match tree:
        case dict():
            return {key: _plain(value) for key, value in tree.items()} or ""
        case list():
            return [_plain(item) for item in tree] or ""
        case _:
            return "\n".join(line.rstrip() for line in tree.strip().split("\n"))


def exactly(tree: Tree | None) -> str:
    """What a tree says, in the order in which it says it: two mappings may be equal, and stand otherwise."""
    return json.dumps(tree, ensure_ascii=False)


def given_of(tree: Tree) -> Given:
    """The same as it is written down: text of several lines, or with references, behind a bar."""
    match tree:
        case dict():
            return {key: given_of(value) for key, value in tree.items()}
        case list():
            return [given_of(item) for item in tree]
        case _ if "\n" in tree or "{{" in tree:
            return Running(running_lines(tree))
        case _:
            return tree.strip()


def running_lines(text: str) -> tuple[str, ...]:
    """The lines of running text as they stand behind a bar: the first cannot begin with blanks."""
    return tuple(line.rstrip() for line in text.strip().split("\n"))
