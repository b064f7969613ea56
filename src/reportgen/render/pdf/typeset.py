"""Chinese typesetting on WeasyPrint 70.0: full lines reach the right edge, adjacent punctuation is squeezed.

`install()` before the first layout is all; the HTML needs no markup for it. `text-align: justify` asks for full lines;
标点挤压 works in every text. Measured on the seed report (20 pages, 431 lines): without it 144 of the 328 full lines
end more than 1 pt off the edge, up to 48 pt; with it all end within 0.02 pt.

How, and why the hooks are where they are:

- A paragraph is shaped by Pango once (`shaping`), its lines are cut out of it (`lines`) and written into the page
  (`drawing`): text, clusters and tags stay what Pango and WeasyPrint know. 避头尾 stays Pango's.
- GW FangSong and GW Kai have no `halt` feature, and inline spans with a negative margin cost a box for each mark. So it
  is the place of the next glyph that is changed.
- `justify_line` widens spaces only; `justify` has ours.
- The advance box of the last glyph of a line ends at the edge, the ink of a 。 half an em before it, as on any Chinese
  page. A pair torn apart by an inline box (》</strong>。) is not squeezed.
- Squeezed marks overlap in the boxes that a reader of the PDF computes from the font: `pdftotext` may put the second on
  a line of its own, after the first. pdfium and pdfplumber keep the line.
- `inline` and `preferred` hold names of their own for `split_first_line`, which are hooked. SVG text asks the original
  and is drawn letter by letter: it is left as it is. So is text with breaks, tabs or soft hyphens of its own, text from
  right to left, and text of a style that is not for Chinese paragraphs.
"""

import inspect
from collections.abc import Callable
from math import inf
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from reportgen.errors import EnvironmentProblem
from reportgen.language import _
from reportgen.render.pdf import drawing, notes, tables
from reportgen.render.pdf.justify import justify_line
from reportgen.render.pdf.lines import cut
from reportgen.render.pdf.shaping import Texts

# WeasyPrint has no types: its objects are `Any` here, and nowhere outside this package.
# A name that is gone is `install`'s to report.
_break_line: Any = getattr(line_break, "split_first_line", None)


def install() -> None:
    """Put the hooks into WeasyPrint, for the whole process; calling it again changes nothing.

    Raises `EnvironmentProblem` when a hooked function is gone or has other parameters.
    """
    if moved := moved_hooks():
        names = _("、").join(moved)
        raise EnvironmentProblem(_("WeasyPrint 的内部接口变了，请装回固定的版本：{names}", names=names))
    for owner, name, replacement, _parameters in _HOOKS:
        setattr(owner, name, replacement)


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


def _split_first_line(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any) -> Any:
    """The first line of a text, as WeasyPrint wants to know it."""
    if not hasattr(context, "shaped_texts"):
        context.shaped_texts = Texts()
    found = context.shaped_texts.find(text, style)
    if found is None:
        return _break_line(text, style, context, max_width, *rest, **options)
    shaped, start = found
    measure = max_width if style["white_space"] == "normal" and max_width != inf else None
    line, stop = cut(shaped, start, measure, _may_cut_words(style, **options))
    resume = None if stop == len(shaped.text) else len(shaped.text[start:stop].encode())
    return line, len(line.text.encode()), resume, line.width, *_level(style)


def _may_cut_words(style: Any, is_line_start: bool = True, minimum: bool = False) -> bool:
    wrap = style["overflow_wrap"]
    at_need = wrap == "anywhere" or (wrap == "break-word" and not minimum)
    return style["word_break"] == "break-all" or (is_line_start and at_need)


def _level(style: Any) -> tuple[float, float]:
    """Height and baseline of any line of this style, in px.

    Pango gives a line that mixes GW FangSong with another font (①) 1.06 em, off its baseline by 0.06 em, although the
    fonts' metrics are equal: such lines would leave the grid by 0.47 pt.
    """
    em = float(style["font_size"])
    line_height, baseline = line_break.strut(style)
    return em, baseline - (line_height - em) / 2


_SPLIT = "text style context max_width justification_spacing is_line_start minimum"
_HOOKS: tuple[tuple[Any, str, Callable[..., Any], str], ...] = (
    (inline, "justify_line", justify_line, "context line extra_width"),
    (inline, "split_first_line", _split_first_line, _SPLIT),
    (preferred, "split_first_line", _split_first_line, _SPLIT),
    *drawing.HOOKS,
    *tables.HOOKS,
    *notes.HOOKS,
)
