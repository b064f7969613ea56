"""The page, its numbers, its heads and feet → JSON."""

from collections.abc import Callable

from reportgen.model.frame import Edge, Float, Frame, FrameItem, FrameLine
from reportgen.model.look import ACROSS_FOOTER, PAGES, Looks, Page, PageNumber
from reportgen.record import replace
from reportgen.render.typst.frame import FrameJson
from reportgen.render.typst.styles import Json, Styles


def page_json(page: Page) -> Json:
    """The paper and its type area."""
    sides = ("width", "height", "top", "right", "bottom", "left", "footer", "header")
    return {side: getattr(page, side) for side in sides} | {"across-footer": min(page.footer, ACROSS_FOOTER)}


def numbers_json(looks: Looks, styles: Styles) -> Json:
    """The page numbers of odd and of even pages."""
    return {
        "odd": _number(looks.odd, styles),
        "even": _number(looks.even, styles),
        "first-numbered": looks.first_numbered,
    }


def _number(number: PageNumber | None, styles: Styles) -> Json | None:
    """Its words are cut where the number of all pages stands."""
    if number is None:
        return None
    return {
        "style": styles.use(number.style),
        "before": number.before.split(PAGES),
        "after": number.after.split(PAGES),
    }


def edges_json(frame: Frame, made: FrameJson) -> Json:
    """Heads and feet; what a head places on the page, from the corner of the type area, lies behind the text."""
    return {
        "head": _sides(frame.head, lambda items: made.items(tuple(map(_without_placed, items)))),
        "foot": _sides(frame.foot, made.items),
        "placed": _sides(frame.head, lambda items: [made.hung(each) for item in items for each in _placed(item)]),
    }


def _sides(edge: Edge, made: Callable[[tuple[FrameItem, ...]], list[Json]]) -> Json:
    return {
        "odd": made(edge.odd),
        "even": made(edge.even),
        "first": None if edge.first is None else made(edge.first),
    }


def _placed(item: FrameItem) -> tuple[Float, ...]:
    return tuple(each for each in item.floats if not each.from_line) if isinstance(item, FrameLine) else ()


def _without_placed(item: FrameItem) -> FrameItem:
    if not isinstance(item, FrameLine):
        return item
    return replace(item, floats=tuple(each for each in item.floats if each.from_line))
