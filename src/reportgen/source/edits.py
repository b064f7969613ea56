"""Edits of a file that people wrote: every other character stays, and so does everything that YAML reads there.

Positions are those of the file as it stands; line ends may be of any kind, and each keeps its own.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit
from reportgen.place import Written
from reportgen.record import Struct, field
from reportgen.source.node import Mapping, Node, Sequence, walk

_LINE_END = re.compile(r"\r\n|\r|\n")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; they must not overlap, and stand in the lines that they name.

    What is put in where others take something out comes before that.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        start = starts[edit.place.line - 1] + edit.place.column - 1
        pieces += [text[at:start], edit.new]
        at = start + len(edit.old)
    return "".join([*pieces, text[at:]])


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits want the same characters, or to put something in at the same place."""
    first, second = sorted((one, other), key=lambda edit: (edit.start, edit.end))
    return second.start < first.end or first.start == second.start


class Taken(Struct):
    """The stretches of a file that edits have taken: nobody else gets them."""

    _edits: list[Edit] = field(default_factory=list)
    """In the order of the file; none overlaps another, so that only those beside a further one can overlap it."""

    def take(self, edits: tuple[Edit, ...]) -> bool:
        """Take the stretches of edits that do not overlap each other; none of them where one is taken already."""
        if any(map(self._has, edits)):
            return False
        for edit in edits:
            insort(self._edits, edit, key=lambda each: each.start)
        return True

    def _has(self, edit: Edit) -> bool:
        at = bisect_right(self._edits, edit.start, key=lambda each: each.start)
        return any(overlap(edit, other) for other in self._edits[max(at - 1, 0) : at + 1])


def keeps_nodes(before: Node, after: Node, edits: Iterable[Edit]) -> bool:
    """Whether `after` reads as `before` with nothing but the edited values changed, and these as the edits say.

    An edit that stands in no value (in a key, a comment, between two values) may change none of them.
    """
    meant = _meant(before, edits)
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


def _meant(root: Node, edits: Iterable[Edit]) -> dict[int, str | None]:
    """What each edited value is to read, by the identity of its node."""
    lines: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        lines[edit.place.line].append(edit)
    touched = ((value, list(_within(value, lines))) for value in _values(root))
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


def _within(value: Written, lines: dict[int, list[Edit]]) -> Iterator[Edit]:
    """The edits that stand in a value; `lines` has all of them by their line."""
    place = value.place
    if value.block:
        for line in range(place.line + 1, place.last + 1):
            yield from lines.get(line, ())
        return
    first, last = (place.line, place.column), (place.line, place.column + place.length)
    yield from (edit for edit in lines.get(place.line, ()) if first <= edit.start and edit.end <= last)


def _rewritten(value: Written, edits: list[Edit]) -> str | None:
    """The text with the edits made; None where it does not hold the characters that the file does, as with escapes."""
    text, starts, first = value.text, _starts(value), value.place.line + value.block
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        at = starts[min(edit.place.line - first, len(starts) - 1)] + edit.place.column
        if at < 0 or text[at : at + len(edit.old)] != edit.old:
            return None
        text = text[:at] + edit.new + text[at + len(edit.old) :]
    return text


def _starts(value: Written) -> list[int]:
    """Of each line of the file in which a value stands the character of its text that column 0 would be."""
    if not value.block:
        return [-value.place.column - value.quoted]
    begun = accumulate((len(line) + 1 for line in value.text.split("\n")), initial=0)
    return [start - value.indent - 1 for start in begun]
