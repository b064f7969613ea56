"""The pictures of a Word file: which stand in a paragraph, and their bytes."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from reportgen.word.package import Element, Package

_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BITMAPS = (".jpg", ".jpeg", ".png")


def picture_names(paragraph: Element, package: Package) -> tuple[str, ...]:
    """The parts of the file that hold the photographs of a paragraph: jpg and png, what else there is left out."""
    asked = (name for name in _relations(paragraph))
    names = dict.fromkeys(package.target(relation, package.main_name()) for relation in asked)
    return tuple(name for name in names if PurePosixPath(name).suffix.lower() in _BITMAPS)


def _relations(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter():
        tag = str(node.tag)
        if tag.endswith("}blip") and node.get(_EMBED):
            yield str(node.get(_EMBED))
        elif tag.endswith("}imagedata") and node.get(_ID):
            yield str(node.get(_ID))
