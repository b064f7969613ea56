"""What YAML can read, but not as it was meant: lines on which a slip hides in a key or a value."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen import patterns as re
from reportgen.place import Written
from reportgen.source.bodies import COLON, Bodies
from reportgen.source.node import Entry, Mapping, Node, Sequence, walk

_HIDDEN_KEY = re.compile(rf"(?:^|\s)[^\s，。；！？]{{1,20}}(?:{COLON}|:[^ \t\n/]|\t)")
_DOUBLED = re.compile(f"{COLON}$")
"""A colon of the other width before the right one: 年度：: 2024."""
_STRANGE_INDENT = re.compile(r" *(?=[^\S ])\s*[^\s#]")
"""YAML takes most blanks for letters: they indent nothing."""
_QUOTED = re.compile(r"^[“”‘’「」].*[“”‘’「」]$")
_BULLET = re.compile(r"^[-－–—•·●▪*]\s")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?\D{0,6}")


def misread_lines(root: Node, lines: tuple[str, ...]) -> set[int]:
    """The lines, from 0, on which to look for slips."""
    if isinstance(root, Written):
        return set(range(root.place.line - 1, root.place.last))
    strange = {number for number, line in enumerate(lines) if _STRANGE_INDENT.match(line)}
    structure = strange - Bodies(lines).inside if strange else strange
    return structure | {line for node in walk(root) for line in _of(node)}


def _of(node: Node) -> Iterator[int]:
    match node:
        case Mapping():
            yield from _of_mapping(node)
        case Sequence():
            yield from _of_list(node)
        case Written() if node.place.last > node.place.line and _hides_key(node):
            yield from _lines(node)
        case Written() if not (node.block or node.quoted) and node.text.startswith(("｛", "［")):
            yield from _lines(node)


def _of_list(node: Sequence) -> Iterator[int]:
    """Items of words that begin with a key of the items beside them: its colon is missing."""
    keys = {entry.key.text for item in node.items if isinstance(item, Mapping) for entry in item}
    for item in node.items if keys else ():
        if isinstance(item, Written) and item.text.partition(" ")[0] in keys and " " in item.text:
            yield from _lines(item)


def _of_mapping(node: Mapping) -> Iterator[int]:
    for entry in node:
        if _is_odd(entry):
            yield entry.key.place.line - 1
        if entry.value.place.line > entry.key.place.line and _hides_key(entry.value):
            yield from _lines(entry.value)
    for before, after in pairwise(node):
        if _continues(before, after):
            yield after.key.place.line - 1


def _hides_key(node: Node) -> bool:
    """Whether a plain value is a run of 键：值, 键:值 or, from Excel, two columns."""
    return isinstance(node, Written) and not (node.block or node.quoted) and bool(_HIDDEN_KEY.search(node.text))


def _lines(node: Node) -> range:
    return range(node.place.line - 1, node.place.last)


def _is_odd(entry: Entry) -> bool:
    """A key that holds its value (编制：42人), one that is a reference, or has a strange blank before it."""
    key = entry.key
    if _is_empty(entry.value) and not key.quoted and re.search(rf"{COLON}|[.:]", key.text):
        return True
    return not key.quoted and (not key.text or any(form.search(key.text) for form in (_BULLET, _DOUBLED, _QUOTED)))


def _continues(before: Entry, after: Entry) -> bool:
    """Whether a comma between thousands cut a figure in two: 1,126.60."""
    value, key = before.value, after.key
    if not isinstance(value, Written) or not _is_empty(after.value) or not _GROUP.fullmatch(key.text):
        return False
    beside = value.place.line == key.place.line and value.place.column + value.place.length + 1 == key.place.column
    return beside and value.text[-1:].isdigit()


def _is_empty(node: Node) -> bool:
    return isinstance(node, Written) and not (node.text or node.quoted or node.block)
