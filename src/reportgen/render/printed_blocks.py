"""The blocks of a document that its frame shows."""

from collections.abc import Iterator

from reportgen.model.document import Block, Document
from reportgen.model.frame import FrameBlocks, FrameIf, FrameItem, FrameLine, FrameRow, FrameTable


def printed_blocks(document: Document, items: tuple[FrameItem, ...]) -> Iterator[Block]:
    """In printing order."""
    for item in items:
        match item:
            case FrameLine() | FrameTable() | FrameRow():
                pass  # hold no blocks
            case FrameBlocks():
                yield from document.blocks.get(item.name, ())
            case FrameIf():
                yield from printed_blocks(document, item.chosen(document.shows(item.name)))
