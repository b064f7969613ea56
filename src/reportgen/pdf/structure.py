"""The words of a page in the order of its structure tree, which is the order in which they are to be read.

A page may be drawn in any order. Typst draws a merged cell after the last of the rows that it spans, so the stream of
its page says 「项目资金」 behind the amounts that stand beside it; the tree names every cell at its own place.
"""

from collections.abc import Iterator
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from typing import Any

import pypdfium2
from pypdfium2 import raw

from reportgen.record import Struct, field

_TABLE_PARTS = frozenset({"Table", "TR", "TH", "TD"})
_DEPTH = 8
"""How deep forms lie in each other: charts and pictures bring their own."""
_DEEPEST = 200
"""Levels of a tree; a damaged one may lead round in a circle."""
_ROOM = 512
"""Bytes for words of a usual length: pdfium is asked once, not first for the length."""
_WIDE = POINTER(c_ushort)


class _Structure(Struct):
    """What the tree says about one page."""

    marks: list[int] = field(default_factory=list)
    """The numbers of its marked content, in reading order."""
    types: set[str] = field(default_factory=set)


def text_by_structure(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> str | None:
    """The words of a page with a table, in reading order; None for a page without one, whose stream says them in order.

    Words that belong to no element (page numbers, heads that are repeated over the page) are kept where the page draws
    them: before all others, or behind these.
    """
    structure = _structure(page)
    if structure.types.isdisjoint(_TABLE_PARTS):
        return None
    known = dict.fromkeys(structure.marks, "")
    before: list[str] = []
    behind: list[str] = []
    seen = False
    for mark, words in _marked_words(page, text):
        if mark in known:
            known[mark] += words
            seen = True
        else:
            (behind if seen else before).append(words)
    return "".join([*before, *known.values(), *behind])


def _structure(page: pypdfium2.PdfPage) -> _Structure:
    found = _Structure()
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return found
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            _collect(raw.FPDF_StructTree_GetChildAtIndex(tree, index), found, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def _collect(element: Any, found: _Structure, depth: int) -> None:
    if not element or depth > _DEEPEST:
        return
    found.types.add(_type(element))
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _collect(child, found, depth + 1)
            continue
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if mark >= 0:  # otherwise it stands on another page
            found.marks.append(mark)


def _type(element: Any) -> str:
    buffer = create_string_buffer(_ROOM)
    length = raw.FPDF_StructElement_GetType(element, buffer, _ROOM)
    return buffer.raw[: min(length, _ROOM)].decode("utf-16-le").rstrip("\0")


def _marked_words(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Each piece of text that the page draws, with the number of its marked content (-1: none)."""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEPTH):
        yield raw.FPDFPageObj_GetMarkedContentID(item.raw), _words(item.raw, text.raw)


def _words(item: Any, text: Any, room: int = _ROOM) -> str:
    buffer = create_string_buffer(room)
    length = raw.FPDFTextObj_GetText(item, text, cast(buffer, _WIDE), room)
    if length > room:
        return _words(item, text, length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
