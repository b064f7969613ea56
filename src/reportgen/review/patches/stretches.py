"""A printed line by its stretches: which characters were typed in the content file, and where; which are computed."""

from enum import Enum, auto

from reportgen.model.document import Document, Heading, Inline, Number, Paragraph, Text
from reportgen.place import Place
from reportgen.record import Struct, replace
from reportgen.review.trace import Traced
from reportgen.source.sheet import Sheet


class Made(Enum):
    """How characters come to be printed."""

    TYPED = auto()
    """Each stands in the content file as it is printed."""
    NUMBER = auto()
    """They print a fact."""
    LABEL = auto()
    """The computed number of a heading or an item."""
    OTHER = auto()
    """The pack says them, or the program puts them together of what was written."""


class Stretch(Struct, frozen=True):
    """The characters `start` to `end` of a line; `place` is that of the first, or of the reference that prints them."""

    made: Made
    start: int
    end: int
    place: Place
    inline: Inline | None = None


def stretches_of(traced: Traced, document: Document, sheet: Sheet) -> list[Stretch]:
    """The stretches of a line in order; marks of notes, which are no characters of it, are left out."""
    found: list[Stretch] = []
    at = 0
    label = traced.block.label if isinstance(traced.block, Heading | Paragraph) and traced.cell is None else ""
    if label:
        found.append(Stretch(Made.LABEL, 0, len(label), Place("")))
        at = len(label)
    for number, inlines in enumerate(_paragraphs(traced, document)):
        at += bool(number)  # paragraphs of a cell stand on lines of their own
        for inline in inlines:
            words = inline.text.replace("\n", "") if traced.cell is None else inline.text
            if words:
                found.append(Stretch(_made(inline, words, sheet), at, at + len(words), inline.origin, inline))
            at += len(words)
    return found


def _paragraphs(traced: Traced, document: Document) -> tuple[tuple[Inline, ...], ...]:
    if traced.cell is not None:
        return traced.cell.paragraphs
    return (traced.block.inlines if traced.block is not None else document.lines[traced.slot],)


def _made(inline: Inline, words: str, sheet: Sheet) -> Made:
    if isinstance(inline, Number):
        return Made.NUMBER
    typed = isinstance(inline, Text) and stands_at(inline.origin, words, sheet)
    return Made.TYPED if typed else Made.OTHER


def stands_at(place: Place, words: str, sheet: Sheet) -> bool:
    """Whether the content file holds the words at a place, character for character."""
    if place.file != sheet.file or not 0 < place.line <= sheet.count or place.spot:
        return False
    return sheet.line(place.line)[place.column - 1 : place.column - 1 + len(words)] == words


def point_in(stretch: Stretch, offset: int) -> tuple[int, int]:
    """Line and column before a character of a typed stretch; of its end, behind the last."""
    return stretch.place.line, stretch.place.column + offset - stretch.start


def without(stretch: Stretch, start: int, end: int) -> Stretch:
    """The part of a typed stretch that lies between two characters of its line."""
    low, high = max(start, stretch.start), min(end, stretch.end)
    shifted = replace(stretch.place, column=stretch.place.column + low - stretch.start, length=high - low)
    return replace(stretch, start=low, end=high, place=shifted)
