"""Inlines → HTML: words escaped, forced breaks as they are; what stands out and notes as the page shows them."""

from typing import Protocol

from markupsafe import Markup, escape

from reportgen.model.inline import Break, Inline, Note, Number, Text


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


def _inline(inline: Inline, shows: Shows) -> Markup:
    match inline:
        case Text() | Number():
            return shows.strong(inline.text) if inline.strong else escape(inline.text)
        case Break():
            return Markup("<br/>")
        case Note():
            return shows.note(inline)
