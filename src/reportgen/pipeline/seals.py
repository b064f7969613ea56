"""The pictures of seals read from beside the content file, and given their sizes on the page."""

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.paper_kinds import SEAL
from reportgen.model.document import Block, Document, Paragraph, Seal
from reportgen.model.frame import Picture
from reportgen.pipeline.illustrated import read_picture
from reportgen.record import replace
from reportgen.render.photographs import Photograph
from reportgen.source.beside import Beside

_MM = 72 / 25.4
_FLATTEST = 0.5
"""The height of the stamp of a name, of its width; a picture that is less flat is a seal, as high as wide."""


def with_seals(document: Document, beside: Beside) -> tuple[Document, list[Diagnostic]]:
    """The document with its seals, and what there is to say of those that cannot be shown."""
    if not any(isinstance(block, Paragraph) and block.seals for block in document.walk()):
        return document, []
    found: list[Diagnostic] = []
    blocks = {slot: tuple(_with_seals(block, beside, found) for block in own) for slot, own in document.blocks.items()}
    return replace(document, blocks=blocks), found


def _with_seals(block: Block, beside: Beside, found: list[Diagnostic]) -> Block:
    if not isinstance(block, Paragraph) or not block.seals:
        return block
    return replace(block, seals=tuple(_read(seal, beside, found) for seal in block.seals))


def _read(seal: Seal, beside: Beside, found: list[Diagnostic]) -> Seal:
    photograph = read_picture(seal.file, beside, found, SEAL)
    if not isinstance(photograph, Photograph):
        return seal
    most = float(seal.diameter) * _MM
    height = most if photograph.ratio < 1 / _FLATTEST else most * _FLATTEST
    width = min(most, height * photograph.ratio)
    content, kind = photograph.stamped(width)
    return replace(seal, picture=Picture(content, kind, width, width / photograph.ratio, seal.spoken))
