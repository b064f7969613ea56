"""Chinese typesetting on WeasyPrint 70.0: full lines reach the right edge, adjacent punctuation is squeezed.

`install()` before the first layout is all; the HTML needs no markup for it. `text-align: justify` asks for
full lines; 标点挤压 works in every text. Measured on the seed report (20 pages, 431 lines): without it 144 of
the 328 full lines end more than 1 pt off the edge, up to 48 pt; with it all end within 0.02 pt, for 6 % more
time.

What WeasyPrint and Pango do, and why the hooks are where they are:

- `justify_line` widens spaces only; `justify` has ours.
- GW FangSong and GW Kai have no `halt` feature. Pango's letter-spacing attribute puts half of its amount
  before the glyph, which pulls the mark into its neighbour. Inline spans with a negative margin cost a box for
  each mark (seven pairs a line: 7 times as slow; here 1.6 times). So `glyphs` changes the advance itself.
- Pango caches the extents of a line before we can touch its glyphs. During layout pairs are therefore only
  found, and taken off the width that `split_first_line` returns; glyphs change when the line is drawn. Only
  drawing calls `Layout.reactivate`, which shapes the text anew, and then `get_first_line`.
- Pango breaks lines by unsqueezed widths, so a line with pairs is broken again in a measure wider by what
  they give back. 避头尾 stays Pango's.
- Pango 1.50 breaks on neither side of “ ” ‘ ’ (LB19): 、“甲”、“乙” has no break at all, and leaves holes of
  three characters. When a line has room left, a break at a quotation mark is tried.
- A pair torn apart by a line end is no pair: a line is measured and drawn by its own text, so its last mark
  keeps its square. The advance box of the last glyph ends at the edge, the ink of a 。 half an em before it,
  as on any Chinese page. A pair torn apart by an inline box (》</strong>。) is not squeezed either.
- Squeezed marks overlap in the boxes that a reader of the PDF computes from the font: `pdftotext` may put the
  second on a line of its own, after the first. pdfium and pdfplumber keep the line.
- `inline` and `preferred` hold names of their own for `split_first_line`, which are hooked. SVG text asks the
  original and is drawn letter by letter: it is left as it is.
"""

import inspect
from collections.abc import Callable
from math import isfinite
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.render.pdf import faces, styles, tables
from reportgen.render.pdf.cjk import quote_breaks, squeezed
from reportgen.render.pdf.glyphs import full_width, letter_spacing, place
from reportgen.render.pdf.justify import justify_line

# WeasyPrint has no types: its objects are `Any` here, in `glyphs` and in `justify`, and nowhere behind them.
# A name that is gone is `install`'s to report.
_break_line: Any = getattr(line_break, "split_first_line", None)
_shape_first_line: Any = getattr(line_break.Layout, "get_first_line", None)
_reactivate: Any = getattr(line_break.Layout, "reactivate", None)

Line = tuple[Any, ...]  # layout, length (bytes), resume index (bytes or None), width, height, baseline (px)
Splitter = Callable[[str, float | None], Line]


def install() -> None:
    """Put the hooks into WeasyPrint, for the whole process; calling it again changes nothing.

    Raises `EnvironmentProblem` when a hooked function is gone or has other parameters.
    """
    if moved := moved_hooks():
        names = _("、").join(moved)
        raise EnvironmentProblem(_("WeasyPrint 的内部接口变了，请装回固定的版本：{names}", names=names))
    for owner, name, replacement, _parameters in _HOOKS:
        setattr(owner, name, replacement)
    line_break.Layout.drawn = False
    line_break.Layout.marks = line_break.Layout.points = ()
    line_break.Layout.each = 0.0


def moved_hooks() -> list[str]:
    """Names of the hooked functions that are not where, or not what, version 70.0 has."""
    moved = []
    for owner, name, replacement, parameters in _HOOKS:
        found = getattr(owner, name, None)
        if found is not replacement and (not callable(found) or _parameters_of(found) != parameters):
            moved.append(f"{owner.__name__}.{name}")
    return moved


def _parameters_of(function: Callable[..., Any]) -> str:
    return " ".join(inspect.signature(function).parameters)


def _split_first_line(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any) -> Line:
    """As WeasyPrint's own, in widths with pairs squeezed, and with the breaks that Pango misses."""
    em = float(style["font_size"])

    def split(text: str, width: float | None) -> Line:
        # Pango shapes all that it gets, and WeasyPrint gives it four lines' worth. One and a half are enough: a word
        # cut there is on the second line. When it all fits into one line, it was not.
        head = text[: int(width / em * 1.5) + 4] if width and em and isfinite(width) else text
        broken = _break_line(head, style, context, width, *rest, **options)
        if broken[2] is None and head != text:
            broken = _break_line(text, style, context, width, *rest, **options)
        layout, length, resume, raw, height, baseline = broken
        if style["line_height"] != "normal":
            height, baseline = _level(style, em)
        return layout, length, resume, raw - len(layout.marks) * em / 2, height, baseline

    line = split(text, max_width)
    if not max_width or not isfinite(max_width) or line[2] is None or line[3] > max_width:
        return line
    line = _with_pairs_drawn_in(line, split, text, max_width, em)
    return _up_to_a_quote(line, split, text, max_width, em)


def _level(style: Any, em: float) -> tuple[float, float]:
    """Height and baseline of any line of this style.

    Pango gives a line that mixes GW FangSong with another font (①) 1.06 em, off its baseline by 0.06 em, although the
    fonts' metrics are equal: where the style fixes the pitch such lines would leave the grid by 0.47 pt.
    """
    line_height, baseline = line_break.strut(style)
    return em, baseline - (line_height - em) / 2


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
    reach = text[: end + int(room / em * 3) + 2]  # three letters or figures to the em
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
        marks = squeezed(self.text)
        self.marks = full_width(line, self.text, marks, self.style) if marks else ()
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


_SPLIT = "text style context max_width justification_spacing is_line_start minimum"
_HOOKS: tuple[tuple[Any, str, Callable[..., Any], str], ...] = (
    (inline, "justify_line", justify_line, "context line extra_width"),
    (inline, "split_first_line", _split_first_line, _SPLIT),
    (preferred, "split_first_line", _split_first_line, _SPLIT),
    (line_break.Layout, "get_first_line", _get_first_line, "self"),
    (line_break.Layout, "reactivate", _reactivate_for_drawing, "self style"),
    *faces.HOOKS,
    *styles.HOOKS,
    *tables.HOOKS,
)
