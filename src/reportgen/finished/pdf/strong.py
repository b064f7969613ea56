"""Words of a PDF's paragraph that stand out: in a bold face, or in 黑体 where the paragraph is in other letters.

A weight that is only drawn (a line around the letters) is not told: the name of the face is all that there is. Figures
and other signs have faces of their own: they are as the hanzi behind them, at the end as those before.
"""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.finished.font_families import family_of
from reportgen.finished.parts import Look, Strong, strong_in
from reportgen.finished.pdf.rows import Row
from reportgen.pdf import Glyph

_BOLD = re.compile(r"bold|black|heavy|粗", re.IGNORECASE)
_HEAVY = "黑体"


def strong_words(rows: Sequence[Row], look: Look | None) -> tuple[Strong, ...]:
    """The words of each stretch, in order; none where the paragraph itself is set in such letters."""
    if look is None or _is_heavy(look.font):
        return ()
    glyphs = [glyph for row in rows for glyph in row.glyphs]
    return strong_in(_stretches(glyphs)) if any(_is_heavy(font) for font in {glyph.font for glyph in glyphs}) else ()


def _stretches(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, bool]]:
    signs, heavy = "", False
    for glyph in glyphs:
        if glyph.char.isascii() and not _is_heavy(glyph.font):
            signs += glyph.char
        else:
            heavy = _is_heavy(glyph.font)
            yield signs + glyph.char, heavy
            signs = ""
    yield signs, heavy


def _is_heavy(font: str) -> bool:
    return bool(_BOLD.search(font)) or family_of(font) == _HEAVY
