"""How wide the columns of a Word table are: figures stay on one line, words share the rest."""

import re

from docx.shared import Length, Pt

from benchmarks.accuracy.corpus.source import Cell, Table
from reportgen.record import Struct

_FIGURE = re.compile(r"[\d.,%‰+\-−/～~—]+")
_SIZES = (Pt(10.5), Pt(9), Pt(7.5), Pt(6.5), Pt(5.5))
_MARGINS = Pt(13)
"""What Word leaves free at the left and at the right of the words of a cell."""
_WORD_IN_EMS = 4
"""A column of words has room for so many hanzi in a line, where it has so many."""


class Columns(Struct, frozen=True):
    """The widths of the columns, and the size of the letters."""

    widths: tuple[Length, ...]
    size: Length


def columns_of(table: Table, room: int) -> Columns:
    """The largest letters in which no figure is broken, and widths that fill the room."""
    size = next((size for size in _SIZES if sum(_least(table, size)) <= room), _SIZES[-1])
    least = _least(table, size)
    wanted = [max(wish - width, 0) for wish, width in zip(_wished(table, size), least, strict=True)]
    rest, asked = max(room - sum(least), 0), sum(wanted)
    shares = [want * rest // asked if asked > rest else want for want in wanted]
    return Columns(tuple(Length(width + share) for width, share in zip(least, shares, strict=True)), size)


def _least(table: Table, size: Length) -> list[int]:
    return [max((_narrowest(cell, size) for cell in _in(table, at)), default=size) + _MARGINS for at in _all(table)]


def _wished(table: Table, size: Length) -> list[int]:
    return [
        max((_ems(cell.words.text, size) for cell in _in(table, at)), default=size) + _MARGINS for at in _all(table)
    ]


def _all(table: Table) -> range:
    return range(table.columns)


def _in(table: Table, column: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.column == column and cell.columns == 1]


def _narrowest(cell: Cell, size: Length) -> int:
    """The width below which a figure would be broken, or words stand one below the other."""
    figures = [_ems(figure, size) for figure in _FIGURE.findall(cell.words.text)]
    return max([min(_ems(cell.words.text, size), _WORD_IN_EMS * size), *figures])


def _ems(text: str, size: Length) -> int:
    """The width of a text: a hanzi is as wide as high, other characters a little more than half."""
    return sum(size if ord(char) > 0x2E80 else size * 55 // 100 for char in text)
