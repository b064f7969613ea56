"""One number of decimals in a column: 15 beside 14.3 is printed 15.0.

A column are the figures below each other between two heads, as wide as each other. What was typed keeps its decimals
and may get more; what was worked out has as many as it needs, so that 9.80 + 87.3 is the 97.1 that the letter says.
Figures with words or marks of their own (约2, 95%, 1,200) are let alone, and so are columns of whole numbers.
"""

import re
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import replace

from reportgen.model.inline import Inline, Number, Text
from reportgen.model.table import Cell, CellRole, Position

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")


def with_equal_decimals(cells: Mapping[Position, Cell], worked_out: Container[Position]) -> dict[Position, Cell]:
    """The cells, those of a column with as many decimals as one of them needs."""
    made = dict(cells)
    for column in _columns(cells):
        words = {position: _needed(cells[position].text, position in worked_out) for position in column}
        most = max(map(_decimals, words.values()))
        made |= {position: _printed(cells[position], _with(text, most)) for position, text in words.items()}
    return made


def _columns(cells: Mapping[Position, Cell]) -> list[list[Position]]:
    """The positions of the plain figures of each column."""
    columns: dict[tuple[int, int, int], list[Position]] = defaultdict(list)
    heads: dict[int, int] = defaultdict(int)
    for position, cell in sorted(cells.items()):
        if cell.number is not None and cell.role is not CellRole.HEAD and _PLAIN.fullmatch(cell.text):
            columns[cell.column, cell.columns, heads[cell.column]].append(position)
        elif cell.role is CellRole.HEAD and cell.text:
            heads[cell.column] += 1
    return list(columns.values())


def _needed(text: str, worked_out: bool) -> str:
    return text.rstrip("0").rstrip(".") if worked_out and "." in text else text


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])


def _with(text: str, decimals: int) -> str:
    lacking = decimals - _decimals(text)
    return text + ("" if "." in text or not lacking else ".") + "0" * lacking


def _printed(cell: Cell, text: str) -> Cell:
    """The cell with these words in the place of its figure, which keeps its fact."""
    return cell if cell.text == text else replace(cell, paragraphs=((_said(cell.paragraphs[0][0], text),),))


def _said(inline: Inline, text: str) -> Inline:
    return replace(inline, text=text) if isinstance(inline, Number) else Text(text, inline.origin)
