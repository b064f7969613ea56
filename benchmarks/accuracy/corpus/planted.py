"""One wrong document for each error that the marks of a document name."""

from collections.abc import Iterator
from random import Random

from benchmarks.accuracy.corpus.kinds import Kind
from benchmarks.accuracy.corpus.source import At, Cell, Document, Mark, Planting, Table, Words
from benchmarks.accuracy.corpus.wrong import Setting, wrong_words
from reportgen.record import Struct

Change = tuple[At, int, str, str]


class Case(Struct, frozen=True):
    """An error: what stands wrongly where. `kind` is None for an exchange of two digits."""

    document: str
    kind: Kind | None
    at: At
    start: int
    right: str
    wrong: str
    partnered: bool
    line: int

    @property
    def change(self) -> Change:
        """What is done to the document; errors of several kinds may be one and the same."""
        return self.at, self.start, self.right, self.wrong

    def planted(self, document: Document) -> Document:
        """The document with this error."""
        return document.saying(self.at, self.paragraph(document))

    def paragraph(self, document: Document) -> str:
        """The paragraph or the cell with the error."""
        text = document.at(self.at).words.text
        return text[: self.start] + self.wrong + text[self.start + len(self.right) :]


def cases(document: Document) -> Iterator[Case]:
    """Every error that a mark names; none where its words hold nothing that the kind can change."""
    for at, words in document.words():
        for mark in words.marks:
            for planting in mark.plantings:
                case = _case(document, at, words, mark, planting) if planting.kind.planted else None
                if case is not None:
                    yield case


def _case(document: Document, at: At, words: Words, mark: Mark, planting: Planting) -> Case | None:
    """The error of a mark; None where its words hold nothing that the kind can change."""
    right = words.text[mark.start : mark.end]
    wrong = planting.other or wrong_words(planting.kind, _setting(document, at, words, mark))
    if wrong is None or wrong == right:
        return None
    return Case(document.name, planting.kind, at, mark.start, right, wrong, mark.partnered, words.line)


def _setting(document: Document, at: At, words: Words, mark: Mark) -> Setting:
    """What stands around a mark. The seed goes by the words: one slip serves several kinds."""
    block = document.blocks[at.block]
    row = ""
    if isinstance(block, Table):
        row = "\n".join(_row(block, block.cells[at.cell]))
    random = Random(f"{document.name} {words.text} {mark.start} {at.cell}")
    before, after = words.text[: mark.start], words.text[mark.end :]
    return Setting(words.text[mark.start : mark.end], f"{row}\n{before}" if row else before, after, random)


def _row(table: Table, cell: Cell) -> Iterator[str]:
    """What the other cells of a row say."""
    for other in table.cells:
        if other.row == cell.row and other.column != cell.column:
            yield other.words.text
