"""What an artifact has to say: the lines of the document, those of tables with their cells, and the contents."""

from collections.abc import Iterable

from reportgen.model.document import Block, Contents
from reportgen.model.entries import entries_of
from reportgen.model.table import Cell, Table
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class Line(Struct, frozen=True):
    """A paragraph or a cell as it is to be read, where it was written, and the table that it belongs to."""

    text: str
    place: Place = NOWHERE
    table: Table | None = None
    cell: Cell | None = None
    drawn: bool = False
    """Whether these are the words of a chart."""
    aside: bool = False
    """Whether it stands in a box or at the foot of the page, beside the running text."""
    around: tuple[str, ...] = ()
    """The words around numbers of pages, which no document knows; empty for a line without any."""


def contents_of(blocks: Iterable[Block]) -> list[tuple[str, ...]]:
    """For each table of contents its title and the entries, which repeat others, in order."""
    kept = list(blocks)
    return [
        (block.title, *(entry.words for entry in entries_of(block, kept)))
        for block in kept
        if isinstance(block, Contents)
    ]
