"""What of the template finds no room on paper → findings, where the template has it.

Engines say nothing of it: a table that is wider than the paper, a box that is put beyond its edge or grows over it, and
a row of fixed height in which stands more than it can hold. Pages are measured only where that may be.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from math import ceil, inf

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import CUT_BOX, CUT_TABLE, TIGHT_ROW
from reportgen.model.frame import Box, FrameCell, FrameItem, FrameLine, FrameRow, FrameTable, walk
from reportgen.pdf.pages import Glyph, Page, read_pages
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.render.plain import shown_lines, words_of
from reportgen.verify.comparison import squeeze

_SHOWN = 20
"""Characters of what is cut that are told."""
_SLACK = 0.5
"""pt by which a row may be too low: rounding."""


def overflows(draft: Draft, content: bytes, file: str) -> Iterator[Diagnostic]:
    """What has no room in a PDF, which is called `file` in messages."""
    sheets = _Sheets(content, file)
    yield from _cut_table(draft, sheets)
    yield from _cut_boxes(draft, sheets)
    yield from _tight_rows(draft, sheets)


class _Sheets:
    """The pages of the PDF, read when they are first asked for."""

    def __init__(self, content: bytes, file: str) -> None:
        self._content, self._file = content, file

    @cached_property
    def pages(self) -> list[Page]:
        return read_pages(self._content, self._file)

    @cached_property
    def beside(self) -> str:
        """The words that lie beyond the left or right edge."""
        return "".join(glyph.char for page in self.pages for glyph in page.glyphs if _is_beside(glyph, page))

    @cached_property
    def beyond(self) -> list[str]:
        """What lies beyond any edge, without white space: words that the file draws one after another."""
        runs = (group for page in self.pages for group in groupby(page.glyphs, lambda glyph: _is_beyond(glyph, page)))  # noqa: B023
        return list(filter(None, (squeeze("".join(each.char for each in glyphs)) for cut, glyphs in runs if cut)))

    def glyphs_of(self, words: str) -> Sequence[Glyph]:
        """The first place where the file draws these words, without white space, on one page."""
        for page in self.pages:
            drawn = [glyph for glyph in page.glyphs if squeeze(glyph.char)]
            at = "".join(squeeze(glyph.char) for glyph in drawn).find(words)
            if at >= 0 and all(len(squeeze(glyph.char)) == 1 for glyph in drawn):
                return drawn[at : at + len(words)]
        return ()


def _is_beside(glyph: Glyph, page: Page) -> bool:
    return glyph.right > page.width or glyph.left < 0


def _is_beyond(glyph: Glyph, page: Page) -> bool:
    return _is_beside(glyph, page) or glyph.base > page.height or glyph.base - glyph.size / 2 < 0


# ---- tables wider than the paper ----


def _cut_table(draft: Draft, sheets: _Sheets) -> Iterator[Diagnostic]:
    frame, page = draft.template.frame, draft.template.looks.page
    tables = (item for item in frame.walk() if isinstance(item, FrameTable))
    wide = next((table for table in tables if table.width > page.width - page.left), None)
    if wide and sheets.beside:
        yield CUT_TABLE.at(_place(wide.items), _told(sheets.beside))


# ---- boxes ----


def _cut_boxes(draft: Draft, sheets: _Sheets) -> Iterator[Diagnostic]:
    """A finding for each box of which words are cut, at its first line that is."""
    lines = (item for item in draft.template.frame.walk() if isinstance(item, FrameLine))
    for box in (box for line in lines for box in line.boxes()):
        found = ((line, _cut(squeeze(words_of(draft.document, line)), sheets)) for line in _lines(draft, box))
        line, cut = next(((line, cut) for line, cut in found if cut), (None, ""))
        if line:
            yield CUT_BOX.at(line.origin, _told(cut))


def _lines(draft: Draft, box: Box) -> Iterator[FrameLine]:
    return shown_lines(draft.document, box.items)


def _cut(words: str, sheets: _Sheets) -> str:
    """What of these words is cut."""
    return next(
        (words if words in run else run for run in sheets.beyond if words and (run in words or words in run)), ""
    )


# ---- rows of fixed height ----


def _tight_rows(draft: Draft, sheets: _Sheets) -> Iterator[Diagnostic]:
    for table in (item for item in draft.template.frame.walk() if isinstance(item, FrameTable)):
        for row in (item for item in walk(table.items) if isinstance(item, FrameRow)):
            words = next((words for cell in row.cells if (words := _too_many(draft, table, row, cell, sheets))), "")
            if words:
                yield TIGHT_ROW.at(_place(row.items), _told(words))


def _too_many(draft: Draft, table: FrameTable, row: FrameRow, cell: FrameCell, sheets: _Sheets) -> str:
    """The words of a cell, where they need more than the height of its row."""
    top, _right, bottom, _left = table.margins
    room = (row.height or 0.0) - top - bottom + _SLACK
    lines = list(shown_lines(draft.document, cell.items))
    if row.height is None or row.least or cell.rows > 1 or _fits(draft, table, cell, lines, room):
        return ""
    words = squeeze("".join(words_of(draft.document, line) for line in lines))
    return words if words and _reach(sheets.glyphs_of(words)) > room else ""


def _reach(glyphs: Sequence[Glyph]) -> float:
    """From the top of the first line to the foot of the last; without end for words that no page holds together."""
    if not glyphs:
        return inf
    return max(each.base for each in glyphs) - min(each.base - each.size for each in glyphs)


def _fits(draft: Draft, table: FrameTable, cell: FrameCell, lines: Sequence[FrameLine], room: float) -> bool:
    """Whether the words fit even if each is as wide as a hanzi: most do, and no page is measured for them."""
    _top, right, _bottom, left = table.margins
    width = table.width * cell.columns / len(table.widths) - left - right
    return sum(_height(words_of(draft.document, line), line, width) for line in lines) <= room


def _height(words: str, line: FrameLine, width: float) -> float:
    style = line.style
    in_a_line = max((width - style.left - style.right) / style.character - 1, 1.0)
    return max(ceil(len(words) / in_a_line), 1) * (style.line or style.size) + style.before + style.after


def _place(items: tuple[FrameItem, ...]) -> Place:
    return next((item.origin for item in walk(items) if isinstance(item, FrameLine)), NOWHERE)


def _told(words: str) -> str:
    return f"「{words[:_SHOWN]}」"
