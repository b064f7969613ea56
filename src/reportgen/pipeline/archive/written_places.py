"""Where in the content file the words were written that a line of a page shows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from reportgen.model.document import Heading, Paragraph
from reportgen.model.inline import Inline, Text
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.render.plain import PrintedLine, printed_lines
from reportgen.verify.comparison import squeeze


def written_place(draft: Draft, line: str, start: int, piece: str) -> Place:
    """Of the `piece` that stands at `start` in a line of a page.

    A line lies within a paragraph; in tables it goes over several cells, and the piece is looked for in each. NOWHERE
    when it may have been written in several places, or in none.
    """
    lines = [(squeeze(each.text), each) for each in printed_lines(draft.document, draft.template.frame)]
    line, start = squeeze(line), len(squeeze(line[:start]))
    found = [(each, text.index(line) + start) for text, each in lines if line in text]
    found = found or [(each, text.index(piece)) for text, each in lines if each.cell and piece in text]
    return _place_at(*found[0]) if len(found) == 1 else NOWHERE


def _place_at(line: PrintedLine, offset: int) -> Place:
    """Where the character at an offset of a printed line was written, as near as is known."""
    ends = 0
    for inline in _inlines(line):
        starts, ends = ends, ends + len(squeeze(inline.text))
        if offset < ends and inline.origin.line:
            shift = offset - starts if isinstance(inline, Text) and squeeze(inline.text) == inline.text else 0
            return replace(inline.origin, column=inline.origin.column + shift, length=1) if shift else inline.origin
    return line.cell.origin if line.cell else line.block.origin if line.block else NOWHERE


def _inlines(line: PrintedLine) -> Iterator[Inline]:
    if line.cell:
        yield from chain.from_iterable(line.cell.paragraphs)
    elif isinstance(line.block, Heading | Paragraph):
        yield Text(line.block.label)
        yield from line.block.inlines
