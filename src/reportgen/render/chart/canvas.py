"""SVG as it is drawn: shapes in the inks of the palette, words as text. Lengths are points, from the upper left."""

from html import escape
from itertools import pairwise

from reportgen.record import Struct, field
from reportgen.render.chart.palette import Ink
from reportgen.render.width import half_widths

Point = tuple[float, float]

_DASHES = {"solid": "", "dash": "4.5 2.2", "dash_dot": "6 2 1.2 2", "round_dot": "1.2 2"}
_THIN = 0.6
_TILE = 6
"""Side of the square that a hatch repeats."""
_HATCHES = {
    "wide_upward_diagonal": '<path d="M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5" stroke="black" stroke-width="0.7"/>',
    "wide_downward_diagonal": '<path d="M-1,5 L1,7 M0,0 L6,6 M5,-1 L7,1" stroke="black" stroke-width="0.7"/>',
    "dark_horizontal": '<path d="M0,1.5 L6,1.5 M0,4.5 L6,4.5" stroke="black" stroke-width="0.9"/>',
    "dark_vertical": '<path d="M1.5,0 L1.5,6 M4.5,0 L4.5,6" stroke="black" stroke-width="0.9"/>',
    "large_grid": '<path d="M0,3 L6,3 M3,0 L3,6" stroke="black" stroke-width="0.6"/>',
    "percent_10": '<circle cx="1.5" cy="1.5" r="0.55"/><circle cx="4.5" cy="4.5" r="0.55"/>',
}
_HALF_MARKER = 2.4
_MARKERS: dict[str, tuple[Point, ...]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "triangle": ((0, -1.2), (1.1, 0.9), (-1.1, 0.9)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
}
_STROKES: dict[str, tuple[Point, ...]] = {
    "x": ((-1, -1), (1, 1), (-1, 1), (1, -1)),
    "plus": ((-1.2, 0), (1.2, 0), (0, -1.2), (0, 1.2)),
}


_TIMES = {".": 0.25, ",": 0.25, " ": 0.25, "%": 0.833, "-": 0.333, "+": 0.564, "/": 0.278}
"""Widths in sizes of what stands in figures; a digit has half of one."""


def words_width(words: str, size: float) -> float:
    """How wide a line is: a hanzi has the width of its size, figures those of Times."""
    return sum(_TIMES.get(character, half_widths(character) / 2) for character in words) * size


class Canvas(Struct):
    """What was drawn so far, in the order in which it is painted and read."""

    width: float
    height: float
    size: float
    """Of words, in points."""
    parts: list[str] = field(default_factory=list)
    hatched: dict[str, Ink] = field(default_factory=dict)

    def words(self, place: Point, text: str, anchor: str = "middle", size: float = 0, *, turned: bool = False) -> None:
        """A line of text on its base line; `turned` it runs upwards from its place."""
        if not text:
            return
        x, y = place
        where = f'x="{number(x)}" y="{number(y)}"'
        if turned:
            where = f'transform="translate({number(x)} {number(y)}) rotate(-90)"'
        set_in = f'font-size="{number(size or self.size)}" text-anchor="{anchor}"'
        self.parts.append(f"<text {where} {set_in}>{escape(text, quote=False)}</text>")

    def plate(self, place: Point, text: str, size: float) -> None:
        """Words in the middle of a white plate, so that they are read on any hatch."""
        x, y = place
        width, height = words_width(text, size) + 3, size * 1.15
        self.parts.append(
            f'<rect x="{number(x - width / 2)}" y="{number(y - height / 2)}" width="{number(width)}"'
            f' height="{number(height)}" fill="white"/>'
        )
        self.words((x, y + size * 0.35), text, size=size)

    def rectangle(self, corner: Point, width: float, height: float, look: Ink) -> None:
        """A filled one with a thin black edge."""
        x, y = corner
        box = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        self.parts.append(f"<rect {box} {self._filled(look)}/>")

    def outline(self, path: str, look: Ink) -> None:
        """A closed shape: a path of SVG."""
        self.parts.append(f'<path d="{path}" {self._filled(look)}/>')

    def line(self, *points: Point, width: float = _THIN, dash: str = "solid") -> None:
        """A line through the points."""
        dashes = f' stroke-dasharray="{_DASHES[dash]}"' if _DASHES[dash] else ""
        way = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        ink = f'fill="none" stroke="black" stroke-width="{number(width)}"{dashes}'
        self.parts.append(f'<polyline points="{way}" {ink}/>')

    def marker(self, place: Point, look: Ink) -> None:
        """The mark of a series at a value."""
        x, y = place
        shape = [(x + dx * _HALF_MARKER, y + dy * _HALF_MARKER) for dx, dy in _points_of(look.marker)]
        if look.marker in _STROKES:
            for start, end in list(pairwise(shape))[::2]:
                self.line(start, end, width=1)
        elif shape:
            self.outline(_closed(shape), Ink(look.grey, "", look.dash, look.marker))
        else:
            edge = f'fill="{look.grey}" stroke="black" stroke-width="{_THIN}"'
            self.parts.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{_HALF_MARKER}" {edge}/>')

    def svg(self, families: str, spoken: str) -> str:
        """The whole as one element; `families` are those of its words, `spoken` its alternative text."""
        head = (
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-label="{escape(spoken)}" width="{number(self.width)}pt" height="{number(self.height)}pt" '
            f'viewBox="0 0 {number(self.width)} {number(self.height)}" font-family="{escape(families)}">'
        )
        patterns = "".join(_pattern(look) for look in self.hatched.values())
        return "\n".join([head, f"<defs>{patterns}</defs>", *self.parts, "</svg>"])

    def _filled(self, look: Ink) -> str:
        fill = look.grey
        if look.hatch:
            name = _pattern_name(look)
            self.hatched[name] = look
            fill = f"url(#{name})"
        return f'fill="{fill}" stroke="black" stroke-width="{_THIN}"'


def _points_of(marker: str) -> tuple[Point, ...]:
    return _MARKERS.get(marker) or _STROKES.get(marker) or ()


def _closed(points: list[Point]) -> str:
    return "M" + " L".join(f"{number(x)},{number(y)}" for x, y in points) + " Z"


def _pattern_name(look: Ink) -> str:
    return look.hatch + look.grey.removeprefix("#")


def _pattern(look: Ink) -> str:
    tile = f'width="{_TILE}" height="{_TILE}"'
    ground = f'<rect {tile} fill="{look.grey}"/>'
    head = f'<pattern id="{_pattern_name(look)}" patternUnits="userSpaceOnUse" {tile}>'
    return f"{head}{ground}{_HATCHES[look.hatch]}</pattern>"


def number(length: float) -> str:
    """At most two decimals: a hundredth of a point is nothing to see, and equal charts stay equal bytes."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
