"""The last page of a document kept from holding little more than a signature (GB/T 9704-2012 §7.3.5.5).

署名 and 成文日期 stay with the last paragraph, so one line that finds no room takes all of them to a new page. Where
that page is less than a quarter full, lines and letters come closer together until it is not needed, within what the
standard calls a suitable adjustment: 23 lines of 29 characters. Where that is not enough they go apart, to 20 lines,
and more text stands on the last page. Every output follows, since it is the template that changes.
"""

from collections.abc import Callable
from math import ceil

from reportgen.model.document import Paragraph, Role, plain_text
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import read_back
from reportgen.record import Struct, replace
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import PrintedLine, printed_lines
from reportgen.verify.comparison import squeeze
from reportgen.word.pitch import Pitch, repitched

_USUAL = 28.95
_FEW = 8
"""Lines that begin on a page; one with more is more than a quarter full, whatever they are."""
CLOSER = tuple(Pitch(line, spacing) for line, spacing in ((28.5, -0.25), (28.0, -0.25), (27.7, -0.25), (27.7, -0.8)))
"""Up to 23 lines of 29 characters."""
APART = tuple(Pitch(line, spacing) for line, spacing in ((29.6, -0.25), (30.35, -0.25), (30.5, -0.25), (30.5, 0.35)))
"""Down to 20 lines of 27 characters: 30.5 pt, which many offices use anyway."""


class Ending(Struct, frozen=True):
    """The page of the date, the lines that are used down to there, and how many a page has."""

    page: int
    lines: int
    of: int

    @property
    def is_short(self) -> bool:
        """Whether the page is there for little more than the signature."""
        return self.page > 1 and 4 * self.lines < self.of


def closed(draft: Draft, pdf: Pdf, pages: list[int], print_: Callable[[Draft], Pdf]) -> tuple[Draft, Pdf]:
    """A draft and its PDF so that its last page is no remnant; `pages` are those of its printed lines."""
    lines = printed_lines(draft.document, draft.template.frame)
    ending = ending_of(draft, pdf, lines, pages)
    if ending is None or not ending.is_short:
        return draft, pdf
    for pitch in (*CLOSER, *APART):
        tried = replace(draft, template=repitched(draft.template, pitch))
        made = print_(tried)
        now = ending_of(tried, made, lines, read_back(tried, made.content, "")[1])
        if now and (now.page < ending.page if pitch in CLOSER else now.page == ending.page and not now.is_short):
            return tried, made
    return draft, pdf


def ending_of(draft: Draft, pdf: Pdf, lines: list[PrintedLine], pages: list[int]) -> Ending | None:
    """Where a document ends; None without a date, and where it is plain that enough stands on its page."""
    at = next((number for number, line in enumerate(lines) if _is_date(line)), None)
    if at is None or not pages or pages[at] < 2 or pages[: at + 1].count(pages[at]) > _FEW:
        return Ending(pages[at], 1, 1) if at is not None and pages and pages[at] else None
    from reportgen.pdf import read_pages  # `check` needs no PDF reader

    sheet, looks = read_pages(pdf.content, "")[pages[at] - 1], draft.template.looks
    words = squeeze(lines[at].text)
    bases = [
        glyph.base for glyph in sheet.glyphs if squeeze(glyph.char) and glyph.base < sheet.height - looks.page.bottom
    ]
    rows = {base: squeeze("".join(each.char for each in sheet.glyphs if each.base == base)) for base in set(bases)}
    dated = [base for base, row in rows.items() if words in row]
    line = looks.styles[Role.BODY.value].line or _USUAL
    room = sheet.height - looks.page.top - looks.page.bottom
    return Ending(pages[at], ceil((max(dated) - looks.page.top) / line), int(room / line)) if dated else None


def _is_date(line: PrintedLine) -> bool:
    block = line.block
    return isinstance(block, Paragraph) and block.role is Role.DATE and bool(plain_text(block.inlines))
