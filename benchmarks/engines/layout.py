"""What GB/T 9704-2012 and Chinese typesetting ask of the lines of a page, measured on the glyphs of any document.

Lines of running text are known by the document's own paragraphs: a line is full when a paragraph goes on with the next.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.engines.documents import Printed
from benchmarks.engines.lines import Piece, pieces
from reportgen.model.engine import Engine
from reportgen.render.cjk import CLOSING, OPENING, squeezed

_NEVER_FIRST = CLOSING + "%"
_TOLERANCE = 1.0
"""How far in pt a line may end from the edge."""
_LONG = 28
"""Characters of a paragraph that may be longer than a line."""
_SIZE = 16.0
"""Size 3, that of running text, in pt."""


def full_lines(document: Printed, engine: Engine) -> list[tuple[Piece, Piece]]:
    """Each line of running text that the next one continues, with the next one; on one page."""
    found = pieces(document.pdfs[engine])
    paragraphs = [paragraph for paragraph in document.paragraphs if len(paragraph) > _LONG]
    return [
        (upper, lower)
        for upper, lower in pairwise(found)
        if upper.page == lower.page and any(upper.text + lower.text in paragraph for paragraph in paragraphs)
    ]


def longest_lines(document: Printed, engine: Engine) -> Counter[int]:
    """How many full lines of hanzi alone, of size 3 and none of them squeezed, hold how many characters."""
    lines = [upper.text for upper, _lower in full_lines(document, engine) if upper.line.size == _SIZE]
    return Counter(len(text) for text in lines if _is_wide(text) and not squeezed(text))


def ragged_lines(document: Printed, engine: Engine) -> list[str]:
    """Full lines that do not end where most of those of the document end."""
    lines = [upper for upper, _lower in full_lines(document, engine)]
    edges = Counter(round(piece.line.right) for piece in lines)
    edge = edges.most_common(1)[0][0] if edges else 0
    return [piece.text for piece in lines if abs(piece.line.right - edge) > _TOLERANCE]


def lines_a_page(document: Printed, engine: Engine) -> int:
    """The most lines of running text on one page, its number aside."""
    on_pages: dict[int, set[float]] = {}
    for piece in pieces(document.pdfs[engine]):
        on_pages.setdefault(piece.page, set()).add(round(piece.line.baseline))
    return max((len(lines) - 1 for lines in on_pages.values()), default=0)


def torn_marks(document: Printed, engine: Engine) -> list[str]:
    """Full lines that end with an opening mark, or whose next one begins with a closing one: 避头尾."""
    return [
        f"{upper.text[-4:]}|{lower.text[:4]}"
        for upper, lower in full_lines(document, engine)
        if upper.text[-1] in OPENING or lower.text[0] in _NEVER_FIRST
    ]


def holes(document: Printed, engine: Engine) -> list[str]:
    """Two marks side by side of which the first has kept its whole square, in running text.

    Where a line is spread, all its gaps are as wide as those of its hanzi.
    """
    return [words for upper, _lower in full_lines(document, engine) for words in _holes(upper)]


def _holes(piece: Piece) -> Iterator[str]:
    glyphs = piece.line.glyphs
    steps = Counter(round((after.left - before.left) / before.size, 2) for before, after in pairwise(glyphs))
    usual = max((step for step, _count in steps.most_common(1)), default=1.0)
    for index in squeezed(piece.line.text) if len(glyphs) == len(piece.line.text) else ():
        first, second = glyphs[index], glyphs[index + 1]
        if second.left - first.left > (usual - 0.25) * first.size:
            yield f"{first.text}{second.text}"


def outside(document: Printed, engine: Engine) -> list[str]:
    """Lines that reach over the edge of their paper, which is at least as high as A4 is wide."""
    return [
        piece.text[:20]
        for piece in pieces(document.pdfs[engine])
        if piece.line.left < 0 or piece.line.right > 842 or piece.line.baseline < 0
    ]


def _is_wide(text: str) -> bool:
    return all(unicodedata.east_asian_width(char) in "WFA" for char in text)
