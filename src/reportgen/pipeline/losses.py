"""What a PDF could not show as it was meant → findings, where it was written."""

from collections.abc import Iterator

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import BROKEN_PICTURE, MISSING_GLYPH
from reportgen.language import _
from reportgen.model.frame import Frame, FrameLine, Picture
from reportgen.pipeline.drafts import Draft
from reportgen.place import NOWHERE, Place
from reportgen.record import replace
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import words_of


def losses(draft: Draft, pdf: Pdf, file: str) -> Iterator[Diagnostic]:
    """Everything that got lost in a PDF, which is called `file` in messages."""
    from reportgen.pipeline.overflow import overflows  # it brings the PDF reader, which a build has by now

    yield from _missing_glyphs(draft, pdf)
    yield from _broken_pictures(draft.template.frame, pdf.broken)
    yield from overflows(draft, pdf.content, file)


def _missing_glyphs(draft: Draft, pdf: Pdf) -> Iterator[Diagnostic]:
    """A finding for each character that no font could print, where it was first written: in the content or template."""
    document, items = draft.document, draft.template.frame.walk() if pdf.missing else ()
    lines = [(item.origin, words_of(document, item)) for item in items if isinstance(item, FrameLine)]
    for char in pdf.missing.replace(" ", ""):  # a blank needs no glyph
        places = (
            replace(inline.origin, column=inline.origin.column + inline.text.index(char), length=1)
            for inline in document.inlines()
            if char in inline.text
        )
        in_template = (origin for origin, words in lines if char in words and origin != NOWHERE)
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
