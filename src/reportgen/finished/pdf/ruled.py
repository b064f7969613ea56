"""Level and upright lines → cells: tables as they are ruled, merged cells among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from reportgen.pdf import Glyph, Stroke
from reportgen.record import Struct

_NEAR = 3.0
"""Lines that are no further apart are one; ends that are no further off touch."""
_SHORT = 4.0
_TOUCHING = 0.8
_MOST = 1500
"""Lines on a page beyond which it is a drawing."""


_MOST_SQUARES = 8_000
"""Squares of a grid beyond which it is squared paper; the words on it are read as lines."""


class Ruled(Struct, frozen=True):
    """A cell with its position in the grid (from 0) and on the page."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float


class Frame(Struct, frozen=True):
    """The ruling of one table: its cells, and the lines between columns and rows."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Ruled, ...]
    owner: tuple[tuple[int, ...], ...]
    """For each row and column of the grid the number of the cell that covers it."""

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell around a point."""
        if not (self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]):
            return None
        return self.owner[bisect_right(self.ys, y) - 1][bisect_right(self.xs, x) - 1]

    def holds(self, glyph: Glyph) -> int | None:
        """The number of the cell that a glyph stands in."""
        return self.cell_at((glyph.left + glyph.right) / 2, glyph.base - glyph.size * 0.35)


def frames_of(strokes: Iterable[Stroke]) -> list[Frame]:
    """The tables of a page from top to bottom; a box around something is none."""
    long = [stroke for stroke in _whole(strokes) if max(stroke.x1 - stroke.x0, stroke.y1 - stroke.y0) > _SHORT]
    if len(long) > _MOST:
        return []
    frames = (_frame(_closed(group)) for group in _groups(long))
    return sorted((frame for frame in frames if frame and len(frame.cells) > 1), key=lambda frame: frame.top)


def _whole(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Lines as long as they are: spreadsheets draw the four sides of each cell."""
    runs: dict[tuple[bool, int], list[tuple[float, float, float]]] = {}
    for stroke in strokes:
        at, first, last = (stroke.x0, stroke.y0, stroke.y1) if stroke.upright else (stroke.y0, stroke.x0, stroke.x1)
        runs.setdefault((stroke.upright, round(at)), []).append((first, last, at))
    for (upright, _at), pieces in runs.items():
        begin, end, at = min(pieces)
        for first, last, place in sorted(pieces):
            if first > end + _TOUCHING:
                yield _line(upright, begin, end, at)
                begin, end, at = first, last, place
            end = max(end, last)
        yield _line(upright, begin, end, at)


def _line(upright: bool, begin: float, end: float, at: float) -> Stroke:
    return Stroke(at, begin, at, end) if upright else Stroke(begin, at, end, at)


def _groups(strokes: list[Stroke]) -> Iterator[list[Stroke]]:
    """Lines that touch each other, directly or by others; each is held against those that begin beside it."""
    ordered = sorted(strokes, key=lambda stroke: stroke.x0)
    group = list(range(len(ordered)))
    for at, stroke in enumerate(ordered):
        for beside in range(at + 1, len(ordered)):
            if ordered[beside].x0 > stroke.x1 + _NEAR:
                break
            if _touch(stroke, ordered[beside]):
                group[_first(group, beside)] = _first(group, at)
    found: dict[int, list[Stroke]] = {}
    for at, stroke in enumerate(ordered):
        found.setdefault(_first(group, at), []).append(stroke)
    yield from found.values()


def _first(group: list[int], at: int) -> int:
    """The line that stands for the group of a line; the way to it is made shorter for the next time."""
    while group[at] != at:
        group[at] = group[group[at]]
        at = group[at]
    return at


def _touch(one: Stroke, other: Stroke) -> bool:
    return (
        one.x0 <= other.x1 + _NEAR
        and other.x0 <= one.x1 + _NEAR
        and one.y0 <= other.y1 + _NEAR
        and other.y0 <= one.y1 + _NEAR
    )


def _closed(group: list[Stroke]) -> list[Stroke]:
    """The lines of a table, with the sides that an open one leaves out."""
    level = [stroke for stroke in group if not stroke.upright]
    upright = [stroke for stroke in group if stroke.upright]
    if not level or not upright:
        return []
    top, bottom = min(stroke.y0 for stroke in level), max(stroke.y0 for stroke in level)
    left, right = min(stroke.x0 for stroke in level), max(stroke.x1 for stroke in level)
    sides = [x for x in (left, right) if all(abs(stroke.x0 - x) > _NEAR for stroke in upright)]
    return [*group, *(Stroke(x, top, x, bottom) for x in sides)]


def _frame(group: list[Stroke]) -> Frame | None:
    level = [stroke for stroke in group if not stroke.upright]
    upright = [stroke for stroke in group if stroke.upright]
    ys, xs = _merged(stroke.y0 for stroke in level), _merged(stroke.x0 for stroke in upright)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_SQUARES:
        return None
    owner = _owners(xs, ys, level, upright)
    spans: dict[int, tuple[int, int, int, int]] = {}
    for i, row in enumerate(owner):
        for j, number in enumerate(row):
            top, left, bottom, right = spans.get(number, (i, j, i, j))
            spans[number] = min(top, i), min(left, j), max(bottom, i), max(right, j)
    cells = [_cell(span, xs, ys) for _number, span in sorted(spans.items())]
    return Frame(xs, ys, tuple(cells), owner)


def _cell(span: tuple[int, int, int, int], xs: tuple[float, ...], ys: tuple[float, ...]) -> Ruled:
    top, left, bottom, right = span
    box = xs[left], ys[top], xs[right + 1], ys[bottom + 1]
    return Ruled(top, left, bottom - top + 1, right - left + 1, *box)


def _merged(values: Iterable[float]) -> tuple[float, ...]:
    """Places of lines, those that are one line once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return tuple(places)


def _owners(
    xs: tuple[float, ...], ys: tuple[float, ...], level: list[Stroke], upright: list[Stroke]
) -> tuple[tuple[int, ...], ...]:
    """Squares of the grid between which there is no line belong to one cell, numbered as they are read."""
    columns = list(pairwise(xs))
    beside_lines, below_lines = _at_places(xs, upright), _at_places(ys, level)
    owner: list[list[int]] = []
    count = 0
    for i, (top, bottom) in enumerate(pairwise(ys)):
        row: list[int] = []
        for j, (left, right) in enumerate(columns):
            middle = (left + right) / 2
            beside = bool(j) and not any(_crosses(stroke, left, (top + bottom) / 2) for stroke in beside_lines[j])
            below = bool(i) and not any(_passes(stroke, middle, top) for stroke in below_lines[i])
            if beside:
                row.append(row[-1])
            elif below:
                row.append(owner[i - 1][j])
            else:
                row.append(count)
                count += 1
        owner.append(row)
    return tuple(_rectangles(owner))


def _rectangles(owner: list[list[int]]) -> Iterator[tuple[int, ...]]:
    """The same, where each cell is a rectangle: one that is none, for want of a line, is cut between rows.

    They are numbered as they are read, once more.
    """
    above: dict[tuple[int, int, int], int] = {}
    count = 0
    for row in owner:
        here: dict[tuple[int, int, int], int] = {}
        numbers: list[int] = []
        for number, squares in groupby(row):
            run = number, len(numbers), len(list(squares))
            if run not in above:
                count += 1
            here[run] = above.get(run, count - 1)
            numbers += [here[run]] * run[-1]
        yield tuple(numbers)
        above = here


def _at_places(places: tuple[float, ...], strokes: list[Stroke]) -> list[list[Stroke]]:
    """The lines at each place between columns or rows; a line may stand near two."""
    found: list[list[Stroke]] = [[] for _place in places]
    for stroke in strokes:
        at = stroke.x0 if stroke.upright else stroke.y0
        first = bisect_left(places, at - _NEAR)
        for number in range(first, bisect_right(places, at + _NEAR)):
            found[number].append(stroke)
    return found


def _crosses(stroke: Stroke, x: float, y: float) -> bool:
    return abs(stroke.x0 - x) <= _NEAR and stroke.y0 - _NEAR <= y <= stroke.y1 + _NEAR


def _passes(stroke: Stroke, x: float, y: float) -> bool:
    return abs(stroke.y0 - y) <= _NEAR and stroke.x0 - _NEAR <= x <= stroke.x1 + _NEAR
