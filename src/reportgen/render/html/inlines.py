"""Inlines → HTML: words escaped, forced breaks as they are."""

from markupsafe import Markup, escape

from reportgen.model.hole import SIGN
from reportgen.model.inline import Break, Inline, Number, Text
from reportgen.render.holes import COLOR, told_apart


def inlines_html(inlines: tuple[Inline, ...]) -> Markup:
    """The words of some inlines."""
    return Markup("").join(_inline(inline) for inline in inlines)


def _words(text: str) -> Markup:
    """Holes stand on yellow, in a browser and on paper."""
    mark = Markup(f'<mark style="background: #{COLOR}; color: inherit">{{}}</mark>')
    return Markup("").join(mark.format(piece) if hole else escape(piece) for piece, hole in told_apart(text))


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text() | Number():
            return _words(inline.text) if SIGN in inline.text else escape(inline.text)
        case Break():
            return Markup("<br/>")
