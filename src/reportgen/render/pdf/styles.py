"""What follows from a style alone, worked out once a style and not once a box, a line or a page.

WeasyPrint 70.0 gives every page styles of its own, although there are four kinds of pages at most; it resolves the
percentages of every box and of every line anew, although hardly a style has one; and it looks up the strut of a line
by a text made of fourteen properties. An eighth of the time of a report went there.
"""

from typing import Any

from weasyprint.css.properties import ZERO_PIXELS
from weasyprint.layout import absolute, background, block, inline, page, percent, table
from weasyprint.layout import float as floats
from weasyprint.text import line_break

# WeasyPrint has no types: its objects are `Any` here. A name that is gone is for `typeset.install` to report.
_style_page: Any = getattr(page, "set_page_type_computed_styles", None)
_resolve: Any = getattr(percent, "resolve_percentages", None)
_resolve_radii: Any = getattr(percent, "resolve_radii_percentages", None)
_strut: Any = getattr(line_break, "strut", None)

_SIDES = ("top", "right", "bottom", "left")
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_SPACES = tuple(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES)
_RADII = tuple(f"border_{side}_{corner}_radius" for side in ("top", "bottom") for corner in ("left", "right"))
_SQUARE = dict.fromkeys(_RADII, (0, 0))
_SIZES = ("width", "min_width", "max_width", "height", "min_height", "max_height")


def _style_page_by_kind(page_type: Any, html: Any, style_for: Any) -> None:
    """Pages that no selector tells apart share their styles, and those of their margin boxes."""
    if _counts_pages(style_for):
        _style_page(page_type, html, style_for)
        return
    computed, kinds = style_for.get_computed_styles(), style_for.__dict__.setdefault("kinds_of_pages", {})
    kind = (page_type.side, page_type.blank, page_type.name, page_type.index == 0)
    if kind not in kinds:
        _style_page(page_type, html, style_for)
        boxes = [box for of, box in style_for.get_cascaded_styles() if of == page_type]
        kinds[kind] = {box: computed[page_type, box] for box in (None, *boxes)}
    for box, style in kinds[kind].items():
        computed[page_type, box] = style


def _counts_pages(style_for: Any) -> bool:
    """Whether a selector asks for the number of a page (`:nth()`)."""
    return any(
        selected.index is not None
        for sheet, _origin, _specificity in style_for._sheets
        for _rule, selectors, _declarations in sheet.page_rules
        for _specificity, _box, selected in selectors
    )


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the used lengths of a box; those of a style without percentages are always the same."""
    style = box.style
    try:
        used = style.used_lengths
    except AttributeError:
        used = style.used_lengths = _used_lengths(style)
    if used is None:
        _resolve(box, containing_block)
    else:
        box.__dict__.update(used)


def _used_lengths(style: Any) -> dict[str, Any] | None:
    """The used lengths, or None when they depend on the box: on its surroundings, or on the table that it is in."""
    lengths = {name: style[name] for name in (*_SPACES, *_SIZES)}
    fixed = all(value == "auto" or getattr(value, "unit", None) == "px" for value in lengths.values())
    if not fixed or style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return None
    used = {name: value if value == "auto" else value.value for name, value in lengths.items()}
    none = {name: 0 for name in ("min_width", "min_height") if used[name] == "auto"}
    return used | none | {name: style[name] for name in _BORDERS}


def _radii(box: Any) -> None:
    """Set the rounding of a box's corners; hardly a style has one."""
    style = box.style
    if not hasattr(style, "square"):
        style.square = all(style[name] == (ZERO_PIXELS, ZERO_PIXELS) for name in _RADII)
    if style.square:
        box.__dict__.update(_SQUARE)
    else:
        _resolve_radii(box)


def _strut_of_style(style: Any) -> tuple[float, float]:
    """Height and baseline of a line of this style."""
    try:
        found: tuple[float, float] = style.strut
    except AttributeError:
        found = style.strut = _strut(style)
    return found


HOOKS: tuple[tuple[Any, str, Any, str], ...] = (
    (page, "set_page_type_computed_styles", _style_page_by_kind, "page_type html style_for"),
    *(
        (module, "resolve_percentages", _resolve_percentages, "box containing_block")
        for module in (absolute, block, floats, inline, page, percent, table)
    ),
    (background, "resolve_radii_percentages", _radii, "box"),
    *((module, "strut", _strut_of_style, "style") for module in (inline, line_break)),
)
"""Every module that asks often: each holds the functions under names of its own."""
