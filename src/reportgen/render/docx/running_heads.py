"""The head that the content asks for, as header parts of a Word file whose template has none."""

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from reportgen.model.frame import RUNNING_HEAD, Frame, FrameLine
from reportgen.model.look import Align
from reportgen.render.docx.named_styles import DECLARED, add_line_style
from reportgen.render.docx.paragraphs import text_xml
from reportgen.word.package import Element, R, W

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_SIDES = {Align.LEFT: "left", Align.RIGHT: "right", Align.CENTER: "center", Align.JUSTIFY: "both"}


def running_head(frame: Frame) -> tuple[FrameLine, ...]:
    """The lines of odd and of even pages, where the content asks for them."""
    lines = [item for item in (*frame.head.odd, *frame.head.even) if isinstance(item, FrameLine)]
    return tuple(line for line in lines if line.style.name == RUNNING_HEAD)


def attach_running_head(part: "DocumentPart", section: Element, lines: tuple[FrameLine, ...]) -> None:
    """Add a header part for odd and one for even pages, and name them in the set-up of pages.

    Does nothing where the template has headers of its own.
    """
    if next(section.iter(W + "headerReference"), None) is not None:
        return
    add_line_style(part, lines[0].style)
    for kind, line in reversed(list(zip(("default", "even"), lines, strict=True))):
        assert part.package is not None
        uri = part.package.next_partname("/word/header%d.xml")
        header = Part(uri, CONTENT_TYPE.WML_HEADER, _header(line).encode(), part.package)
        reference = section.makeelement(W + "headerReference", {W + "type": kind})
        reference.set(R + "id", part.relate_to(header, RELATIONSHIP_TYPE.HEADER))
        section.insert(0, reference)


def _header(line: FrameLine) -> str:
    words = "".join(piece for piece in line.pieces() if isinstance(piece, str))
    look = f'<w:pStyle w:val="{line.style.id}"/><w:jc w:val="{_SIDES[line.style.align]}"/>'
    return f"<w:hdr {DECLARED}><w:p><w:pPr>{look}</w:pPr><w:r>{text_xml(words)}</w:r></w:p></w:hdr>"
