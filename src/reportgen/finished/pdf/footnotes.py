"""Footnotes of a PDF: small lines at the foot of a page that begin with marks, and the raised marks in its text."""

from collections.abc import Iterable, Sequence

from reportgen import patterns as re
from reportgen.finished.parts import Line
from reportgen.finished.pdf.paragraphs import joined_text
from reportgen.finished.pdf.rows import Row
from reportgen.language import _
from reportgen.model.inline import CIRCLED
from reportgen.pdf import Glyph
from reportgen.place import Spot

_MARK = re.compile(rf"(?:[{CIRCLED}]|\[\d{{1,2}}\])\s*")
_SMALL = 0.72
"""Times the size of the text: notes are at most so large."""
_RAISED = 0.25, 0.8
"""In sizes of the text: so far above its line a mark stands."""


def without_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a page without raised marks, which would stand on lines of their own."""
    marks = [glyph for glyph in glyphs if glyph.char in CIRCLED]
    raised = {id(mark) for mark in marks if any(_carries(other, mark) for other in glyphs)}
    return [glyph for glyph in glyphs if id(glyph) not in raised] if raised else list(glyphs)


def _carries(glyph: Glyph, mark: Glyph) -> bool:
    """Whether a mark stands behind a glyph and above its line."""
    least, most = _RAISED
    up = glyph.base - mark.base
    behind = -0.3 * glyph.size < mark.left - glyph.right < glyph.size
    return mark.size < _SMALL * glyph.size and least * glyph.size < up < most * glyph.size and behind


def parted(rows: Sequence[Row], size: float) -> tuple[list[Row], list[list[Row]]]:
    """The lines of a page whose text is so large: those of the text, and those of each note."""
    at = len(rows)
    while at and rows[at - 1].size < _SMALL * size:
        at -= 1
    while at < len(rows) and not _MARK.match(rows[at].text):
        at += 1
    notes: list[list[Row]] = []
    for row in rows[at:] if at else ():
        if _MARK.match(row.text):
            notes.append([row])
        else:
            notes[-1].append(row)
    return (list(rows[:at]), notes) if at else (list(rows), [])


def note_lines(notes: Iterable[list[Row]]) -> list[Line]:
    """What notes say, without their marks."""
    found = []
    for rows in notes:
        words = joined_text(rows)
        mark = _MARK.match(words)
        where = _("第{page}页脚注{mark}", page=rows[0].page, mark=mark[0].strip() if mark else "")
        found.append(Line(words[mark.end() :] if mark else words, Spot(rows[0].page, words=where)))
    return found
