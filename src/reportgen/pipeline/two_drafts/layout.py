"""A document that was recognised, as it can be printed: columns as wide as their words ask for."""

from decimal import Decimal

from reportgen.model.document import Block, Document, Table
from reportgen.record import replace

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
