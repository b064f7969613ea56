"""Tables that a Word template draws itself, read back: each field stands in the cell beside its name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.adopt.surroundings import line_form
from reportgen.model.frame import Frame, FrameIf, FrameItem, FrameLine, FrameRow, FrameTable, Slot
from reportgen.model.lattice import Lattice
from reportgen.model.table import Table
from reportgen.packs.fields import Field, by_path
from reportgen.source.composed_text import Given

Named = dict[str, FrameLine]
"""The line of each cell that shows fields, by the words of the cell before it."""


def of_tables(frame: Frame, tables: Sequence[Table], fields: tuple[Field, ...]) -> tuple[dict[str, Given], list[Table]]:
    """The fields that tables of the template show, and the tables of the report in which they were found."""
    wanted, known = dict(_named(frame.items)), by_path(fields)
    found: dict[str, Given] = {}
    taken: list[Table] = []
    for table in tables if wanted else ():
        told = dict(_told(table, wanted, known))
        if told:
            found |= told
            taken.append(table)
    return found, taken


def _named(items: Sequence[FrameItem]) -> Iterator[tuple[str, FrameLine]]:
    for item in items:
        match item:
            case FrameRow(cells):
                for name, cell in pairwise(cells):
                    words, line = _words(name.items), _line(cell.items)
                    if words and line:
                        yield words, line
            case FrameTable():
                yield from _named(item.items)
            case FrameIf():
                yield from _named((*item.items, *item.otherwise))
            case _:
                pass


def _words(items: Sequence[FrameItem]) -> str:
    """The words of a cell that shows no field."""
    lines = [item for item in items if isinstance(item, FrameLine)]
    pieces = [piece for line in lines for piece in line.pieces()]
    return (
        "".join("".join(piece for piece in pieces if isinstance(piece, str)).split())
        if all(isinstance(piece, str) for piece in pieces)
        else ""
    )


def _line(items: Sequence[FrameItem]) -> FrameLine | None:
    lines = [item for item in items if isinstance(item, FrameLine)]
    return next((line for line in lines if any(isinstance(piece, Slot) for piece in line.pieces())), None)


def _told(table: Table, wanted: Named, known: dict[str, Field]) -> Iterator[tuple[str, Given]]:
    lattice = Lattice(table)
    for cell in table.lines():
        line, beside = wanted.get(cell.compact), lattice.beside(cell)
        words = "".join(beside.text.splitlines()).strip() if line and beside else ""
        told = line_form(line, known).fullmatch(words) if line and words else None
        names = [piece.name for piece in line.pieces() if isinstance(piece, Slot)] if line else []
        for name, value in zip(names, told.groups(), strict=True) if told else ():
            if name in known and value.strip():
                yield name, value.strip()
