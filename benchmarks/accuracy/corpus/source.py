"""The source of a document → its typed form: lines and tables, with the places where an error can be planted."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path

from benchmarks.accuracy.corpus.kinds import Kind
from reportgen.record import Struct, replace

_MARK = re.compile(r"⟦([^⟦⟧|]*)\|([^⟦⟧|]*)⟧")
_BAR = re.compile(r"\|(?![^⟦⟧]*⟧)")
"""A bar that parts cells, and not the words of a mark from its kinds."""
_HEADING = re.compile(r"(#{1,4})\s+(.*)")
_COMMAND = re.compile(r"@(\w+)\s*(.*)")


class SourceProblem(Exception):
    """A source that cannot be read, with its file and line."""

    def __init__(self, file: str, line: int, words: str) -> None:
        super().__init__(f"{file}:{line}: {words}")
        self.where = f"{file}:{line}"


class Planting(Struct, frozen=True):
    """One error that a mark names; `other` are the wrong words, None where the program makes them."""

    kind: Kind
    other: str | None = None


class Mark(Struct, frozen=True):
    """Characters `start` to `end` of some words, and the errors that can be planted there."""

    start: int
    end: int
    plantings: tuple[Planting, ...]

    @property
    def partnered(self) -> bool:
        """Whether another figure of the document is tied to it."""
        return all(planting.kind is not Kind.ALONE for planting in self.plantings)


class Words(Struct, frozen=True):
    """What is printed, its marks, and the line of the source."""

    text: str
    marks: tuple[Mark, ...] = ()
    line: int = 0


class Role(Enum):
    """What a line is for; the value is its command in the source, empty where it has none."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    ADDRESSEE = "addressee"
    HEADING = "#"
    BODY = ""
    CAPTION = "caption"
    UNIT = "unit"
    NOTE = "note"
    ANNEX = "annex"
    AUTHOR = "author"
    DATE = "date"


class Line(Struct, frozen=True):
    """A paragraph; headings have a level from 1."""

    role: Role
    words: Words
    level: int = 0


class Cell(Struct, frozen=True):
    """A cell at its place in the grid, from 0, with its spans."""

    row: int
    column: int
    words: Words
    rows: int = 1
    columns: int = 1


class Table(Struct, frozen=True):
    """Cells in reading order; merged places have none of their own."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int


class Break(Enum):
    """What has no words of its own."""

    CONTENTS = "toc"
    """A list of the headings, without leaders and numbers of pages."""
    PAGE = "pagebreak"


Block = Line | Table | Break


class At(Struct, frozen=True, order=True):
    """Where words stand: the number of their block and, in a table, of their cell."""

    block: int
    cell: int = -1


class Document(Struct, frozen=True):
    """A document by the name of its file."""

    name: str
    blocks: tuple[Block, ...]

    def words(self) -> Iterator[tuple[At, Words]]:
        """Everything that is printed, in order."""
        for number, block in enumerate(self.blocks):
            match block:
                case Line():
                    yield At(number), block.words
                case Table():
                    yield from ((At(number, at), cell.words) for at, cell in enumerate(block.cells))
                case Break():
                    pass

    def at(self, place: At) -> Line | Cell:
        """The line or the cell there."""
        block = self.blocks[place.block]
        found = block.cells[place.cell] if isinstance(block, Table) else block
        if isinstance(found, Break):
            raise KeyError(place)
        return found

    def saying(self, place: At, text: str) -> "Document":
        """The same document with other words there."""
        block = self.blocks[place.block]
        words = replace(self.at(place).words, text=text, marks=())
        changed = _with_cell(block, place.cell, words) if isinstance(block, Table) else _with_words(block, words)
        return replace(self, blocks=(*self.blocks[: place.block], changed, *self.blocks[place.block + 1 :]))

    @property
    def headings(self) -> list[Line]:
        """Its headings."""
        return [block for block in self.blocks if isinstance(block, Line) and block.role is Role.HEADING]


def _with_cell(table: Table, at: int, words: Words) -> Table:
    return replace(table, cells=(*table.cells[:at], replace(table.cells[at], words=words), *table.cells[at + 1 :]))


def _with_words(block: Line | Break, words: Words) -> Block:
    return replace(block, words=words) if isinstance(block, Line) else block


def read_document(path: Path) -> Document:
    """The document of a file. Raises SourceProblem."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, file: str) -> Document:
    """The document of a text that stands in `file`. Raises SourceProblem."""
    blocks: list[Block] = []
    rows: list[list[Words]] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.startswith("|"):
            rows.append(_row(line, file, number))
            continue
        if rows:
            blocks.append(_table(rows, file))
            rows = []
        if line.strip():
            blocks.append(_block(line.strip(), file, number))
    return Document(Path(file).stem, tuple(blocks))


def _block(line: str, file: str, number: int) -> Block:
    if heading := _HEADING.fullmatch(line):
        return Line(Role.HEADING, _words(heading[2], file, number), len(heading[1]))
    command = _COMMAND.fullmatch(line)
    if command is None:
        return Line(Role.BODY, _words(line, file, number))
    name, rest = command.groups()
    if name in [each.value for each in Break] and not rest:
        return Break(name)
    if name not in [role.value for role in Role] or not rest.strip():
        raise SourceProblem(file, number, f"@{name} is no command, or says nothing")
    return Line(Role(name), _words(rest.strip(), file, number))


def _words(source: str, file: str, number: int) -> Words:
    """The words without marks, and the marks at their places."""
    text, marks, done = "", [], 0
    for match in _MARK.finditer(source):
        text += source[done : match.start()]
        marks.append(Mark(len(text), len(text) + len(match[1]), _plantings(match, file, number)))
        text += match[1]
        done = match.end()
    text += source[done:]
    if "⟦" in text or "⟧" in text:
        raise SourceProblem(file, number, "a mark is not closed, or has no kind")
    return Words(text, tuple(marks), number)


def _plantings(match: re.Match[str], file: str, number: int) -> tuple[Planting, ...]:
    found = []
    for each in match[2].split():
        kind, given, other = each.partition("=")
        if kind not in [known.value for known in Kind]:
            raise SourceProblem(file, number, f"{kind} is no kind of error")
        if given and other == match[1]:
            raise SourceProblem(file, number, f"{each} plants nothing")
        found.append(Planting(Kind(kind), other if given else None))
    if not found or not match[1]:
        raise SourceProblem(file, number, f"{match[0]} marks nothing, or names no kind")
    return tuple(found)


def _row(line: str, file: str, number: int) -> list[Words]:
    cells = _BAR.split(line.strip())
    if len(cells) < 3 or cells[-1].strip():
        raise SourceProblem(file, number, "a row of a table begins and ends with |")
    return [_words(cell.strip(), file, number) for cell in cells[1:-1]]


def _table(rows: Sequence[list[Words]], file: str) -> Table:
    width = len(rows[0])
    for row in rows:
        if len(row) != width:
            raise SourceProblem(file, row[0].line, f"the row has {len(row)} cells, the table {width}")
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for at in ((row, column) for row in range(len(rows)) for column in range(width)):
        owners[at] = _owner(at, rows[at[0]][at[1]], owners, file)
    covered: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for at, owner in owners.items():
        covered.setdefault(owner, []).append(at)
    cells = tuple(_cell(owner, places, rows, file) for owner, places in covered.items())
    return Table(cells, len(rows), width)


def _owner(
    at: tuple[int, int], words: Words, owners: dict[tuple[int, int], tuple[int, int]], file: str
) -> tuple[int, int]:
    """The place of the cell that a place is merged with, its own where it is merged with none."""
    if words.text not in ("<", "^"):
        return at
    near = (at[0], at[1] - 1) if words.text == "<" else (at[0] - 1, at[1])
    if near not in owners:
        raise SourceProblem(file, words.line, f"{words.text} has no cell beside it")
    return owners[near]


def _cell(owner: tuple[int, int], places: list[tuple[int, int]], rows: Sequence[list[Words]], file: str) -> Cell:
    words = rows[owner[0]][owner[1]]
    height = max(row for row, _ in places) - owner[0] + 1
    width = max(column for _, column in places) - owner[1] + 1
    if len(places) != height * width:
        raise SourceProblem(file, words.line, f"the merged cell {words.text} is no rectangle")
    return Cell(*owner, words, height, width)
