"""What the program can change by itself about a finding: stretches of a file, or the layout of a Word file."""

from enum import Enum, auto

from reportgen.model.setting import Setting
from reportgen.place import Place, Written
from reportgen.record import Struct


class Edit(Struct, frozen=True):
    """Put `new` where `old` stands at `place`, within one line; with an empty `old` something is put in between."""

    place: Place
    old: str
    new: str

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of the first character, counted from 1."""
        return self.place.line, self.place.column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind the last character."""
        return self.place.line, self.place.column + len(self.old)

    def stands_in(self, line: str) -> bool:
        """Whether the line holds `old` at that column: a value is not always printed as it was typed."""
        at = self.place.column - 1
        return at >= 0 and line[at : at + len(self.old)] == self.old


class Trait(Enum):
    """What of the layout of a Word file can be set without touching a word."""

    LETTERS = auto()
    COLOR = auto()
    DENSITY = auto()
    """How many characters a line takes."""
    INDENT = auto()
    MIDDLE = auto()
    RIGHT = auto()
    """How far what a tab leads to stands from the right."""
    SIGNATURE = auto()
    PITCH = auto()
    ABOVE = auto()
    TURN = auto()
    """Whether it begins a page."""
    PAPER = auto()
    NUMBERS = auto()
    """The numbers of pages."""
    SEPARATOR = auto()
    IMPRINT = auto()
    """The lines of the imprint."""


class Reset(Struct, frozen=True):
    """A trait that paragraphs of a Word file get, as it is due to the part that each is of; without any, the file.

    They come as they were measured: what is due to them may depend on that.
    """

    trait: Trait
    paragraphs: tuple[tuple[str, Setting], ...] = ()


class Repair(Struct, frozen=True):
    """Edits, or resets, that belong together: all of them are made, or none.

    A safe one changes how a thing is written and not what is said; the others want to be read afterwards.
    """

    edits: tuple[Edit, ...] = ()
    safe: bool = True
    mended: bool = False
    """Whether the file was read as though the edits were made already: they change no value."""
    resets: tuple[Reset, ...] = ()
    """What is set anew in a copy of a Word file."""


def repair(*edits: Edit | None, safe: bool = True) -> Repair | None:
    """The repair of these edits; None when one of them cannot be made, or there is none."""
    known = tuple(edit for edit in edits if edit)
    return Repair(known, safe) if known and len(known) == len(edits) else None


def value_edit(place: Place, old: str, new: str) -> Edit | None:
    """Put `new` in the place of a whole value; quotation marks around it stay. None in a document without lines."""
    if place.spot or not place.line:
        return None
    quotes = place.length == len(old) + 2
    return Edit(Place(place.file, place.line, place.column + quotes, len(old)), old, new)


def written_edit(written: Written, start: int, end: int, new: str) -> Edit | None:
    """Put `new` in the place of the characters `start` to `end` of a text, within one of its lines.

    None for a plain value that runs over several lines, whose characters have no place of their own.
    """
    if not written.block and written.place.last > written.place.line:
        return None
    return Edit(written.place_at(start, end - start), written.text[start:end], new)
