"""What a finished document is made of before anything is recognised: lines of text and grids of cells, in order."""

from collections.abc import Iterable
from itertools import groupby

from reportgen.language import _
from reportgen.model.layout import Layout
from reportgen.model.setting import Setting
from reportgen.place import NO_SPOT, Spot
from reportgen.record import Struct, field


class Look(Struct, frozen=True):
    """The font of most of the hanzi of a line, by the name that the file gives it, and its size in pt."""

    font: str
    size: float
    bold: bool = False

    def alike(self, other: "Look | None") -> bool:
        """Whether the letters are the same but for their weight."""
        return other is not None and (self.font, self.size) == (other.font, other.size)


class Strong(Struct, frozen=True):
    """Words that stand out in their paragraph, and the few that stand before them."""

    before: str
    words: str


_BEFORE = 4


def strong_in(stretches: Iterable[tuple[str, bool]]) -> tuple[Strong, ...]:
    """The stretches of a paragraph that stand out; those that follow each other alike are one."""
    found: list[Strong] = []
    before = ""
    for out, own in groupby(stretches, lambda stretch: stretch[1]):
        words = "".join(text for text, _out in own)
        if out and words.strip():
            found.append(Strong(before[-_BEFORE:].strip(), words.strip()))
        before += words
    return tuple(found)


class Line(Struct, frozen=True):
    """A paragraph, and where a reader finds it.

    `level` is 1 for the first outline level of Word, 0 for running text or where nothing tells. `number` is an
    automatic number that Word prints before the text and that the text itself does not hold. `centred` is None where
    nothing tells.
    """

    text: str
    spot: Spot = NO_SPOT
    level: int = 0
    number: str = ""
    centred: bool | None = None
    look: Look | None = None
    ends: int = 0
    """The page on which it ends, 0 where that is not known."""
    setting: Setting | None = None
    notes: tuple["Line", ...] = ()
    """What its footnotes and endnotes say."""
    strong: tuple["Strong", ...] = ()
    """The words that stand out from the rest, in order, where a reader was asked to look closely."""


class Box(Struct, frozen=True):
    """A cell at its grid position (from 0) with its spans; a paragraph on each line of its text."""

    row: int
    column: int
    text: str
    spot: Spot = NO_SPOT
    rows: int = 1
    columns: int = 1


class Grid(Struct, frozen=True):
    """A table; the first `head_rows` are said to be repeated on every page."""

    boxes: tuple[Box, ...] = field(default_factory=tuple)
    head_rows: int = 0


class Region(Struct, frozen=True):
    """Where a PDF shows something: a page, from 1, and a box on it in pt from its upper left corner, as it is seen."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


class NativeChart(Struct, frozen=True):
    """A chart of a Word file: the part that holds it, and what is read to those who do not see it."""

    part: str
    spoken: str = ""


class Picture(Struct, frozen=True):
    """A picture or a drawing: what it shows is not read, but the text may speak of it.

    `files` are the parts of a Word file that hold it, where it is a photograph; `charts` are those of its charts;
    `region` is where a page of a PDF shows it, None where that cannot be told.
    """

    spot: Spot = NO_SPOT
    files: tuple[str, ...] = ()
    charts: tuple[NativeChart, ...] = ()
    region: Region | None = None


Part = Line | Grid | Picture


class Reading(Struct, frozen=True):
    """A file as read: its parts, and what was measured of its pages, which plain text has none of.

    `aside` is what stands in the file besides its text: running heads, hidden text, remarks, properties.
    """

    parts: tuple[Part, ...]
    layout: Layout | None = None
    aside: tuple[Line, ...] = ()


def spot_of_line(page: int, paragraph: int) -> Spot:
    """第3页第12段; 第12段 where the page is not known."""
    words = _("第{page}页第{paragraph}段", page=page, paragraph=paragraph) if page else ""
    return Spot(page, paragraph, words=words or _("第{paragraph}段", paragraph=paragraph))


def spot_of_box(page: int, table: int, row: int, column: int) -> Spot:
    """第3页 表2 第3行第2列; `row` and `column` from 1."""
    where = _("第{page}页 ", page=page) if page else ""
    words = _("表{table} 第{row}行第{column}列", table=table, row=row, column=column)
    return Spot(page, 0, table, row, column, words=where + words)
