"""Edits of a file that people wrote: every other character stays, and so does everything that YAML reads there.

Positions are those of the file as it stands; line ends may be of any kind, and each keeps its own.
"""

from collections.abc import Iterable, Iterator

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit
from reportgen.place import Written
from reportgen.source.node import Mapping, Node, Sequence, walk

_LINE_END = re.compile(r"\r\n|\r|\n")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; they must not overlap, and stand in the lines that they name."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        start = starts[edit.place.line - 1] + edit.place.column - 1
        pieces += [text[at:start], edit.new]
        at = start + len(edit.old)
    return "".join([*pieces, text[at:]])


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits want the same characters, or to put something in at the same place."""
    first, second = sorted((one, other), key=lambda edit: (edit.start, edit.end))
    return second.start < first.end or first.start == second.start


def keeps_nodes(before: Node, after: Node, edits: Iterable[Edit]) -> bool:
    """Whether `after` reads as `before` with nothing but the edited values changed, and these as the edits say.

    An edit that stands in no value (in a key, a comment, between two values) may change none of them.
    """
    meant = _meant(before, list(edits))
    old, new = list(walk(before)), list(walk(after))
    return len(old) == len(new) and all(_alike(*pair, meant) for pair in zip(old, new, strict=True))


def _alike(old: Node, new: Node, meant: dict[int, str | None]) -> bool:
    match old, new:
        case Written(), Written():
            return new.text == meant.get(id(old), old.text)
        case Mapping(), Mapping():
            return len(old.entries) == len(new.entries)
        case Sequence(), Sequence():
            return len(old.items) == len(new.items)
        case _:
            return False


def _meant(root: Node, edits: list[Edit]) -> dict[int, str | None]:
    """What each edited value is to read, by the identity of its node."""
    touched = ((value, [edit for edit in edits if _within(edit, value)]) for value in _values(root))
    return {id(value): _rewritten(value, own) for value, own in touched if own}


def _values(node: Node) -> Iterator[Written]:
    """Every text but the keys."""
    match node:
        case Written():
            yield node
        case Mapping():
            for entry in node:
                yield from _values(entry.value)
        case Sequence():
            for item in node.items:
                yield from _values(item)


def _within(edit: Edit, value: Written) -> bool:
    place = value.place
    if value.block:
        return place.line < edit.place.line <= place.last
    first, last = (place.line, place.column), (place.line, place.column + place.length)
    return first <= edit.start and edit.end <= last


def _rewritten(value: Written, edits: list[Edit]) -> str | None:
    """The text with the edits made; None where it does not hold the characters that the file does, as with escapes."""
    text = value.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        at = _offset(value, edit)
        if at < 0 or text[at : at + len(edit.old)] != edit.old:
            return None
        text = text[:at] + edit.new + text[at + len(edit.old) :]
    return text


def _offset(value: Written, edit: Edit) -> int:
    """The character of the text at which an edit begins."""
    if not value.block:
        return edit.place.column - value.place.column - value.quoted
    above = value.text.split("\n")[: edit.place.line - value.place.line - 1]
    return sum(len(line) + 1 for line in above) + edit.place.column - value.indent - 1
