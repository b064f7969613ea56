"""A document that was recognised, as it can be printed: in a plain frame, columns as wide as their words ask for."""

from decimal import Decimal

from reportgen.model.document import Block, Document, Role, Table
from reportgen.model.frame import Frame, FrameBlocks, FrameLine, Slot
from reportgen.model.look import Looks
from reportgen.record import replace

SLOTS = ("版头", "主送机关", "正文", "落款", "附件")
"""Those of a document that was recognised, in the order in which it is read."""
_LEAST, _MOST = 4, 24
"""Characters that a column has room for, at least and at most."""


def laid(document: Document) -> Document:
    """The document with widths for its tables; their captions and units are lines of their own there."""
    blocks = {name: tuple(_laid(block) for block in held) for name, held in document.blocks.items()}
    return replace(document, blocks=blocks)


def _laid(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    count = max((cell.column + cell.columns for cell in block.cells), default=1)
    widest = [_LEAST] * count
    for cell in block.cells:
        if cell.columns == 1:
            longest = max((len(line) for line in cell.text.split("\n")), default=0)
            widest[cell.column] = max(widest[cell.column], min(longest, _MOST))
    return replace(block, widths=tuple(map(Decimal, widest)), caption="", unit="", name=block.caption)


def plain_frame(looks: Looks) -> Frame:
    """A frame that shows all that was recognised: how the file was laid out itself is not known."""
    title = FrameLine(looks.styles[Role.TITLE.value], (Slot("标题"),))
    before, *rest = (FrameBlocks(name) for name in SLOTS)
    return Frame((before, title, *rest))
