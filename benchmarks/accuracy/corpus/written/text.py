"""A document as plain text: a paragraph on each line, the cells of a row parted by tabs, merged places empty."""

from collections.abc import Iterator

from benchmarks.accuracy.corpus.source import Break, Document, Line, Table

CONTENTS_TITLE = "目录"
CONTENTS_DEPTH = 2


def as_text(document: Document) -> str:
    """The whole text."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Line():
                yield block.words.text
            case Table():
                yield from rows_of(block)
            case Break.CONTENTS:
                yield CONTENTS_TITLE
                yield from contents_of(document)
            case Break.PAGE:
                yield ""


def contents_of(document: Document) -> list[str]:
    """The headings that a list of contents shows."""
    return [heading.words.text for heading in document.headings if heading.level <= CONTENTS_DEPTH]


def rows_of(table: Table) -> Iterator[str]:
    """The rows with a tab between cells; a place that is merged with another says nothing."""
    said = {(cell.row, cell.column): cell.words.text for cell in table.cells}
    for row in range(table.rows):
        yield "\t".join(said.get((row, column), "") for column in range(table.columns))
