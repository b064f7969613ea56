"""Blocks → the elements of the body, slot by slot: here pages turn and sections end.

A turn to the same orientation is a property of the next paragraph, one to the other orientation a section, which Word
writes into the last paragraph of the pages before. Where a turn or a table has no paragraph beside it, an empty one of
a point's height stands in: after a table Word needs one, and two tables that touch would become one.
"""

from collections.abc import Callable, Mapping

from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Heading,
    Illustration,
    Letterhead,
    PageTurn,
    Paragraph,
    Role,
    Text,
)
from reportgen.model.inline import Note
from reportgen.model.look import Style
from reportgen.model.table import CellRole, Table
from reportgen.record import replace
from reportgen.render.docx.bookmarks import Bookmarks
from reportgen.render.docx.contents import Entries, contents_paragraphs, contents_xml
from reportgen.render.docx.letters import Letters
from reportgen.render.docx.paragraphs import WordParagraph, gap, paragraph, run_xml
from reportgen.render.docx.sections import SectionKind, Sections
from reportgen.render.docx.tables import table_xml
from reportgen.render.placed import is_placed

_HAIR = 20
"""The least height of a paragraph, in twips (1 pt)."""
_FREE_LINE = '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
"""In a line of exact height Word would show a strip of a chart."""
_BETWEEN_TABLES = 160
"""8 pt, so that two tables are seen to be two."""


class Flow:
    """Takes the body from top to bottom: what stands in the template (`frame`) and the blocks of its slots."""

    def __init__(  # noqa: PLR0913, PLR0917 - what blocks are made with
        self,
        styles: Mapping[str, Style],
        sections: Sections,
        entries: Entries,
        draw: Callable[[Chart | Illustration], str],
        letters: Letters,
        footnote: Callable[[Note], str],
        bookmarks: Bookmarks,
    ) -> None:
        """Nothing is laid out yet, the first section is upright; `draw` gives the runs that show charts or pictures.

        `letters` makes what only the head and the end of official papers have, `footnote` takes in what a note says and
        gives the reference to it, `bookmarks` know what lines are called.
        """
        self.section = SectionKind()
        """The one that is being filled."""
        self._styles, self._sections, self._entries = styles, sections, entries
        self._draw, self._letters, self._footnote = draw, letters, footnote
        self._bookmarks = bookmarks
        self._out: list[WordParagraph | str] = []
        self._ours = False
        """Whether the element right before is one of ours."""
        self._last: WordParagraph | None = None
        """That element, if it is a paragraph."""
        self._after_table = False
        self._begun = False
        """Whether this section has a block."""
        self._words_before = False
        """Whether the template says something before the first block."""
        self._turn = False

    def slot(self, blocks: tuple[Block, ...]) -> list[WordParagraph | str]:
        """The elements of a slot; the list may still grow by an empty paragraph when the next thing is known."""
        self._out = []
        for block in blocks:
            match block:
                case Paragraph() if is_placed(block):
                    self._placed(block)
                case Heading() | Paragraph():
                    made = paragraph(block, self._styles, self._footnote)
                    made.content = self._named(block, self._entries.marked(block, made.content))
                    self._add(made)
                case Letterhead():
                    self._element(self._letters.head(block), is_table=True)
                case Chart() | Illustration():
                    style = self._styles[CellRole.CENTER.value]
                    self._add(WordParagraph(style.id, self._draw(block), _FREE_LINE, keeps=True))
                case Table():
                    self._table(block)
                case PageTurn():
                    self._turn_page(block)
                case Contents():
                    self._contents(block)
        return self._out

    def frame(self, is_table: bool, says_something: bool) -> None:
        """The template's own element comes next: a turn cannot be written into it."""
        if self._ours and (self._turn or (self._after_table and is_table)):
            self._add(gap(_HAIR))
        self._words_before |= says_something
        self._begun |= not self.section.first
        self._last, self._after_table, self._ours = None, is_table, False

    def end(self) -> None:
        """The body ends: Word wants a paragraph behind the last table."""
        self._turn = False
        if self._ours and self._after_table:
            self._add(gap(_HAIR))

    def _add(self, made: WordParagraph) -> None:
        made.turns, self._turn = self._turn, False
        self._out.append(made)
        self._ours = self._begun = True
        self._last, self._after_table = made, False

    def _element(self, xml: str, is_table: bool) -> None:
        self._out.append(xml)
        self._ours = self._begun = True
        self._last, self._after_table = None, is_table

    def _placed(self, block: Paragraph) -> None:
        room = self._letters.room_above(block)
        if room:
            self._add(room)
        made = self._letters.line(block)
        made.content = self._named(block, made.content)
        self._add(made)

    def _named(self, block: Block, content: str) -> str:
        start, end = self._bookmarks.around(block)
        return start + content + end

    def _table(self, table: Table) -> None:
        for words, role in ((table.caption, Role.CAPTION), (table.unit, Role.UNIT)):
            if words:
                run = run_xml((Text(words),))
                said = self._entries.marked(table, run) if role is Role.CAPTION else run
                self._add(WordParagraph(self._styles[role.value].id, said))
        if self._turn or self._after_table:
            self._add(gap(_HAIR if self._turn else _BETWEEN_TABLES))
        width = self._sections.width(self.section.landscape)
        self._element(table_xml(table, self._styles, width, self._bookmarks), is_table=True)

    def _contents(self, contents: Contents) -> None:
        made = list(contents_paragraphs(contents, self._entries, self._styles))
        made[0].turns, self._turn = self._turn, False
        self._element(contents_xml(made), is_table=False)

    def _turn_page(self, turn: PageTurn) -> None:
        """Before the first block a turn sets the first page, with the title that the template has there."""
        anew = turn.numbers is not None or turn.recto
        if turn.landscape == self.section.landscape and not anew:
            self._turn = self._begun or (self.section.first and self._words_before)
            return
        if self._begun or (anew and self._words_before):
            self._end_section()
        self._turn = False
        numbers = turn.numbers or self.section.numbers
        self.section = SectionKind(turn.landscape, self.section.first, numbers, turn.numbers is not None, turn.recto)

    def _end_section(self) -> None:
        self._turn = False
        if self._last is None:
            self._add(gap(_HAIR))
        if self._last is not None:
            self._last.section = self._sections.xml(self.section)
        self.section, self._begun, self._last = replace(self.section, first=False), False, None
        self._after_table = False
