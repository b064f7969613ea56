"""Ruled cells with the words in them → grids."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from statistics import median

from reportgen import patterns as re
from reportgen.finished.parts import Box, Grid, spot_of_box
from reportgen.finished.pdf.rows import Row, begins_item, rows_of, was_full, within_bracket
from reportgen.finished.pdf.ruled import Frame, Ruled
from reportgen.pdf import Glyph, Page
from reportgen.record import Struct

_SLACK = 0.9
_PADDING = 5.4
"""Word's empty edge of a cell."""
_ENDS = "。；！？"
_SHORTEST_TEXT = 8
_NUMBERED = re.compile(r"[（(]?(\d{1,3})[、.．)）](?!\d)")
_FIGURE = re.compile(r"[-−≥≤><=＞＜]?\d[\d,.，]*\s*[%％]?[^\d\s，。；]{0,4}")
"""What never breaks over pages: 78.4, ≥150次."""
_REST_OF_UNIT = re.compile(r"[/／]?[\u4e00-\u9fff]{1,4}[/／）)]*[\u4e00-\u9fff]{0,3}")
_WHOLE = re.compile(r"[\u4e00-\u9fff]{2,12}指标|指标\s*\d+\s*[：:]?")
"""The class of an indicator, or the number of one in an empty form: two of them are two rows."""


class Cell(Struct, frozen=True):
    """A ruled cell, its printed lines, and how far they may reach to the right."""

    ruled: Ruled
    rows: tuple[Row, ...]
    right: float
    page: int

    @property
    def text(self) -> str:
        """Its words, a paragraph on each line."""
        words = self.rows[0].text if self.rows else ""
        for row, following in pairwise(self.rows):
            item = row.text[-1] in "。；;：:" and begins_item(following.text)
            full = was_full(row, following, self.right, _SLACK) or within_bracket(row.text, following.text)
            words += ("" if full and not item else "\n") + following.text
        return words

    def breaks_into(self, other: "Cell") -> bool:
        """Whether its words certainly go on in another cell."""
        if not self.rows or not other.rows or self.text[-1:] in _ENDS or _FIGURE.fullmatch(self.text):
            return False
        if _WHOLE.fullmatch(self.text) and _WHOLE.fullmatch(other.text):
            return False
        last, first = self.rows[-1], other.rows[0]
        return was_full(last, first, self.right) or within_bracket(last.text, first.text)

    def unit_breaks_into(self, other: "Cell") -> bool:
        """Whether the unit of a figure goes on in another cell, in a narrow column: ≥42万人 / 次."""
        full = bool(self.rows) and was_full(self.rows[-1], other.rows[0], self.right)
        return full and bool(_FIGURE.match(self.text)) and bool(_REST_OF_UNIT.fullmatch(other.text))

    def may_list_on(self, other: "Cell") -> bool:
        """Whether the paragraphs of another cell may be the next ones of its own: no figure, no class of indicators.

        Where they are numbered, the numbers count on or begin anew.
        """
        text = other.text
        if not self.rows or len(text) < _SHORTEST_TEXT or _FIGURE.fullmatch(text) or _WHOLE.fullmatch(text):
            return False
        numbers = [int(found[1]) for line in self.text.splitlines() if (found := _NUMBERED.match(line))]
        first = _NUMBERED.match(text)
        return (int(first[1]) in (numbers[-1] + 1, 1) if numbers else False) if first else not numbers

    def may_break_into(self, other: "Cell") -> bool:
        """Whether its words may go on in another cell, or have nothing more; a figure never breaks."""
        return not other.rows or (bool(self.rows) and not _FIGURE.fullmatch(other.text))


class Sheet(Struct, frozen=True):
    """A table, or what stands of it on one page."""

    xs: tuple[float, ...]
    cells: tuple[Cell, ...]
    head_rows: int = 0
    reach: float = 1.0
    """How far down its page it ends, as a share of the page."""
    opening: float = 0.0
    """How high its first two rows are, as a share of the page: a head and the row that it needs below it."""

    @property
    def height(self) -> int:
        """How many rows it has."""
        return max((cell.ruled.row + cell.ruled.rows for cell in self.cells), default=0)

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.ruled.row == number]

    def grid(self, number: int) -> Grid:
        """The table as a part of the document; `number` counts tables."""
        return Grid(tuple(_box(cell, number) for cell in self.cells), self.head_rows)


def _box(cell: Cell, table: int) -> Box:
    ruled = cell.ruled
    spot = spot_of_box(cell.page, table, ruled.row + 1, ruled.column + 1)
    return Box(ruled.row, ruled.column, cell.text, spot, ruled.rows, ruled.columns)


def held_by(frame: Frame, glyphs: Iterable[Glyph]) -> dict[int, list[Glyph]]:
    """The glyphs that stand in a ruling, by the number of their cell."""
    held: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        number = frame.holds(glyph)
        if number is not None:
            held.setdefault(number, []).append(glyph)
    return held


def sheet_of(frame: Frame, page: Page, held: Mapping[int, list[Glyph]]) -> Sheet:
    """A ruling with the glyphs that stand in it."""
    filled = [(ruled, tuple(rows_of(held.get(number, []), page.number))) for number, ruled in enumerate(frame.cells)]
    blanks = [_blank(ruled, rows) for ruled, rows in filled if len(rows) > 1]
    padding = max(float(median(blanks)), 0.0) if blanks else _PADDING
    cells = tuple(Cell(ruled, rows, ruled.right - padding, page.number) for ruled, rows in filled)
    opening = (frame.ys[min(2, len(frame.ys) - 1)] - frame.ys[0]) / page.height
    return Sheet(frame.xs, cells, reach=frame.ys[-1] / page.height, opening=opening)


def _blank(ruled: Ruled, rows: tuple[Row, ...]) -> float:
    """The edge that is left empty beside the longest line."""
    return min(min(row.left - ruled.left, ruled.right - row.right) for row in rows)
