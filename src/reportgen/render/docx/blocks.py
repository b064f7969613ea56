"""Blocks → WordprocessingML, each kind by its own module."""

from collections.abc import Mapping

from markupsafe import Markup

from reportgen.model.document import Block, Contents, Heading, PageTurn, Paragraph
from reportgen.model.look import Style
from reportgen.model.table import Table
from reportgen.render.docx.paragraphs import paragraph_xml


def blocks_xml(blocks: tuple[Block, ...], styles: Mapping[str, Style]) -> Markup:
    """The elements of some blocks, in order."""
    return Markup("").join(_block(block, styles) for block in blocks)


def _block(block: Block, styles: Mapping[str, Style]) -> Markup:
    match block:
        case Heading() | Paragraph():
            return paragraph_xml(block, styles)
        case Table():
            return Markup("")
        case PageTurn():
            return Markup("")
        case Contents():
            return Markup("")
