"""A pie: slices clockwise from above, each named beside it.

Names of thin slices would stand on one another: on either side they are pushed apart, and a line leads to the slice.
"""

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin, sqrt

from reportgen.model.chart import Chart
from reportgen.record import Struct
from reportgen.render.chart.axes import LEADING, height_of
from reportgen.render.chart.canvas import Canvas, Point, number, words_width
from reportgen.render.chart.palette import Ink, ink
from reportgen.render.width import half_widths

FILLS = 0.82
"""The diameter, in parts of the height."""
_OUT = 1.1
"""From the middle to a name, in radii."""
_ASIDE = 4
"""At least so far a name stands from the upright through the middle, in points."""
_LED = 5
"""A name that was moved further than so many points is led to its slice."""


class _Slice(Struct, frozen=True):
    """A slice by its two angles (in turns, clockwise from above) and its name, in lines."""

    begin: float
    end: float
    lines: tuple[str, ...]
    look: Ink

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2

    @property
    def right(self) -> bool:
        return self.middle < 0.5


class _Circle(Struct, frozen=True):
    x: float
    y: float
    radius: float

    def at(self, turn: float, out: float = 1) -> Point:
        """The point in the direction of `turn`, `out` radii from the middle."""
        angle = 2 * pi * turn
        return self.x + self.radius * out * sin(angle), self.y - self.radius * out * cos(angle)


def draw_pie(canvas: Canvas, chart: Chart) -> None:
    """Draw the chart. What is nothing has a name and no slice."""
    circle = _circle(canvas)
    slices = list(_slices(canvas, chart, circle))
    for piece in slices:
        _draw(canvas, piece, circle)
    size = _size(canvas, slices)
    for piece, place in zip(slices, _places(canvas, slices, circle, size), strict=True):
        _name(canvas, piece, circle, place, size)


def shifts(canvas: Canvas, chart: Chart) -> dict[int, Point]:
    """How far names that would stand on others are moved from beside their slices, by their numbers.

    Measured from middle to middle: beside its slice a name begins or ends at the circle, above and below it is centred.
    """
    circle = _circle(canvas)
    slices = list(_slices(canvas, chart, circle))
    places = _places(canvas, slices, circle, _size(canvas, slices))
    moved: dict[int, Point] = {}
    for index, (piece, (x, y)) in enumerate(zip(slices, places, strict=True)):
        here = circle.at(piece.middle, _OUT)
        if hypot(x - here[0], y - here[1]) > _LED:
            half = max(words_width(line, canvas.size) for line in piece.lines) / 2
            aside = half * ((1 if piece.right else -1) - sin(2 * pi * piece.middle))
            moved[index] = (x - here[0] + aside, y - here[1])
    return moved


def _circle(canvas: Canvas) -> _Circle:
    return _Circle(canvas.width / 2, canvas.height / 2, canvas.height * FILLS / 2)


def _slices(canvas: Canvas, chart: Chart, circle: _Circle) -> Iterator[_Slice]:
    series = chart.series[0]
    values = [max(height_of(value) or 0.0, 0.0) for value in series.values]
    whole, turn = sum(values) or 1.0, 0.0
    room = canvas.width / 2 - circle.radius * _OUT - 2 * _ASIDE
    for index, (value, name, label) in enumerate(zip(values, chart.categories, series.printed, strict=True)):
        yield _Slice(turn, turn + value / whole, _lines(name, label, room, canvas.size), ink(index))
        turn += value / whole


def _lines(name: str, label: str, room: float, size: float) -> tuple[str, ...]:
    """Name and value in one line, or cut where the page ends."""
    words = f"{name} {label}".strip()
    if words_width(words, size) <= room:
        return (words,)
    lines = [""]
    for character in name:
        if half_widths(lines[-1] + character) * size / 2 > room:
            lines.append("")
        lines[-1] += character
    joined = f"{lines[-1]} {label}"
    return (*lines[:-1], joined) if words_width(joined, size) <= room else (*lines, label)


def _draw(canvas: Canvas, piece: _Slice, circle: _Circle) -> None:
    share = piece.end - piece.begin
    if share <= 0:
        return
    # An arc of a whole turn would end where it begins, and be nothing: two halves.
    ends = [piece.end] if share < 1 else [piece.middle, piece.end]
    start = f"M{number(circle.x)},{number(circle.y)} L" if share < 1 else "M"
    wide, radius = int(0.5 < share < 1), number(circle.radius)
    arcs = " ".join(f"A{radius},{radius} 0 {wide} 1 {_at(circle, end)}" for end in ends)
    canvas.outline(f"{start}{_at(circle, piece.begin)} {arcs} Z", piece.look)


def _at(circle: _Circle, turn: float) -> str:
    x, y = circle.at(turn)
    return f"{number(x)},{number(y)}"


def _size(canvas: Canvas, slices: Sequence[_Slice]) -> float:
    """That of the words, smaller only where a side has more lines than the height takes."""
    most = max(sum(len(piece.lines) for piece in slices if piece.right is side) for side in (True, False))
    return min(canvas.size, canvas.height / (LEADING * max(most, 1)))


def _places(canvas: Canvas, slices: Sequence[_Slice], circle: _Circle, size: float) -> list[Point]:
    """Where each name begins or ends, at the middle of its lines; it follows the circle."""
    reach = circle.radius * _OUT
    places = []
    for piece, height in zip(slices, _heights(slices, circle, size * LEADING, canvas.height), strict=True):
        aside = max(sqrt(max(reach**2 - (height - circle.y) ** 2, 0)), _ASIDE)
        places.append((circle.x + (aside if piece.right else -aside), height))
    return places


def _heights(slices: Sequence[_Slice], circle: _Circle, pitch: float, height: float) -> list[float]:
    """Where the middle of each name stands: beside its slice, or as near to it as the others of its side leave room."""
    wanted = [circle.at(piece.middle, _OUT)[1] for piece in slices]
    for side in (True, False):
        # Down the right side and down the left one: clockwise the left one is climbed.
        order = [index for index, piece in enumerate(slices) if piece.right is side][:: 1 if side else -1]
        rooms = [len(slices[index].lines) * pitch for index in order]
        placed = _apart([wanted[index] for index in order], rooms, height)
        for index, middle in zip(order, placed, strict=True):
            wanted[index] = middle
    return wanted


def _apart(middles: Sequence[float], rooms: Sequence[float], height: float) -> list[float]:
    """The middles, in their order from above, moved so that none takes another's room nor leaves the height."""
    tops: list[float] = []
    free = 0.0
    for middle, room in zip(middles, rooms, strict=True):
        tops.append(max(free, middle - room / 2))
        free = tops[-1] + room
    free = height
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], free - rooms[index])
        free = tops[index]
    return [top + room / 2 for top, room in zip(tops, rooms, strict=True)]


def _name(canvas: Canvas, piece: _Slice, circle: _Circle, place: Point, size: float) -> None:
    """The lines of a name round its place."""
    x, middle = place
    wanted = circle.at(piece.middle, _OUT)
    if hypot(wanted[0] - x, wanted[1] - middle) > _LED:
        canvas.line(circle.at(piece.middle), (x - _ASIDE / 4 if piece.right else x + _ASIDE / 4, middle), width=0.4)
    anchor = "start" if piece.right else "end"
    first = middle - (len(piece.lines) - 1) * size * LEADING / 2 + size * 0.35
    for index, words in enumerate(piece.lines):
        canvas.words((x, first + index * size * LEADING), words, anchor, size)
