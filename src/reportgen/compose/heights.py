"""How high words and tables come to stand, worked out before any engine has set them.

Widths are those of the bundled faces: a hanzi is as wide as its size, digits are half of it. Where a line ends depends
on more than that (squeezed marks), so what is worked out here is at most a line too high for a cell in a hundred.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import accumulate

from reportgen import patterns as re
from reportgen.model.density import HIGH, RULE, WIDE, Density
from reportgen.model.inline import plain_text
from reportgen.model.look import Style
from reportgen.model.table import Cell, CellRole, Table
from reportgen.record import Struct, field

_TOKEN = re.compile(
    r"[≥≤≧≦＞＜±￥]?[!-~]+[，。、；：！？）》〕」』”…]*|[（《〔「『“]*[^!-~][，。、；：！？）》〕」』”…]*"
)
"""What is not torn at the end of a line: a Latin word or a number, a hanzi with the marks beside it."""
_NARROW, _BROAD = frozenset(" .,:;'!|()[]/fijlt-"), frozenset("@&mwABCDEFGHKLMNOPQRSTUVWXYZ+=<>~")
"""Characters that are far from half as wide as they are high."""
_PERCENT = 0.84
"""So wide is %, in multiples of the size: figures of forms end with it, and stand in columns that just have room."""
_SINGLE_SPACING = 1.3
"""Word's single spacing of 仿宋 and 宋体, in multiples of the size."""
_NAME = 8
"""Characters that a name in a form has at most."""
_FINE = 4
"""Widths are told apart to a quarter of a point."""


def pitch(style: Style) -> float:
    """From one line to the next, in pt."""
    return style.line or _SINGLE_SPACING * style.line_factor * style.size


def paragraph_height(words: str, style: Style, room: float) -> float:
    """A paragraph with the space above and below it, in a type area that is so wide."""
    width = max(room - style.left - style.right, style.size)
    lines = sum(_lines(_breadths(line, style), width + style.letter_spacing)[0] for line in words.split("\n"))
    return style.before + lines * pitch(style) + style.after


def _breadths(words: str, style: Style) -> tuple[float, ...]:
    """How wide in pt each piece of a text is that is not torn."""
    tokens = _TOKEN.findall(words)
    return tuple(sum(map(_share, token)) * style.size + len(token) * style.letter_spacing for token in tokens)


def _share(char: str) -> float:
    if not "!" <= char <= "~":
        return 1.0
    if char == "%":
        return _PERCENT
    return 0.33 if char in _NARROW else 0.75 if char in _BROAD else 0.5


def _lines(breadths: Iterable[float], room: float) -> tuple[int, float]:
    """The lines that pieces take, and what the last one takes of its room; a piece that is wider is broken anywhere.

    >>> _lines((10.0, 10.0, 10.0), 25.0)
    (2, 10.0)
    """
    lines, filled = 1, 0.0
    for wide in breadths:
        if filled + wide <= room:
            filled += wide
            continue
        lines += (1 if filled else 0) + int(wide // room)
        filled = wide % room
    return lines, filled


class _Measured(Struct, frozen=True):
    """A cell with what its height follows from."""

    cell: Cell
    style: Style
    paragraphs: tuple[tuple[float, ...], ...]
    name: bool
    """Whether it holds a short name, which should not be torn."""
    beside: float
    """What of its width words do not have, in pt."""

    @property
    def span(self) -> tuple[int, int]:
        """The columns from and before which it stands."""
        return self.cell.column, self.cell.column + self.cell.columns

    def lines(self, width: float) -> tuple[int, bool]:
        """How many lines there are, and whether the last has one hanzi of a name."""
        room = max(width - self.beside, self.style.size) + self.style.letter_spacing
        broken = [_lines(each, room) for each in self.paragraphs]
        torn = self.name and any(count > 1 and last <= self.style.character for count, last in broken)
        return sum(count for count, _last in broken), torn


class _Broken(Struct, frozen=True):
    """The cells of one span of columns at one width: lines, and the space around them, of each."""

    single: tuple[tuple[int, int, float, float], ...]
    """By row."""
    merged: tuple[tuple[int, int, int, float, float], ...]
    """By the row before which they end, and that from which they stand."""
    torn: int
    """Names among them that are torn."""


class _Span(Struct):
    """The cells that stand in the same columns."""

    cells: list[_Measured] = field(default_factory=list)
    known: dict[int, _Broken] = field(default_factory=dict)
    """By width: most ways of sharing the room out leave most columns as they are."""

    def at(self, width: float) -> _Broken:
        """How their lines end at a width."""
        key = int(width * _FINE)
        if key not in self.known:
            self.known[key] = self._broken(key / _FINE)
        return self.known[key]

    def _broken(self, width: float) -> _Broken:
        single, merged, names = [], [], 0
        for each in self.cells:
            (lines, torn), row, style = each.lines(width), each.cell.row, each.style
            names += torn
            if each.cell.rows > 1:
                merged.append((row + each.cell.rows, row, lines, style.before, style.after))
            else:
                single.append((row, lines, style.before, style.after))
        return _Broken(tuple(single), tuple(merged), names)


class Heights:
    """A table in a room of so many pt, in the styles of its cells, set closer where it is said how."""

    def __init__(
        self, table: Table, room: float, styles: Mapping[CellRole, Style], density: Density | None = None
    ) -> None:
        """Every word is measured, no line broken yet."""
        self.table, self.room = table, room
        looks = {role: density.style(style) if density else style for role, style in styles.items()}
        self.cells = [_measured(cell, looks[cell.role]) for cell in table.cells]
        self.spans: dict[tuple[int, int], _Span] = {}
        for each in self.cells:
            self.spans.setdefault(each.span, _Span()).cells.append(each)
        self.set(pitch(looks[CellRole.TEXT]), density.high if density else HIGH)

    def set(self, line: float, high: float) -> None:
        """Lines in another pitch, and another room above and below them; what is broken stays so."""
        self.line, self.high = line, high

    def of(self, widths: Iterable[Decimal]) -> tuple[float, int]:
        """From the first rule to the last, its columns in these proportions; and how many names are torn."""
        rows, torn = self.rows(widths)
        return sum(rows) + RULE, torn

    def rows(self, widths: Iterable[Decimal]) -> tuple[list[float], int]:
        """Each row, and how many names are torn; a merged cell makes the last of its rows higher."""
        edges = [0.0, *accumulate(self.columns(widths))]
        rows, torn, line = [0.0] * self.table.row_count, 0, self.line
        merged: list[tuple[int, int, float]] = []
        for (start, end), span in self.spans.items():
            broken = span.at(edges[end] - edges[start])
            torn += broken.torn
            for row, lines, before, after in broken.single:
                if (height := lines * line + before + after) > rows[row]:
                    rows[row] = height
            merged += ((last, row, lines * line + before + after) for last, row, lines, before, after in broken.merged)
        room = 2 * self.high + RULE
        rows = [row + room for row in rows]
        for end, first, height in sorted(merged):
            rows[end - 1] += max(height + room - sum(rows[first:end]), 0.0)
        return rows, torn

    def longest_paragraph(self, cell: int, widths: Iterable[Decimal]) -> int:
        """The lines of the longest paragraph of a cell, which is given by its number."""
        columns, each = self.columns(widths), self.cells[cell]
        width = sum(columns[each.cell.column : each.cell.column + each.cell.columns])
        room = max(width - each.beside, each.style.size) + each.style.letter_spacing
        return max((_lines(paragraph, room)[0] for paragraph in each.paragraphs), default=1)

    def columns(self, widths: Iterable[Decimal]) -> list[float]:
        """The columns in pt."""
        shares = [float(width) for width in widths]
        whole = sum(shares) or 1.0
        return [share * self.room / whole for share in shares]

    def least_widths(self) -> dict[tuple[int, int], float]:
        """What the longest words of cells need in pt, by the columns from and before which they stand."""
        least: dict[tuple[int, int], float] = {}
        for each in self.cells:
            longest = max((wide for paragraph in each.paragraphs for wide in paragraph), default=0.0)
            least[each.span] = max(least.get(each.span, 0.0), longest + each.beside)
        return least


def _measured(cell: Cell, style: Style) -> _Measured:
    words = [plain_text(paragraph) for paragraph in cell.paragraphs]
    beside = 2 * WIDE + style.left + style.right + (cell.indent or 0) * style.character
    name = any(2 < len(each) <= _NAME for each in words)
    return _Measured(cell, style, tuple(_breadths(each, style) for each in words), name, beside)
