"""How a Word paragraph is set, as Word lays it out: by its style, those below it, the defaults, its own properties.

Where a line begins and ends is worked out from alignment, indents, tabs and the widths of its characters: a hanzi is
as wide as it is high, a letter or a figure half of that.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import pairwise, takewhile

from reportgen.finished.docx.grids import line_pitches
from reportgen.finished.docx.headings import Sheet
from reportgen.finished.docx.laid_line import laid, stands_even, width_of
from reportgen.finished.font_families import family_of
from reportgen.finished.measures import OFF_MIDDLE, half_point, hundredth, tenth
from reportgen.finished.parts import Look
from reportgen.language import _
from reportgen.model.look import Align, Style
from reportgen.model.setting import Setting
from reportgen.model.standard import LINE
from reportgen.record import Struct, field, replace
from reportgen.word.change_names import TAKEN_OUT
from reportgen.word.package import Element, Properties, W, is_on, value, written
from reportgen.word.styles import StyleSheet, apply

_TWIP = 20.0
_DEFAULT_TAB = 36.0
_GONE = frozenset(W + name for name in TAKEN_OUT)
_HEIGHT = 1.3
"""Of a line of single spacing, in sizes of its letters."""


class Settings(Struct, dict=True):
    """Measures the paragraphs of a body in their order: what stands between two of them counts."""

    sheet: Sheet
    body: Element
    below: float = 0.0
    """What the paragraph before keeps free below it, in pt."""
    blank: float = 0.0
    """Empty lines since then."""
    turned: bool = False
    """Whether a page break stands since then."""
    begun: bool = False
    before: str = ""
    """The style of the paragraph before."""
    numbers: dict[Element, int] = field(default_factory=dict)
    """Of all paragraphs in their order in the file, before parts of a form are joined."""
    _set: dict[Properties, Style] = field(default_factory=dict)
    """What paragraphs are set in, by their own properties."""
    _colors: dict[tuple[Style, Properties], str] = field(default_factory=dict)
    """The colour of runs, by the style of their paragraph and their own properties."""

    def __post_init__(self) -> None:
        self.numbers = {node: at for at, node in enumerate(self.body.iter(W + "p"))}

    @cached_property
    def _styles(self) -> StyleSheet:
        return StyleSheet(self.sheet.package)

    @cached_property
    def _tab(self) -> float:
        settings = self.sheet.package.part("word/settings.xml")
        stop = value(settings, "defaultTabStop") or ""
        return int(stop) / _TWIP if stop.isdecimal() and int(stop) else _DEFAULT_TAB

    @cached_property
    def _pages(self) -> dict[Element, tuple[float | None, float | None]]:
        """The width of the type area and the pitch of the grid of lines, of each paragraph of the body itself."""
        return line_pitches(self.body, self.sheet.pieces)

    def pass_blank(self) -> None:
        """An empty line."""
        self.blank += float(LINE)

    def pass_over(self, node: Element) -> None:
        """A paragraph that shows nothing: it is an empty line, or turns the page."""
        style = self.style(node)
        self.turned = self.turned or self._turns_before(style, node) or _breaks(node)
        if not _breaks(node):
            self.blank += style.before + style.after + min(_high(style), float(LINE))

    def pass_shown(self, node: Element) -> None:
        """A paragraph that shows something, and what it leaves for the next one."""
        self.below, self.blank, self.turned, self.begun = self.style(node).after, 0.0, _breaks(node), True
        self.before = self.sheet.style_of(node)

    def of(self, node: Element, look: Look | None, numbered: bool, turns: bool) -> Setting:
        """The measures of a paragraph that shows something; `turns` is whether Word put it at the head of a page."""
        style = self.style(node)
        size = look.size if look else style.size
        style = replace(style, size=size)
        turned = self.turned or turns or self._turns_before(style, node)
        space = self._space(style, node)
        self.pass_shown(node)
        text = "".join(_raw(node))
        pitch, loose = self._down(node, style)
        return replace(
            self._across(node, style, text, numbered),
            font=family_of(look.font) if look else "",
            size=half_point(size) if look else None,
            color=self._color(node, style),
            above=None if turned or space is None else tenth(space / float(LINE)),
            turns=turned,
            typed=tenth(sum(map(width_of, takewhile(str.isspace, text.replace("\t", ""))))),
            paragraph=self.numbers.get(node, -1),
            pitch=pitch,
            loose=loose,
        )

    def style(self, node: Element) -> Style:
        """What it is set in, its own properties laid over its style."""
        own = node.find(W + "pPr")
        said = written(own)
        if said not in self._set:
            self._set[said] = apply(self._styles.style(self.sheet.style_of(node)), own, None)
        return self._set[said]

    def width(self, node: Element) -> float | None:
        """The width of the type area that it stands in, in pt."""
        return self._pages.get(node, (None, None))[0]

    def words_wide(self, node: Element) -> float:
        """How wide its words are in one line, in 字, without blanks around them."""
        style = self.style(node)
        return laid("".join(_raw(node)).strip(), style, self._tab).width / (style.character or 1.0)

    def _space(self, style: Style, node: Element) -> float | None:
        """What is free above it, in pt."""
        if not self.begun:
            return self.blank + style.before
        close = style.contextual and self.before == self.sheet.style_of(node)
        return self.blank + (0.0 if close else style.before + self.below)

    def _turns_before(self, style: Style, node: Element) -> bool:
        return style.page_break_before or node in self._first_of_sections

    @cached_property
    def _first_of_sections(self) -> set[Element]:
        """Paragraphs with which a section begins that begins a page."""
        nodes = list(self.body.iter(W + "p", W + "sectPr"))
        sections = [at for at, node in enumerate(nodes) if node.tag == W + "sectPr"]
        kinds = {at: value(nodes[at], "type") or "nextPage" for at in sections}
        return {
            nodes[at + 1]
            for at, following in pairwise(sections)
            if kinds[following] not in ("continuous", "nextColumn") and at + 1 < len(nodes)
        }

    def _color(self, node: Element, style: Style) -> str:
        counts: Counter[str] = Counter()
        for run in node.iter(W + "r"):
            counts[self._color_of(run, style)] += sum(len(text.text or "") for text in run.iterfind(W + "t"))
        return counts.most_common(1)[0][0].upper() if counts else ""

    def _color_of(self, run: Element, style: Style) -> str:
        own = run.find(W + "rPr")
        known = style, written(own)
        if known not in self._colors:
            look = self._styles.laid_over(style, value(own, "rStyle") or "")
            self._colors[known] = apply(look, None, own).color
        return self._colors[known]

    def _across(self, node: Element, style: Style, text: str, numbered: bool) -> Setting:
        """Where its lines begin and end, in 字."""
        width, unit = self.width(node), style.character or 1.0
        if not width or numbered:
            return Setting(middle=style.align is Align.CENTER)
        line = laid(text, style, self._tab)
        room = width - style.left - style.right
        start = style.left + style.first_line
        free = room - style.first_line - line.width
        single = free >= 0 and "\n" not in text
        begins = start + line.blanks * unit
        if style.align is Align.CENTER:
            shift = free / 2 if single else 0.0
            even = abs(style.left + style.first_line - style.right) <= 2 * OFF_MIDDLE * unit
            return Setting(middle=even, first=tenth((begins + shift) / unit) if single else None)
        right: float | None = None
        if line.ends is not None:
            right = width - line.ends
        elif single:
            right = style.right + (0.0 if style.align is Align.RIGHT else free)
        if single and style.align is Align.RIGHT:
            begins += free
        middle = single and style.align is not Align.RIGHT and right is not None and stands_even(begins, right, unit)
        hang = None if single or "\n" in text else tenth(style.left / unit)
        trailing = line.trailing * (style.align is Align.RIGHT)
        ends = None if right is None else tenth(right / unit + trailing)
        return Setting(first=tenth(begins / unit), hang=hang, right=ends, middle=middle)

    def _down(self, node: Element, style: Style) -> tuple[Decimal | None, str]:
        """How far its lines are apart, or what Word calls it; a grid of lines holds those of single spacing."""
        grid = self._pages.get(node, (None, None))[1]
        if style.line and not style.grows:
            return hundredth(style.line), ""
        held = is_on(node.find(W + "pPr"), "snapToGrid") is not False and self._snaps(node)
        if style.grows and style.line:
            return None, _("最小值 {points} 磅", points=f"{style.line:g}")
        if grid and held and style.line_factor == 1:
            return hundredth(grid), ""
        words = {1.0: _("单倍行距"), 1.5: _("1.5 倍行距"), 2.0: _("2 倍行距")}
        return None, words.get(round(style.line_factor, 2)) or _("多倍行距 {times}", times=f"{style.line_factor:g}")

    def _snaps(self, node: Element) -> bool:
        """Whether its style keeps to the grid."""
        return self.sheet.says_in_style(node, "snapToGrid") is not False


def _raw(node: Element) -> Iterator[str]:
    """The text with its blanks and tabs, as typed."""
    for run in node.iterchildren():
        if run.tag in _GONE:
            continue
        for child in run.iter(W + "t", W + "tab", W + "br") if run.tag != W + "pPr" else ():
            if child.tag == W + "t":
                yield child.text or ""
            elif child.getparent().tag == W + "r":
                yield "\t" if child.tag == W + "tab" else "" if child.get(W + "type") else "\n"


def _breaks(node: Element) -> bool:
    """Whether it ends a page or a section."""
    return any(each.get(W + "type") == "page" for each in node.iter(W + "br"))


def _high(style: Style) -> float:
    return style.line or style.size * _HEIGHT * style.line_factor
