"""Where pages turn, how they are counted from there, and what lists of their contents are."""

from enum import Enum

from reportgen.model.inline import Inline
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class Numbers(Enum):
    """How pages are numbered."""

    ARABIC = "1"
    ROMAN = "I"


class PageTurn(Struct, frozen=True):
    """From here on a new page, upright or across (横排, GB/T 9704 §8).

    With `numbers` pages are counted from 1 anew, in these numbers. A `recto` page is a right-hand one: an empty page
    is put before it where it would be none.
    """

    landscape: bool = False
    numbers: Numbers | None = None
    recto: bool = False
    section: str = ""
    origin: Place = NOWHERE
    inlines: tuple[Inline, ...] = ()


class Lists(Enum):
    """What a table of contents is of."""

    HEADINGS = "headings"
    """With the annexes."""
    CAPTIONS = "captions"
    """The numbered tables and figures."""


class Contents(Struct, frozen=True):
    """The table of contents down to a heading level, or the list of tables and figures; renderers know the pages."""

    depth: int = 2
    title: str = "目录"
    lists: Lists = Lists.HEADINGS
    section: str = ""
    origin: Place = NOWHERE
    inlines: tuple[Inline, ...] = ()
