"""Inlines → HTML: words escaped, forced breaks as they are."""

from markupsafe import Markup, escape

from reportgen.model.inline import Break, Inline, Number, Text


def inlines_html(inlines: tuple[Inline, ...]) -> Markup:
    """The words of some inlines."""
    return Markup("").join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text() | Number():
            return escape(inline.text)
        case Break():
            return Markup("<br/>")
