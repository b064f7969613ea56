"""The conditions of a frame decided: what of it a document shows."""

from collections.abc import Callable, Iterator

from reportgen.model.frame import FrameIf, FrameItem, ShownItem


def shown_items(items: tuple[FrameItem, ...], has_value: Callable[[str], object]) -> Iterator[ShownItem]:
    """The items as a document has them: of each condition those that hold, by whether its slot has a value."""
    for item in items:
        if isinstance(item, FrameIf):
            yield from shown_items(item.items if has_value(item.name) else item.otherwise, has_value)
        else:
            yield item
