"""Looks that templates share: what somebody changed in one looks.docx is changed in every template that follows it.

Word wants all styles in each file, or nobody could edit it, so every template.docx holds a copy of them. The copies
come from one file. Where another looks.docx says something else than that file, and a template says what that file
says, the template is taken to say the new thing too: a merge of three, property by property. What a template has of
its own stays.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from reportgen.record import Struct
from reportgen.word.package import Element, Package, W, value

_STYLES, _BODY = "word/styles.xml", "word/document.xml"
_GROUPS = ("pPr", "rPr")
_PAGE = ("pgSz", "pgMar")
_ORDER = {
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr
    """,
    "rPr": """
        rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs
        em lang eastAsianLayout specVanish oMath
    """,
}
"""The order in which the schema wants properties to stand."""

Properties = dict[tuple[str, str], str]
"""(element, attribute) → value; of an element that has inner ones, its text under the attribute `""`."""


def following(package: Package, base: Package, former: Package) -> Package:
    """The template with what `base` says otherwise than `former`, wherever it says itself what `former` says.

    The same object when there is nothing to change. Raises UsageProblem when a file is no docx.
    """
    styles, body = package.part(_STYLES), package.part(_BODY)
    if styles is None or body is None:
        return package
    parts = {_STYLES: _bytes(styles)} if _merge_styles(styles, base, former) else {}
    parts |= {_BODY: _bytes(body)} if _merge_page(body, base, former) else {}
    return package.with_parts(parts) if parts else package


def own_properties(package: Package, base: Package) -> dict[str, Properties]:
    """What each style of a template says otherwise than that of its name in `base`; all of those that `base` lacks."""
    theirs, ours = _named(base.part(_STYLES)), _named(package.part(_STYLES))
    own = {}
    for name, style in ours.items():
        said, shared = _all(style, ours), _all(theirs[name], theirs) if name in theirs else {}
        other = {key: text for key, text in said.items() if shared.get(key) != text}
        own[name] = other | {key: "" for key in shared if key not in said}
    return {name: properties for name, properties in own.items() if properties or name not in theirs}


def _merge_styles(root: Element, base: Package, former: Package) -> bool:
    new, old = base.part(_STYLES), former.part(_STYLES)
    theirs, before = _named(new), _named(old)
    mine = {name: style for name, style in _named(root).items() if name in theirs and name in before}
    changed = [
        _merge_group(style, theirs[name], before[name], group) for name, style in mine.items() for group in _GROUPS
    ]
    for group in _GROUPS:
        path = f"{W}docDefaults/{W}{group}Default"
        now, then, was = (each.find(path) if each is not None else None for each in (root, new, old))
        if now is not None and then is not None and was is not None:
            changed.append(_merge_group(now, then, was, group))
    return any(changed)


def _merge_page(root: Element, base: Package, former: Package) -> bool:
    """Paper and margins of the last section."""
    sections: list[Element] = [_section(each) for each in (root, base.part(_BODY), former.part(_BODY))]
    if any(section is None for section in sections):
        return False
    mine, new, old = ({name: section.find(W + name) for name in _PAGE} for section in sections)
    changed = False
    for name in _PAGE:
        if all(each[name] is not None for each in (mine, new, old)):
            for attribute, text in new[name].items():
                was, now = old[name].get(attribute), mine[name].get(attribute)
                if text != was == now:
                    mine[name].set(attribute, text)
                    changed = True
    return changed


def _section(root: Element | None) -> Element | None:
    return root.find(f"{W}body/{W}sectPr") if root is not None else None


def _merge_group(style: Element, new: Element, old: Element, group: str) -> bool:
    """Whether the paragraph or run properties of a style had to be changed."""
    said, wanted, before = (_properties(each.find(W + group)) for each in (style, new, old))
    keys = [key for key in dict.fromkeys((*wanted, *before)) if wanted.get(key) != before.get(key) == said.get(key)]
    for tag, attribute in keys:
        _set(style, new, group, _Change(tag, attribute, wanted.get((tag, attribute))))
    return bool(keys)


class _Change(Struct, frozen=True):
    tag: str
    attribute: str
    """Empty for an element that holds others."""
    text: str | None
    """None for what is no longer said."""


def _set(style: Element, new: Element, group: str, change: _Change) -> None:
    properties = style.find(W + group)
    if properties is None:
        properties = etree.SubElement(style, W + group)
    node = properties.find(W + change.tag)
    if not change.attribute:
        _replace(properties, node, new.find(f"{W}{group}/{W}{change.tag}"), group)
    elif change.text is not None:
        if node is None:
            node = etree.Element(W + change.tag)
            _insert(properties, node, group)
        node.set(W + change.attribute, change.text)
    elif node is not None:
        node.attrib.pop(W + change.attribute, None)
        if not node.attrib:
            properties.remove(node)


def _replace(properties: Element, node: Element | None, other: Element | None, group: str) -> None:
    """An element with others in it, such as borders or tab stops, is taken as a whole."""
    if node is not None:
        properties.remove(node)
    if other is not None:
        copy = deepcopy(other)
        copy.tail = None
        _insert(properties, copy, group)


def _insert(properties: Element, node: Element, group: str) -> None:
    order = _ORDER[group].split()
    rank = order.index(_name(node)) if _name(node) in order else len(order)
    before = [each for each in properties if _name(each) in order and order.index(_name(each)) < rank]
    properties.insert(properties.index(before[-1]) + 1 if before else 0, node)


def _named(root: Element | None) -> dict[str, Element]:
    styles = root.iter(W + "style") if root is not None else ()
    return {str(value(style, "name")): style for style in styles if style.get(W + "type") == "paragraph"}


def _all(style: Element, styles: dict[str, Element]) -> Properties:
    """All that a style says, the name of the one that it is based on among it."""
    said = {key: text for group in _GROUPS for key, text in _properties(style.find(W + group)).items()}
    names = {str(other.get(W + "styleId")): name for name, other in styles.items()}
    base = value(style, "basedOn")
    return said | ({("basedOn", ""): names.get(base, base)} if base else {})


def _properties(group: Element | None) -> Properties:
    return dict(_pairs(group)) if group is not None else {}


def _pairs(group: Element) -> Iterator[tuple[tuple[str, str], str]]:
    for node in group:
        if len(node):
            yield (_name(node), ""), etree.tostring(node, method="c14n").decode()
        elif not node.attrib:
            yield (_name(node), "val"), "1"
        else:
            yield from (((_name(node), name.rpartition("}")[2]), str(text)) for name, text in node.items())


def _bytes(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _name(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
