"""The last page of a document kept from holding little more than a signature (GB/T 9704-2012 §7.3.5.5).

署名 and 成文日期 stay with the last paragraph, so one line that finds no room takes all of them to a new page. Where
that page is less than a quarter full, lines and letters come closer together until it is not needed, within what the
standard calls a suitable adjustment: 23 lines of 29 characters. Where that is not enough they go apart, to 20 lines,
and more text stands on the last page; or else one paragraph more, or two, keep to the last one, two lines of each at
least, so that as few lines as will do leave the page before. Every output follows, since it is template and document
that change.
"""

from collections.abc import Callable
from math import ceil

from reportgen.compose.document import BODY
from reportgen.model.document import Block, Paragraph, Role, plain_text
from reportgen.pipeline.drafts import Draft
from reportgen.pipeline.pages import read_back
from reportgen.record import Struct, replace
from reportgen.render.made_pdf import Pdf
from reportgen.render.plain import PrintedLine, printed_lines
from reportgen.verify.comparison import squeeze
from reportgen.word.pairs import in_pairs
from reportgen.word.pitch import Pitch, repitched

_USUAL = 28.95
"""pt from line to line where a style says nothing."""
_MOST_KEPT = 2
"""Paragraphs that keep to the last one; those of three lines and fewer go whole, and leave these lines empty above."""
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
    for ways, is_better in ((_closer(draft), _drawn_in), (_apart(draft), _filled), (_with_more(draft), _filled)):
        made = [(ways[-1], *_ended(ways[-1], print_))] if ways else []
        if made and is_better(made[0][2], ending):
            milder = ((tried, *_ended(tried, print_)) for tried in ways[:-1])
            best = next((found for found in milder if is_better(found[2], ending)), made[0])
            return best[:2]
    return draft, pdf


def _ended(tried: Draft, print_: Callable[[Draft], Pdf]) -> tuple[Pdf, Ending | None]:
    made = print_(tried)
    lines = printed_lines(tried.document, tried.template.frame)
    return made, ending_of(tried, made, lines, read_back(tried, made.content, "")[1])


def _drawn_in(now: Ending | None, before: Ending) -> bool:
    return now is not None and now.page < before.page


def _filled(now: Ending | None, before: Ending) -> bool:
    return now is not None and now.page == before.page and not now.is_short


def _closer(draft: Draft) -> list[Draft]:
    """The ways to draw lines in, the mildest first; where the last one fails, all do."""
    return [replace(draft, template=repitched(draft.template, each)) for each in CLOSER if each.line < _line(draft)]


def _apart(draft: Draft) -> list[Draft]:
    return [replace(draft, template=repitched(draft.template, each)) for each in APART if each.line > _line(draft)]


def _line(draft: Draft) -> float:
    return draft.template.looks.styles[Role.BODY.value].line or _USUAL


def _with_more(draft: Draft) -> list[Draft]:
    """One paragraph more, or two, kept on the page of the signature with two lines at least."""
    blocks = draft.document.blocks.get(BODY, ())
    made = []
    template = in_pairs(draft.template, Role.CLOSING)
    for more in range(2, _MOST_KEPT + 2):
        if len(blocks) > more and all(_is_text(block) for block in blocks[-more:]):
            kept = tuple(replace(block, role=Role.CLOSING) for block in blocks[-more:] if isinstance(block, Paragraph))
            slots = {**draft.document.blocks, BODY: (*blocks[:-more], *kept)}
            made.append(replace(draft, template=template, document=replace(draft.document, blocks=slots)))
    return made


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in (Role.BODY, Role.CLOSING)


def ending_of(draft: Draft, pdf: Pdf, lines: list[PrintedLine], pages: list[int]) -> Ending | None:
    """Where a document ends, its lines counted only where they may be few; None where no date is found."""
    at = next((number for number, line in enumerate(lines) if _is_date(line)), None)
    if at is None or not pages or not pages[at]:
        return None
    enough = Ending(pages[at], 1, 1)
    if pages[at] < 2 or pages[: at + 1].count(pages[at]) > _FEW:
        return enough
    from reportgen.pdf import read_page, text_below  # `check` needs no PDF reader

    looks, words = draft.template.looks, squeeze(lines[at].text)
    page = looks.page
    quarter = page.top + (page.height - page.top - page.bottom) / 4
    if words in squeeze(text_below(pdf.content, pages[at], quarter / page.height)):
        return enough
    sheet = read_page(pdf.content, "", pages[at])
    bases = [
        glyph.base for glyph in sheet.glyphs if squeeze(glyph.char) and glyph.base < sheet.height - looks.page.bottom
    ]
    rows = {base: squeeze("".join(each.char for each in sheet.glyphs if each.base == base)) for base in set(bases)}
    dated = [base for base, row in rows.items() if words in row]
    line = _line(draft)
    room = sheet.height - looks.page.top - looks.page.bottom
    return Ending(pages[at], ceil((max(dated) - looks.page.top) / line), int(room / line)) if dated else None


def _is_date(line: PrintedLine) -> bool:
    block = line.block
    return isinstance(block, Paragraph) and block.role is Role.DATE and bool(plain_text(block.inlines))
