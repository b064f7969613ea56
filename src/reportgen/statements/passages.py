"""Printed text ↔ the characters of the content file: a rule matches on a passage and asks where the match was typed.

A figure printed by a reference was typed as `{{ 名称 }}`: every character of it leads to the whole reference.
"""

from collections.abc import Iterator
from functools import lru_cache

from reportgen.diagnostics.repair import Edit
from reportgen.model.document import (
    Block,
    Chart,
    Document,
    Heading,
    Illustration,
    Inline,
    Paragraph,
    Role,
    Table,
    Text,
    plain_text,
)
from reportgen.model.inline import footnotes
from reportgen.numbers import Stated, read_numbers
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, replace

_WRITTEN_BY_US = (Role.AUTHOR, Role.DATE)
"""Spelt out from fields: what is wrong with them is said of the field."""


class Passage(Struct, frozen=True):
    """Running text as it is printed, without its computed number: a block, or a line such as 主送机关."""

    text: str
    inlines: tuple[Inline, ...]
    section: str = ""
    level: int = 0
    """The level of a heading, 0 for any other text."""
    cell: bool = False
    """Whether it stands in a table, where the program numbers nothing."""
    number: str = ""
    """The number that is printed before it: （一）, 1. and the like."""

    @property
    def numbers(self) -> tuple[Stated, ...]:
        """Every number that the text states, in order."""
        return numbers_in(self.text)

    def place(self, start: int, end: int) -> Place:
        """Where the characters `start` to `end` were typed; from the first one on when that is several lines."""
        first, last = self._spot(start), self._spot(end - 1)
        if not first.line:  # words of the pack, around what was typed
            return next((inline.origin for inline in self.inlines if inline.origin.line), first)
        if first.line != last.line or last.column < first.column:
            return first
        return replace(first, length=last.column + last.length - first.column)

    @property
    def typed(self) -> bool:
        """Whether some of it stands in a file: the headings of a pack do not."""
        return any(inline.origin.line for inline in self.inlines)

    def typed_at(self, offset: int) -> bool:
        """Whether the character at `offset` was typed as it stands and not printed by a reference to a figure."""
        inline, _within = self._inline(offset)
        return isinstance(inline, Text)

    def edit(self, start: int, end: int, new: str) -> Edit | None:
        """Put `new` in the place of the characters `start` to `end`.

        None where they were not all typed as they stand (a reference printed them).
        """
        inline, within = self._inline(start)
        last, _within = self._inline(max(start, end - 1))
        if inline is not last or not _as_typed(inline) or not inline.origin.line:
            return None
        place = replace(inline.origin, column=inline.origin.column + within, length=end - start)
        return Edit(place, self.text[start:end], new)

    def _spot(self, offset: int) -> Place:
        inline, within = self._inline(offset)
        origin = inline.origin
        return replace(origin, column=origin.column + within, length=1) if _as_typed(inline) else origin

    def _inline(self, offset: int) -> tuple[Inline, int]:
        for inline in self.inlines:
            if offset < len(inline.text):
                return inline, offset
            offset -= len(inline.text)
        return Text("", NOWHERE), 0


def _as_typed(inline: Inline) -> bool:
    """Whether each character stands in the file as it is printed."""
    return isinstance(inline, Text) and inline.origin.length == len(inline.text)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> tuple[Stated, ...]:
    """Every number that a text states, in order; several rules read the same passage."""
    return tuple(read_numbers(text))


def passages(document: Document, file: str, finished: bool = False) -> Iterator[Passage]:
    """The passages that are printed from the file `file`, lines before blocks; in a `finished` document all are."""
    for inlines in document.lines.values():
        if any(inline.origin.file == file for inline in inlines):
            yield Passage(plain_text(inlines), inlines)
    for block in document.walk():
        if isinstance(block, Table):
            yield from _cells(block)
        elif not isinstance(block, Chart | Illustration) and (
            finished or not _ours(block)
        ):  # a chart has its name in the paragraph below it
            yield _passage(block)
            yield from _notes(block)


def _ours(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _WRITTEN_BY_US


def _cells(table: Table) -> Iterator[Passage]:
    """A form's own words were not typed in the content file: only cells that were filled from it speak for it."""
    for cell in table.lines():
        yield from (Passage(plain_text(inlines), inlines, table.section, cell=True) for inlines in cell.paragraphs)


def _notes(block: Block) -> Iterator[Passage]:
    """What the notes of a block say, each by itself."""
    section = block.section if isinstance(block, Paragraph) else ""
    for note in footnotes(block.inlines):
        yield Passage(plain_text(note.inlines), note.inlines, section)


def _passage(block: Block) -> Passage:
    section = block.section if isinstance(block, Paragraph) else ""
    level = block.level if isinstance(block, Heading) else 0
    number = block.label if isinstance(block, Heading | Paragraph) else ""
    return Passage(plain_text(block.inlines), block.inlines, section, level, number=number)
