"""What a Word file holds besides the text that a reader sees in its order.

Headers and footers, notes in tables, remarks, hidden and deleted text, WordArt, words in charts and diagrams,
descriptions of pictures, properties: none of it is part of the report, and all of it is published with the file.
"""

from collections.abc import Iterator

from reportgen.finished.docx.headings import Sheet
from reportgen.finished.docx.notes import Notes
from reportgen.finished.docx.runs import Fields, words_of
from reportgen.finished.parts import Line
from reportgen.language import _
from reportgen.place import Spot
from reportgen.word.package import Element, Package, W, is_repeated

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OWN = "reportgen-digest"
"""The property by which this program knows its own files (`reportgen.render.provenance`)."""
_TOLD_ELSEWHERE = ("creator", "lastModifiedBy", "Manager", "Company", "Application", "Template", "AppVersion")
"""Properties of which a rule of its own speaks, or that Word writes."""


def aside_of(sheet: Sheet, body: Element, notes: Notes) -> tuple[Line, ...]:
    """The lines that stand aside, each with the name of its place; what stands on several pages is there once."""
    found = dict.fromkeys((*_beside_text(sheet, body), *_parts(sheet, notes), *_properties(sheet.package)))
    return tuple(Line(words, Spot(words=place)) for place, words in found)


_Told = Iterator[tuple[str, str]]


def _beside_text(sheet: Sheet, body: Element) -> _Told:
    """What stands in the body and is not shown as its text."""
    for paragraph in body.iter(W + "p"):
        style = sheet.style_of(paragraph)
        hidden = [run for run in paragraph.iter(W + "r") if sheet.hides(run, style)]
        own = (run for run in hidden if next(run.iterancestors(W + "p")) is paragraph)
        yield from _said(_("隐藏文字"), "".join(map(_text, own)))
        yield from _said(_("修订删去的文字"), "".join(node.text or "" for node in paragraph.iter(W + "delText")))
    yield from _drawn(body)


def _text(run: Element) -> str:
    return "".join(node.text or "" for node in run.iter(W + "t"))


def _drawn(root: Element) -> _Told:
    """The words of WordArt and of drawings, and what is said of pictures."""
    for node in root.iter(_VML + "textpath"):
        yield from _said(_("艺术字"), str(node.get("string", "")))
    for node in root.iter(_A + "p"):
        yield from _said(_("图里的文字"), "".join(text.text or "" for text in node.iter(_A + "t")))
    for node in root.iter(_DRAWING + "docPr"):
        yield from _said(_("图的说明"), str(node.get("descr", "")))


def _parts(sheet: Sheet, notes: Notes) -> _Told:
    places = {
        "word/footnotes": _("脚注"),
        "word/endnotes": _("尾注"),
        "word/header": _("页眉"),
        "word/footer": _("页脚"),
        "word/comments": _("批注"),
        "word/charts/chart": _("图里的文字"),
        "word/diagrams/data": _("图里的文字"),
    }
    for name in sorted(sheet.package.names()):
        place = next((place for start, place in places.items() if name.startswith(start)), "")
        root = notes.rest(name) if place and name.endswith(".xml") else None
        if root is not None:
            yield from _paragraphs(root, place)
            yield from _drawn(root)


def _paragraphs(root: Element, place: str) -> _Told:
    """The paragraphs of a part, hidden text among them; the copies of drawings for old programs left out."""
    fields = Fields()
    for paragraph in root.iter(W + "p"):
        if not is_repeated(paragraph):
            for line in words_of(paragraph, fields, lambda _run: False).lines:
                yield from _said(place, line)


def _properties(package: Package) -> _Told:
    for name in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        root = package.part(name)
        for node in root.iter() if root is not None else ():
            parent = node.getparent()
            own = parent is not None and parent.get("name") == _OWN
            known = isinstance(node.tag, str) and not node.tag.endswith(_TOLD_ELSEWHERE) and not own
            yield from _said(_("文件属性"), (node.text or "") if known and not len(node) else "")


def _said(place: str, words: str) -> _Told:
    if words.strip():
        yield place, words.strip()
