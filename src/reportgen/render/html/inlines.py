"""Inlines → HTML: words escaped, forced breaks as they are; what stands out and notes as the page shows them."""

from typing import Protocol

from markupsafe import Markup, escape

from reportgen.model.hole import SIGN
from reportgen.model.inline import Break, Inline, Note, Number, Text, change_of
from reportgen.render.holes import COLOR, told_apart
from reportgen.render.html.changes import changed_html


class Shows(Protocol):
    """How a page shows what is more than words."""

    def strong(self, words: str) -> Markup:
        """Words that stand out."""

    def note(self, note: Note) -> Markup:
        """What stands in a line where a note does."""


class _Words:
    """Where nothing else can stand: lines of the template."""

    def strong(self, words: str) -> Markup:
        return escape(words)

    def note(self, note: Note) -> Markup:
        return escape(note.mark)


WORDS = _Words()


def inlines_html(inlines: tuple[Inline, ...], shows: Shows = WORDS) -> Markup:
    """The words of some inlines."""
    return Markup("").join(_inline(inline, shows) for inline in inlines)


def _words(text: str) -> Markup:
    """Holes stand on yellow, in a browser and on paper."""
    mark = Markup(f'<mark style="background: #{COLOR}; color: inherit">{{}}</mark>')
    return Markup("").join(mark.format(piece) if hole else escape(piece) for piece, hole in told_apart(text))


def _inline(inline: Inline, shows: Shows) -> Markup:
    change = change_of(inline)
    return changed_html(_unmarked(inline, shows), change) if change else _unmarked(inline, shows)


def _unmarked(inline: Inline, shows: Shows) -> Markup:
    match inline:
        case Text() | Number() if inline.strong:
            return shows.strong(inline.text)
        case Text() | Number():
            return _words(inline.text) if SIGN in inline.text else escape(inline.text)
        case Break():
            return Markup("<br/>")
        case Note():
            return shows.note(inline)
