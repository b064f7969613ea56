"""Tables that a Word template draws itself, read back: each field stands in the cell beside its name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.adopt.surroundings import line_form
from reportgen.model.frame import Frame, FrameItem, FrameLine, FrameRow, walk
from reportgen.model.lattice import Lattice
from reportgen.model.table import Table
from reportgen.packs.fields import Field, by_path
from reportgen.source.composed_text import Given

Named = dict[str, FrameLine]
"""The line of each cell that shows fields, by the words of the cell before it."""


def of_tables(frame: Frame, tables: Sequence[Table], fields: tuple[Field, ...]) -> tuple[dict[str, Given], list[Table]]:
    """The fields that tables of the template show, and the tables of the report in which they were found."""
    wanted, known = dict(_named(frame)), by_path(fields)
    found: dict[str, Given] = {}
    taken: list[Table] = []
    for table in tables if wanted else ():
        told = dict(_told(table, wanted, known))
        if told:
            found |= told
            taken.append(table)
    return found, taken


def _named(frame: Frame) -> Iterator[tuple[str, FrameLine]]:
    for row in walk(frame.items):
        if isinstance(row, FrameRow):
            yield from named_lines(row)


def named_lines(row: FrameRow) -> Iterator[tuple[str, FrameLine]]:
    """The lines of a row that show a field, by the words of the cell before each."""
    for name, cell in pairwise(row.cells):
        words, line = _words(name.items), _line(cell.items)
        if words and line:
            yield words, line


def _words(items: Sequence[FrameItem]) -> str:
    """The words of a cell that shows nothing else."""
    pieces = [piece for item in items if isinstance(item, FrameLine) for piece in item.pieces()]
    words = [piece for piece in pieces if isinstance(piece, str)]
    return "".join("".join(words).split()) if len(words) == len(pieces) else ""


def _line(items: Sequence[FrameItem]) -> FrameLine | None:
    """The first line of a cell that shows a field."""
    return next((item for item in items if isinstance(item, FrameLine) and item.slots()), None)


def _told(table: Table, wanted: Named, known: dict[str, Field]) -> Iterator[tuple[str, Given]]:
    lattice = Lattice(table)
    for cell in table.lines():
        line, beside = wanted.get(cell.compact), lattice.beside(cell)
        words = "".join(beside.text.splitlines()).strip() if line and beside else ""
        told = line_form(line, known).fullmatch(words) if line and words else None
        for name, value in zip(line.slots(), told.groups(), strict=True) if line and told else ():
            if name in known and value.strip():
                yield name, value.strip()
