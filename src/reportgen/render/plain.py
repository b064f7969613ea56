"""The document as plain lines: for `--format txt`, for reading aloud, and for comparing."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.model.document import Block, Document, line_of, plain_text
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameItem, FrameLine, Slot


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A paragraph as one line, and the block it comes from (None for lines of the frame)."""

    text: str
    block: Block | None = None


def printed_lines(document: Document, frame: Frame) -> list[PrintedLine]:
    """Each paragraph that says something, in the order of the frame, numbers spelt out."""
    return [line for line in _lines(document, frame.items) if line.text.strip()]


def _lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[PrintedLine]:
    for item in items:
        match item:
            case FrameLine():
                words = (
                    plain_text(document.lines.get(part.name, ())) if isinstance(part, Slot) else part
                    for part in item.parts
                )
                yield PrintedLine("".join(words).replace("\n", ""))
            case FrameBlocks():
                for block in document.blocks.get(item.name, ()):
                    yield PrintedLine(line_of(block).replace("\n", ""), block)
            case FrameIf():
                if document.lines.get(item.name) or document.blocks.get(item.name):
                    yield from _lines(document, item.items)


def render_plain(document: Document, frame: Frame) -> str:
    """The lines with a newline after each."""
    return "".join(line.text + "\n" for line in printed_lines(document, frame))
