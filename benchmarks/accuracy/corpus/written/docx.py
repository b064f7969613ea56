"""A document as a Word file.

Hundreds of files differ from each other in one paragraph or table: each block is made by python-docx once, and kept.
"""

import re
from functools import cache, lru_cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from docx.document import Document as WordFile
from lxml import etree

from benchmarks.accuracy.corpus.source import Block, Break, Document
from benchmarks.accuracy.corpus.written.blocks import append, empty_file
from benchmarks.accuracy.corpus.written.text import contents_of

_BODY = "word/document.xml"
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
"""Names that the root of the file declares already."""
_SECTION = "<w:sectPr"
_KEPT = 2000


def as_docx(document: Document) -> bytes:
    """The whole file; the same bytes every time."""
    parts = dict(_empty_parts())
    contents = tuple(contents_of(document))
    words = "".join(_xml(block, contents if block is Break.CONTENTS else ()) for block in document.blocks)
    before, section, after = parts[_BODY].decode().partition(_SECTION)
    parts[_BODY] = (before + words + section + after).encode()
    return _packed(parts)


@cache
def _empty_parts() -> tuple[tuple[str, bytes], ...]:
    written = BytesIO()
    empty_file().save(written)
    with ZipFile(written) as package:
        return tuple((name, package.read(name)) for name in package.namelist())


@lru_cache(_KEPT)
def _xml(block: Block, contents: tuple[str, ...]) -> str:
    """What a block is in the body of the file."""
    word = _scratch()
    body = word.element.body
    append(word, block, contents)
    made = [node for node in body if not node.tag.endswith("}sectPr")]
    for node in made:
        body.remove(node)
    return _DECLARED.sub("", "".join(etree.tostring(node, encoding="unicode") for node in made))


@cache
def _scratch() -> WordFile:
    return empty_file()


def _packed(parts: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(ZipInfo(name), content)
    return written.getvalue()
