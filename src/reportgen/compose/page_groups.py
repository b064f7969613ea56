"""What stands together from one forced turn of the page to the next, and how high all of it but tables is."""

from reportgen.compose.heights import paragraph_height
from reportgen.model.conditions import shown_items
from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Illustration,
    Letterhead,
    PageTurn,
    Paragraph,
    Role,
    Table,
    line_of,
)
from reportgen.model.frame import Frame, FrameItem, FrameLine, FrameRow, FrameTable, Slot
from reportgen.model.inline import plain_text
from reportgen.model.look import Looks, Style
from reportgen.record import Struct, field, replace

_ABOVE_IMPRINT = 24.0
"""pt that are free above an imprint: its first rule is not to be taken for the last one of a form."""


class Group(Struct):
    """What stands from one forced turn to the next, in a type area of `width` and `height` pt."""

    width: float
    height: float
    taken: float = 0.0
    """pt that all but tables take; what cannot be measured takes a page."""
    tables: list[Table] = field(default_factory=list)


def groups(document: Document, frame: Frame, looks: Looks) -> list[Group]:
    """All of a document, in printing order."""
    page = looks.page
    upright = page.width - page.left - page.right, page.height - page.top - page.bottom
    grouping = _Grouping(document, looks, [Group(*upright)])
    grouping.items(frame.items)
    return grouping.made


class _Grouping(Struct):
    document: Document
    looks: Looks
    made: list[Group]
    across: bool = False
    begun: bool = False
    """Whether there has been a block: a turn before all others takes the lines above it along."""

    @property
    def last(self) -> Group:
        return self.made[-1]

    def items(self, items: tuple[FrameItem, ...]) -> None:
        for item in shown_items(items, self.document.shows):
            match item:
                case FrameLine():
                    self.line(item)
                case FrameTable() | FrameRow():
                    self.last.taken += _ABOVE_IMPRINT if isinstance(item, FrameTable) and item.at_foot else 0.0
                    self.items(item.items)
                case _:
                    for block in self.document.blocks.get(item.name, ()):
                        self.block(block)

    def line(self, line: FrameLine) -> None:
        words = "".join(
            plain_text(self.document.lines.get(piece.name, ())) if isinstance(piece, Slot) else piece
            for piece in line.pieces()
            if isinstance(piece, Slot | str)
        )
        self.paragraph(words, line.style)
        if line.ends_page:
            self.turn(self.across)

    def block(self, block: Block) -> None:
        match block:
            case PageTurn():
                self.turn_to(block)
            case Table():
                self.last.tables.append(block)
                for words, role in ((block.caption, "公文表题"), (block.unit, "公文表格单位")):
                    if words:
                        self.paragraph(words, self.looks.styles[role])
            case Heading() | Paragraph():
                style = self.looks.styles[block.role.value]
                tight = isinstance(block, Paragraph) and block.tight
                self.paragraph(line_of(block), replace(style, after=0.0) if tight else style)
            case Letterhead():
                for words in block.lines[: len(block.names)]:
                    self.paragraph(words, self.looks.styles[Role.LETTERHEAD.value])
            case Chart() | Contents() | Illustration():
                self.last.taken += self.last.height
        self.begun |= not isinstance(block, PageTurn)

    def paragraph(self, words: str, style: Style) -> None:
        if style.page_break_before and (self.last.taken or self.last.tables):
            self.turn(self.across)
        self.last.taken += paragraph_height(words, style, self.last.width)

    def turn_to(self, turn: PageTurn) -> None:
        """As `reportgen.render` turns: before the first block the paper is only turned."""
        if not self.begun and turn.landscape != self.across:
            self.made[-1] = replace(self.last, width=self.last.height, height=self.last.width)
            self.across = turn.landscape
        elif self.last.taken or self.last.tables:
            self.turn(turn.landscape)

    def turn(self, across: bool) -> None:
        width, height = self.last.width, self.last.height
        self.made.append(Group(height, width) if across != self.across else Group(width, height))
        self.across = across
