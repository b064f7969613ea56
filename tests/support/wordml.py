"""Read a Word file's parts and its styles as Word does."""

import zipfile
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Style(NamedTuple):
    """One `w:style`, before inheritance."""

    name: str
    style_id: str
    based_on: str
    properties: dict[str, str]


class WordFile:
    """A docx, from a path or from its bytes."""

    def __init__(self, content: Path | bytes) -> None:
        with zipfile.ZipFile(BytesIO(content) if isinstance(content, bytes) else content) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> etree._Element:
        """The parsed XML of one part."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def styles(self) -> list[Style]:
        """Every style of the file."""
        return [
            Style(value(style, "name"), style.get(f"{W}styleId", ""), value(style, "basedOn"), _own(style))
            for style in self.part("word/styles.xml").iter(f"{W}style")
        ]

    def resolved(self, name: str) -> dict[str, str]:
        """A style's properties through its `basedOn` chain, keyed `p.spacing.line`, `r.sz.val` …"""
        by_id = {style.style_id: style for style in self.styles}
        chain, style = [], next((style for style in self.styles if style.name == name), None)
        while style is not None:
            chain.append(style)
            style = by_id.get(style.based_on)
        properties: dict[str, str] = {}
        for style in reversed(chain):
            properties |= style.properties
        return properties

    def paragraphs(self) -> list[tuple[str, etree._Element]]:
        """The paragraphs of the body, each with the name of its style (empty when it names none)."""
        names = {style.style_id: style.name for style in self.styles}
        nodes = self.part("word/document.xml").iter(f"{W}p")
        return [(names.get(value(node.find(f"{W}pPr"), "pStyle"), ""), node) for node in nodes]

    def footer(self, kind: str) -> etree._Element:
        """The footer of odd (`default`) or `even` pages."""
        references = map(attributes, self.part("word/document.xml").iter(f"{W}footerReference"))
        ids = {reference["type"]: reference["id"] for reference in references}
        targets = {item.get("Id"): item.get("Target") for item in self.part("word/_rels/document.xml.rels")}
        return self.part(f"word/{targets[ids[kind]]}")


def attributes(element: etree._Element | None) -> dict[str, str]:
    """Local names and values: {"line": "579", "lineRule": "exact"}."""
    assert element is not None
    return {etree.QName(key).localname: str(given) for key, given in element.attrib.items()}


def value(element: etree._Element | None, child: str) -> str:
    """The `w:val` of a child; empty when there is none."""
    found = None if element is None else element.find(f"{W}{child}")
    return "" if found is None else found.get(f"{W}val", "")


def words(paragraph: etree._Element) -> str:
    """The text of a paragraph as Word shows it in one line."""
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))


def _own(style: etree._Element) -> dict[str, str]:
    properties: dict[str, str] = {}
    for letter in "pr":
        for element in style.iterfind(f"{W}{letter}Pr/*"):
            tag = etree.QName(element).localname
            given = attributes(element) or {"val": "1"}  # a bare <w:keepNext/> means on
            properties |= {f"{letter}.{tag}.{key}": setting for key, setting in given.items()}
    return properties
