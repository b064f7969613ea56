"""Pictures, text boxes and what stands free on the page → HTML."""

from base64 import b64encode
from collections.abc import Callable

from markupsafe import Markup

from reportgen.model.document import Illustration
from reportgen.model.frame import Box, Float, FrameItem, Picture
from reportgen.render.flat_drawings import without_words
from reportgen.render.html.css import pt

ReadItems = Callable[[tuple[FrameItem, ...]], Markup]
"""The HTML of what stands in a box."""


def picture_html(picture: Picture) -> Markup:
    """A picture in its size, in the page itself."""
    data = b64encode(picture.content).decode()
    return Markup('<img alt="{}" style="width: {}; height: {}" src="data:{};base64,{}">').format(
        picture.spoken, pt(picture.width), pt(picture.height), picture.media_type, data
    )


def illustration_html(illustration: Illustration, number: int) -> Markup:
    """Pictures side by side; `number` is that of the id."""
    shown = Markup(" ").join(map(picture_html, map(without_words, illustration.pictures)))
    return Markup('<p id="b{}" class="chart pictures">{}</p>').format(number, shown)


def box_html(box: Box, items: ReadItems) -> Markup:
    """A box of lines that stands in a line."""
    css = f"display: inline-block; vertical-align: bottom; text-indent: 0; {_box_css(box)}"
    return Markup('<div style="{}">{}</div>').format(css, items(box.items))


def _box_css(box: Box) -> str:
    """Its measures are those of its edge, the middle of its rule."""
    padding = " ".join(pt(side) for side in box.margins)
    rule = f"; border: {pt(box.rule.width)} solid #{box.rule.color}" if box.rule else ""
    fill = f"; background: #{box.fill}" if box.fill else ""
    width = "white-space: nowrap" if box.fits else f"width: {pt(box.width)}"
    size = width if box.fits else f"{width}; min-height: {pt(box.height)}"
    return f"box-sizing: border-box; {size}; padding: {padding}{rule}{fill}"


def floats_html(floats: tuple[Float, ...], items: ReadItems, above: float | None = None) -> Markup:
    """What hangs on a line, to be put right before it.

    The room that it is put into has no height, so what is placed from the line is placed from here. What is placed from
    the type area is so too where `above` says how far below the top of the type area we are.
    """
    made = Markup("")
    for each in floats:
        here = each.from_line or above is not None
        top = each.top if each.from_line or above is None else each.top - above
        across = f"left: 0; right: 0; text-align: {each.align.value}" if each.align else f"left: {pt(each.left)}"
        css = f"position: absolute; {across}; top: {pt(top)}{'; z-index: -1' if each.behind else ''}"
        content = picture_html(each.content) if isinstance(each.content, Picture) else _box(each.content, items)
        room = "position: relative; height: 0" if here else "height: 0"
        room += "; break-after: avoid" if each.from_line else ""
        made += Markup('<div style="{}"><div style="{}">{}</div></div>').format(room, css, content)
    return made


def _box(box: Box, items: ReadItems) -> Markup:
    css = f"display: inline-block; text-align: left; {_box_css(box)}"
    return Markup('<div style="{}">{}</div>').format(css, items(box.items))
