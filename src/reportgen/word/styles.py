"""Word's styles → looks: each style resolved through `basedOn`, lengths in pt.

Word measures in twentieths of a point (twips), half points (`w:sz`) and hundredths of a character (`w:…Chars`); where
both an indent in characters and one in twips are given Word takes the characters, LibreOffice the twips.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from reportgen.model.look import Align, Rule, Style, TabStop
from reportgen.record import Struct, field, replace
from reportgen.word.package import Element, Package, W, is_on, value

_TWIP = 20
_EIGHTH = 8
"""`w:sz` of a rule counts eighths of a point."""
_SINGLE = 240
"""`w:line` of single spacing when the rule is a multiple."""
_LONGEST = 100_000
_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
}


def read_styles(package: Package) -> dict[str, Style]:
    """Paragraph styles by id."""
    root = package.part("word/styles.xml")
    if root is None:
        return {}
    nodes = {
        str(node.get(W + "styleId")): node for node in root.iter(W + "style") if node.get(W + "type") == "paragraph"
    }
    base = _defaults(root)
    return {style_id: _style(style_id, nodes, base) for style_id in nodes}


class StyleSheet(Struct, frozen=True, dict=True):
    """The paragraph styles of a file, each resolved when it is first asked for."""

    package: Package
    _resolved: dict[str, Style] = field(default_factory=dict)

    @cached_property
    def _root(self) -> Element | None:
        return self.package.part("word/styles.xml")

    @cached_property
    def _nodes(self) -> dict[str, Element]:
        found = self._root.iterchildren(W + "style") if self._root is not None else ()
        return {str(node.get(W + "styleId")): node for node in found if node.get(W + "type") != "table"}

    @cached_property
    def defaults(self) -> Style:
        """What a paragraph without a style is."""
        return _defaults(self._root) if self._root is not None else Style("", "", size=10.0)

    def style(self, style_id: str) -> Style:
        """The style of that id; the defaults where there is none."""
        if style_id not in self._nodes:
            return self.defaults
        if style_id not in self._resolved:
            self._resolved[style_id] = _style(style_id, self._nodes, self.defaults)
        return self._resolved[style_id]

    def laid_over(self, style: Style, style_id: str) -> Style:
        """A style with the letters of a character style laid over it."""
        for node in reversed(list(_chain(style_id, self._nodes))):
            style = apply(style, None, node.find(W + "rPr"))
        return style


def read_letter_style(package: Package, name: str, base: Style) -> Style | None:
    """The character style of that name laid over a paragraph style; None where the file has none.

    Bold alone changes no face, and there is no bold one of hanzi: such a style says nothing that could be shown.
    """
    root = package.part("word/styles.xml")
    found = root.iter(W + "style") if root is not None else ()
    nodes = (node for node in found if node.get(W + "type") == "character" and value(node, "name") == name)
    node = next(nodes, None)
    if node is None:
        return None
    style = replace(apply(base, None, node.find(W + "rPr")), name=name, id=str(node.get(W + "styleId")))
    shows = (style.east_asian_font, style.color) != (base.east_asian_font, base.color)
    return style if shows else None


def read_table_styles(package: Package) -> dict[str, tuple[Element, ...]]:
    """Table styles with those that they are based on, nearest first, by id."""
    root = package.part("word/styles.xml")
    if root is None:
        return {}
    nodes = {str(node.get(W + "styleId")): node for node in root.iter(W + "style") if node.get(W + "type") == "table"}
    return {style_id: tuple(_chain(style_id, nodes)) for style_id in nodes}


def by_name(styles: Mapping[str, Style]) -> dict[str, Style]:
    """The same styles under the names that people see."""
    return {style.name: style for style in styles.values()}


def _defaults(root: Element) -> Style:
    defaults = root.find(W + "docDefaults")
    style = Style("", "", size=10.0)
    if defaults is None:
        return style
    return apply(style, defaults.find(f"{W}pPrDefault/{W}pPr"), defaults.find(f"{W}rPrDefault/{W}rPr"))


def _style(style_id: str, nodes: dict[str, Element], base: Style) -> Style:
    style = base
    for node in reversed(list(_chain(style_id, nodes))):
        style = apply(style, node.find(W + "pPr"), node.find(W + "rPr"))
    return replace(style, name=str(value(nodes[style_id], "name") or style_id), id=style_id)


def _chain(style_id: str | None, nodes: dict[str, Element]) -> Iterator[Element]:
    seen: set[str] = set()
    while style_id in nodes and style_id not in seen:
        seen.add(style_id)
        yield nodes[style_id]
        style_id = value(nodes[style_id], "basedOn")


def apply(style: Style, paragraph: Element | None, run: Element | None) -> Style:
    """A style with the properties of a pPr and an rPr laid over it."""
    changes = _run_changes(run)
    style = replace(style, **changes)
    return replace(style, **_paragraph_changes(style, paragraph))


def _run_changes(run: Element | None) -> dict[str, Any]:
    if run is None:
        return {}
    fonts = run.find(W + "rFonts")
    changes: dict[str, Any] = {}
    if fonts is not None:
        changes["east_asian_font"] = fonts.get(W + "eastAsia")
        changes["latin_font"] = fonts.get(W + "ascii")
    size, spacing, color = _float(value(run, "sz")), _float(value(run, "spacing")), value(run, "color")
    changes["size"] = size / 2 if size else None
    changes["letter_spacing"] = spacing / _TWIP if spacing is not None else None
    changes["color"] = color if color and color != "auto" else None
    changes["bold"] = is_on(run, "b")
    changes["italic"] = is_on(run, "i")
    return {name: new for name, new in changes.items() if new is not None}


def _paragraph_changes(style: Style, paragraph: Element | None) -> dict[str, Any]:
    if paragraph is None:
        return {}
    alignment = value(paragraph, "jc")
    changes: dict[str, Any] = {
        "align": _ALIGNS.get(alignment, Align.LEFT) if alignment else None,
        "keep_next": is_on(paragraph, "keepNext"),
        "keep_lines": is_on(paragraph, "keepLines"),
        "page_break_before": is_on(paragraph, "pageBreakBefore"),
        "widow_control": is_on(paragraph, "widowControl"),
        "contextual": is_on(paragraph, "contextualSpacing"),
        "tabs": _tabs(style, paragraph.find(W + "tabs")),
        **_spacing(paragraph.find(W + "spacing")),
        **_indents(style, paragraph.find(W + "ind")),
    }
    return {name: new for name, new in changes.items() if new is not None} | _rules(paragraph.find(W + "pBdr"))


def _tabs(style: Style, tabs: Element | None) -> tuple[TabStop, ...] | None:
    """Those of the style, with what the paragraph adds and clears."""
    if tabs is None:
        return None
    stops = {stop.position: stop for stop in style.tabs}
    for tab in tabs.iter(W + "tab"):
        position = (_float(tab.get(W + "pos")) or 0.0) / _TWIP
        stops.pop(position, None)
        if tab.get(W + "val") not in ("clear", "bar"):
            stops[position] = TabStop(position, _ALIGNS.get(str(tab.get(W + "val")), Align.LEFT))
    return tuple(stops[position] for position in sorted(stops))


def _rules(borders: Element | None) -> dict[str, Rule | None]:
    """The rules that a `w:pBdr` speaks of: None is one taken away."""
    sides = {"rule_above": "top", "rule_below": "bottom"}
    found = {name: borders.find(W + side) for name, side in sides.items()} if borders is not None else {}
    return {name: read_rule(border) for name, border in found.items() if border is not None}


def read_rule(border: Element | None) -> Rule | None:
    """A border such as `<w:top w:val="single" w:sz="8" w:color="FF0000"/>`; None when there is none."""
    if border is None or border.get(W + "val") in ("none", "nil"):
        return None
    color = str(border.get(W + "color", "auto"))
    width, space = (_float(border.get(W + "sz", "4")) or 0.0) / _EIGHTH, _float(border.get(W + "space")) or 0.0
    return Rule(width, "000000" if color == "auto" else color, space)


def is_plain(border: Element) -> bool:
    """Whether a border is one solid line or none, as every renderer draws it."""
    return border.get(W + "val") in ("single", "none", "nil")


def _spacing(spacing: Element | None) -> dict[str, float | None]:
    if spacing is None:
        return {}
    before, after, line = (_number(spacing, name) for name in ("before", "after", "line"))
    rule = spacing.get(W + "lineRule", "auto")
    result = {"before": _points(before), "after": _points(after)}
    if line is None:
        return result
    if rule in ("exact", "atLeast"):
        return result | {"line": line / _TWIP, "grows": rule == "atLeast"}
    return result | {"line": 0.0, "line_factor": line / _SINGLE}


def _points(twips: float | None) -> float | None:
    return None if twips is None else twips / _TWIP


def _number(element: Element, *names: str) -> float | None:
    for name in names:
        text = element.get(W + name)
        if text is not None:
            return _float(text)
    return None


def _float(text: str | None) -> float | None:
    """A number as Word writes it; None for what is none, or longer than any paper."""
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and abs(number) < _LONGEST else None


def _indents(style: Style, indent: Element | None) -> dict[str, float | None]:
    if indent is None:
        return {}
    hanging, hanging_chars = _number(indent, "hanging"), _number(indent, "hangingChars")
    first = _length(style, _number(indent, "firstLineChars"), _number(indent, "firstLine"))
    if hanging is not None or hanging_chars is not None:
        hang = _length(style, hanging_chars, hanging)
        first = -hang if hang is not None else None
    return {
        "left": _length(style, _number(indent, "leftChars", "startChars"), _number(indent, "left", "start")),
        "right": _length(style, _number(indent, "rightChars", "endChars"), _number(indent, "right", "end")),
        "first_line": first,
    }


def _length(style: Style, characters: float | None, twips: float | None) -> float | None:
    """Characters win over twips, except that zero characters only cancel an inherited indent in characters."""
    if characters:
        return characters / 100 * style.character
    return _points(twips) if twips is not None else (0.0 if characters is not None else None)
