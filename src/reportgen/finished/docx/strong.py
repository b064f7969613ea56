"""Words of a Word paragraph that stand out: heavier than the rest, or in 黑体 where the rest is in other letters."""

from collections.abc import Iterator

from reportgen.finished.docx.looks import Letters
from reportgen.finished.font_families import family_of
from reportgen.finished.parts import Look, Strong, strong_in
from reportgen.word.package import Element, W

_HEAVY = "黑体"


def strong_words(paragraph: Element, letters: Letters, style: str, look: Look | None) -> tuple[Strong, ...]:
    """The words of each stretch, in order; none where all of the paragraph is set alike."""
    return strong_in(_stretches(paragraph, letters, style, look)) if look else ()


def _stretches(paragraph: Element, letters: Letters, style: str, look: Look) -> Iterator[tuple[str, bool]]:
    for run in paragraph.iterchildren(W + "r"):
        text = "".join(node.text or "" for node in run.iterfind(W + "t"))
        if text:
            yield text, _stands_out(letters.of(run, style), look)


def _stands_out(letters: tuple[str, float, bool], look: Look) -> bool:
    """Whether letters (font, size, weight) stand out from those of most of the paragraph."""
    font, _size, bold = letters
    heavier = family_of(font) == _HEAVY != family_of(look.font)
    return (bold and not look.bold) or heavier
