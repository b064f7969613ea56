"""The parts of a docx file as XML trees."""

import zipfile
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from reportgen.errors import UsageProblem
from reportgen.language import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)


@dataclass(frozen=True)
class Package:
    """A docx held in memory; `file` is its name for messages."""

    file: str
    content: bytes

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        try:
            with zipfile.ZipFile(BytesIO(self.content)) as archive:
                return {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
        except (zipfile.BadZipFile, OSError) as error:
            message = _("{file} 不是完好的 docx 文件，请用 Word 或 WPS 另存为 .docx", file=self.file)
            raise UsageProblem(message) from error

    def part(self, name: str) -> Element | None:
        """The root of a part such as word/styles.xml, or None when the file has none.

        Raises UsageProblem when the file is not a docx.
        """
        if name not in self._parts:
            return None
        try:
            return etree.fromstring(self._parts[name], _PARSER)
        except etree.XMLSyntaxError as error:
            raise UsageProblem(_("{file} 里的 {part} 已损坏", file=self.file, part=name)) from error

    def target(self, relation: str) -> str:
        """The part that a relationship of the main document leads to."""
        rels = self.part("word/_rels/document.xml.rels")
        for rel in rels.iter(f"{_RELS}Relationship") if rels is not None else ():
            if rel.get("Id") == relation:
                target = str(rel.get("Target", ""))
                return target.lstrip("/") if target.startswith("/") else f"word/{target}"
        return ""


def value(element: Element | None, child: str, attribute: str = "val") -> str | None:
    """An attribute of a child, e.g. value(pPr, "pStyle")."""
    found = element.find(W + child) if element is not None else None
    return found.get(W + attribute) if found is not None else None


def is_on(element: Element | None, child: str) -> bool | None:
    """A toggle such as <w:keepNext/>: True, False, or None when it is not said."""
    found = element.find(W + child) if element is not None else None
    if found is None:
        return None
    return found.get(W + "val", "1") not in ("0", "false", "off", "none")
