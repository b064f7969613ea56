"""Word's styles as CSS: the PDF follows whatever is changed in the template."""

from collections.abc import Iterable

from reportgen.fonts import LATIN, stack, stand_in
from reportgen.model.look import PAGES, Looks, Page, PageNumber, Style

_PAGE_WIDE = "body { margin: 0; overflow-wrap: anywhere }"
"""A web address longer than a line is broken, as Word breaks it; otherwise it would run off the paper."""

_SINGLE_SPACING = 1.3
"""Word's single spacing of 仿宋 and 宋体, in multiples of the size."""


def stylesheet(looks: Looks, styles: Iterable[Style]) -> str:
    """The rules for the page and for the styles that are used. Lengths are in pt as in the template."""
    rules = [page_rules(looks), _PAGE_WIDE, "p, h1, h2, h3, h4 { margin: 0; font-weight: normal }"]
    rules += [f".{css_class(style)} {{ {declarations(style)} }}" for style in styles]
    return "\n".join(rules)


def css_class(style: Style) -> str:
    """A class name for a style: its id, made safe."""
    return "s-" + "".join(char if char.isalnum() else "-" for char in style.id)


def declarations(style: Style) -> str:
    """The CSS of one style.

    Space before and after is padding, not margin: Word adds the two, CSS would collapse them. A bold face is never
    asked for, since none is bundled and a smeared one is worse.
    """
    lines = {
        "font-family": families(style),
        "font-size": pt(style.size),
        "letter-spacing": pt(style.letter_spacing),
        "line-height": pt(style.line) if style.line else f"{_SINGLE_SPACING * style.line_factor:.4g}",
        "text-align": style.align.value,
        "text-indent": pt(style.first_line),
        "padding": f"{pt(style.before)} {pt(style.right)} {pt(style.after)} {pt(style.left)}",
        "color": f"#{style.color}",
        "orphans": "2" if style.widow_control else "1",
        "widows": "2" if style.widow_control else "1",
    }
    if style.keep_next:
        lines["break-after"] = "avoid"
    if style.keep_lines:
        lines["break-inside"] = "avoid"
    if style.page_break_before:
        lines["break-before"] = "page"
    if style.italic:
        lines["font-style"] = "italic"
    return "; ".join(f"{name}: {value}" for name, value in lines.items())


def families(style: Style) -> str:
    """The font stack of a style, quoted: the face of its digits and Latin first, as Word takes it."""
    latin = stand_in(style.latin_font) or LATIN
    stacked = dict.fromkeys((latin.family, *stack(style.east_asian_font)[1:]))
    return ", ".join(f'"{family}"' for family in stacked)


def pt(length: float) -> str:
    """A length in points without superfluous digits."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt" if length else "0"


def page_rules(looks: Looks) -> str:
    """@page with the page numbers: odd at the right, even at the left, as the template's footers say."""
    page = looks.page
    size = f"{pt(page.width)} {pt(page.height)}"
    margin = f"{pt(page.top)} {pt(page.right)} {pt(page.bottom)} {pt(page.left)}"
    rules = [f"@page {{ size: {size}; margin: {margin} }}"]
    for side, number in (("right", looks.odd), ("left", looks.even)):
        if number is not None:
            rules.append(f"@page :{side} {{ {_number_box(page, number)} }}")
    return "\n".join(rules)


def _number_box(page: Page, number: PageNumber) -> str:
    """The footer line's foot lies `page.footer` above the paper's edge (Word's measure)."""
    style = number.style
    line = style.line or style.size
    gap = page.bottom - page.footer - line
    content = f"{_words(number.before)} counter(page) {_words(number.after)}"
    return (
        f"@bottom-{style.align.value if style.align.value != 'justify' else 'left'} {{ content: {content}; "
        f"white-space: nowrap; vertical-align: top; font-family: {families(style)}; font-size: {pt(style.size)}; "
        f"line-height: {pt(line)}; padding: {pt(gap)} {pt(style.right)} 0 {pt(style.left)}; color: #{style.color} }}"
    )


def _words(text: str) -> str:
    """Words of a footer as CSS content, the number of pages counted."""
    return " counter(pages) ".join(_quoted(part) for part in text.split(PAGES))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
