"""The document as plain lines: for `--format txt`, for reading aloud, and for comparing."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.document import Block, Chart, Contents, Document, Heading, PageTurn, Paragraph, line_of, plain_text
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameItem, FrameLine, FrameRow, FrameTable, Slot
from reportgen.model.look import Style
from reportgen.model.table import Cell, Table


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph as one line, and the block it comes from (None for lines of the frame)."""

    text: str
    block: Block | None = None
    cell: Cell | None = None
    """The cell of a table whose words these are."""
    style: Style | None = None
    """That of a line of the frame."""


def printed_lines(document: Document, frame: Frame) -> list[PrintedLine]:
    """Each paragraph that says something, in the order of the frame, numbers spelt out."""
    return [line for line in _lines(document, frame.items) if line.text.strip()]


def _lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[PrintedLine]:
    for item in items:
        match item:
            case FrameLine():
                words = (
                    plain_text(document.lines.get(part.name, ())) if isinstance(part, Slot) else part
                    for part in item.pieces()
                )
                yield PrintedLine("".join(words).replace("\n", ""), style=item.style)
            case FrameBlocks():
                for block in document.blocks.get(item.name, ()):
                    yield from _block_lines(block)
            case FrameIf():
                yield from _lines(document, item.chosen(document.shows(item.name)))
            case FrameTable() | FrameRow():
                yield from _lines(document, item.items)


def _block_lines(block: Block) -> Iterator[PrintedLine]:
    match block:
        case Heading() | Paragraph():
            yield PrintedLine(line_of(block).replace("\n", ""), block)
        case Table():
            yield PrintedLine(block.caption, block)
            yield PrintedLine(block.unit, block)
            yield from (PrintedLine(cell.text.replace("\n", ""), block, cell) for cell in block.lines())
        case Chart():
            yield PrintedLine(f"［{block.spoken}］", block)
        case PageTurn() | Contents():
            pass  # a table of contents repeats headings that stand elsewhere


def render_plain(document: Document, frame: Frame) -> str:
    """The lines with a newline after each."""
    return "".join(line.text + "\n" for line in printed_lines(document, frame))
