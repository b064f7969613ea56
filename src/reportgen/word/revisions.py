"""Tracked changes, comments and content controls of a template: named, and settled before anything is read or filled.

A change that was made with 修订 switched on counts as accepted; comments go, with the parts that hold them. Of a
content control its words stay: what it asks for is for writing, not for a finished document.
"""

from collections.abc import Iterator, Mapping

from reportgen import patterns as re
from reportgen.language import _
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.word.accepted import name_of, settle, unwrap
from reportgen.word.change_names import CHANGED_FORMATS, PUT_IN, TAKEN_OUT
from reportgen.word.frame import paragraph_place
from reportgen.word.ordered import serialised
from reportgen.word.package import Element, Package, W, is_repeated

PART_NAMES = {
    "document": "",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
}
_PART = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
_REMARKS = re.compile(r"word/(comments\w*|people)\.xml")
_REMARKED = re.compile(r"sdt|commentReference|commentRange(?:Start|End)")
_SHOWN = 20
"""Characters of a change that are quoted."""


class Revision(Struct, frozen=True):
    """A change or a comment that somebody left: what it does, and where."""

    label: str
    place: Place


def settled(package: Package) -> tuple[Package, list[Revision]]:
    """The template without changes, comments and controls, and what it had; the same object where it had none."""
    found: list[Revision] = []
    parts: dict[str, bytes | None] = {}
    for name in sorted(package.names()):
        match = _PART.fullmatch(name)
        root = package.part(name) if match else None
        if match and root is not None:
            said = list(_revisions(root, package, PART_NAMES[match[1]]))
            if _settle(root):
                parts[name] = serialised(root)
            found += said
    if any(_REMARKS.fullmatch(name) for name in package.names()):
        parts |= _without_remarks(package)
    parts |= _without_tracking(package)
    return (package.with_parts(parts) if parts else package), found


def _revisions(root: Element, package: Package, where: str) -> Iterator[Revision]:
    remarks = package.part("word/comments.xml")
    texts = {node.get(W + "id"): _words(node) for node in (remarks.iter(W + "comment") if remarks is not None else ())}
    numbers = {node: number for number, node in enumerate(root.iter(W + "p"), start=1)}
    said: set[Revision] = set()
    for change in root.iter():
        label = "" if is_repeated(change) else _label(change, texts)
        place = paragraph_place(package.file, numbers.get(_paragraph(change), len(numbers)), _(where) if where else "")
        if label and (found := Revision(label, place)) not in said:
            said.add(found)
            yield found


def _paragraph(change: Element) -> Element | None:
    """The paragraph that it stands in, or the first of its row or table; None for that of a page."""
    around = next(change.iterancestors(W + "p", W + "tr", W + "tbl"), None)
    return around if around is None or around.tag == W + "p" else next(around.iter(W + "p"), None)


def _label(change: Element, texts: Mapping[str | None, str]) -> str:
    """What a change or a remark does; empty for an element that is neither, or that another one tells."""
    name, parent = name_of(change), change.getparent()
    if name == "commentReference":
        return _("批注「{words}」", words=texts.get(change.get(W + "id"), ""))
    if CHANGED_FORMATS.fullmatch(name):
        return _format_label(name, parent)
    if name not in (*TAKEN_OUT, *PUT_IN, "cellIns", "cellDel", "cellMerge"):
        return ""
    if name.startswith("cell"):
        words = _words(next(change.iterancestors(W + "tc"), change))
        told = {"cellIns": _("加上一格「{words}」", words=words), "cellDel": _("删去一格「{words}」", words=words)}
        return told.get(name, _("合并格子「{words}」", words=words))
    if name_of(parent) == "trPr":
        words = _words(parent.getparent())
        return _("删去一行「{words}」", words=words) if name in TAKEN_OUT else _("加上一行「{words}」", words=words)
    return _mark_label(name, parent) if name_of(parent) == "rPr" else _words_label(name, _words(change))


def _words_label(name: str, words: str) -> str:
    words = words or _("图形、换行一类不是字的内容")
    labels = {"del": _("删去「{words}」", words=words), "ins": _("加上「{words}」", words=words)}
    labels |= {"moveFrom": _("移走「{words}」", words=words), "moveTo": _("移到这里「{words}」", words=words)}
    return labels[name]


def _mark_label(name: str, parent: Element) -> str:
    """The end of a paragraph that was added or deleted, unless its words say so already."""
    paragraph = next(parent.iterancestors(W + "p"), None)
    if paragraph is None or name_of(parent.getparent()) != "pPr" or any(name_of(node) == name for node in paragraph):
        return ""
    return _("删去段落的结尾，与下一段连成一段") if name in TAKEN_OUT else _("加上段落的结尾，另起一段")


def _format_label(name: str, parent: Element) -> str:
    paragraph = next(parent.iterancestors(W + "p"), None)
    if name in ("rPrChange", "pPrChange", "numberingChange") and paragraph is not None:
        return _("改了格式「{words}」", words=_words(paragraph))
    return _("改了页面设置") if name == "sectPrChange" else _("改了表格的格式")


def _words(node: Element) -> str:
    text = "".join(piece.text or "" for piece in node.iter(W + "t", W + "delText") if not is_repeated(piece))
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _settle(root: Element) -> bool:
    """Whether anything had to be settled."""
    nodes = [node for node in root.iter() if _REMARKED.fullmatch(name_of(node))]
    for node in nodes:
        _settle_node(node)
    return settle(root, accept=True) or bool(nodes)


def _settle_node(node: Element) -> None:
    """Take a remark's mark away, or a content control from around its words."""
    name, parent = name_of(node), node.getparent()
    if name == "sdt":
        content = node.find(W + "sdtContent")
        unwrap(node, list(content) if content is not None else [])
    elif name == "commentReference" and len([each for each in parent if name_of(each) != "rPr"]) == 1:
        parent.getparent().remove(parent)
    else:
        parent.remove(node)


def _without_remarks(package: Package) -> dict[str, bytes | None]:
    """The parts of comments taken away, with what refers to them."""
    parts: dict[str, bytes | None] = {name: None for name in package.names() if _REMARKS.fullmatch(name)}
    for name, attribute in (("word/_rels/document.xml.rels", "Target"), ("[Content_Types].xml", "PartName")):
        root: Element = package.part(name)
        for node in list(root) if root is not None else ():
            target = str(node.get(attribute, "")).lstrip("/")
            if _REMARKS.fullmatch(target if target.startswith("word/") else f"word/{target}"):
                root.remove(node)
        parts |= {name: serialised(root)} if root is not None else {}
    return parts


def _without_tracking(package: Package) -> dict[str, bytes | None]:
    """The settings without 修订 switched on: it would mark whatever the reader types."""
    settings: Element = package.part("word/settings.xml")
    tracked = settings.find(W + "trackRevisions") if settings is not None else None
    if tracked is None:
        return {}
    settings.remove(tracked)
    return {"word/settings.xml": serialised(settings)}
