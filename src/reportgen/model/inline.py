"""What stands in a line: words, figures that are tied to facts, forced breaks."""

from reportgen.model.facts import Fact
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class Text(Struct, frozen=True):
    """Words as they are printed."""

    text: str
    origin: Place = NOWHERE


class Number(Struct, frozen=True):
    """A printed figure and the fact that it prints."""

    text: str
    fact: Fact
    origin: Place = NOWHERE


class Break(Struct, frozen=True):
    """A forced line break, in titles."""

    text: str = "\n"
    origin: Place = NOWHERE


Inline = Text | Number | Break


def plain_text(inlines: tuple[Inline, ...]) -> str:
    """The words of some inlines; a forced break is a newline."""
    return "".join([inline.text for inline in inlines])
