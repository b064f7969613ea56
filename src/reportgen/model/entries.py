"""What tables of contents and bookmarks show: headings, and annexes by their mark with their title."""

from collections.abc import Iterable, Iterator

from reportgen.model.document import Block, Contents, Heading, Paragraph, line_of
from reportgen.record import Struct


class Entry(Struct, frozen=True):
    """A line of a table of contents, and the block that it leads to."""

    level: int
    words: str
    block: Block


def named(blocks: Iterable[Block]) -> Iterator[Block]:
    """All that an entry or a bookmark can lead to, in order."""
    return (block for block in blocks if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.entry))


def entries_of(contents: Contents, blocks: Iterable[Block]) -> list[Entry]:
    """The lines of a table of contents; headings within an annex are not among them."""
    entries = (_entry(block) for block in named(blocks))
    return [entry for entry in entries if entry and entry.level <= contents.depth]


def _entry(block: Block) -> Entry | None:
    match block:
        case Heading(of_annex=False):
            return Entry(block.level, line_of(block).replace("\n", ""), block)
        case Paragraph():
            return Entry(1, block.entry, block)
        case _:
            return None
