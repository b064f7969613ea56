"""Words with notes and words that stand out → JSON: signs between the words, and what the notes say beside them."""

from collections.abc import Mapping
from typing import Any

from reportgen import patterns as re
from reportgen.model.inline import Change, Inline, Note, change_of, is_strong
from reportgen.model.look import Style
from reportgen.record import replace
from reportgen.render.notes import GAP, SEPARATOR, note_style, strong_style
from reportgen.render.typst.marks import (
    CHANGE_END,
    CHANGES,
    DELETED,
    INSERTED,
    NOTE,
    STRONG,
    STRONG_END,
    WORD,
    with_signs,
)
from reportgen.render.typst.numbers import Measure
from reportgen.render.typst.styles import Json, Styles

_OWN = re.compile(f"[{NOTE}{STRONG}{STRONG_END}{''.join(sorted(CHANGES))}]")
_BEGINS = {Change.DELETED: DELETED, Change.INSERTED: INSERTED}


def signed(inline: Inline) -> str:
    """The words of an inline, between signs where only one of two drafts has them."""
    text, change = _OWN.sub("", inline.text), change_of(inline)
    return f"{_BEGINS[change]}{text}{CHANGE_END}" if change and text else text


_WIDTHS = {NOTE: 0.6, **dict.fromkeys((STRONG, STRONG_END, *CHANGES), 0.0)}
"""In 字: a raised mark is set in letters of this size."""


class Rich:
    """Spells out the lines of a document that are more than words; the template is told of styles that were used."""

    def __init__(self, looks: Mapping[str, Style], styles: Styles) -> None:
        self.looks, self.styles = looks, styles
        self.used: Json = {}

    def words(self, inlines: tuple[Inline, ...], size: float, room: float, numbers: Measure | None = None) -> Json:
        """The words of a line in a size and a room, in pt, and its notes in the order of their marks.

        With the measure of its lines, numbers of papers are kept whole as in lines of words alone.
        """
        measure = replace(numbers, signs=_WIDTHS) if numbers else None
        words = with_signs(self._signed(inlines), size, room, measure)
        notes = [self._note(inline, room) for inline in inlines if isinstance(inline, Note)]
        return {"words": words, "long": WORD in words, "notes": notes, "room": room}

    def _signed(self, inlines: tuple[Inline, ...]) -> str:
        return "".join([self._sign(inline) for inline in inlines])

    def _sign(self, inline: Inline) -> str:
        if isinstance(inline, Note):
            return NOTE
        text = signed(inline)
        if not is_strong(inline):
            return text
        self.used["strong"] = self.styles.use(strong_style(self.looks))
        return f"{STRONG}{text}{STRONG_END}"

    def _note(self, note: Note, room: float) -> dict[str, Any]:
        if not note.inlines:
            return {"mark": note.mark}
        style = note_style(self.looks)
        self.used |= {"note": self.styles.use(style), "separator": 100 * SEPARATOR, "gap": GAP}
        return {"mark": note.mark, **self.words(note.inlines, style.size, room)}
