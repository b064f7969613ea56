"""A part of a Word file changed at random, with an eye for its structure: elements, attributes, texts, namespaces."""

import copy
import random
from collections.abc import Callable
from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = Any
"""lxml ships no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEP = (1, 3, 30, 90, 300)
"""How many levels are put around an element; libxml2 reads 256."""
_MANY = (1, 2, 30, 400)
_NUMBERS = ("0", "-1", "1", "7", "99999", "2147483648", "-2147483649", "9" * 30, "1.5", "1e9", "0x10", "٣", "３", "NaN")
_WORDS = ("", " ", "auto", "true", "none", "abc", "%1", "rId1", "00000000", "FFFFFFF", "甲", "a" * 5000, "\u202e", "&")
_TEXTS = (
    "",
    " \t\n",
    "{{ 标题 }}",
    "一、",
    "100%",
    "支出1,126.60万元，其中：甲60万元、乙50万元，增长-5%，" * 20,
    "9" * 400,
    "0." + "0" * 60 + "1万元",
    "（" * 80,
    "\u200b\ufeff",
    "😀𠮷",
    "\ue000\ufffd",
    "2024年2月30日",
    "|" * 50,
    "- - -",
)
_NAMESPACES = (
    W[1:-1],
    "",
    "urn:x",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
)


def change(root: Element, dice: random.Random) -> None:
    """One change somewhere below a root: often of the elements that hold text, else of any."""
    nodes = [node for node in root.iter(etree.Element) if node is not root]
    big = [node for node in nodes if node.tag in _HOLDERS]
    if not nodes:
        root.text = dice.choice(_TEXTS)
        return
    node = dice.choice(big if big and dice.random() < 0.5 else nodes)
    dice.choice(_CHANGES)(node, nodes, dice)


_HOLDERS = frozenset(W + name for name in ("p", "r", "t", "tbl", "tr", "tc", "sectPr", "pPr", "rPr", "tblPr", "tcPr"))
_Change: TypeAlias = Callable[[Element, list[Element], random.Random], None]


def _drop(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    """Taken away, with what is in it or without."""
    if dice.random() < 0.3:
        for child in list(node):
            node.addprevious(child)
    node.getparent().remove(node)


def _double(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    size = sum(1 for _each in node.iter())
    for _time in range(min(dice.choice(_MANY), max(1, 40_000 // size))):
        node.addnext(copy.deepcopy(node))


def _move(node: Element, nodes: list[Element], dice: random.Random) -> None:
    """A copy of it put into another one, wherever that is."""
    dice.choice(nodes).insert(dice.randint(0, 3), copy.deepcopy(node))


def _swap(node: Element, nodes: list[Element], dice: random.Random) -> None:
    other = dice.choice(nodes)
    node.tag, other.tag = other.tag, node.tag


def _nest(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    """Within as many more of its own kind, and of its parent's."""
    parent, kinds = node.getparent(), [node.tag, node.getparent().tag]
    at, inner = parent.index(node), copy.deepcopy(node)
    for _level in range(dice.choice(_DEEP)):
        for kind in kinds[: dice.choice((1, 2))]:
            outer = etree.Element(kind, nsmap=node.nsmap)
            outer.append(inner)
            inner = outer
    parent[at] = inner


def _attribute(node: Element, nodes: list[Element], dice: random.Random) -> None:
    """Another value for one of its attributes, else for that of another element that has some."""
    having = node if node.attrib else dice.choice([each for each in nodes if each.attrib] or [node])
    if not having.attrib:
        return
    name = dice.choice(sorted(having.attrib))
    others = [each.get(name) for each in nodes if each.get(name) is not None]
    having.set(name, dice.choice((dice.choice(_NUMBERS), dice.choice(_WORDS), dice.choice(others))))


def _without_attribute(node: Element, nodes: list[Element], dice: random.Random) -> None:
    having = node if node.attrib else dice.choice([each for each in nodes if each.attrib] or [node])
    for name in sorted(having.attrib)[:1]:
        del having.attrib[name]


def _further_attribute(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    name = dice.choice(("val", "id", "type", "w", "fill", "space", "rsidR", "vanish"))
    node.set(dice.choice((W, "", "{urn:x}")) + name, dice.choice((*_NUMBERS, *_WORDS)))


def _text(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    if dice.random() < 0.3:
        node.tail = dice.choice(_TEXTS)
    else:
        node.text = dice.choice(_TEXTS)


def _other_namespace(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    space, local = dice.choice(_NAMESPACES), etree.QName(node).localname
    node.tag = f"{{{space}}}{local}" if space else local


def _no_element(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    """What is no element, where elements are looked through: remarks, instructions, and names of entities."""
    made = (etree.Comment("甲"), etree.ProcessingInstruction("x", "y"), etree.Entity("#30002"))
    node.insert(dice.randint(0, 2), dice.choice(made))


def _shuffle(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    children = list(node)
    dice.shuffle(children)
    node[:] = children


def _emptied(node: Element, _nodes: list[Element], dice: random.Random) -> None:
    """Nothing left in it; else nothing of one kind, such as cells, anywhere in it."""
    kinds = sorted({each.tag for each in node.iter(etree.Element) if each is not node})
    if not kinds or dice.random() < 0.5:
        node[:] = []
        return
    gone = dice.choice(kinds)
    for each in [each for each in node.iter(gone) if each is not node]:
        each.getparent().remove(each)


_CHANGES: tuple[_Change, ...] = (
    _drop,
    _drop,
    _double,
    _move,
    _move,
    _swap,
    _nest,
    _attribute,
    _attribute,
    _attribute,
    _without_attribute,
    _further_attribute,
    _text,
    _other_namespace,
    _no_element,
    _shuffle,
    _emptied,
)
