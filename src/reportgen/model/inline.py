"""What stands in a line: words, figures that are tied to facts, forced breaks, marks of footnotes."""

from collections.abc import Iterator
from enum import Enum

from reportgen.model.facts import Fact
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class Change(Enum):
    """What became of words between two drafts; the value is what the user reads."""

    DELETED = "删去"
    INSERTED = "增加"


class Text(Struct, frozen=True):
    """Words as they are printed."""

    text: str
    origin: Place = NOWHERE
    strong: bool = False
    """Whether they stand out (着重)."""
    change: Change | None = None
    """Of a 花脸稿: whether only the old draft has them, or only the new one."""
    fact: Fact | None = None
    """The name, the day or the grade that they print, where a reference prints one."""


class Number(Struct, frozen=True):
    """A printed figure and the fact that it prints."""

    text: str
    fact: Fact
    origin: Place = NOWHERE
    strong: bool = False
    change: Change | None = None


class Break(Struct, frozen=True):
    """A forced line break, in titles."""

    text: str = "\n"
    origin: Place = NOWHERE


class Note(Struct, frozen=True):
    """Where a note stands: its `mark` (①), and what it says at the foot of the page.

    Without `inlines` it is the mark alone: the note of a table stands below it. The mark is no word of the line, so
    `text` is empty: who reads figures or words reads on.
    """

    mark: str
    inlines: tuple["Inline", ...] = ()
    origin: Place = NOWHERE
    text: str = ""


Inline = Text | Number | Break | Note


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The words of some inlines; a forced break is a newline."""
    return "".join([inline.text for inline in inlines])


def printed_text(inlines: tuple[Inline, ...]) -> str:
    """The same with the marks of notes."""
    return "".join([inline.mark if isinstance(inline, Note) else inline.text for inline in inlines])


def footnotes(inlines: tuple[Inline, ...]) -> Iterator[Note]:
    """The notes among some inlines that say something at the foot of the page."""
    return (inline for inline in inlines if isinstance(inline, Note) and inline.inlines)


def with_notes(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Each of some inlines, and what a note says behind its mark."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Note):
            yield from inline.inlines


def is_strong(inline: Inline) -> bool:
    """Whether it is words or a figure that stand out."""
    return isinstance(inline, Text | Number) and inline.strong


def change_of(inline: Inline) -> Change | None:
    """What became of it between two drafts."""
    return inline.change if isinstance(inline, Text | Number) else None


def is_changed(inlines: tuple[Inline, ...]) -> bool:
    """Whether any of them, or of what their notes say, was deleted or inserted."""
    return any(change_of(inline) for inline in with_notes(inlines))


def of_new(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Those that the new draft has: bookmarks and tables of contents show no others."""
    return tuple(inline for inline in inlines if change_of(inline) is not Change.DELETED)


def is_plain(inlines: tuple[Inline, ...]) -> bool:
    """Whether they are words, figures and breaks alone, none of which stands out or is marked as changed."""
    return not any(isinstance(inline, Note) or is_strong(inline) or change_of(inline) for inline in inlines)


CIRCLED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
"""①-⑳, ㉑-㉟, ㊱-㊿."""


def circled(number: int) -> str:
    """The number in a circle, as notes are marked; beyond 50, where there are none, in brackets.

    >>> circled(1), circled(21), circled(50), circled(51)
    ('①', '㉑', '㊿', '(51)')
    """
    return CIRCLED[number - 1] if number <= len(CIRCLED) else f"({number})"
