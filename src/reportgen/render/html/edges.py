"""Headers and footers → HTML and CSS: running elements, which the engine puts into the margin of every page.

A header begins `Page.header` below the edge of the paper and a footer ends `Page.footer` above it, as Word measures.
On an across page both lie along the long edges, as a reader holds it; bare page numbers are turned
(`css.across_rules`).
"""

from collections.abc import Iterator

from markupsafe import Markup

from reportgen.model.frame import Edge, Frame, FrameItem, FrameLine
from reportgen.model.look import ACROSS_FOOTER, Page
from reportgen.record import replace
from reportgen.render.html.css import pt
from reportgen.render.html.frame import FrameHtml
from reportgen.render.html.shapes import floats_html

_ON_PAPER_ALONE = "@media screen { div.edge { display: none } }"
_SIDES = {"odd": ":right", "even": ":left", "first": ":first"}
"""The pages that an edge is for, and how CSS calls them."""


def edges_html(frame: Frame, made: FrameHtml) -> Markup:
    """The running elements, to stand at the beginning of the body; a browser has no pages and shows none."""
    return Markup("").join(
        Markup('<div class="edge" style="position: running({})">{}</div>\n').format(
            f"{edge}-{kind}", _words(edge, items, made)
        )
        for edge, kind, items in _kinds(frame)
    )


def edge_rules(frame: Frame, page: Page) -> list[str]:
    """The rules that put them there, for upright and for across pages; none where the template has no edges."""
    rules: list[str] = []
    for edge, kind, items in _kinds(frame):
        upright = _margin_box(edge, kind, items, page.width - page.left - page.right, page)
        turned = replace(page, footer=min(page.footer, ACROSS_FOOTER))
        across = _margin_box(edge, kind, items, page.height - page.top - page.bottom, turned)
        rules += [_ON_PAPER_ALONE] if not rules else []
        rules += [f"@page {_SIDES[kind]} {{ {upright} }}", f"@page across{_SIDES[kind]} {{ {across} }}"]
    return rules


def _kinds(frame: Frame) -> Iterator[tuple[str, str, tuple[FrameItem, ...]]]:
    for name, edge in (("head", frame.head), ("foot", frame.foot)):
        if edge.items or edge.first is not None:
            yield from ((name, kind, items) for kind, items in _sides(edge))


def _sides(edge: Edge) -> Iterator[tuple[str, tuple[FrameItem, ...]]]:
    yield "odd", edge.odd
    yield "even", edge.even
    if edge.first is not None:
        yield "first", edge.first


def _margin_box(edge: str, kind: str, items: tuple[FrameItem, ...], width: float, page: Page) -> str:
    content = f"element({edge}-{kind})" if items else "none"
    place = {"head": f"top; padding: {pt(page.header)} 0 0", "foot": f"bottom; padding: 0 0 {pt(page.footer)}"}[edge]
    name = {"head": "@top-center", "foot": "@bottom-center"}[edge]
    return f"{name} {{ content: {content}; width: {pt(width)}; vertical-align: {place} }}"


def _words(edge: str, items: tuple[FrameItem, ...], made: FrameHtml) -> Markup:
    """The lines; what a header places on the page is placed from the header's own beginning."""
    if edge == "foot":
        return made.items(items)
    page = made.looks.page
    from_page = tuple(
        each for item in items if isinstance(item, FrameLine) for each in item.floats if not each.from_line
    )
    return floats_html(from_page, made.items, above=page.header - page.top) + made.items(_without(items))


def _without(items: tuple[FrameItem, ...]) -> tuple[FrameItem, ...]:
    """The items without what is placed on the page."""
    return tuple(
        replace(item, floats=tuple(each for each in item.floats if each.from_line))
        if isinstance(item, FrameLine)
        else item
        for item in items
    )
