"""How a printed paragraph is set, measured from its glyphs; and the level lines that stand between paragraphs."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from reportgen.finished.font_families import family_of
from reportgen.finished.measures import OFF_MIDDLE, half_point, hundredth, tenth
from reportgen.finished.parts import Look
from reportgen.finished.pdf.paragraphs import Area
from reportgen.finished.pdf.rows import Row
from reportgen.finished.pdf.tables import Sheet
from reportgen.model.setting import Divider, Setting, is_red
from reportgen.model.standard import AREA, LEFT, LINE, PAPER
from reportgen.pdf import Page, Stroke

_ENDS, _MOSTLY = "。！？；：", 0.4
_WIDE = 0.6
"""Of the page."""
_OFF = float(LEFT - (PAPER[0] - AREA[0] - LEFT)) / 2
"""In mm: by how much the middle of the type area lies beside that of the paper."""
_ENOUGH = 12
"""Lines by which the edges of the type area can be told."""
_NEAR = 3.0
_BLANK = Decimal("0.6")
"""In lines: so much is free between paragraphs, and not within one."""
_PT_A_MM = 72 / 25.4


def setting_of(rows: Sequence[Row], area: Area, look: Look | None, before: Row | None, width: float) -> Setting:
    """The measures of the lines of a paragraph; `before` is the line above it, on its page or on the one before.

    A page of few lines does not tell where its type area ends: `width` is that of the paper.
    """
    size = look.size if look else rows[0].size
    unit = _unit(rows, size)
    known = area.right > area.left and area.lines >= _ENOUGH
    first, right = (rows[0].left - area.left) / unit, (area.right - rows[-1].right) / unit
    same = [row for row in rows[1:] if row.page == rows[-1].page]
    single = len(rows) == 1
    return Setting(
        font=family_of(look.font) if look else "",
        size=half_point(size) if look else None,
        color=_color(rows),
        first=tenth(first) if known and not _goes_on(rows[0], area, before) else None,
        hang=tenth(min(row.left - area.left for row in same) / unit) if same and known else None,
        right=tenth(right) if single and known else None,
        middle=_middle(rows[0], area, unit, width, known) if single else None,
        pitch=_pitch(rows),
        above=_above(rows[0], before),
        turns=before is None or before.page != rows[0].page,
    )


def _middle(row: Row, area: Area, unit: float, width: float, known: bool) -> bool | None:
    """Whether a line stands in the middle of the type area as its lines show it, of the right one, or of the paper."""
    middle = (row.left + row.right) / 2
    of_area = ((area.left + area.right) / 2,) if known else ()
    middles = (*of_area, width / 2 + (_OFF * _PT_A_MM), width / 2)
    if any(abs(middle - other) <= OFF_MIDDLE * unit for other in middles):
        return True
    return False if known else None


def _goes_on(row: Row, area: Area, before: Row | None) -> bool:
    """Whether a line may be no paragraph of its own: what could not be parted made the line before it short."""
    if before is None or before.text[-1:] in _ENDS or area.at_right(before):
        return False
    if (_above(row, before) or 0) > _BLANK:
        return False
    wide = before.right - area.left > _MOSTLY * (area.right - area.left)
    return wide and abs(row.left - area.left) < row.size / 2 and abs(before.size - row.size) < 1


def _unit(rows: Sequence[Row], size: float) -> float:
    """The distance from hanzi to hanzi."""
    steps = [
        after.left - before.left
        for row in rows[:3]
        for before, after in pairwise(row.glyphs)
        if "一" <= before.char <= "\u9fff" and "一" <= after.char <= "\u9fff"
    ]
    return median(steps) if steps and 0.8 * size < median(steps) < 1.2 * size else size


def _color(rows: Sequence[Row]) -> str:
    counts = Counter(glyph.color for row in rows for glyph in row.glyphs)
    return counts.most_common(1)[0][0]


def _pitch(rows: Sequence[Row]) -> Decimal | None:
    steps = [below.base - row.base for row, below in pairwise(rows) if row.page == below.page]
    return hundredth(median(steps)) if steps else None


def _above(row: Row, before: Row | None) -> Decimal | None:
    """Blank lines between two printed ones; letters of other sizes stand otherwise in their lines."""
    if before is None or before.page != row.page:
        return None
    lead = (row.size - before.size) * 0.36
    return tenth(max((row.base - before.base - lead) / float(LINE) - 1, 0.0))


Tops = Sequence[tuple[int, float]]


def dividers_of(pages: Iterable[Page], tops: Tops, tables: Sequence[Sheet]) -> Iterator[Divider]:
    """The wide level lines of the pages that belong to no table, by how many parts stand above them.

    `tops` are page and height of the foot of the first line of each part.
    """
    ordered = sorted(tops)
    for page in pages:
        held = [each.ruled for sheet in tables for each in sheet.cells if each.page == page.number]
        for stroke in wide_lines(page):
            if not any(each.top - _NEAR < stroke.y0 < each.bottom + _NEAR for each in held):
                yield Divider(
                    bisect_left(ordered, (page.number, stroke.y0)),
                    stroke.color or "000000",
                    tenth((stroke.x1 - stroke.x0) / _PT_A_MM),
                    hundredth(stroke.weight) if stroke.weight else None,
                    tenth((page.height - stroke.y0) / _PT_A_MM),
                    page.number,
                )


def wide_lines(page: Page) -> list[Stroke]:
    """Each once: a line may be drawn in pieces, or as the border of cells."""
    level = [stroke for stroke in (*page.strokes, *page.bands) if not stroke.upright]
    joined: dict[int, Stroke] = {}
    for stroke in sorted(level, key=lambda each: (each.y0, each.x0)):
        key = round(stroke.y0)
        old = joined.get(key) or joined.get(key - 1)
        left, right = (min(old.x0, stroke.x0), max(old.x1, stroke.x1)) if old else (stroke.x0, stroke.x1)
        weight = max(old.weight, stroke.weight) if old else stroke.weight
        joined.pop(key - 1, None)
        joined[key] = Stroke(left, stroke.y0, right, stroke.y1, stroke.color, weight)
    return [stroke for stroke in joined.values() if stroke.x1 - stroke.x0 > _WIDE * page.width]


def red_lines(page: Page) -> list[Stroke]:
    """The lines below letterheads."""
    return [line for line in wide_lines(page) if is_red(line.color or "")]
