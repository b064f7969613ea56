"""A letterhead that is too long for its line, set smaller in the Word file as it is in the PDF."""

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reportgen.model.document import Document
from reportgen.model.frame import LETTERHEAD, Frame, FrameLine
from reportgen.model.look import Looks
from reportgen.render.letterhead import fitted
from reportgen.word.package import Element, W, value


def set_letterhead(body: Element, document: Document, frame: Frame, looks: Looks) -> None:
    """Write the smaller size into the paragraphs of that style; those that find room stay as they are."""
    lines = (item for item in frame.walk() if isinstance(item, FrameLine) and item.style.name == LETTERHEAD)
    for line in lines:
        style = fitted(line, document, looks.page)
        nodes = (node for node in body.iter(W + "p") if value(node.find(W + "pPr"), "pStyle") == style.id)
        for node in nodes if style != line.style else ():
            paragraph = Paragraph(node, node.getparent())
            paragraph.paragraph_format.space_before = Pt(style.before)
            paragraph.paragraph_format.line_spacing = Pt(style.line) if style.line else None
            for run in paragraph.runs:
                run.font.size = Pt(style.size)
