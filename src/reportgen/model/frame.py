"""The frame of a document type: the paragraphs of the Word template with their tags, free of Word. Lengths in pt."""

from collections.abc import Iterator
from enum import Enum

from reportgen.model.look import Align, Rule, Style
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct

RUNNING_HEAD = "公文页眉"
"""The style of a line at the head of pages that the content asks for."""
LETTERHEAD = "公文发文机关标志"
"""The style of a line that is set smaller when its words would not find room on one line (§7.2.4)."""


class Slot(Struct, frozen=True):
    """`{{ 标题 }}`: an inline value of that name."""

    name: str


class Counter(Enum):
    """A number that every page has for itself; the value is what CSS calls it."""

    PAGE = "page"
    PAGES = "pages"


class Picture(Struct, frozen=True):
    """A logo or another picture of the template: a PNG, JPEG, GIF or SVG file, shown in this size."""

    content: bytes
    media_type: str
    width: float
    height: float
    spoken: str
    """What is read aloud in its place."""


class Box(Struct, frozen=True):
    """A box of lines (文本框): `margins` clockwise from the top, `rule` around it, `fill` behind it or empty."""

    items: tuple["FrameItem", ...]
    width: float
    height: float
    margins: tuple[float, float, float, float]
    rule: Rule | None = None
    fill: str = ""
    fits: bool = False
    """Whether it is as wide as its words, whatever `width` says."""


class Float(Struct, frozen=True):
    """A picture or a box that stands where it was put: `left` and `top` from the corner of the type area.

    Where `from_line` the top is that of the line which it hangs on. With an `align` it stands so between the margins,
    whatever its width; `mirrored` says that it stands at the other side on even pages (WPS: 外侧).
    """

    content: Picture | Box
    left: float
    top: float
    from_line: bool
    behind: bool = False
    """Whether the words are printed over it."""
    align: Align | None = None
    mirrored: bool = False


Piece = str | Slot | Counter | Picture | Box
"""What a line is made of; in words a tab leads to the next tab stop, and a line feed begins a line (Shift+Enter)."""


class Span(Struct, frozen=True):
    """Words and slots in letters of their own: the name of a 签发人 in 楷体 behind a label in 仿宋."""

    style: Style
    parts: tuple[Piece, ...]


class FrameLine(Struct, frozen=True):
    """A paragraph of words and slots in a style (direct formatting already merged into it)."""

    style: Style
    parts: tuple[Piece | Span, ...]
    floats: tuple[Float, ...] = ()
    origin: Place = NOWHERE
    ends_page: bool = False
    """Whether what follows begins a page (Ctrl+Enter)."""

    def pieces(self) -> Iterator[Piece]:
        """Its words, slots and pictures, those of spans among them."""
        for part in self.parts:
            if isinstance(part, Span):
                yield from part.parts
            else:
                yield part

    def slots(self) -> list[str]:
        """The names of the values that it shows, in order."""
        return [piece.name for piece in self.pieces() if isinstance(piece, Slot)]

    def boxes(self) -> Iterator[Box]:
        """The boxes that stand in it or hang on it."""
        yield from (piece for piece in self.pieces() if isinstance(piece, Box))
        yield from (each.content for each in self.floats if isinstance(each.content, Box))


class FrameBlocks(Struct, frozen=True):
    """`{{p 正文 }}`: blocks take the place of the paragraph."""

    name: str
    origin: Place = NOWHERE


class FrameIf(Struct, frozen=True):
    """`{%p if 名称 %}` … `{%p else %}` … `{%p endif %}`: what is shown when the slot has a value, and when not."""

    name: str
    items: tuple["FrameItem", ...]
    otherwise: tuple["FrameItem", ...] = ()
    origin: Place = NOWHERE


class FrameCell(Struct, frozen=True):
    """A cell of a table of the frame, over so many `columns` and `rows`.

    `rules` clockwise from the top; None where the table's own rule between rows is all there is.
    """

    items: tuple["FrameItem", ...]
    columns: int = 1
    rows: int = 1
    rules: tuple[Rule | None, Rule | None, Rule | None, Rule | None] = (None, None, None, None)
    upright: str = "top"
    """Where its words stand in a cell that is higher: top, middle or bottom."""
    fill: str = ""


class FrameRow(Struct, frozen=True):
    """A row of a table of the frame; `height` is kept whatever stands in it, unless it is only the `least`."""

    cells: tuple[FrameCell, ...]
    height: float | None = None
    least: bool = False

    @property
    def items(self) -> tuple["FrameItem", ...]:
        """What its cells hold, one after another."""
        return tuple(item for cell in self.cells for item in cell.items)


class FrameTable(Struct, frozen=True):
    """A table of the template.

    Of one column it is lines between rules, or in a room of fixed height: `above`, `between` and `below` are its rules.
    The cells of several columns have theirs. `at_foot`: its last rule lies on the lower edge of the type area of its
    page (版记, §7.4.1). `margins` are the empty edges of each cell, clockwise from the top.
    """

    items: tuple["FrameItem", ...]
    """Rows, and conditions that hold rows."""
    widths: tuple[float, ...]
    margins: tuple[float, float, float, float]
    above: Rule | None = None
    between: Rule | None = None
    below: Rule | None = None
    at_foot: bool = False
    align: Align = Align.LEFT
    indent: float = 0.0

    @property
    def width(self) -> float:
        """From edge to edge."""
        return sum(self.widths)


ShownItem = FrameLine | FrameBlocks | FrameTable | FrameRow
FrameItem = ShownItem | FrameIf


class Edge(Struct, frozen=True):
    """What stands in the head or in the foot of every page: on odd, on even and on the first pages.

    `first` is None where the first page is like the others.
    """

    odd: tuple[FrameItem, ...] = ()
    even: tuple[FrameItem, ...] = ()
    first: tuple[FrameItem, ...] | None = None

    def on_page(self, number: int) -> tuple[FrameItem, ...]:
        """What stands on the page of that number, from 1."""
        if number == 1 and self.first is not None:
            return self.first
        return self.odd if number % 2 else self.even

    @property
    def items(self) -> tuple[FrameItem, ...]:
        """All of it."""
        return (*self.odd, *self.even, *(self.first or ()))


NOTHING = Edge()


class Frame(Struct, frozen=True):
    """The template from top to bottom."""

    items: tuple[FrameItem, ...]
    head: Edge = NOTHING
    foot: Edge = NOTHING
    """Without a line that is nothing but the page number: that is `Looks.odd` and `Looks.even`."""
    word_only: tuple[FrameItem, ...] = ()
    """Lines that Word prints and the PDF does not; the user is told."""

    def names(self) -> set[str]:
        """What it shows and asks for."""
        found: set[str] = set()
        for item in self.walk():
            match item:
                case FrameLine():
                    found.update(item.slots())
                case FrameIf() | FrameBlocks():
                    found.add(item.name)
                case FrameTable() | FrameRow():
                    pass
        return found

    def walk(self) -> Iterator[FrameItem]:
        """Every item of the body, the edges and what only Word shows; what holds others comes before them."""
        yield from walk((*self.items, *self.head.items, *self.foot.items, *self.word_only))


def walk(items: tuple[FrameItem, ...]) -> Iterator[FrameItem]:
    """Every item, conditions, tables and lines with boxes before what they hold."""
    for item in items:
        yield item
        match item:
            case FrameIf():
                yield from walk(item.items + item.otherwise)
            case FrameTable() | FrameRow():
                yield from walk(item.items)
            case FrameLine():
                for box in item.boxes():
                    yield from walk(box.items)
            case FrameBlocks():
                pass
