"""Where in the content file the words were written that a line of a page shows."""

from collections.abc import Iterator
from itertools import chain

from reportgen.model.document import Heading, Paragraph
from reportgen.model.inline import Inline, Text
from reportgen.model.table import Cell, Table
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, replace
from reportgen.render.plain import PrintedLine, printed_lines
from reportgen.verify.comparison import squeeze

Found = tuple[PrintedLine, int]
"""A paragraph or a cell, and the offset in its words without white space."""


class _Columns(Struct, frozen=True):
    """A line of a table as a page shows it: what stands in its columns, and which of them is meant."""

    words: list[str]
    at: int
    start: int
    """Within that column."""

    @property
    def meant(self) -> str:
        """The words of the column."""
        return self.words[self.at]

    @property
    def equal_before(self) -> int:
        """How many columns before say the same."""
        return self.words[: self.at].count(self.meant)


def written_place(draft: Draft, line: str, start: int) -> Place:
    """Of what stands at `start` in a line of a page whose columns are parted by blanks.

    A line lies within a paragraph; in tables it goes over several cells. NOWHERE when it may have been written in
    several places, or in none.
    """
    lines = printed_lines(draft.document, draft.template.frame)
    whole, offset = squeeze(line), len(squeeze(line[:start]))
    found = [(each, at + offset) for each in lines if (at := squeeze(each.text).find(whole)) >= 0]
    found = found or _in_cells(lines, _columns(line, start))
    return _place_at(*found[0]) if len(found) == 1 else NOWHERE


def _columns(line: str, start: int) -> _Columns:
    before = line[:start].split(" ")
    return _Columns(line.split(" "), len(before) - 1, len(before[-1]))


def _in_cells(lines: list[PrintedLine], columns: _Columns) -> list[Found]:
    """The cell that says what stands in the column; of several that whose row says most of the line."""
    candidates = [each for each in lines if each.cell and columns.meant in squeeze(each.text)]
    likeness = [_likeness(each, columns) for each in candidates]
    best = [each for each, alike in zip(candidates, likeness, strict=True) if alike == max(likeness)]
    if len({id(each.block) for each in best}) == 1 and len({_row(each) for each in best}) == 1:
        best = best[columns.equal_before :][:1]
    return [(each, squeeze(each.text).index(columns.meant) + columns.start) for each in best]


def _row(line: PrintedLine) -> int:
    return line.cell.row if line.cell else 0


def _likeness(line: PrintedLine, columns: _Columns) -> int:
    """How many columns of the line stand in the row of a cell."""
    if not isinstance(line.block, Table) or line.cell is None:
        return 0
    said = [squeeze(other.text) for other in line.block.cells if _beside(other, line.cell)]
    return sum(any(words in text for text in said) for words in columns.words)


def _beside(cell: Cell, other: Cell) -> bool:
    return cell.row < other.row + other.rows and other.row < cell.row + cell.rows


def _place_at(line: PrintedLine, offset: int) -> Place:
    """Where the character at an offset of a printed line was written, as near as is known."""
    ends = 0
    for inline in _inlines(line):
        starts, ends = ends, ends + len(squeeze(inline.text))
        if offset < ends and inline.origin.line:
            shift = offset - starts if isinstance(inline, Text) and squeeze(inline.text) == inline.text else 0
            return replace(inline.origin, column=inline.origin.column + shift, length=1) if shift else inline.origin
    return line.cell.origin if line.cell else line.block.origin if line.block else NOWHERE


def _inlines(line: PrintedLine) -> Iterator[Inline]:
    if line.cell:
        yield from chain.from_iterable(line.cell.paragraphs)
    elif isinstance(line.block, Heading | Paragraph):
        yield Text(line.block.label)
        yield from line.block.inlines
