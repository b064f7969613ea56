"""发文机关标志 on one line: as large as the template has it, or so much smaller that its words find room (§7.2.4)."""

from reportgen.compose.signature import width
from reportgen.model.document import Document, plain_text
from reportgen.model.frame import LETTERHEAD, FrameLine, Slot
from reportgen.model.look import Page, Style


def fitted(line: FrameLine, document: Document, page: Page) -> Style:
    """The style in which a line of the frame is set; any line but the letterhead keeps its own."""
    if line.style.name != LETTERHEAD:
        return line.style
    words = "".join(
        plain_text(document.lines.get(piece.name, ())) if isinstance(piece, Slot) else piece
        for piece in line.pieces()
        if isinstance(piece, Slot | str)
    )
    return line.style.fitted(float(width(words)), page.width - page.left - page.right)
