"""Acknowledgements in comments: `# 忽略 NUM003：原因` on the line of an entry, or on a line of its own above it.

A comment covers the whole value of the entry it stands at, so one on `投入: |` covers that field's text. One that
begins right behind its # is none: it is the rest of a value, cut off.
"""

from collections.abc import Container, Iterator

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import IGNORE_REASON
from reportgen.diagnostics.source_kinds import CUT
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import Struct
from reportgen.source.node import Mapping, Node, Sequence, walk
from reportgen.source.reader import Source

_ROOM = 30
"""Characters of a lost value that a message has room for."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#(?P<text>.*)$")
_IGNORE = re.compile(r"^\s*忽略\s*(?P<codes>[A-Z]{3}\d{3}(?:[\s、,，]+[A-Z]{3}\d{3})*)\s*(?:[：:]\s*(?P<reason>.*))?$")


class Acknowledgement(Struct, frozen=True):
    """A finding accepted by the writer, for the lines `first` to `last`."""

    code: str
    reason: str
    place: Place
    first: int
    last: int

    def covers(self, finding: Diagnostic, former: Container[str] = ()) -> bool:
        """Whether this acknowledges that finding, by its code or one that it had before (`former`)."""
        named = self.code == finding.code or self.code in former
        return named and self.first <= finding.place.line <= self.last


MARK = "沿用上年待确认"
"""Stands in a comment above what was taken over from last year, until somebody has read it and takes it away."""


def is_bound(line: str) -> bool:
    """Whether a line is a comment that accepts findings of the entry below it, or marks that as last year's."""
    text = line.lstrip()
    return text.startswith("#") and (bool(_IGNORE.match(text[1:])) or text[1:].strip().startswith(MARK))


class Remark(Struct, frozen=True):
    """A comment of the writer's, the # left out; `alone` where nothing else stands in its line.

    It is about the entry of the lines `first` to `last`.
    """

    text: str
    place: Place
    alone: bool
    first: int
    last: int

    @property
    def accepts(self) -> bool:
        """Whether it acknowledges findings."""
        return _IGNORE.match(self.text) is not None

    @property
    def keeps_last_year(self) -> bool:
        """Whether it marks what was taken over from last year."""
        return self.text.strip().startswith(MARK)


def read_remarks(source: Source) -> list[Remark]:
    """Every comment of a file, in the order of its lines."""
    if source.root is None:
        return []
    extents = _extents(source.root)
    return [Remark(text, place, alone, *_scope(place.line, alone, extents)) for place, text, alone in _comments(source)]


def read_acknowledgements(source: Source) -> tuple[list[Acknowledgement], list[Diagnostic]]:
    """The acknowledgements of a file; one without a reason is a diagnostic and has no effect."""
    accepted: list[Acknowledgement] = []
    refused: list[Diagnostic] = []
    if source.root is None:
        return accepted, refused
    extents = _extents(source.root)
    for place, text, alone in _comments(source):
        match = _IGNORE.match(text)
        if match is None:
            if text.lstrip().startswith("忽略"):
                refused.append(IGNORE_REASON.at(place))
            elif not alone and text[:1].strip(" \t#"):
                refused.append(_cut(place, text))
            continue
        reason = (match["reason"] or "").strip()
        if not reason:
            refused.append(IGNORE_REASON.at(place))
            continue
        first, last = _scope(place.line, alone, extents)
        codes = re.findall(r"[A-Z]{3}\d{3}", match["codes"])
        accepted += [Acknowledgement(code, reason, place, first, last) for code in codes]
    return accepted, refused


def _cut(place: Place, text: str) -> Diagnostic:
    lost = text.strip() if len(text) <= _ROOM else f"{text[:_ROOM].strip()}……"
    return CUT.at(place, _("「#{lost}」当成了说明，不会印出来", lost=lost))


def _comments(source: Source) -> Iterator[tuple[Place, str, bool]]:
    bodies, quoted = _scalar_lines(source)
    for number, line in enumerate(source.lines, start=1):
        if number in bodies or "#" not in line:
            continue
        visible = line
        for start, length in quoted.get(number, ()):
            visible = visible[:start] + "x" * length + visible[start + length :]
        match = _COMMENT.search(visible)
        if match:
            at = match.start()
            place = Place(source.file, number, at + 1, len(line) - at)
            yield place, line[at + 1 :], not line[:at].strip()


def _scalar_lines(source: Source) -> tuple[set[int], dict[int, list[tuple[int, int]]]]:
    """Lines that lie inside `|` texts, and the stretches of quoted values on the others."""
    bodies: set[int] = set()
    quoted: dict[int, list[tuple[int, int]]] = {}
    for node in walk(source.root) if source.root else ():
        if isinstance(node, Written):
            if node.block:
                bodies.update(range(node.place.line + 1, node.place.last + 1))
            elif node.quoted:
                quoted.setdefault(node.place.line, []).append((node.place.column - 1, node.place.length))
    return bodies, quoted


def _extents(root: Node) -> dict[int, int]:
    """First line of each entry or item → its last line; of several on one line the longest counts."""
    extents: dict[int, int] = {}

    def add(first: int, last: int) -> None:
        extents[first] = max(last, extents.get(first, first))

    for node in walk(root):
        match node:
            case Mapping():
                for entry in node:
                    add(entry.key.place.line, entry.value.place.last)
            case Sequence():
                for item in node.items:
                    add(item.place.line, item.place.last)
            case Written():
                pass
    return extents


def _scope(line: int, alone: bool, extents: dict[int, int]) -> tuple[int, int]:
    if not alone:
        return line, extents.get(line, line)
    below = min((first for first in extents if first > line), default=line)
    return below, extents.get(below, below)
