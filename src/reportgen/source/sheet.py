"""The text of a file by its lines, for edits that put lines in, take lines out or replace some: all else stays."""

from reportgen import patterns as re
from reportgen.diagnostics.repair import Edit
from reportgen.place import Place
from reportgen.record import Struct, field

_LINE_END = re.compile(r"\r\n|\r|\n")


class Sheet(Struct):
    """A text with where its lines begin; lines that are put in end as its first line does."""

    file: str
    text: str
    starts: list[int] = field(default_factory=list)
    newline: str = "\n"

    def __post_init__(self) -> None:
        ends = list(_LINE_END.finditer(self.text))
        self.starts = [0, *(match.end() for match in ends)]
        if self.starts[-1] != len(self.text):
            self.starts.append(len(self.text))
        self.newline = ends[0][0] if ends else "\n"

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.starts) - 1

    def line(self, number: int) -> str:
        """A line, counted from 1, without its end."""
        return self.text[self.starts[number - 1] : self.starts[number]].rstrip("\r\n")

    def lead(self, number: int) -> str:
        """The blanks before the first word of a line."""
        line = self.line(number)
        return line[: len(line) - len(line.lstrip(" "))]

    def last_said(self, number: int) -> int:
        """The line itself or, of a blank one, the last before it that is not: YAML counts blank lines to a text."""
        while not self.line(number).strip():
            number -= 1
        return number

    def above(self, number: int, *lines: str) -> Edit:
        """Put lines in above a line; above the one behind the last, at the end of the text."""
        words = "".join(line + self.newline for line in lines)
        if number <= self.count:
            return Edit(Place(self.file, number, 1), "", words)
        closed = not self.text or self.text.endswith(("\n", "\r"))
        last = len(self.text) - self.starts[-2] if self.count else 0
        return Edit(Place(self.file, max(1, self.count), last + 1), "", words if closed else self.newline + words)

    def without(self, first: int, last: int) -> Edit:
        """Take whole lines out."""
        return self.instead(first, last)

    def instead(self, first: int, last: int, *lines: str) -> Edit:
        """Put other lines in the place of the lines `first` to `last`."""
        old = self.text[self.starts[first - 1] : self.starts[last]]
        words = "".join(line + self.newline for line in lines)
        return Edit(Place(self.file, first, 1), old, words if old.endswith(("\n", "\r")) else words.rstrip("\r\n"))

    def stretch(self, first: tuple[int, int], behind: tuple[int, int], new: str = "") -> Edit:
        """Put `new` in the place of the characters from `first` to before `behind`, each a line and a column."""
        start, end = (self.starts[line - 1] + column - 1 for line, column in (first, behind))
        return Edit(Place(self.file, *first), self.text[start:end], new)
