"""A 决算 of forty pages with its tables, as somebody else hands it in: documents of the development corpus in one."""

from pathlib import Path

from benchmarks.accuracy.corpus.source import Block, Break, Document, Line, Role, read_document
from benchmarks.accuracy.corpus.written.docx import as_docx

_FOLDER = Path(__file__).parent / "accuracy" / "corpus" / "development"
_BOUND = ("hospital-accounts", "vocational-accounts", "transport3-accounts", "court3-accounts", "court2-accounts")
"""More than forty pages as LibreOffice sets them, with forty tables."""
_OF_ONE = (Role.TITLE, Role.SUBTITLE)


def accounts() -> bytes:
    """The Word file."""
    first, *others = (read_document(_FOLDER / f"{name}.txt").blocks for name in _BOUND)
    blocks = [*first, *(block for blocks in others for block in blocks if not _opens(block))]
    return as_docx(Document("决算", tuple(blocks)))


def _opens(block: Block) -> bool:
    """Whether only the beginning of a document has it."""
    return block is Break.CONTENTS or (isinstance(block, Line) and block.role in _OF_ONE)
