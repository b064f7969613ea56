"""What the program can change by itself about a finding: edits of stretches of a file, safe ones or not."""

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


class Repair(Struct, frozen=True):
    """Edits that belong together: all of them are made, or none.

    A safe one changes how a thing is written and not what is said; the others want to be read afterwards.
    """

    edits: tuple[Edit, ...]
    safe: bool = True
    mended: bool = False
    """Whether the file was read as though the edits were made already: they change no value."""


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
