"""Characters of sheets as one place, which a note can be put upon; words that are looked for wherever they stand."""

from collections.abc import Iterator, Sequence

from reportgen.pdf.marked_words import Box
from reportgen.pdf.sheets import Sheet
from reportgen.record import Struct


class Located(Struct, frozen=True):
    """Where words stand: a box for each line on the page where they begin."""

    page: int
    boxes: tuple[Box, ...]
    mark: int
    """The marked content of the first character; -1: none."""
    base: float
    """Of the first line, as `Sheet.bases` counts."""


def located(sheets: Sequence[Sheet], spots: Sequence[tuple[int, int]]) -> Located | None:
    """The place of some characters, each by the index of its sheet and its own there; None for none."""
    if not spots:
        return None
    index, first = spots[0]
    sheet = sheets[index]
    boxes = sheet.boxes([glyph for other, glyph in spots if other == index])
    return Located(sheet.number, boxes, sheet.marks[first], sheet.bases[first])


def every_place(sheets: Sequence[Sheet], words: str) -> Iterator[Located]:
    """All places where words stand, which have no blanks, in the order of drawing."""
    glyphs = [
        (index, at) for index, sheet in enumerate(sheets) for at, glyph in enumerate(sheet.drawn) if glyph.char.strip()
    ]
    text = "".join(sheets[index].drawn[at].char for index, at in glyphs)
    at = text.find(words)
    while at >= 0:
        if found := located(sheets, glyphs[at : at + len(words)]):
            yield found
        at = text.find(words, at + 1)
