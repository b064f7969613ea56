"""Where something was written: every value carries its place until the last diagnostic is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a file; `line` and `column` count from 1, `column` and `length` in characters.

    `last_line` is the line where the stretch ends (0 means the same line). `spot` says in words where it stands in a
    file without lines, such as a Word document: 第4页第12段.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1
    last_line: int = 0
    spot: str = ""

    @property
    def last(self) -> int:
        """The last line that the stretch touches."""
        return max(self.line, self.last_line)

    def __str__(self) -> str:
        if self.spot:
            return f"{self.file} {self.spot}"
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Written:
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
