"""A pack whose Word template somebody has edited: the parts are changed as text, as Word and WPS would write them."""

import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image
from tests.support.example import EXAMPLE, PACK

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.engine import DEFAULT_ENGINE, Engine
from reportgen.pipeline.build import Built, build
from reportgen.pipeline.check import check_text
from reportgen.record import Struct, field

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EMU = 12700
_NUMBERS = count(100)
"""Of drawings: each has one of its own in a file."""
TITLE = '<w:p><w:pPr><w:pStyle w:val="GWTitle"/></w:pPr><w:r><w:t>{{ 标题 }}</w:t></w:r></w:p>'
"""The first paragraph of the pack's own template."""


def p(content: str, properties: str = "") -> str:
    """A paragraph of words, or of runs where it begins with a tag of XML."""
    runs = content if content.startswith("<") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A run; tabs and line feeds become Word's."""
    inner = re.sub("[^\t\n]+", lambda found: f'<w:t xml:space="preserve">{found[0]}</w:t>', words)
    inner = inner.replace("\t", "<w:tab/>").replace("\n", "<w:br/>")
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def field_of(code: str) -> str:
    """A field as Word writes it, with the number that it last counted."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{separate}{run('7')}{end}"


def table(*rows: tuple[str, ...], style: str = "") -> str:
    """A table with a paragraph a cell, or with the content that begins with a tag of XML."""
    cells = [[cell if cell.startswith("<") else f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in row] for row in rows]
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells)
    grid = '<w:gridCol w:w="2200"/>' * max(len(row) for row in rows)
    return f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def picture(relation: str, width: float = 60, height: float = 30, anchor: str = "", spoken: str = "馆徽") -> str:
    """A run with a picture of that size in pt; `anchor` are the elements that place it freely."""
    size = f'cx="{width * _EMU:.0f}" cy="{height * _EMU:.0f}"'
    graphic = (
        f'<wp:docPr id="{next(_NUMBERS)}" name="图" descr="{spoken}"/><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1"'
        f' name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return f"<w:r><w:drawing>{_placed(size, anchor, graphic)}</w:drawing></w:r>"


def box(content: str, width: float = 120, height: float = 40, anchor: str = "") -> str:
    """A run with a text box, in the two languages that Word writes it in."""
    size = f'cx="{width * _EMU:.0f}" cy="{height * _EMU:.0f}"'
    graphic = (
        f'<wp:docPr id="{next(_NUMBERS)}" name="框"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )
    old = f"<w:pict><v:rect><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>"
    new = f"<w:drawing>{_placed(size, anchor, graphic)}</w:drawing>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def at(across: tuple[str, float], down: tuple[str, float], wrap: str = "wrapNone") -> str:
    """The place of what stands freely: (what it is measured from, pt) in both directions."""
    made = "".join(
        f'<wp:position{name} relativeFrom="{of}"><wp:posOffset>{offset * _EMU:.0f}</wp:posOffset></wp:position{name}>'
        for name, (of, offset) in (("H", across), ("V", down))
    )
    sides = ' wrapText="bothSides"' if wrap == "wrapSquare" else ""
    return f"{made}|<wp:{wrap}{sides}/>"


def _placed(size: str, anchor: str, graphic: str) -> str:
    if not anchor:
        return f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>{graphic}</wp:inline>'
    place, wrap = anchor.split("|")
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
        f' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}<wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}{graphic}</wp:anchor>'
    )


def png(color: str = "red", kind: str = "PNG") -> bytes:
    """A little picture of one colour."""
    stream = BytesIO()
    Image.new("RGB", (40, 20), color).save(stream, kind)
    return stream.getvalue()


class Edited(Struct):
    """The pack's template with changes; `headers` and `footers` by kind: default, even, first."""

    body: Callable[[str], str] = lambda xml: xml
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures by file name; their relationship in every part is the name without its ending."""
    parts: Mapping[str, str] = field(default_factory=dict)
    """Other parts of the folder word/, with their relationship to the body."""
    content: str = EXAMPLE
    pack: Path = PACK
    alike: bool = False
    """Whether even pages have no headers and footers of their own."""

    def docx(self) -> bytes:
        """The file."""
        parts = self._parts()
        with zipfile.ZipFile(self.pack / "template.docx") as archive:
            old = {name: archive.read(name) for name in archive.namelist()}
        rels = old["word/_rels/document.xml.rels"].decode()
        links = self._links()
        types = "".join(
            f'<Override PartName="/word/{name}" ContentType="{_WORD}.{_kind(name)}+xml"/>' for name in parts
        )
        types += (
            '<Default Extension="png" ContentType="image/png"/><Default Extension="wmf" ContentType="image/x-wmf"/>'
        )
        old["[Content_Types].xml"] = (
            old["[Content_Types].xml"].decode().replace("</Types>", f"{types}</Types>").encode()
        )
        old["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", f"{links}</Relationships>").encode()
        old["word/document.xml"] = self._body(old["word/document.xml"].decode()).encode()
        if self.alike:
            settings = old["word/settings.xml"]
            old["word/settings.xml"] = settings.replace(b"<w:evenAndOddHeaders/>", b"")
        old |= {f"word/{name}": xml.encode() for name, xml in parts.items()}
        old |= {f"word/media/{name}": content for name, content in self.media.items()}
        pictures = self._pictures()
        old |= {f"word/_rels/{name}.rels": pictures.encode() for name in parts if self.media}
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in old.items():
                archive.writestr(name, data)
        return stream.getvalue()

    def _parts(self) -> dict[str, str]:
        edges = {("header", kind): xml for kind, xml in self.headers.items()}
        edges |= {("footer", kind): xml for kind, xml in self.footers.items()}
        named = {
            f"{edge}{9 if kind == 'default' else 8 if kind == 'even' else 7}.xml": self._root(edge, xml)
            for (edge, kind), xml in edges.items()
        }
        return {**named, **self.parts}

    def _root(self, edge: str, xml: str) -> str:
        tag = {"header": "hdr", "footer": "ftr"}[edge]
        return f"<w:{tag} {DECLARED}>{xml}</w:{tag}>"

    def _links(self) -> str:
        names = self._parts()
        links = [f'<Relationship Id="new-{name}" Type="{_OFFICE}/{_kind(name)}" Target="{name}"/>' for name in names]
        return "".join(links) + self._pictures(bare=True)

    def _pictures(self, bare: bool = False) -> str:
        links = "".join(
            f'<Relationship Id="{Path(name).stem}" Type="{_OFFICE}/image" Target="media/{name}"/>'
            for name in self.media
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        return links if bare else f'<Relationships xmlns="{space}">{links}</Relationships>'

    def _body(self, xml: str) -> str:
        missing = [f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if f"xmlns:{prefix}=" not in xml]
        xml = self.body(xml.replace("<w:document ", f"<w:document {' '.join(missing)} ", 1))
        for edge, kinds in (("header", self.headers), ("footer", self.footers)):
            for kind in kinds:
                number = 9 if kind == "default" else 8 if kind == "even" else 7
                xml = re.sub(rf'<w:{edge}Reference w:type="{kind}"[^>]*/>', "", xml)
                reference = f'<w:{edge}Reference w:type="{kind}" r:id="new-{edge}{number}.xml"/>'
                xml = xml.replace("<w:sectPr>", f"<w:sectPr>{reference}", 1)
        if "first" in {**self.headers, **self.footers}:
            xml = re.sub(r"(<w:cols[^>]*/>)", r"\1<w:titlePg/>", xml)
        return xml

    def pack_in(self, folder: Path) -> Path:
        """The folder of the packs, with the edited one in it."""
        made = folder / "本单位模板" / "改过的"
        shutil.copytree(self.pack, made)
        (made / "template.docx").write_bytes(self.docx())
        text = (made / "pack.yaml").read_text(encoding="utf-8")
        (made / "pack.yaml").write_text(re.sub("(?m)^名称: .*", "名称: 本单位的报告", text), encoding="utf-8")
        return made.parent

    def built(self, folder: Path, formats: tuple[str, ...] = ("docx", "pdf"), engine: Engine = DEFAULT_ENGINE) -> Built:
        """The outputs of the example, the PDF by `engine`, with what was found in them."""
        text = re.sub("(?m)^文种: .*", "文种: 本单位的报告", self.content)
        return build(check_text(text, "报告.yaml", (self.pack_in(folder),)), formats, engine=engine)

    def found(self, folder: Path) -> list[Diagnostic]:
        """What `check` says of the template."""
        text = re.sub("(?m)^文种: .*", "文种: 本单位的报告", self.content)
        return [
            each for each in check_text(text, "报告.yaml", (self.pack_in(folder),)).report if each.code[:3] == "PCK"
        ]


def _kind(name: str) -> str:
    return re.sub(r"\d", "", Path(name).stem)


def after_title(xml: str) -> Callable[[str], str]:
    """A change that puts something below the title."""

    def change(body: str) -> str:
        assert TITLE in body
        return body.replace(TITLE, TITLE + xml, 1)

    return change
