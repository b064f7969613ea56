"""What each line of a printed document is called, and which text of the content file it was made of.

The names stand in the copy that goes round (a hidden bookmark round a paragraph of a Word file, a file attached to a
PDF), so that a remark finds its way home even when the words are no longer the same.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from reportgen.digest import digest_of
from reportgen.model.document import Block, Document, Heading, Inline, Paragraph, Table, plain_text
from reportgen.model.table import Cell
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct
from reportgen.source.node import Node
from reportgen.source.paths import Texts
from reportgen.word.traces import BOOKMARK as BOOKMARK  # noqa: PLC0414 - what its readers and writers know it by

ATTACHED = "行名.json"
"""What the trace is called in a PDF that goes round, to which it is attached."""
FORMAT = 1
"""Of the trace as JSON; raised when a key changes its meaning or goes."""


class Line(Struct, frozen=True):
    """A paragraph, a heading or a cell as it was printed, with its computed number.

    `name` is made of eight hexadecimal digits and is the same as long as the text has its place in the content file.
    """

    name: str
    text: str
    path: str = ""
    """The keys that lead to its text; empty for what comes from the pack."""
    line: int = 0
    """In the content file; 0 for what comes from the pack."""
    section: str = ""


class Trace(Struct, frozen=True):
    """Every line of a printed document in its order, and the content file of which it was made."""

    file: str
    """The name of the content file, without folders."""
    digest: str
    """SHA-256 of its bytes, as hexadecimal digits."""
    lines: tuple[Line, ...]

    def as_json(self) -> bytes:
        """For the copy that goes round."""
        lines = [[line.name, line.text, line.path, line.line, line.section] for line in self.lines]
        told = {"format": FORMAT, "file": self.file, "digest": self.digest, "lines": lines}
        return json.dumps(told, ensure_ascii=False).encode()


def trace_from(content: bytes) -> Trace | None:
    """A trace out of a copy that went round; None for what is no such JSON, or of another version."""
    try:
        told = json.loads(content)
        lines = tuple(Line(str(n), str(t), str(p), int(at), str(s)) for n, t, p, at, s in told["lines"])
        return Trace(str(told["file"]), str(told["digest"]), lines) if told["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        return None


class Traced(Struct, frozen=True):
    """A line, and what it is in the document: a block, a cell of a table, or a slot of the template (标题)."""

    line: Line
    block: Block | None = None
    cell: Cell | None = None
    slot: str = ""


def trace_of(document: Document, root: Node | None, file: str, original: bytes) -> Trace:
    """The trace of a document; `file` is the content file as places name it, `root` its nodes, `original` its bytes."""
    lines = tuple(each.line for each in traced(document, root, file))
    return Trace(PurePath(file).name, digest_of(original), lines)


def traced(document: Document, root: Node | None, file: str) -> list[Traced]:
    """The lines of a document, each with its name, those of the template's slots first."""
    names = _Names(root, file)
    return [names.traced(part) for part in _parts(document) if part.words]


class _Part(Struct, frozen=True):
    """What becomes a line: its words, and the places where they may have been written."""

    words: str
    places: tuple[Place, ...]
    section: str = ""
    block: Block | None = None
    cell: Cell | None = None
    slot: str = ""


def _parts(document: Document) -> Iterator[_Part]:
    for slot, inlines in document.lines.items():
        yield _Part(_words(inlines), _origins(inlines), slot=slot)
    for block in document.walk():
        if isinstance(block, Table):
            for cell in block.lines():
                inlines = tuple(inline for paragraph in cell.paragraphs for inline in paragraph)
                yield _Part(cell.text, (cell.origin, *_origins(inlines)), block.section, block, cell)
        else:
            label = block.label if isinstance(block, Heading | Paragraph) else ""
            places = (block.origin, *_origins(block.inlines))
            yield _Part(label + _words(block.inlines), places, block.section, block)


def _words(inlines: tuple[Inline, ...]) -> str:
    return plain_text(inlines).replace("\n", "")


def _origins(inlines: tuple[Inline, ...]) -> tuple[Place, ...]:
    return tuple(inline.origin for inline in inlines)


class _Names:
    """Gives out the names; lines of one text are told apart by their order."""

    def __init__(self, root: Node | None, file: str) -> None:
        self._texts, self._file = Texts(root) if root is not None else None, file
        self._given: Counter[str] = Counter()

    def traced(self, part: _Part) -> Traced:
        """The line that a part becomes."""
        place = next((place for place in part.places if place.line and place.file == self._file), NOWHERE)
        keyed = self._texts.at(place) if self._texts and place.line else None
        path = keyed.name if keyed else ""
        of = path or f"{part.slot}\0{part.section}\0{part.words}"
        self._given[of] += 1
        name = digest_of(f"{of}\0{self._given[of]}".encode())[:8]
        line = Line(name, part.words, path, place.line if keyed else 0, part.section)
        return Traced(line, part.block, part.cell, part.slot)
