"""What tables of contents and bookmarks show: headings, annexes by their mark with their title; tables and figures."""

from collections.abc import Iterable

from reportgen import patterns as re
from reportgen.model.document import Block, Contents, Heading, Lists, Paragraph, Role, line_of
from reportgen.model.table import Table
from reportgen.record import Struct

_TABLE, _FIGURE = re.compile(r"表\d+\u3000"), re.compile(r"图\d+\u3000")
_CAPTIONS = (Role.FIGURE, Role.CAPTION)


class Entry(Struct, frozen=True):
    """A line of a table of contents, and the block that it leads to."""

    level: int
    words: str
    block: Block


def is_captioned(block: Block) -> bool:
    """Whether it is a numbered table, or the line below a numbered figure."""
    return bool(_caption(block))


def is_bookmarked(block: Block) -> bool:
    """Whether bookmarks show it."""
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and bool(block.entry))


def named(blocks: Iterable[Block]) -> list[Block]:
    """All that an entry or a bookmark can lead to, in order."""
    kept = list(blocks)
    listed = any(isinstance(block, Contents) and block.lists is Lists.CAPTIONS for block in kept)
    return [block for block in kept if is_bookmarked(block) or (listed and is_captioned(block))]


def entries_of(contents: Contents, blocks: Iterable[Block]) -> list[Entry]:
    """The lines of a table of contents; headings within an annex are not among them. Tables come before figures."""
    if contents.lists is Lists.CAPTIONS:
        captions = [Entry(1, words, block) for block in blocks if (words := _caption(block))]
        return sorted(captions, key=lambda entry: not isinstance(entry.block, Table))
    entries = (_entry(block) for block in blocks)
    return [entry for entry in entries if entry and entry.level <= contents.depth]


def _entry(block: Block) -> Entry | None:
    match block:
        case Heading(of_annex=False):
            return Entry(block.level, line_of(block).replace("\n", ""), block)
        case Paragraph(entry=words) if words:
            return Entry(1, words, block)
        case _:
            return None


def _caption(block: Block) -> str:
    match block:
        case Table():
            return block.caption if _TABLE.match(block.caption) else ""
        case Paragraph() if block.role in _CAPTIONS and _FIGURE.match(block.label):
            return line_of(block).replace("\n", "")
        case _:
            return ""
