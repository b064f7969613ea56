"""The page number of an across page: where the upright pages have it, so at the left and turned (GB/T 9704 §8).

A footer lies along the lower edge as the page is read, so its line stands in a text box at the left edge, turned
clockwise, as long as the upright type area is wide: the paragraph of the upright footer, taken over whole, then puts
the number of odd pages at the lower and that of even ones at the upper end. Word 2010 and later, WPS and LibreOffice
read the DrawingML box, older Words the VML one.
"""

from copy import deepcopy
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from reportgen.word.package import Element, R, W

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_EMU = 635
"""English Metric Units in a twip."""
_TWIPS = 20
_LINE = 280
"""14 pt, the height of the line of a page number (四号)."""
_SHAPES = (W + "drawing", W + "pict", W + "object", W + "txbxContent")
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
}
_BOX = """<w:ftr {namespaces}><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>
<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0"
 simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{id}" name="页码"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect id="across{id}" stroked="f" filled="f" style="position:absolute;margin-left:{left}pt;
margin-top:{top}pt;width:{width}pt;height:{height}pt;mso-position-horizontal-relative:page;
mso-position-vertical-relative:page"><v:textbox inset="0,0,0,0" style="layout-flow:vertical"><w:txbxContent/>
</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p></w:ftr>"""
_FIRST_SHAPE = 9_900
"""Above the ids of the shapes that a template brings, and of charts (9000): Word wants each number once in a file."""


def add_across_footers(part: "DocumentPart", section: Element) -> dict[str, str]:
    """Give the package a turned footer for each that `section` names; relationships, the upright one → the across one.

    A footer with shapes or pictures of its own cannot go into a text box and stays as it is.
    """
    added: dict[str, str] = {}
    for number, reference in enumerate(section.iter(W + "footerReference"), start=1):
        name = str(reference.get(R + "id"))
        footer = etree.fromstring(part.related_parts[name].blob)
        if any(next(footer.iter(tag), None) is not None for tag in _SHAPES):
            continue
        uri = PackURI(f"/word/footerAcross{number}.xml")
        across = Part(uri, CONTENT_TYPE.WML_FOOTER, _turned(footer, section, number), part.package)
        added[name] = part.relate_to(across, RELATIONSHIP_TYPE.FOOTER)
    return added


def _turned(footer: Element, section: Element, number: int) -> bytes:
    """The part: an upright footer in a box that lies on the across page where its line lies on the upright one."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    left, right, foot = (int(margins.get(W + side)) for side in ("left", "right", "footer"))
    length = int(size.get(W + "w")) - left - right
    values = {"left": foot, "top": left, "width": _LINE, "height": length}
    xml = _BOX.replace("\n", "").format(
        namespaces=" ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items()),
        id=_FIRST_SHAPE + number,
        **dict(zip(("x", "y", "cx", "cy"), (twips * _EMU for twips in values.values()), strict=True)),
        **{name: twips / _TWIPS for name, twips in values.items()},
    )
    root = etree.fromstring(xml)
    for box in root.iter(W + "txbxContent"):
        box.extend(deepcopy(node) for node in footer)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
