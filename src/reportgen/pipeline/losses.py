"""What a PDF could not show as it was meant → findings, where it was written."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import BROKEN_PICTURE, CUT_TABLE, MISSING_GLYPH
from reportgen.language import _
from reportgen.model.frame import Frame, FrameLine, FrameTable, Picture, walk
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.record import replace
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import printed_lines

_SHOWN = 20
"""Characters of a cut table that are told."""


def losses(draft: Draft, pdf: Pdf, file: str) -> Iterator[Diagnostic]:
    """Everything that got lost in a PDF, which is called `file` in messages."""
    yield from _missing_glyphs(draft, pdf)
    yield from _broken_pictures(draft.template.frame, pdf.broken)
    yield from _cut_tables(draft, pdf.content, file)


def _missing_glyphs(draft: Draft, pdf: Pdf) -> Iterator[Diagnostic]:
    """A finding for each character that no font could print, where it was first written: in the content or template."""
    lines = printed_lines(draft.document, draft.template.frame) if pdf.missing else []
    for char in pdf.missing.replace(" ", ""):  # a blank needs no glyph
        places = (
            replace(inline.origin, column=inline.origin.column + inline.text.index(char), length=1)
            for inline in draft.document.inlines()
            if char in inline.text
        )
        in_template = (line.origin for line in lines if char in line.text and line.origin != NOWHERE)
        place = next(places, None) or next(in_template, Place(""))
        private = _("这是自造字（Unicode 私用区的字），有它的 PDF 不标明是 PDF/A，不能存档")
        notes = (private,) if char in pdf.private else ()
        yield MISSING_GLYPH.at(place, f"「{char}」 U+{ord(char):04X}", notes=notes)


def _broken_pictures(frame: Frame, broken: tuple[bytes, ...]) -> Iterator[Diagnostic]:
    """A finding for each line of the template that shows a picture which cannot be read."""
    for item in frame.walk() if broken else ():
        if isinstance(item, FrameLine):
            shown = (*item.pieces(), *(each.content for each in item.floats))
            if any(isinstance(each, Picture) and each.content in broken for each in shown):
                yield BROKEN_PICTURE.at(item.origin)


def _cut_tables(draft: Draft, content: bytes, file: str) -> Iterator[Diagnostic]:
    """A finding where a table of the template is so wide that words lie beyond the edge of the paper.

    Engines let them lie there in silence. Pages are measured only where a table may be too wide.
    """
    frame, page = draft.template.frame, draft.template.looks.page
    tables = (item for item in frame.walk() if isinstance(item, FrameTable))
    wide = next((table for table in tables if table.width > page.width - page.left), None)
    if wide and (words := _words_beyond_the_paper(content, file)):
        yield CUT_TABLE.at(_place(wide), f"「{words[:_SHOWN]}」")


def _words_beyond_the_paper(content: bytes, file: str) -> str:
    from reportgen.pdf import read_pages

    pages = read_pages(content, file)
    return "".join(glyph.char for page in pages for glyph in page.glyphs if glyph.right > page.width or glyph.left < 0)


def _place(table: FrameTable) -> Place:
    lines = (item.origin for item in walk(table.items) if isinstance(item, FrameLine))
    return next(lines, NOWHERE)
