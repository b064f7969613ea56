"""Glyphs → printed lines, and where a printed line ended because it was full."""

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from statistics import median

from reportgen import patterns as re
from reportgen.pdf import Glyph
from reportgen.record import Struct

_SAME_LINE = 0.45
"""Glyphs whose feet differ by less of their size stand on one line."""
_WORD_GAP, _WIDE_GAP = 0.22, 2.2
"""In sizes of the glyph: a blank between words that has no glyph, and a gap that sets words apart."""
_ALIKE = 0.12
_TWICE = 0.15
_NEAREST = 3
_DASHES = "—–―─-－_＿"
_BRACKETS = (("（", "）"), ("(", ")"), ("《", "》"), ("〔", "〕"), ("【", "】"), ("“", "”"), ("‘", "’"), ("「", "」"))
_BRACKETED = 30
"""Characters between the beginning of a line and a bracket that closes."""
_WESTERN = re.compile(r"[!-~]")
_HANGING = "，。、；：！？）》”’"
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[条章部]|[①-⑳]"
)
_LEAD = re.compile(
    r"""
    [（《“‘〔【「『]* (?: [!-~]+ | . )             # （六、, “三, 2024: a word or a hanzi, with what opens before it
    (?: [，。；：？！、）》”’〕】」』％…—]+        # 上升,》, 。”: no line begins with a closing mark
      | [-/~)%,.;:\]] [!-~]*                     # -8.3%, /人: a figure with its signs is one word
      | · [!-~]+                                 # 9·16
      | (?<=[，；：、）]) [!-~]+                  # 高，74.06%；: LibreOffice parts no letters from the mark before
      | [“‘]+ (?: [!-~]+ | . )                   # 免“三: what stands beside a quotation mark
    )*
    """,
    re.DOTALL | re.VERBOSE,
)
"""What no line is parted within, from its beginning on."""


class Row(Struct, frozen=True, dict=True):
    """A printed line: its glyphs from left to right."""

    glyphs: tuple[Glyph, ...]
    page: int = 0

    @property
    def left(self) -> float:
        """Where its first glyph begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where its last glyph ends."""
        return self.glyphs[-1].right

    @property
    def body_right(self) -> float:
        """Where it ends without a mark that may hang over the edge."""
        last = self.glyphs[-1]
        return last.left if last.char in _HANGING and len(self.glyphs) > 1 else last.right

    @property
    def base(self) -> float:
        """The height of the line that it stands on."""
        return self.glyphs[0].base

    @cached_property
    def size(self) -> float:
        """The usual size of its glyphs."""
        return float(median(glyph.size for glyph in self.glyphs))

    @cached_property
    def text(self) -> str:
        """What it says; a wide gap becomes a tab."""
        words = self.glyphs[0].char
        for before, glyph in pairwise(self.glyphs):
            gap = (glyph.left - before.right) / max(glyph.size, 1.0)
            if gap > _WIDE_GAP:
                words += "\t"
            elif gap > _WORD_GAP and _WESTERN.match(before.char) and _WESTERN.match(glyph.char):
                words += " "
            words += glyph.char
        return words.strip()

    @cached_property
    def lead(self) -> float:
        """The width of what cannot be parted from its beginning: a figure, a word, a hanzi with its marks."""
        found = _LEAD.match("".join(glyph.char for glyph in self.glyphs))
        return self.glyphs[max(found.end() if found else 1, 1) - 1].right - self.left

    def looks_like(self, other: "Row") -> bool:
        """Whether it is set in the size of the other."""
        return abs(self.size - other.size) <= _ALIKE * max(self.size, other.size)


def begins_item(text: str) -> bool:
    """Whether words begin with the number of a heading or an item."""
    return bool(_ITEM.match(text))


def rows_of(glyphs: Iterable[Glyph], page: int = 0) -> list[Row]:
    """The printed lines from top to bottom, without lines of blanks."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if lines and glyph.base - lines[-1][-1].base <= _SAME_LINE * min(glyph.size, lines[-1][-1].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [row for line in lines if (row := _row(line, page))]


def _row(glyphs: list[Glyph], page: int) -> Row | None:
    """The line without the blanks at its ends; None when it is nothing else."""
    ordered = _once(sorted(glyphs, key=lambda glyph: glyph.left))
    said = [index for index, glyph in enumerate(ordered) if not glyph.char.isspace()]
    return Row(tuple(ordered[said[0] : said[-1] + 1]), page) if said else None


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Some programs make letters bold by drawing them twice, a hair apart; the halves of a dash may overlap."""
    kept = glyphs[:1]
    for glyph in glyphs[1:]:
        if not any(_is_copy(glyph, other) for other in kept[-_NEAREST:]):
            kept.append(glyph)
    return kept


def _is_copy(glyph: Glyph, other: Glyph) -> bool:
    """Whether a glyph stands on the same one, a letter by half of its width; squeezed marks may stand that close."""
    if glyph.char != other.char or glyph.char in _DASHES:
        return False
    half = (glyph.right - glyph.left) / 2 if glyph.char.isalnum() else 0.0
    return glyph.left - other.left <= max(_TWICE * glyph.size, half)


def within_bracket(above: str, text: str) -> bool:
    """Whether a bracket or a quotation that opens in a line closes near the beginning of the next."""
    head = text[:_BRACKETED]
    return any(
        closing in head and opening not in head[: head.index(closing)] and _stays_open(above, opening, closing)
        for opening, closing in _BRACKETS
    )


def _stays_open(text: str, opening: str, closing: str) -> bool:
    """Whether a bracket opens behind which all that open close again: （委托方：某局，受托方：某某（某市）公."""
    closed = 0
    for char in reversed(text):
        if char == closing:
            closed += 1
        elif char == opening:
            if not closed:
                return True
            closed -= 1
    return False


def was_full(row: Row, following: Row, right: float, slack: float = 0.3) -> bool:
    """Whether a line ended because the beginning of the next one had no room up to `right`; `slack` is in sizes."""
    return row.right + following.lead > right - slack * row.size
