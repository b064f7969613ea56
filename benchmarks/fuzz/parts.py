"""The parts of a Word file as a whole changed at random: relations, content types, styles, encodings, parts that go."""

import random
import re
from collections.abc import Callable
from typing import TypeAlias

from lxml import etree

from benchmarks.fuzz.elements import Element, W

Parts: TypeAlias = dict[str, bytes]
"""What a file holds, in its order."""

_TEXT = "word/document.xml"
_TYPES = "[Content_Types].xml"
_TARGETS = (
    "",
    ".",
    "/",
    "../../../etc/passwd",
    "document.xml",
    "/word/document.xml",
    "没有.xml",
    "styles.xml#a",
    "\\a",
)
_STRICT = "http://purl.oclc.org/ooxml/"
_MAIN = b"wordprocessingml.document.main+xml"


def change_parts(parts: Parts, dice: random.Random) -> None:
    """One change of the file as a whole."""
    dice.choice(_CHANGES)(parts, dice)


def read(part: bytes) -> Element | None:
    """The root of a part; None for what is no XML (any more)."""
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def written(root: Element) -> bytes:
    """A part as bytes."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def _relations(parts: Parts, dice: random.Random) -> None:
    """Targets exchanged, turned round into rings, led out of the file, or ids that lead to another."""
    name = dice.choice([name for name in parts if name.endswith(".rels")] or [next(iter(parts))])
    root = read(parts[name])
    if root is None or not len(root):
        return
    one, other = dice.choice(root), dice.choice(root)
    key = dice.choice(("Target", "Target", "Id", "Type"))
    match dice.randrange(6):
        case 0:
            one.attrib.update({key: other.get(key, "")})
        case 1:
            for each in root:
                each.set("Target", other.get("Target", ""))
        case 2:
            one.set("Target", dice.choice(_TARGETS))
        case 3:
            one.set("TargetMode", dice.choice(("External", "Internal", "x")))
        case 4:
            one.attrib.pop(key, None)
        case _:
            root.remove(one)
    parts[name] = written(root)


def _content_types(parts: Parts, dice: random.Random) -> None:
    types = parts.get(_TYPES, b"")
    root = read(types)
    if root is None or not len(root) or dice.random() < 0.3:
        other = dice.choice((b"wordprocessingml.template.main+xml", b"spreadsheetml.sheet.main+xml", b"x"))
        parts[_TYPES] = types.replace(_MAIN, other)
        return
    one, other = dice.choice(root), dice.choice(root)
    one.set("ContentType", other.get("ContentType", ""))
    if dice.random() < 0.5:
        root.remove(other)
    parts[_TYPES] = written(root)


def _lose(parts: Parts, dice: random.Random) -> None:
    """A part that goes, is empty, is cut off, or is another."""
    name = dice.choice(list(parts))
    match dice.randrange(5):
        case 0 | 1:
            del parts[name]
        case 2:
            parts[name] = dice.choice((b"", b"<x/>", b"\x00" * 40, b"<", b'<?xml version="1.0"?>'))
        case 3:
            parts[name] = parts[name][: dice.randrange(len(parts[name]) + 1)]
        case _:
            parts[name] = parts[dice.choice(list(parts))]


def _rename(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(list(parts))
    content = parts.pop(name)
    parts[dice.choice((name.upper(), f"/{name}", name.replace("/", "\\"), f"{name}.bak", "../" + name))] = content


def _strict(parts: Parts, dice: random.Random) -> None:
    """The names of the strict form of the standard: in all parts, or in some alone."""
    for name in list(parts):
        if name.endswith(".xml") and dice.random() < 0.7:
            parts[name] = re.sub(
                rb"http://schemas\.openxmlformats\.org/(\w+)/2006/",
                lambda found: _STRICT.encode() + found[1] + b"/",
                parts[name],
            )


def _encoding(parts: Parts, dice: random.Random) -> None:
    """Another encoding than the part says, or one that it says and that is not usual."""
    name = dice.choice([name for name in parts if name.endswith((".xml", ".rels"))] or [next(iter(parts))])
    body = re.sub(r"^\s*<\?xml[^>]*\?>", "", parts[name].decode("utf-8", "replace"))
    said, real = dice.choice(
        (("UTF-16", "utf-16"), ("GB18030", "gb18030"), ("GBK", "utf-8"), ("UTF-8", "utf-16"), ("x", "utf-8"))
    )
    parts[name] = f'<?xml version="1.0" encoding="{said}"?>{body}'.encode(real, "replace")


def _bytes(parts: Parts, dice: random.Random) -> None:
    """Some bytes of a part otherwise, as a bad disk would have them."""
    name = dice.choice(list(parts))
    content = bytearray(parts[name])
    for _time in range(dice.choice((1, 5, 50)) if content else 0):
        content[dice.randrange(len(content))] = dice.randrange(256)
    parts[name] = bytes(content)


def _entities(parts: Parts, dice: random.Random) -> None:
    """A document type with entities, and what calls them."""
    name = dice.choice([name for name in parts if name.endswith(".xml")] or [next(iter(parts))])
    root = read(parts[name])
    if root is None:
        return
    local = root.tag if root.prefix is None else f"{root.prefix}:{etree.QName(root).localname}"
    meant = dice.choice(("甲", "&a;", "<w:p/>", "x" * 3000))
    body = etree.tostring(root, encoding="unicode").replace("</w:t>", "&a;</w:t>", dice.choice((1, 50)))
    parts[name] = f'<!DOCTYPE {local} [<!ENTITY a "{meant}"><!ENTITY b SYSTEM "file:///etc/passwd">]>{body}'.encode()


def _rings(parts: Parts, dice: random.Random) -> None:
    """Styles that are based on each other, numberings that lead to each other, levels that say impossible things."""
    for name, tag, attribute in (("styles", "basedOn", "styleId"), ("numbering", "abstractNumId", "abstractNumId")):
        root = read(parts.get(f"word/{name}.xml", b""))
        if root is None:
            continue
        ids = [each.get(W + attribute) for each in root if each.get(W + attribute)] or ["1"]
        for each in root.iter(W + tag, W + "link", W + "next", W + "numStyleLink", W + "lvlText", W + "start"):
            if dice.random() < 0.4:
                each.set(W + "val", dice.choice((*ids, "%1%2%3%9%0", "2147483648", "-1", "")))
        for each in list(root)[:40]:
            if dice.random() < 0.2 and each.tag == W + "style":
                based = etree.SubElement(each, W + "basedOn")
                based.set(W + "val", dice.choice(ids))
        parts[f"word/{name}.xml"] = written(root)


_NOTES = {
    "comments": ("comment", "comments"),
    "footnotes": ("footnote", "footnotes"),
    "endnotes": ("endnote", "endnotes"),
    "header9": ("p", "header"),
    "settings": ("evenAndOddHeaders", "settings"),
    "people": ("person", "people"),
    "glossary/document": ("docPart", "glossaryDocument"),
}
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _further(parts: Parts, dice: random.Random) -> None:
    """A part with remarks, notes or a header that the file had not, and what leads to it."""
    name = dice.choice(list(_NOTES))
    item, kind = _NOTES[name]
    ids = dice.choice((("0", "1", "2"), ("1", "1", "x"), ("-1", "", "9" * 20)))
    inside = "".join(f'<w:{item} w:id="{each}"><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:{item}>' for each in ids)
    parts[f"word/{name}.xml"] = f'<w:{kind} xmlns:w="{W[1:-1]}">{inside}</w:{kind}>'.encode()
    rels = read(parts.get("word/_rels/document.xml.rels", b""))
    if rels is not None:
        made = etree.SubElement(rels, "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship")
        made.attrib.update({"Id": "rId900", "Type": _RELATION + kind, "Target": f"{name}.xml"})
        parts["word/_rels/document.xml.rels"] = written(rels)


_CHANGES: tuple[Callable[[Parts, random.Random], None], ...] = (
    _relations,
    _relations,
    _content_types,
    _lose,
    _lose,
    _rename,
    _strict,
    _encoding,
    _bytes,
    _entities,
    _rings,
    _further,
    _further,
)
