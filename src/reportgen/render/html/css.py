"""Word's styles as CSS: the PDF follows whatever is changed in the template."""

from collections.abc import Iterable

from reportgen.fonts import LATIN, stack, stand_in
from reportgen.model.look import PAGES, Align, Looks, Page, PageNumber, Rule, Style

_PAGE_WIDE = "body { margin: 0; overflow-wrap: anywhere }"
"""A web address longer than a line is broken, as Word breaks it; otherwise it would run off the paper."""

_SINGLE_SPACING = 1.3
"""Word's single spacing of 仿宋 and 宋体, in multiples of the size."""


def stylesheet(looks: Looks, styles: Iterable[Style]) -> str:
    """The rules for the upright page and for the styles that are used. Lengths are in pt as in the template."""
    rules = [page_rules(looks), _PAGE_WIDE, "p, h1, h2, h3, h4 { margin: 0; font-weight: normal }"]
    for style in styles:
        name = css_class(style)
        rules.append(f".{name} {{ {declarations(style)} }}")
        if style.contextual:
            rules.append(f".{name} + .{name} {{ padding-top: 0 }}")
    return "\n".join(rules)


def css_class(style: Style) -> str:
    """A class name for a style: its id, made safe."""
    return "s-" + "".join(char if char.isalnum() else "-" for char in style.id)


def declarations(style: Style) -> str:
    """The CSS of one style.

    Space before and after is padding, not margin: Word adds the two, CSS would collapse them. A bold face is never
    asked for, since none is bundled and a smeared one is worse.
    """
    around = f"{pt(style.before)} {pt(style.right)} {pt(style.after)} {pt(style.left)}"
    lines = {
        "line-height": pt(style.line) if style.line else f"{_SINGLE_SPACING * style.line_factor:.4g}",
        "text-align": style.align.value,
        "text-indent": pt(style.first_line),
        "padding": around,
        "orphans": "2" if style.widow_control else "1",
        "widows": "2" if style.widow_control else "1",
    }
    if style.keep_next:
        lines["break-after"] = "avoid"
    if style.keep_lines:
        lines["break-inside"] = "avoid"
    if style.page_break_before:
        lines["break-before"] = "page"
    if style.rule_above or style.rule_below:
        lines |= {"margin": around, "padding": "0"}  # rules reach from indent to indent
    rules = rule_css("top", style.rule_above) + rule_css("bottom", style.rule_below)
    return "; ".join([letters(style), *(f"{name}: {value}" for name, value in lines.items()), rules]).removesuffix("; ")


def letters(style: Style) -> str:
    """The CSS of its letters alone."""
    lines = {
        "font-family": families(style),
        "font-size": pt(style.size),
        "letter-spacing": pt(style.letter_spacing),
        "color": f"#{style.color}",
    }
    if style.italic:
        lines["font-style"] = "italic"
    return "; ".join(f"{name}: {value}" for name, value in lines.items())


def rule_css(side: str, rule: Rule | None) -> str:
    """A rule at the top or bottom as declarations, each with its semicolon; nothing when there is none."""
    if rule is None:
        return ""
    space = f"padding-{side}: {pt(rule.space)}; " if rule.space else ""
    return f"border-{side}: {pt(rule.width)} solid #{rule.color}; {space}"


def families(style: Style) -> str:
    """The font stack of a style, quoted: the face of its digits and Latin first, as Word takes it.

    The official face stands before the one that stands in for it: it is taken where the unit has it. Of Latin faces
    that is not done, since the official ones have “ ” — …, which then would be as narrow as in an English text.
    """
    latin = stand_in(style.latin_font) or LATIN
    official = (style.latin_font,) if latin is not LATIN else ()
    stacked = dict.fromkeys((*official, latin.family, style.east_asian_font, *stack(style.east_asian_font)[1:]))
    return ", ".join(f'"{family}"' for family in (name.replace('"', "") for name in stacked))


def pt(length: float) -> str:
    """A length in points without superfluous digits."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt" if length else "0"


def page_rules(looks: Looks) -> str:
    """@page with the page numbers: odd at the right, even at the left, as the template's footers say."""
    page = looks.page
    rules = [_page_rule("@page", page.width, page.height, (page.top, page.right, page.bottom, page.left))]
    for side, number in sides(looks):
        rules.append(f"@page :{side} {{ @bottom-{edge_of(number)} {{ {_number_line(page, number)} }} }}")
        if not looks.first_numbered:
            rules.append(f"@page :first {{ @bottom-{edge_of(number)} {{ content: none }} }}")
    return "\n".join(rules)


def across_rules(looks: Looks) -> str:
    """@page for what lies across (横排): the upright page turned to the right about its middle (GB/T 9704 §8).

    Bound, its head lies at the left on every sheet, and the page number where all the others are: seen across at the
    left, turned with the page, low on odd pages and high on even ones. The number's box is a square, which takes the
    same place when it is turned: inside it the line stands as in the foot of an upright page.
    """
    page = looks.page
    rules = [_page_rule("@page across", page.height, page.width, (page.left, page.top, page.right, page.bottom))]
    for side, number in sides(looks):
        square = f"width: {pt(page.bottom - number.style.left - number.style.right)}; height: {pt(_foot(page, number))}"
        at = {"left": "top", "right": "bottom", "center": "middle"}[edge_of(number)]
        turned = f"{_number_line(page, number)}; {square}; transform: rotate(90deg)"
        gone = f"@bottom-{edge_of(number)} {{ content: none }}"
        rules.append(f"@page across:{side} {{ {gone} @left-{at} {{ {turned} }} }}")
    return "\n".join([*rules, ".across { page: across }"])


def _page_rule(selector: str, width: float, height: float, margins: tuple[float, ...]) -> str:
    return f"{selector} {{ size: {pt(width)} {pt(height)}; margin: {' '.join(pt(margin) for margin in margins)} }}"


def sides(looks: Looks) -> list[tuple[str, PageNumber]]:
    """The numbers of right-hand and of left-hand pages, by what CSS calls these."""
    return [(side, number) for side, number in (("right", looks.odd), ("left", looks.even)) if number is not None]


def edge_of(number: PageNumber) -> str:
    """Where a number stands in the foot of its page: left, center or right."""
    align = number.style.align
    return Align.LEFT.value if align is Align.JUSTIFY else align.value


def _foot(page: Page, number: PageNumber) -> float:
    """The room from the type area down to the number's line is `page.bottom` less this."""
    return page.footer + number.style.after + (number.style.line or number.style.size)


def _number_line(page: Page, number: PageNumber) -> str:
    """The footer line's foot lies `page.footer` above the paper's edge (Word's measure).

    It is as wide as the type area: a width that follows from the words is measured for every page.
    """
    style = number.style
    width = page.width - page.left - page.right - style.left - style.right
    content = number_words(number)
    gap = page.bottom - _foot(page, number)
    return (
        f"content: {content}; text-align: {edge_of(number)}; width: {pt(width)}; "
        f"white-space: nowrap; vertical-align: top; font-family: {families(style)}; font-size: {pt(style.size)}; "
        f"line-height: {pt(style.line or style.size)}; padding: {pt(gap)} {pt(style.right)} 0 {pt(style.left)}; "
        f"color: #{style.color}"
    )


def number_words(number: PageNumber, style: str = "") -> str:
    """The number with the words around it, in a `style` of CSS such as upper-roman."""
    counter = f"counter(page, {style})" if style else "counter(page)"
    return f"{_words(number.before)} {counter} {_words(number.after)}"


def _words(text: str) -> str:
    """Words of a footer as CSS content, the number of pages counted."""
    return " counter(pages) ".join(quoted(part) for part in text.split(PAGES))


def quoted(text: str) -> str:
    """Words as a string of CSS."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
