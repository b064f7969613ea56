"""A justified line of hanzi: the missing width goes to the gaps beside hanzi, the last glyph ends at the edge.

WeasyPrint's own `justify_line` widens spaces only, so a line that 避头尾 shortened ends up to three characters short.
This one moves the boxes and leaves numbers on each box's `Line` (`points`, `each`) for the moment when it is drawn: no
text is shaped again, as letter-spacing in a copied style would need. Words and figures stay whole unless the gaps would
gape; a line half empty (an address below it, two words in a narrow cell) stays ragged.
A line's width includes the letter-spacing after its last glyph, which is taken back here.
"""

from bisect import bisect_left
from collections.abc import Iterator
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline

from reportgen.render.cjk import MOST_SPREAD, blanks, boundaries, gaps, has_hanzi
from reportgen.render.pdf.lines import Line
from reportgen.render.pdf.shaping import letter_spacing

# WeasyPrint has no types: its objects are `Any` here.
_justify_spaces: Any = getattr(inline, "justify_line", None)

_PARENTS = (boxes.LineBox, boxes.InlineBox)


def justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Spread `extra_width` px over the line: beside hanzi; over its spaces when it has no hanzi."""
    leaves = list(_leaves(line))
    if not any(_is_cut(box) for box in leaves):
        _justify_spaces(context, line, extra_width)
        return
    texts = [box.text if _is_cut(box) else "\ufffc" for box in leaves]
    text, most = "".join(texts), line.style["font_size"] * MOST_SPREAD  # beyond it Latin letters are spaced, too
    extra_width += letter_spacing(line.style)
    if not has_hanzi(text):
        points, most = blanks(text), inf
    elif extra_width > len(points := gaps(text)) * most:
        points = boundaries(text)
    each = extra_width / len(points) if points else 0.0
    if each and (each <= most or line.style["text_align_last"] == "justify"):
        _spread(line, _shares(texts, points), each, 0.0)


def _is_cut(box: Any) -> bool:
    """Whether this is text that was cut out of a shaped one: any other stays as WeasyPrint has set it."""
    return isinstance(box, boxes.TextBox) and isinstance(box.pango_layout, Line)


def _shares(texts: list[str], points: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """For each text of a line, its share of `points`, counted from its own start."""
    start = 0
    for text in texts:
        low, high = bisect_left(points, start), bisect_left(points, start + len(text))
        yield tuple([point - start for point in points[low:high]])
        start += len(text)


def _leaves(box: Any) -> Iterator[Any]:
    """Text boxes and atomic boxes (pictures, inline blocks) of a line, in order."""
    if not isinstance(box, _PARENTS):
        yield box
        return
    for child in box.children:
        if child.is_in_normal_flow():
            yield from _leaves(child)


def _spread(box: Any, shares: Iterator[tuple[int, ...]], each: float, shift: float) -> float:
    """Move the box by `shift` px and widen it by `each` px a point; return the shift of what follows it."""
    if not isinstance(box, _PARENTS):
        box.translate(shift, 0)
        points = next(shares)
        if isinstance(box, boxes.TextBox):
            box.width += each * len(points)
            box.pango_layout.points, box.pango_layout.each = points, each
        return shift + each * len(points)
    box.position_x += shift
    end = shift
    for child in box.children:
        if child.is_in_normal_flow():
            end = _spread(child, shares, each, end)
    box.width += end - shift
    return end
