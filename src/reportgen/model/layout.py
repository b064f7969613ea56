"""The layout of a finished document, as it was measured: what rules about the printed page are asked.

Lengths of the page are mm, sizes of letters pt. What could not be measured is None or empty, and no rule speaks of it.
"""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

from reportgen.model.setting import Divider, Placed
from reportgen.place import Place
from reportgen.record import Struct, field

Size = tuple[Decimal, Decimal]


class Side(Enum):
    """Where page numbers stand."""

    OUTER = "外侧"
    """At the right on odd pages, at the left on even ones."""
    MIDDLE = "居中"
    OTHER = "一侧"


class Lettering(Struct, frozen=True):
    """The family of a font (仿宋, 黑体, 楷体, 宋体, 小标宋) and its size."""

    family: str
    size: Decimal


class Width(Struct, frozen=True):
    """A table, how wide it is and how wide it may be; `pages` is on how many it stands.

    `head_again` is whether its head is repeated on each of them; True, too, for a form, which has no head to repeat.
    """

    name: str
    width: Decimal
    room: Decimal | None = None
    pages: int = 1
    head_again: bool = True


class Layout(Struct, frozen=True):
    """What was measured; `error` is how exactly margins could be told, `places` where a measure was taken."""

    file: str
    settable: bool = False
    """Whether it is that of a Word file, whose layout can be set anew."""
    paper: Size | None = None
    top: Decimal | None = None
    """天头: from the edge of the paper to the type area."""
    left: Decimal | None = None
    """订口."""
    area: Size | None = None
    """版心; its height is 0 where no page is full."""
    error: Decimal = Decimal(0)
    roles: Mapping[str, tuple[Placed, ...]] = field(default_factory=dict)
    """The paragraphs by what they are for: the names of `reportgen.model.standard.DUE`."""
    dividers: tuple[Divider, ...] = ()
    """Level lines nearly as wide as the text."""
    separators: tuple[Divider, ...] | None = None
    """Those between the number of the document and its title; None where it has no letterhead."""
    imprint: tuple[Divider, ...] | None = None
    """Those of the imprint; None where there is none."""
    pitch: Decimal | None = None
    """The distance of lines in pt."""
    characters: Decimal | None = None
    """How many stand in a full line."""
    number: str | None = None
    """How the first page is numbered, such as 「— 1 —」; empty where pages have no numbers."""
    side: Side | None = None
    title: tuple[str, ...] = ()
    """The lines of the title."""
    tables: tuple[Width, ...] = ()
    stranded: tuple[str, ...] = ()
    """Headings that are the last line of their page."""
    lonely: str = ""
    """The signature, where nothing else stands on its page."""
    remarks: int = 0
    """Comments that readers have put in."""
    revisions: int = 0
    """Changes that are tracked and not accepted yet."""
    carried: tuple[str, ...] = ()
    """What the file carries besides its text, in words: macros, a template that is fetched from elsewhere."""
    unread: tuple[str, ...] = ()
    """Files within the text that Word shows and that were not read."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """What the file says about who made it: 作者, 上次修改者, 单位."""
    places: Mapping[str, Place] = field(default_factory=dict)

    def paragraphs(self, role: str) -> tuple[Placed, ...]:
        """Those of a part."""
        return self.roles.get(role, ())

    def lettering(self, role: str) -> Lettering | None:
        """The usual letters of a part, by the number of characters."""
        counts: Counter[Lettering] = Counter()
        for placed in self.roles.get(role, ()):
            if placed.setting.font and placed.setting.size:
                counts[Lettering(placed.setting.font, placed.setting.size)] += len(placed.words)
        return counts.most_common(1)[0][0] if counts else None

    def place(self, *names: str) -> Place:
        """Where a measure was taken: the first of the names that has a place, else the whole file."""
        return next((self.places[name] for name in names if name in self.places), Place(self.file))
