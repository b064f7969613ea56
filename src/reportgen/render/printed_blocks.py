"""The blocks of a document that its frame shows."""

from collections.abc import Iterator

from reportgen.model.conditions import shown_items
from reportgen.model.document import Block, Document
from reportgen.model.frame import FrameBlocks, FrameItem


def printed_blocks(document: Document, items: tuple[FrameItem, ...]) -> Iterator[Block]:
    """In printing order."""
    for item in shown_items(items, document.shows):
        if isinstance(item, FrameBlocks):
            yield from document.blocks.get(item.name, ())
