"""The document as plain lines: for `--format txt`, for reading aloud, and for comparing."""

from collections.abc import Iterator, Mapping

from reportgen.model.conditions import shown_items
from reportgen.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Heading,
    Illustration,
    Letterhead,
    PageTurn,
    Paragraph,
    plain_text,
)
from reportgen.model.frame import (
    Box,
    Counter,
    Frame,
    FrameBlocks,
    FrameItem,
    FrameLine,
    FrameRow,
    FrameTable,
    Slot,
)
from reportgen.model.inline import footnotes, printed_text
from reportgen.model.table import Cell, Table
from reportgen.model.table_parts import parts_of
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, replace


class PrintedLine(Struct, frozen=True):
    """A paragraph as one line, and the block it comes from (None for lines of the frame)."""

    text: str
    block: Block | None = None
    cell: Cell | None = None
    """The cell of a table whose words these are."""
    part: Table | None = None
    """The part of the table in which the cell stands: the table itself where it has no others."""
    aside: bool = False
    """Whether it stands in a box or at the foot of the page, beside the running text; so do footnotes."""
    around: tuple[str, ...] = ()
    """The words before, between and behind numbers of pages; empty for a line without any."""
    origin: Place = NOWHERE
    """Where it stands in the template, if it comes from there."""


def printed_lines(document: Document, frame: Frame) -> list[PrintedLine]:
    """Each paragraph that says something, in the order of the frame, numbers spelt out; forms as they are set."""
    return [line for line in _lines(document, frame.items) if line.text.strip()]


def _lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[PrintedLine]:
    for item in shown_items(items, document.shows):
        match item:
            case FrameLine():
                yield _frame_line(document, item)
                for box in item.boxes():
                    yield from (replace(line, aside=True) for line in _lines(document, box.items))
            case FrameBlocks():
                for block in document.blocks.get(item.name, ()):
                    yield from _block_lines(block)
            case FrameTable(at_foot=True):
                yield from (replace(line, aside=True) for line in _lines(document, item.items))
            case FrameTable() | FrameRow():
                yield from _lines(document, item.items)


def _frame_line(document: Document, line: FrameLine) -> PrintedLine:
    around = tuple(_words(document, line, dict.fromkeys(Counter, "\0")).replace("\n", "").split("\0"))
    return PrintedLine("".join(around), around=around if len(around) > 1 else (), origin=line.origin)


def words_of(document: Document, line: FrameLine, page: int = 0, pages: int = 0) -> str:
    """The words of a line of the frame on a page; what is no words, such as a picture, is left out."""
    return _words(document, line, {Counter.PAGE: str(page or ""), Counter.PAGES: str(pages or "")})


def _words(document: Document, line: FrameLine, counted: Mapping[Counter, str]) -> str:
    words = ""
    for piece in line.pieces():
        match piece:
            case str():
                words += piece
            case Slot():
                words += plain_text(document.lines.get(piece.name, ()))
            case Counter():
                words += counted[piece]
            case _:
                pass  # pictures; what is in a box is lines of its own
    return words


def frame_lines(document: Document, items: tuple[FrameItem, ...], page: int = 0, pages: int = 0) -> Iterator[str]:
    """The lines of a part of the frame without blocks, such as a header, on a page; those of boxes come last."""
    boxes: list[Box] = []
    for item in shown_lines(document, items):
        yield words_of(document, item, page, pages).replace("\n", "")
        boxes += item.boxes()
    for box in boxes:
        yield from frame_lines(document, box.items, page, pages)


def edge_lines(document: Document, frame: Frame, page: int, pages: int) -> tuple[str, ...]:
    """The lines in the head and foot of a page; without the numbers of pages where `pages` is 0."""
    items = (*frame.head.on_page(page), *frame.foot.on_page(page))
    lines = frame_lines(document, items, page if pages else 0, pages)
    return tuple(line for line in lines if line.strip())


def shown_lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[FrameLine]:
    """The lines of a part of the frame, those of its tables among them, without those in boxes."""
    for item in shown_items(items, document.shows):
        match item:
            case FrameLine():
                yield item
            case FrameTable() | FrameRow():
                yield from shown_lines(document, item.items)
            case FrameBlocks():
                pass


def _block_lines(block: Block) -> Iterator[PrintedLine]:
    match block:
        case Heading() | Paragraph():
            yield PrintedLine(printed_line_of(block).replace("\n", ""), block)
            for note in footnotes(block.inlines):
                yield PrintedLine(note.mark + plain_text(note.inlines), block, aside=True)
        case Table():
            yield PrintedLine(block.caption, block)
            yield PrintedLine(block.unit, block)
            for part in parts_of(block):
                yield from (PrintedLine(_printed(cell), block, cell, part) for cell in part.lines())
        case Chart():
            yield PrintedLine(f"［{block.spoken}］", block)
        case Letterhead():
            yield from (PrintedLine(words, block) for words in block.lines)
        case PageTurn() | Contents() | Illustration():
            pass  # pictures have their names below them, a table of contents repeats headings that stand elsewhere


def printed_line_of(block: Heading | Paragraph) -> str:
    """The block as one line of text, with its number and the marks of its notes."""
    return block.label + printed_text(block.inlines)


def _printed(cell: Cell) -> str:
    return "".join(printed_text(paragraph) for paragraph in cell.paragraphs).replace("\n", "")


def render_plain(document: Document, frame: Frame) -> str:
    """The lines with a newline after each; a form is read as one table, whatever parts it is set in."""
    return "".join(line.text + "\n" for line in printed_lines(unparted(document), frame))


def unparted(document: Document) -> Document:
    """The document with every form in one piece."""
    blocks = {
        name: tuple(replace(block, in_parts=False) if isinstance(block, Table) else block for block in held)
        for name, held in document.blocks.items()
    }
    return replace(document, blocks=blocks)
