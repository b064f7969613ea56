"""How a role looks and how a page is cut: read from the Word template, used by every renderer. All lengths in pt."""

from collections.abc import Mapping
from enum import Enum

from reportgen.record import Struct, replace

NOTE, STRONG = "公文脚注", "公文着重"
"""Styles that a template may have: of notes at the foot of a page, and of letters that stand out."""


class Align(Enum):
    """Paragraph alignment, by its CSS name."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Rule(Struct, frozen=True):
    """A line over or under words: its thickness and its distance from them in pt."""

    width: float
    color: str = "000000"
    space: float = 0.0


class TabStop(Struct, frozen=True):
    """Where a tab leads, from the left edge of the type area: what follows begins, ends or has its middle there."""

    position: float
    align: Align = Align.LEFT


class Style(Struct, frozen=True):
    """A paragraph style with everything inherited spelt out.

    `line` is the exact line pitch; None leaves it to the font. Indents in 字 (`w:…Chars`) are already in pt.
    """

    name: str
    id: str
    east_asian_font: str = "仿宋_GB2312"
    latin_font: str = "Times New Roman"
    size: float = 16.0
    letter_spacing: float = 0.0
    line: float | None = None
    grows: bool = False
    """Whether the pitch is only the least: a picture makes its line higher."""
    line_factor: float = 1.0
    """Word's multiple of single spacing, where no exact pitch is given."""
    before: float = 0.0
    after: float = 0.0
    first_line: float = 0.0
    left: float = 0.0
    right: float = 0.0
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    contextual: bool = False
    """No space before it when the paragraph above has the same style."""
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    """Rules reach from indent to indent; the space before and after lies outside them."""
    tabs: tuple[TabStop, ...] = ()
    """From left to right; beyond the last, stops are `Looks.tab_width` apart."""

    @property
    def character(self) -> float:
        """The width of one 字 in pt: the unit of right blanks."""
        return self.size + self.letter_spacing

    def fitted(self, characters: float, room: float) -> "Style":
        """The style made so small, to half a point, that a line of so many 字 finds room; its top stays where it is."""
        if characters * self.character - self.letter_spacing <= room:
            return self
        size = int(2 * ((room + self.letter_spacing) / characters - self.letter_spacing)) / 2
        line = (self.line or 0) * size / self.size
        leading = ((self.line or self.size) - self.size) / 2
        return replace(self, size=size, line=line or None, before=self.before + leading * (1 - size / self.size))


ACROSS_FOOTER = 28.35
"""1 cm: so far at most a footer ends above the edge of an across page, whose lower margin is the upright right one."""


class Page(Struct, frozen=True):
    """Paper and type area in pt; `footer` is from the paper's edge to the foot of the footer."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    footer: float
    header: float = 42.55
    """From the paper's edge to the head of the header: 1.5 cm as Word has it."""


PAGES = "\ufffcPAGES\ufffc"
"""Stands in the words of a footer for the number of pages of the document."""


class PageNumber(Struct, frozen=True):
    """A footer line: the words before and after the number, in a style. `PAGES` in them is the number of pages."""

    style: Style
    before: str
    after: str


class Marks(Enum):
    """How words are marked that only one of two drafts has; the value is what a user asks for."""

    PAPER = "paper"
    """As it is done by hand: struck out with a wavy line, boxed."""
    WORD = "word"
    """As Word does it: struck through, underlined."""


class Looks(Struct, frozen=True):
    """The looks of a template: styles by name, the page, and its odd and even footers."""

    styles: Mapping[str, Style]
    page: Page
    odd: PageNumber | None = None
    even: PageNumber | None = None
    first_numbered: bool = True
    """Whether the first page has its number; a cover has none."""
    tab_width: float = 36.0
    """From one tab stop to the next where a paragraph has none of its own; Word begins with half an inch."""
    marks: Marks = Marks.PAPER
