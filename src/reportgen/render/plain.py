"""The document as plain lines: for `--format txt`, for reading aloud, and for comparing."""

from collections.abc import Iterator

from reportgen.model.document import Document, line_of, plain_text
from reportgen.model.frame import Frame, FrameBlocks, FrameIf, FrameItem, FrameLine, Slot


def document_lines(document: Document, frame: Frame) -> list[str]:
    """Each paragraph as one line, in the order of the frame, numbers spelt out."""
    return [line for line in _lines(document, frame.items) if line.strip()]


def _lines(document: Document, items: tuple[FrameItem, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case FrameLine():
                yield "".join(
                    plain_text(document.lines.get(part.name, ())).replace("\n", "") if isinstance(part, Slot) else part
                    for part in item.parts
                )
            case FrameBlocks():
                for block in document.blocks.get(item.name, ()):
                    yield line_of(block).replace("\n", "")
            case FrameIf():
                if document.lines.get(item.name) or document.blocks.get(item.name):
                    yield from _lines(document, item.items)


def render_plain(document: Document, frame: Frame) -> str:
    """The lines with a newline after each."""
    return "".join(line + "\n" for line in document_lines(document, frame))
