"""Pictures put into a Word file: their parts, and the run that shows them side by side."""

from io import BytesIO

from docx.parts.document import DocumentPart
from markupsafe import Markup

from reportgen.model.document import Illustration
from reportgen.model.frame import Picture
from reportgen.render.flat_drawings import in_points
from reportgen.word.drawings import EMU

GRAPHIC = (
    "<wp:cNvGraphicFramePr>"
    '<a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1"/>'
    "</wp:cNvGraphicFramePr>"
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{id}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic>"
)
"""A picture itself, whether it stands in a line or beside its text."""
_FIRST_ID = 8000
"""Drawings are numbered from here: Word wants each number once in a file."""
_RUN = Markup(
    "<w:r><w:drawing>"
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{alt}"/>' + GRAPHIC + "</wp:inline></w:drawing></w:r>"
)
_BLANK = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def attach_pictures(part: DocumentPart, illustration: Illustration, first: int) -> str:
    """Add the pictures to the document part of a package; the runs that show them, numbered from `first`."""
    runs = (_run(part, picture, first + at) for at, picture in enumerate(illustration.pictures))
    return _BLANK.join(runs)


def _run(part: DocumentPart, picture: Picture, number: int) -> str:
    picture = in_points(picture)
    relationship, _image = part.get_or_add_image(BytesIO(picture.content))
    return str(
        _RUN.format(
            width=round(picture.width * EMU),
            height=round(picture.height * EMU),
            id=_FIRST_ID + number,
            name=f"图片 {number}",
            alt=picture.spoken,
            relationship=relationship,
        )
    )
