"""Which sheets a document makes: each table with the lines that stand above and below it on its page.

A form that stands alone has all of them: its title, the year, the unit, the day. In running text, where a page of
sentences stands above it, a table has the title of the document and its own caption or heading.
"""

from collections.abc import Iterator

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
    Text,
    line_of,
)
from reportgen.record import Struct, field, replace

_BODY, _CLOSING = "正文", "落款"
_ADDRESSEE = "主送机关"
_TITLES = (Role.TITLE, Role.ANNEX_TITLE)
_CAPTIONS = (Role.CAPTION, Role.ANNEX_TITLE)


class Planned(Struct, frozen=True):
    """A sheet: its name, the lines above the table, the table and the lines below it."""

    name: str
    above: tuple[Paragraph, ...]
    table: Table
    landscape: bool
    below: tuple[Paragraph, ...] = ()


def planned(document: Document) -> list[Planned]:
    """The sheets of a document in the order of its tables; none where it has no table."""
    sheets: list[Planned] = []
    for name, blocks in document.blocks.items():
        if name == _CLOSING:
            continue
        page = _Page(document, list(document.head) if name == _BODY else [])
        made = list(page.sheets(blocks))
        if name == _BODY and made and page.is_form:
            last = document.blocks.get(_CLOSING, ())
            closing = (block for block in last if isinstance(block, Paragraph))
            made[-1] = replace(made[-1], below=(*page.behind, *document.foot, *closing))
        sheets += made
    return sheets


class _Page(Struct):
    """What stands on the page so far."""

    document: Document
    above: list[Paragraph]
    landscape: bool = False
    running: bool = False
    """Whether it is running text."""
    heading: str = ""
    """The caption or heading above, of this page or an earlier one."""
    behind: list[Paragraph] = field(default_factory=list)
    """What follows the last table."""
    former: list[Paragraph] = field(default_factory=list)
    """What stood above the last table: a further copy of it, on a page of its own, has the same."""
    begun: bool = False
    filled: bool = False
    """Whether there is a table above on this page."""

    @property
    def is_form(self) -> bool:
        """Whether the page ends with a table and no running text."""
        return self.filled and not self.running

    def sheets(self, blocks: tuple[Block, ...]) -> Iterator[Planned]:
        """The tables among some blocks as sheets."""
        self.running = self.document.shows(_ADDRESSEE) and bool(self.above)
        for block in blocks:
            match block:
                case PageTurn():
                    self._turn(block)
                case Heading() | Chart() | Contents() | Illustration() | Letterhead():
                    self.running = True
                    self.heading = line_of(block).replace("\n", "") if isinstance(block, Heading) else self.heading
                case Paragraph():
                    self._line(block)
                case Table():
                    yield self._sheet(block)
            self.begun = True

    def _turn(self, turn: PageTurn) -> None:
        self.landscape = turn.landscape
        if self.begun:
            self.above, self.behind, self.running, self.filled = [], [], False, False

    def _line(self, line: Paragraph) -> None:
        if line.role in _CAPTIONS:
            self.heading = line_of(line).replace("\n", "")
        (self.behind if self.filled else self.above).append(line)

    def _sheet(self, table: Table) -> Planned:
        caption = table.caption or self.heading
        title = self.document.metadata.title.replace("\n", "")
        above = self.above + self.behind or self.former
        if self.running:
            above = [_words(caption, Role.CAPTION)] if caption not in ("", title) else []
        else:
            self.former = above
            above = [*above, *([_words(table.caption, Role.CAPTION)] if table.caption not in ("", title) else [])]
        if not any(line.role in _TITLES for line in above):
            above = [_words(title, Role.TITLE), *above]
        above += [_words(table.unit, Role.UNIT)] if table.unit else []
        self.filled, self.behind = True, []
        return Planned(table.name or caption or title, tuple(above), table, self.landscape)


def _words(words: str, role: Role) -> Paragraph:
    return Paragraph(role, (Text(words),))
