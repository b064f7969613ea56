"""Two PDFs of one document held against each other: what pages and lines say otherwise, and what looks different."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from reportgen.pdf import page_texts, read_pages
from reportgen.pdf.images import unlike_pages
from reportgen.pdf.pages import Glyph, Page
from reportgen.record import Struct
from reportgen.verify.comparison import squeeze

_SAME_LINE = 3.0
"""Glyphs whose baselines lie closer, in pt, are read as one line: figures in a line of hanzi may stand a little off."""

_GAP = 0.4
"""Of a character's size: justified lines have no gap as wide, and cells have twice their padding between them."""


class Unequal(Struct, frozen=True):
    """What a PDF says otherwise than the other: a line of a page, or with `line` 0 all of it.

    `page` and `line` count from 1 in the PDF, and in the other where it has nothing there; None for what one of the two
    has not.
    """

    page: int
    line: int
    wanted: str | None
    found: str | None


def unequal_text(content: bytes, other: bytes, file: str) -> Iterator[Unequal]:
    """What the pages of a PDF say otherwise than those of another, numbers of pages among it.

    Raises Locked and UsageProblem as `read_pages` does.
    """
    said, meant = ([squeeze(text) for text in page_texts(each)] for each in (content, other))
    if said == meant:
        return
    pages, others = read_pages(content, file), read_pages(other, file)
    for wanted, found in _unequal(meant, said):
        whole = Unequal(_number(wanted, found), 0, _at(meant, wanted), _at(said, found))
        lines = [] if wanted is None or found is None else list(_unequal_lines(pages[found], others[wanted]))
        yield from lines or [whole]


def _unequal_lines(page: Page, other: Page) -> Iterator[Unequal]:
    said, meant = lines_of(page), lines_of(other)
    for wanted, found in _unequal(meant, said):
        yield Unequal(page.number, _number(wanted, found), _at(meant, wanted), _at(said, found))


def _number(wanted: int | None, found: int | None) -> int:
    """From 1, as `Unequal` counts."""
    return 1 + ((wanted or 0) if found is None else found)


def _unequal(meant: Sequence[str], said: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """The indexes of what is not equal, side by side; None where one of the two has no more."""
    for tag, first, last, start, end in SequenceMatcher(None, meant, said, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from zip_longest(range(first, last), range(start, end))


def _at(texts: Sequence[str], index: int | None) -> str | None:
    return None if index is None else texts[index]


def lines_of(page: Page) -> list[str]:
    """The lines of a page from top to bottom as they lie on the paper; a blank parts what stands in columns."""
    return list(_based_lines(page).values())


def _based_lines(page: Page) -> dict[float, str]:
    """By the baseline of their first glyph."""
    rows: dict[float, list[Glyph]] = defaultdict(list)
    base = float("-inf")
    for glyph in sorted(page.glyphs, key=lambda each: each.base):
        base = base if glyph.base - base < _SAME_LINE else glyph.base
        rows[base].append(glyph)
    lines = {base: "".join(_parted(row)).strip() for base, row in rows.items()}
    return {base: line for base, line in lines.items() if line}


def _parted(row: list[Glyph]) -> Iterator[str]:
    """The characters of a line, with a blank before each new column."""
    right = float("inf")
    for glyph in sorted(row, key=lambda each: each.left):
        char = squeeze(glyph.char)
        yield f" {char}" if char and glyph.left - right > glyph.size * _GAP else char
        right = glyph.right if char else right


def unlike_lines(content: bytes, other: bytes, file: str) -> Iterator[tuple[int, int]]:
    """Pages of the same text that look different, each with the line at which it begins, 0 where that is below all."""
    pages: list[Page] = []
    for unlike in unlike_pages(content, other, file):
        pages = pages or read_pages(content, file)
        page = pages[unlike.page - 1]
        below = (number for number, base in enumerate(_based_lines(page), start=1) if base >= unlike.top)
        yield unlike.page, next(below, 0)
