"""What the head and the end of an official paper are made of beside running lines: words at places of their own, seals,
and the letterhead of several organs (GB/T 9704-2012 §7.2.4, §7.2.6, §7.3.5).
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from reportgen.model.frame import Picture
from reportgen.model.inline import Inline, Text
from reportgen.place import NOWHERE, Place, Written
from reportgen.record import Struct


class Anchor(Enum):
    """What of some words lies at their place; the value is what Word calls a tab stop of that kind."""

    START = "left"
    MIDDLE = "center"
    END = "right"


class Stand(Struct, frozen=True):
    """Words that stand at a place of their own in a line: `at` in 字 from the left edge of the type area."""

    inlines: tuple[Inline, ...]
    at: Decimal
    anchor: Anchor = Anchor.START
    as_name: bool = False
    """Whether they are set as the name of a 签发人 is, in 楷体 (§7.2.6)."""
    label: str = ""
    """Words right before them, in the letters of the line; `at` is where these end."""


def words_of(stands: Iterable[Stand]) -> tuple[Inline, ...]:
    """All their words as one line, a tab between them."""
    words: list[Inline] = []
    for stand in stands:
        words += [Text("\t")] if words else []
        words += [*([Text(stand.label)] if stand.label else []), *stand.inlines]
    return tuple(words)


class Seal(Struct, frozen=True):
    """A seal of so many mm, its centre `middle` 字 from the left edge and `below` lines under the head of its line.

    `file` is as it was written; `picture` is None until it is read.
    """

    middle: Decimal
    below: Decimal
    diameter: Decimal
    file: Written
    spoken: str
    picture: Picture | None = None


PAPER, ORDERS = "文件", ("命令", "令")
"""With which a letterhead ends: a paper, or an order (GB/T 9704-2012 §10.2), the longer word first."""


class Letterhead(Struct, frozen=True):
    """发文机关标志 of several lines: names one below the other, equally wide; `word` (文件) beside their middle.

    Not `printed` where the paper has it already: its room stays empty.
    """

    names: tuple[Text, ...]
    word: str = ""
    printed: bool = True
    section: str = ""
    origin: Place = NOWHERE

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """All its words."""
        return (*self.names, *((Text(self.word),) if self.word else ())) if self.printed else ()

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words as they are read, one name a line."""
        return tuple(inline.text for inline in self.inlines)
