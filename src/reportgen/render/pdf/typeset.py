"""Chinese typesetting on WeasyPrint 70.0: full lines end at the right edge, adjacent punctuation is squeezed.

`install()` before the first layout is all; the HTML needs no markup for it. `text-align: justify` asks for full lines,
and 标点挤压 works in every text. Without it 144 of the 328 full lines of the seed report end more than 1 pt off the
edge, up to 48 pt; with it all end within 0.2 pt of it, for 8 % more time.

What WeasyPrint and Pango do, and why the hooks are where they are:

- `justify_line` widens spaces only. Ours gives the missing width to the gaps beside hanzi, as a number kept on the
  box's `Layout` for drawing; no text is shaped again for it, as letter-spacing in a copied style would need.
- GW FangSong and GW Kai have no `halt` feature. Pango's letter-spacing attribute puts half of its amount before the
  glyph and so pulls the mark into its neighbour. Inline spans with a negative margin cost a box for each mark (seven
  pairs a line: 7 times as slow), and `pdftotext` then puts each of them on a line of its own. So `glyphs` changes
  the width of the glyph.
- Pango caches the extents of a line before we can touch its glyphs. During layout the squeeze is therefore only
  measured, and taken off the width that `split_first_line` returns; glyphs change when the line is drawn. Only
  drawing calls `Layout.reactivate`, which shapes the text anew, and then `get_first_line`.
- Pango breaks lines by unsqueezed widths, so a line with pairs is broken again in a measure wider by what they give
  back. 避头尾 stays Pango's.
- Pango 1.50 breaks on neither side of “ ” ‘ ’ (LB19), which in 、“甲”、“乙” leaves no break at all and holes of three
  characters. When a line has room left, a break at a quotation mark is tried.
- A pair torn apart by a line end is no pair: each line is measured and drawn by its own text, so its last mark keeps
  its square. The advance box of the last glyph ends at the edge, the ink of a 。 half an em before it, as on any Chinese
  page. A pair torn apart by an inline box (》</strong>。) is not squeezed either.
- A line's width includes the letter-spacing after its last glyph, which is taken back when justifying.
- `svg/text.py` imports `split_first_line` when it runs; `inline` and `preferred` hold names of their own.
"""

import inspect
from bisect import bisect_left
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.render.pdf.cjk import boundaries, gaps, has_hanzi, quote_breaks, squeezed
from reportgen.render.pdf.glyphs import full_width, letter_spacing, place

# WeasyPrint has no types: its objects are `Any` here and in `glyphs`, and nowhere behind them.
_inline: Any = import_module("weasyprint.layout.inline")
_preferred: Any = import_module("weasyprint.layout.preferred")
_line_break: Any = import_module("weasyprint.text.line_break")
_boxes: Any = import_module("weasyprint.formatting_structure.boxes")

_break_line: Any = _line_break.split_first_line
_justify_spaces: Any = _inline.justify_line
_shape_first_line: Any = _line_break.Layout.get_first_line
_reactivate: Any = _line_break.Layout.reactivate

_PARENTS = (_boxes.LineBox, _boxes.InlineBox)
_AMPLE = 0.25  # em a gap; beyond it Latin letters are spaced as well
_MOST = 0.5  # em a gap; beyond it (two words in a narrow cell) a ragged line looks better than a torn one

_SPLIT = "text style context max_width justification_spacing is_line_start minimum"
_HOOKS = (
    (_inline, "justify_line", "context line extra_width"),
    (_inline, "split_first_line", _SPLIT),
    (_preferred, "split_first_line", _SPLIT),
    (_line_break, "split_first_line", _SPLIT),
    (_line_break.Layout, "get_first_line", "self"),
    (_line_break.Layout, "reactivate", "self style"),
)

Line = tuple[Any, ...]  # layout, length (bytes), resume index (bytes or None), width, height, baseline (px)
Splitter = Callable[[str, float | None], Line]


def install() -> None:
    """Put the hooks into WeasyPrint, for the whole process; calling it again changes nothing.

    Raises `EnvironmentProblem` when a hooked function is gone or has other parameters.
    """
    if moved := moved_hooks():
        raise EnvironmentProblem(_("WeasyPrint 的内部接口变了，请装回固定的版本：{names}", names="、".join(moved)))
    replacements = {
        "justify_line": _justify_line,
        "split_first_line": _split_first_line,
        "get_first_line": _get_first_line,
        "reactivate": _reactivate_for_drawing,
    }
    for owner, name, _parameters in _HOOKS:
        setattr(owner, name, replacements[name])
    _line_break.Layout.drawn = False
    _line_break.Layout.marks = _line_break.Layout.points = ()
    _line_break.Layout.each = 0.0


def moved_hooks() -> list[str]:
    """Names of the hooked functions that are not where, or not what, version 70.0 has."""
    moved = []
    for owner, name, parameters in _HOOKS:
        function = getattr(owner, name, None)
        if not callable(function) or " ".join(inspect.signature(function).parameters) != parameters:
            moved.append(f"{owner.__name__}.{name}")
    return moved


# ---- breaking lines


def _split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Line:
    """As WeasyPrint's own, in widths with pairs squeezed, and with the breaks that Pango misses."""

    def split(text: str, width: float | None) -> Line:
        layout, length, resume, raw, *rest = _break_line(
            text, style, context, width, justification_spacing, is_line_start, minimum
        )
        return layout, length, resume, raw - len(layout.marks) * style["font_size"] / 2, *rest

    line = split(text, max_width)
    if not max_width or line[2] is None or line[3] > max_width:
        return line
    em = float(style["font_size"])
    line = _with_pairs_drawn_in(line, split, text, max_width, em)
    return _up_to_a_quote(line, split, text, max_width, em)


def _with_pairs_drawn_in(line: Line, split: Splitter, text: str, max_width: float, em: float) -> Line:
    """Break again in a measure wider by what the pairs give back, until no more pairs come in."""
    tried = 0
    while True:
        end = len(line[0].text)
        hoped = len(squeezed(text[: end + 2]))  # with a pair that the end tears apart
        for pairs in (hoped, len(squeezed(text[:end]))) if hoped > tried else ():
            trial = split(text, max_width + pairs * em / 2)
            if pairs > tried and trial[3] <= max_width:
                line, tried = trial, pairs
                break
        else:
            return line


def _up_to_a_quote(line: Line, split: Splitter, text: str, max_width: float, em: float) -> Line:
    """Take in what fits up to a quotation mark, when the line has room and Pango saw no break there."""
    room = max_width - line[3]
    if line[2] is None or room < em / 2:
        return line
    end = len(text.encode()[: line[2]].decode())
    reach = text[: end + int(room / em * 3) + 2]  # three figures or half-width letters to the em
    for stop in reversed([stop for stop in quote_breaks(reach) if stop > end]):
        trial = split(text[:stop], None)
        if trial[2] is None and trial[3] <= max_width:
            return trial[0], trial[1], len(text[:stop].encode()), *trial[3:]
    return line


def _get_first_line(self: Any) -> Any:
    """The first Pango line of a `Layout`: its pairs found during layout, its glyphs placed for drawing."""
    line, resume = _shape_first_line(self)
    if resume is not None:  # a draft, which will be set again as its first line alone
        return line, resume
    if not self.drawn:
        self.marks = full_width(line, self.text, squeezed(self.text), self.style)
    elif self.marks or self.points or letter_spacing(self.style):
        added = dict.fromkeys(self.points, self.each)
        for mark in self.marks:
            added[mark] = added.get(mark, 0.0) - self.style["font_size"] / 2
        place(line, self.text, self.style, added)
    return line, resume


def _reactivate_for_drawing(self: Any, style: Any) -> None:
    """Make the Pango layout again, which WeasyPrint does only to draw it."""
    self.drawn = True
    _reactivate(self, style)


# ---- justifying lines


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Spread `extra_width` px over the line: beside hanzi; over its spaces when it has no hanzi."""
    texts = [box.text if isinstance(box, _boxes.TextBox) else "\ufffc" for box in _leaves(line)]
    text, em = "".join(texts), line.style["font_size"]
    extra_width += letter_spacing(line.style)
    points = gaps(text)
    if extra_width > len(points) * em * _AMPLE:
        points = boundaries(text)
    if not points or not has_hanzi(text):
        _justify_spaces(context, line, extra_width)
        return
    each = extra_width / len(points)
    if each <= em * _MOST or line.style["text_align_last"] == "justify":
        _spread(line, _shares(texts, points), each, 0.0)


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
        if isinstance(box, _boxes.TextBox):
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
