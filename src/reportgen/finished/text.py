"""Plain text → parts: a line is a paragraph, lines with tabs that follow each other are a table."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportgen.finished.parts import Box, Grid, Line, Part
from reportgen.language import _
from reportgen.place import Spot


def read_lines(text: str) -> list[Part]:
    """The parts of a text; empty lines part paragraphs and are no paragraphs of their own."""
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    parts: list[Part] = []
    for in_table, group in groupby(numbered, key=lambda entry: "\t" in entry[1].strip()):
        lines = list(group)
        parts += [_grid(lines)] if in_table else _paragraphs(lines)
    return parts


def _paragraphs(lines: Iterable[tuple[int, str]]) -> Iterator[Part]:
    for number, line in lines:
        yield Line(line.strip(), Spot(line=number, words=_("第 {line} 行", line=number)))


def _spot_of_cell(line: int, column: int) -> Spot:
    return Spot(line=line, column=column, words=_("第 {line} 行第 {column} 格", line=line, column=column))


def _grid(lines: list[tuple[int, str]]) -> Grid:
    return Grid(
        tuple(
            Box(row, column, text.strip(), _spot_of_cell(number, column + 1))
            for row, (number, line) in enumerate(lines)
            for column, text in enumerate(line.split("\t"))
        )
    )
