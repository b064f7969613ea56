"""The parts of a docx file as XML trees."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from posixpath import normpath
from typing import Any, TypeAlias

from lxml import etree

from reportgen.errors import UsageProblem
from reportgen.language import _
from reportgen.record import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_MOST_BYTES = 200_000_000
"""A report has a few megabytes of XML; a file that is meant to fill the memory is refused."""
_MOST_NODES = 1_500_000
"""Elements of a part: a report of 300 pages with long tables has half a million."""
_TOO_DEEP, _TOO_LONG = "Excessive depth", "too long"

Element: TypeAlias = Any
"""An lxml element; lxml ships no types."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)


class Package(Struct, frozen=True, dict=True):
    """A docx held in memory; `file` is its name for messages."""

    file: str
    content: bytes

    @cached_property
    def _parts(self) -> dict[str, bytes]:
        with _whole(self.file), zipfile.ZipFile(BytesIO(self.content)) as archive:
            wanted = [item for item in archive.infolist() if item.filename.endswith((".xml", ".rels"))]
            size = sum(item.file_size for item in wanted)
            if size > _MOST_BYTES:
                told = {"file": self.file, "size": size // 1_000_000, "most": _MOST_BYTES // 1_000_000}
                raise UsageProblem(_("{file} 展开后有 {size} MB，太大了（最多 {most} MB），没有读", **told))
            return {item.filename: archive.read(item) for item in wanted}

    def part(self, name: str) -> Element | None:
        """The root of a part such as word/styles.xml, or None when the file has none.

        Raises UsageProblem when the file is not a docx, or the part defines entities, which Word does not open either.
        """
        if name not in self._parts:
            return None
        content = self._parts[name]
        if content.count(b"<") > _MOST_NODES and (count := content.count(b"<") - content.count(b"</")) > _MOST_NODES:
            told = {"file": self.file, "part": name, "count": count // 10_000, "most": _MOST_NODES // 10_000}
            raise UsageProblem(_("{file} 里的 {part} 有 {count} 万个元素，太多了（最多 {most} 万个），没有读", **told))
        try:
            root = etree.fromstring(content, _PARSER)
        except etree.XMLSyntaxError as error:
            raise UsageProblem(self._unreadable(name, str(error))) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UsageProblem(self._defines_entities(name))
        return root

    def _unreadable(self, name: str, why: str) -> str:
        """What is said of a part, by what libxml2 says of it."""
        if _TOO_DEEP in why:
            return too_deep(self.file)
        if _TOO_LONG in why:
            return _(
                "{file} 里的 {part} 有一段文字长得读不了，请用 Word 或 WPS 分成几段，再另存", file=self.file, part=name
            )
        return self._defines_entities(name) if b"<!DOCTYPE" in self._parts[name] else damaged_part(self.file, name)

    def _defines_entities(self, name: str) -> str:
        told = {"file": self.file, "part": name}
        return _(
            "{file} 里的 {part} 有 Word 不写的实体定义（DOCTYPE），没有读。请用 Word 或 WPS 打开，另存一份", **told
        )

    def every_name(self) -> frozenset[str]:
        """All that the file holds, pictures and programs too. Raises UsageProblem when it is not a docx."""
        if not self._parts:
            return frozenset()
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            return frozenset(archive.namelist())

    def names(self) -> frozenset[str]:
        """The parts that it holds. Raises UsageProblem when the file is not a docx."""
        return frozenset(self._parts)

    def main(self) -> Element | None:
        """The root of the main document. Raises UsageProblem when the file is not a docx."""
        return self.part(self.main_name())

    def main_name(self) -> str:
        """The part that is the main document: mostly word/document.xml, but the file itself says which.

        Raises UsageProblem when the file is not a docx.
        """
        rels = self.part("_rels/.rels")
        for rel in rels.iter(f"{_RELS}Relationship") if rels is not None else ():
            if str(rel.get("Type", "")).endswith("/officeDocument"):
                return str(rel.get("Target", "")).lstrip("/")
        return "word/document.xml"

    def target(self, relation: str, part: str = "word/document.xml") -> str:
        """The part that a relationship of another part leads to; empty when it leads nowhere or out of the file."""
        folder, _slash, name = part.rpartition("/")
        rels = self.part(f"{folder}/_rels/{name}.rels")
        for rel in rels.iter(f"{_RELS}Relationship") if rels is not None else ():
            if rel.get("Id") == relation and rel.get("TargetMode") != "External":
                target = str(rel.get("Target", ""))
                return target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
        return ""

    def bytes_of(self, name: str) -> bytes | None:
        """A part as it is, such as a picture; None when the file has none of that name.

        Raises UsageProblem when it is not whole.
        """
        if name in self._parts:
            return self._parts[name]
        with _whole(self.file), zipfile.ZipFile(BytesIO(self.content)) as archive:
            if name not in archive.namelist() or archive.getinfo(name).file_size > _MOST_BYTES:
                return None
            return archive.read(name)

    def with_parts(self, parts: Mapping[str, bytes | None]) -> "Package":
        """The same file with other contents of some parts, or further ones; None takes a part away.

        Raises UsageProblem when a part that is kept is not whole.
        """
        stream = BytesIO()
        with (
            _whole(self.file),
            zipfile.ZipFile(BytesIO(self.content)) as old,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for item in old.infolist():
                content = parts.get(item.filename, old.read(item))
                if content is not None:
                    new.writestr(item, content, zipfile.ZIP_DEFLATED)
            for name in parts.keys() - set(old.namelist()):
                new.writestr(zipfile.ZipInfo(name), parts[name] or b"", zipfile.ZIP_DEFLATED)
        return Package(self.file, stream.getvalue())


@contextmanager
def _whole(file: str) -> Iterator[None]:
    """Raises UsageProblem for a file that cannot be unpacked; RuntimeError tells what is encrypted or oddly packed."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise UsageProblem(broken(file)) from error


def broken(file: str) -> str:
    """What to say of a file that is no whole package."""
    return _("{file} 不是完好的 docx 文件，请用 Word 或 WPS 另存为 .docx", file=file)


def damaged_part(file: str, part: str) -> str:
    """What to say of a part that is not what it should be."""
    return _("{file} 里的 {part} 已损坏，请用 Word 或 WPS 打开，另存一份", file=file, part=part)


def too_deep(file: str) -> str:
    """What to say of tables within tables, or boxes within boxes, that nobody can have meant."""
    return _(
        "{file} 里的表格（或文本框）一层套一层，套得太深，读不了。请在 Word 或 WPS 里把内层的表格移出来，再另存",
        file=file,
    )


def value(element: Element | None, child: str, attribute: str = "val") -> str | None:
    """An attribute of a child, e.g. value(pPr, "pStyle")."""
    found = _child(element, child)
    return found.get(W + attribute) if found is not None else None


def is_on(element: Element | None, child: str) -> bool | None:
    """A toggle such as <w:keepNext/>: True, False, or None when it is not said."""
    found = _child(element, child)
    if found is None:
        return None
    return found.get(W + "val", "1") not in ("0", "false", "off", "none")


def _child(element: Element | None, name: str) -> Element | None:
    """The first child of that name; in two thirds of the time that `find` takes, which reads a path."""
    return next(element.iterchildren(W + name), None) if element is not None else None


Properties: TypeAlias = tuple[Any, ...]
"""What an element of properties says, in a form that is equal where it says the same."""


def written(element: Element | None) -> Properties:
    """All that an element of properties says: what follows from it is worked out once for everything that is set alike.

    A file has thousands of paragraphs and cells, and some dozen ways in which they are set.
    """
    if element is None:
        return ()
    return tuple([(node.tag, len(node), *node.items()) for node in element.iter()])


def is_repeated(node: Element) -> bool:
    """Whether it stands in the half of a drawing that is meant for old Words."""
    return any(str(up.tag).endswith("}Fallback") for up in node.iterancestors())
