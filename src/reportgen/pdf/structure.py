"""The words of a page in the order of the structure tree, which is the order in which they are to be read.

A page may be drawn in any order. Typst draws a merged cell after the last of the rows that it spans, so the stream of
its page says 「项目资金」 behind the amounts that stand beside it; the tree names every cell at its own place.
"""

from collections.abc import Iterator, Mapping
from ctypes import POINTER, c_ushort, cast, create_string_buffer, string_at
from typing import Any

import pypdfium2
from pypdfium2 import raw

_DEPTH = 8
"""How deep forms lie in each other: charts and pictures bring their own."""
_ROOM = 512
"""Bytes for words of a usual length: pdfium is asked once, not first for the length."""
_WIDE = POINTER(c_ushort)


def text_by_structure(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, marks: Mapping[int, bool]) -> str:
    """The words of a page whose marked content is to be read in the order of `marks`.

    Words that belong to no element (page numbers, heads that are repeated over the page) are kept where the page draws
    them: before all others, or behind these. Those that follow words of a figure are the figure's own: of some
    charts WeasyPrint marks the first words alone.
    """
    known = dict.fromkeys(marks, "")
    before: list[str] = []
    behind: list[str] = []
    seen, last = False, -1
    for own, words in _marked_words(page, text):
        mark = last = last if own == -1 and marks.get(last) else own
        if mark in known:
            known[mark] += words
            seen = True
        else:
            (behind if seen else before).append(words)
    return "".join([*before, *known.values(), *behind])


def _marked_words(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Each piece of text that the page draws, with the number of its marked content (-1: none)."""
    of_page, words_of = (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject), _Words(text)
    for item in _text_objects(page.raw, *of_page, _DEPTH):
        yield raw.FPDFPageObj_GetMarkedContentID(item), words_of(item)


def _text_objects(holder: Any, count: Any, item_at: Any, depth: int) -> Iterator[Any]:
    """The text objects of a page or form in the order of drawing. They are asked for without pypdfium2's own objects,
    which take longer to make than pdfium to answer.
    """
    for index in range(count(holder)):
        item = item_at(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _text_objects(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, depth - 1)


class _Words:
    """Asks for the words of text objects, into one place."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text.raw
        self._room = 0
        self._make_room(_ROOM)

    def _make_room(self, room: int) -> None:
        self._room, self._buffer = room, create_string_buffer(room)
        self._wide = cast(self._buffer, _WIDE)

    def __call__(self, item: Any) -> str:
        length = raw.FPDFTextObj_GetText(item, self._text, self._wide, self._room)
        if length > self._room:
            self._make_room(length)
            return self(item)
        return string_at(self._buffer, length).decode("utf-16-le", "replace").rstrip("\0")
