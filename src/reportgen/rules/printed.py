"""What a form prints itself, in a document that somebody else finished: its notes, and the labels of its cells.

Guidance for whoever fills it in (200字以内, 没有的填无) is part of these. In an answer it was left over.
"""

from collections.abc import Iterator
from functools import cached_property

from reportgen import patterns as re
from reportgen.model.document import Block, Document, Heading, Paragraph, Table, plain_text
from reportgen.model.lattice import Lattice
from reportgen.model.table import Cell
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.chapters import is_report, tables
from reportgen.statements.passages import Passage

_NOTE = re.compile(
    r"(?:备\s*)?注\s*\d{0,2}\s*[：:、.．]|(?:备\s*)?注$|(?:填表|填报|填写|编制|有关|相关|表格|评分|指标)?说明\s*\d{0,2}\s*[：:]"
    r"|(?:填表|填报|填写|编制)(?:说明|要求|须知)|[★※*＊]"
)
"""注：…, 填表说明：…: what stands below a form."""
_NOTES_ABOVE = re.compile(r"(?:填表|填报|填写|编制)(?:说明|要求|须知)")
_ITEM = re.compile(r"\s*(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[）)]|[①-⑳])")
_BRACKET = re.compile(r"[（(【][^（）()【】]*[）)】]")
_SENTENCE = re.compile(r"[。；，]")
_LONGEST_LABEL = 30


class Printed(Struct, frozen=True, dict=True):
    """Asks of a document that somebody else finished whether words are those of its forms."""

    document: Document

    def __contains__(self, passage: Passage) -> bool:
        """Whether a form prints the passage: a note, or a cell that is no answer."""
        origin = passage.inlines[0].origin if passage.inlines else None
        return origin in (self._labels if passage.cell else self._notes) or (passage.cell and origin is None)

    @cached_property
    def is_form(self) -> bool:
        """Whether the document is a form and no report in sentences."""
        return not is_report(self.document.metadata.title)

    @cached_property
    def _notes(self) -> frozenset[Place]:
        found: set[Place] = set()
        for blocks in self.document.blocks.values():
            before: Block | None = None
            within = False
            for block in blocks:
                within = isinstance(block, Heading | Paragraph) and self._is_note(block, before, within)
                if within:
                    found |= {inline.origin for inline in block.inlines}
                before = block
        return frozenset(found)

    def _is_note(self, block: Heading | Paragraph, before: Block | None, within: bool) -> bool:
        """Whether a block is a note: it says so below a table or in a form, or it is the next item of one."""
        words = f"{block.label}{plain_text(block.inlines)}".strip()
        if _NOTES_ABOVE.search(block.section) or (within and _ITEM.match(words)):
            return True
        return bool(_NOTE.match(words)) and (self.is_form or within or isinstance(before, Table))

    @cached_property
    def _labels(self) -> frozenset[Place]:
        return frozenset(origin for table in tables(self.document) for origin in _labels_of(table))


def _labels_of(table: Table) -> Iterator[Place]:
    """Where the words stand that a form prints in its cells."""
    lattice = Lattice(table)
    for cell in table.lines():
        if not _is_answer(cell, lattice):
            yield from (inline.origin for line in cell.paragraphs for inline in line)


def _is_answer(cell: Cell, lattice: Lattice) -> bool:
    """Whether a cell was filled in: it stands beside a label, and says a sentence, or nothing besides guidance."""
    beside = lattice.at(cell.row, cell.column - 1)
    if beside is None or not _names_something(beside):
        return False
    words = _BRACKET.sub("", cell.compact)
    return not words or bool(_SENTENCE.search(words)) or len(words) > _LONGEST_LABEL


def _names_something(cell: Cell) -> bool:
    words = _BRACKET.sub("", cell.compact).rstrip("：:")
    return 0 < len(words) <= _LONGEST_LABEL and not _SENTENCE.search(words)
