"""Files that Word opens and no template can be: refused in words, before a library stumbles over them."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.word.package import Element, Package, R, W, damaged_part

_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PACKAGE, _BODY_LINKS = "_rels/.rels", "word/_rels/document.xml.rels"
_NEEDED = (_PACKAGE, "[Content_Types].xml", "word/styles.xml", "word/settings.xml")
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BODY = "word/document.xml"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties"
_KINDS = {
    "officeDocument": (f"{W}document", "document.main+xml"),
    "core-properties": (_CORE, "core-properties+xml"),
    "styles": (f"{W}styles", ".styles+xml"),
    "settings": (f"{W}settings", ".settings+xml"),
    "numbering": (f"{W}numbering", ".numbering+xml"),
    "footnotes": (f"{W}footnotes", ".footnotes+xml"),
    "header": (f"{W}hdr", ".header+xml"),
    "footer": (f"{W}ftr", ".footer+xml"),
}
"""By the end of the relation that leads to a part: its root, and the end of its content type."""
_MANY = ("header", "footer")
"""Of these a text may have several."""


def refuse_unusable(package: Package) -> None:
    """Raises UsageProblem for a template that cannot be filled, with what to do about it."""
    if not package.names():
        return
    file, root, kind = package.file, package.part(_BODY), _kind(package, _BODY)
    refuse_strict(root, file)
    if "template" in kind:
        raise UsageProblem(_("{file} 存成了 Word 模板（.dotx），请另存为「Word 文档（.docx）」", file=file))
    if "macroEnabled" in kind:
        raise UsageProblem(_("{file} 存成了启用宏的文档（.docm），请另存为「Word 文档（.docx）」", file=file))
    links = list(_links(package))
    if unsaid := next((rels for rels, link in links if not all(map(link.get, ("Id", "Type", "Target")))), ""):
        raise UsageProblem(damaged_part(file, unsaid))
    referred = [_target(rels, link) for rels, link in links if link.get("TargetMode") != "External"]
    if lost := next((name for name in (*_NEEDED, *referred) if name not in package.every_name()), ""):
        raise UsageProblem(_("{file} 里缺了 {part}，请用 Word 或 WPS 打开，另存一份", file=file, part=lost))
    if odd := next(_odd(package), _BODY if _leads_nowhere(package) else ""):
        raise UsageProblem(damaged_part(file, odd))


def refuse_strict(root: Element | None, file: str) -> None:
    """Raises UsageProblem for a text whose elements have the names of the strict form of the standard."""
    if root is not None and str(root.tag).startswith(_STRICT):
        raise UsageProblem(
            _("{file} 是「Strict Open XML」格式，请另存为「Word 文档（.docx）」，不选 Strict 的那一种", file=file)
        )


def _kind(package: Package, name: str) -> str:
    """The content type of a part."""
    types = package.part("[Content_Types].xml")
    found = types.iter(f"{_TYPES}Override") if types is not None else ()
    return next((str(each.get("ContentType")) for each in found if each.get("PartName") == f"/{name}"), "")


def _odd(package: Package) -> Iterator[str]:
    """Parts that are not what leads to them says: a library that writes into them finds something else there.

    Raises UsageProblem for one that is no XML.
    """
    roots = {name: root for name in sorted(package.names()) if (root := package.part(name)) is not None}
    for rels in (_PACKAGE, _BODY_LINKS):
        led = set[str]()
        for link in roots[rels].iter(_RELATIONSHIP) if rels in roots else ():
            kind = str(link.get("Type")).rpartition("/")[2]
            tag, content = _KINDS.get(kind, ("", ""))
            target = _target(rels, link)
            is_out = link.get("TargetMode") == "External"
            is_so = target in roots and roots[target].tag == tag and _kind(package, target).endswith(content)
            is_second = kind in led and kind not in _MANY
            if tag and (is_out or is_second or (target in roots and not is_so)):
                yield target
            led.add(kind)


def _leads_nowhere(package: Package) -> bool:
    """Whether a section asks for a header or a footer that the file does not know."""
    root, rels = package.part(_BODY), package.part(_BODY_LINKS)
    known = {link.get("Id") for link in rels.iter(_RELATIONSHIP)} if rels is not None else set()
    asked = root.iter(f"{W}headerReference", f"{W}footerReference") if root is not None else ()
    return any(each.get(f"{R}id") not in known for each in asked)


def _links(package: Package) -> Iterator[tuple[str, Element]]:
    """Every relation of the file, pictures of headers among them, with the part that holds it.

    Raises UsageProblem for one that is no XML.
    """
    for name in sorted(package.names()):
        root = package.part(name) if name.endswith(".rels") else None
        yield from ((name, link) for link in root.iter(_RELATIONSHIP)) if root is not None else ()


def _target(rels: str, link: Element) -> str:
    """The part that a relation leads to: word/media/a.png, from media/a.png in word/_rels/document.xml.rels."""
    return normpath(join("/", dirname(dirname(rels)), str(link.get("Target")))).lstrip("/")
