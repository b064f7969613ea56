"""Where something was written: every value carries its place until the last diagnostic is printed."""

from reportgen.record import Struct


class Spot(Struct, frozen=True, order=True, omit_defaults=True):
    """Where something stands in a document that has no lines of its own, such as a Word file; 0 is unknown or none.

    `paragraph` is counted on its page where that is known, else in the whole document; `row` and `column` are those of
    a cell of the `table`, from 1; plain text has lines. `words` says the same to a reader: 第4页第12段.
    """

    page: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    line: int = 0
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)


NO_SPOT = Spot()


class Place(Struct, frozen=True, order=True, omit_defaults=True):
    """A stretch of one line of a file; `line` and `column` count from 1, `column` and `length` in characters.

    `last_line` is the line where the stretch ends (0 means the same line). Where a file has no lines, as a Word
    document, `line` counts the paragraphs that the program read, and `spot` says what a reader can look for.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    last_line: int = 0
    spot: Spot = NO_SPOT

    @property
    def last(self) -> int:
        """The last line that the stretch touches."""
        return max(self.line, self.last_line)

    @property
    def file_line(self) -> int:
        """The line of the file, 0 where it is not known or the file has none."""
        return self.spot.line if self.spot else self.line

    @property
    def file_column(self) -> int:
        """The column in that line, 0 where it is not known."""
        return 0 if self.spot else self.column

    def __str__(self) -> str:
        if self.spot:
            return f"{self.file} {self.spot.words}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Place("")


class Written(Struct, frozen=True):
    """Text as a person wrote it, with the way back to each of its characters.

    `block` marks a YAML `|` literal: line *n* of the text is line *n* below `place`, from column `indent` + 1.
    """

    text: str
    place: Place
    block: bool = False
    indent: int = 0
    quoted: bool = False

    def place_at(self, offset: int, length: int = 1) -> Place:
        """Where the `length` characters from `offset` of `text` stand in the file."""
        if not self.block and self.place.last > self.place.line:
            return self.place
        if not self.block:
            column = self.place.column + self.quoted + offset
            return Place(self.place.file, self.place.line, column, length)
        row = self.text.count("\n", 0, offset)
        column = offset - (self.text.rfind("\n", 0, offset) + 1)
        return Place(self.place.file, self.place.line + 1 + row, self.indent + 1 + column, length)

    def offset_of(self, place: Place) -> int:
        """The character of `text` that stands at a place of the file; -1 for a place that is not within it."""
        if not self.block:
            offset = place.column - self.place.column - self.quoted
        else:
            row = place.line - self.place.line - 1
            lines = self.text.split("\n")
            before = sum(len(line) + 1 for line in lines[:row]) if 0 <= row < len(lines) else 0
            offset = before + place.column - 1 - self.indent
        meant = self.place_at(offset) if 0 <= offset <= len(self.text) else NOWHERE
        return offset if (meant.line, meant.column) == (place.line, place.column) else -1
