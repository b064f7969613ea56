"""How one paragraph of a finished document is set, as a reader sees it: measured in Word files and PDFs alike.

Across the page the unit is 字, the width of one of the paragraph's own hanzi, counted from the edges of the type area;
down the page it is a line of 三号 text. What could not be measured is None or empty, and no rule speaks of it.
"""

from decimal import Decimal

from reportgen.place import NOWHERE, Place
from reportgen.record import Struct


class Setting(Struct, frozen=True):
    """The measures of a paragraph; `paragraph` is where a Word file has it, counted from 0 through its whole body."""

    font: str = ""
    """The family of its hanzi: 仿宋, 黑体, 楷体, 宋体, 小标宋."""
    size: Decimal | None = None
    """In pt."""
    color: str = ""
    """Of most of its letters, such as FF0000."""
    first: Decimal | None = None
    """字 from the left edge to where its first line begins, blanks that were typed among them."""
    hang: Decimal | None = None
    """The same for its other lines."""
    right: Decimal | None = None
    """字 from where its only line ends to the right edge; None where it has several lines."""
    middle: bool | None = None
    """Whether it stands in the middle."""
    pitch: Decimal | None = None
    """The distance of its lines in pt, where nothing changes it."""
    loose: str = ""
    """What Word calls a distance that goes with the font: 单倍行距, 1.5 倍行距, 最小值."""
    above: Decimal | None = None
    """Blank lines above it; None at the head of a page."""
    turns: bool | None = None
    """Whether it begins a page."""
    typed: Decimal = Decimal(0)
    """字 of blanks that were typed before its first character."""
    paragraph: int = -1


class Placed(Struct, frozen=True):
    """A paragraph with its words and the place at which a reader finds it."""

    words: str
    setting: Setting
    place: Place = NOWHERE


class Divider(Struct, frozen=True):
    """A level line nearly as wide as the text; `after` is how many parts of the document stand above it.

    `width` is in mm, `weight` in pt, `foot` in mm from the foot of the paper (None where that is not known).
    """

    after: int
    color: str
    width: Decimal | None = None
    weight: Decimal | None = None
    foot: Decimal | None = None
    page: int = 0


def is_red(color: str) -> bool:
    """Whether a colour is that of a letterhead.

    >>> [is_red(color) for color in ("FF0000", "C00000", "000000", "FF9900", "")]
    [True, True, False, False, False]
    """
    red, green, blue = _parts(color)
    return red >= 0xA0 and max(green, blue) <= 0x60


def is_black(color: str) -> bool:
    """Whether a colour prints as black.

    >>> [is_black(color) for color in ("000000", "333333", "0000FF", "")]
    [True, True, False, True]
    """
    return max(_parts(color)) <= 0x50


def _parts(color: str) -> tuple[int, int, int]:
    try:
        number = int(color or "0", 16)
    except ValueError:
        number = 0
    return number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF
