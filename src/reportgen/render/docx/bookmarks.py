"""Hidden bookmarks round the lines of a Word file, and a part with the trace of which text each was made.

The names are given by whoever asks for the file; without any it is as it was.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.model.document import Document, Inline, plain_text
from reportgen.model.frame import Frame, FrameLine, Slot, walk
from reportgen.record import Struct
from reportgen.word.characters import cut_at, pieces_between, text_of
from reportgen.word.opened import OFFICE_RELATION
from reportgen.word.package import Element, W
from reportgen.word.traces import as_part

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_FIRST = 20_000
"""Above the ids of tables of contents (`reportgen.render.docx.contents`) and of whatever a template brings."""
_ITEM = "{7B1D2C64-5A0E-4F27-9C38-52E1A6D0B9F3}"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<ds:datastoreItem ds:itemID="'
    f'{_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


class Named(Struct, frozen=True):
    """What the lines of a document are called.

    `lines` by the `id` of their block or cell, `slots` by the name of the template's slot; `trace` says the rest as
    text in UTF-8, and without it the file has no such part.
    """

    lines: Mapping[int, str] = MappingProxyType({})
    slots: Mapping[str, str] = MappingProxyType({})
    trace: bytes = b""


NO_NAMES = Named()


class Bookmarks:
    """Gives each name to one line: a bookmark that stands twice in a file would lead to neither."""

    def __init__(self, named: Named) -> None:
        self._lines, self._slots, self._given = dict(named.lines), dict(named.slots), 0
        self.any = bool(named.lines or named.slots)

    def around(self, line: object) -> tuple[str, str]:
        """Begin and end of the bookmark of a block or cell; empty for one without a name."""
        name = self._lines.pop(id(line), "")
        return self._pair(name) if name else ("", "")

    def _pair(self, name: str) -> tuple[str, str]:
        number = _FIRST + self._given
        self._given += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def mark_slots(self, body: Element, frame: Frame, document: Document) -> None:
        """Bookmarks round the words that stand for slots in the template's own lines."""
        paragraphs = {text_of(node): node for node in reversed(list(body.iter(W + "p")))}
        for item in walk(frame.items) if self._slots else ():
            if isinstance(item, FrameLine) and (pieces := _words(item, document.lines)):
                paragraph = paragraphs.get("".join(words for _name, words in pieces))
                if paragraph is not None:
                    self._mark(paragraph, pieces)

    def _mark(self, paragraph: Element, pieces: list[tuple[str, str]]) -> None:
        offset = 0
        for slot, words in pieces:
            start, offset = offset, offset + len(words)
            if words and (name := self._slots.pop(slot, "")):
                _put_around(paragraph, start, offset, name, _FIRST + self._given)
                self._given += 1


def _words(line: FrameLine, slots: Mapping[str, tuple[Inline, ...]]) -> list[tuple[str, str]]:
    """The slots of a line with their words, and the words between them; nothing where it shows more than words."""
    pieces = list(line.pieces())
    if not all(isinstance(piece, str | Slot) for piece in pieces) or not line.slots():
        return []
    return list(_named(pieces, slots))


def _named(pieces: Sequence[object], slots: Mapping[str, tuple[Inline, ...]]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        yield (piece.name, plain_text(slots.get(piece.name, ()))) if isinstance(piece, Slot) else ("", str(piece))


def _put_around(paragraph: Element, start: int, stop: int, name: str, number: int) -> None:
    pieces = cut_at(paragraph, (start, stop), lambda: "0")
    runs = [piece.run for piece in pieces_between(paragraph, start, stop, pieces)]
    told = {W + "id": str(number)}
    runs[0].addprevious(paragraph.makeelement(W + "bookmarkStart", told | {W + "name": name}))
    runs[-1].addnext(paragraph.makeelement(W + "bookmarkEnd", told))


def attach_trace(part: "DocumentPart", trace: bytes) -> None:
    """Add the part with the trace to a package, named as none in it is."""
    names = {str(each.partname) for each in part.package.iter_parts()}
    number = next(each for each in range(1, len(names) + 2) if f"/customXml/item{each}.xml" not in names)
    made = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", as_part(trace), part.package)
    properties = PackURI(f"/customXml/itemProps{number}.xml")
    made.relate_to(
        Part(properties, _PROPERTIES_TYPE, _PROPERTIES.encode(), part.package), f"{OFFICE_RELATION}/customXmlProps"
    )
    part.relate_to(made, f"{OFFICE_RELATION}/customXml")
