"""The level and upright lines that a page draws: as strokes, or as rectangles so thin that they look like it."""

from collections.abc import Callable, Iterable, Iterator
from ctypes import c_float, c_int, c_uint
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from reportgen.record import Struct

Ends = tuple[float, float, float, float]


class DrawnStroke(Struct, frozen=True):
    """A line as the file has it, with its colour (such as FF0000) and how thick it is in pt."""

    ends: Ends
    color: str
    weight: float


_RED, _GREEN, _BLUE, _ALPHA = c_uint(), c_uint(), c_uint(), c_uint()
"""Where pdfium writes its answers; it is asked for each character."""
_THIN = 2.5
"""A rectangle that is no thicker is a line."""
_STRAIGHT = 1.0
_WIDE = 0.6
"""Of the page: what is wider is its ground, or shades a row."""
_ENOUGH = 3
_MOST = 20_000
"""Lines of a page; a drawing may have more, a table has not."""


def drawn_strokes(paths: Iterable[Any]) -> Iterator[DrawnStroke]:
    """Each line."""
    count = 0
    for item in paths:
        for stroke in _strokes(item):
            yield stroke
            count += 1
        if count > _MOST:
            return


def drawn_bands(paths: Iterable[Any]) -> Iterator[DrawnStroke]:
    """The level sides of boxes that are drawn as what lies between an outer and an inner rectangle."""
    for item in paths:
        boxes = [_box([_through(item, point) for point in points]) for points in _outlines(item.raw)]
        fill, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        if fill.value and len(boxes) == 2:
            outer, inner = sorted(boxes, key=lambda box: box[0] - box[2] + box[1] - box[3])
            for low, high in ((outer[1], inner[1]), (inner[3], outer[3])):
                if 0.1 < high - low <= _THIN:
                    middle = (low + high) / 2
                    yield DrawnStroke((outer[0], middle, outer[2], middle), fill_of(item.raw), high - low)


def _box(points: list[tuple[float, float]]) -> Ends:
    across, up = [x for x, _y in points], [y for _x, y in points]
    return min(across), min(up), max(across), max(up)


def draws(paths: Iterable[Any], page_width: float) -> bool:
    """Whether a page seems to show a drawing, such as a chart: areas that are filled, or curves."""
    found = 0
    for item in paths:
        fill, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        left, bottom, right, top = item.get_bounds()
        found += bool(fill.value) and min(right - left, top - bottom) > _THIN and right - left < _WIDE * page_width
        if found >= _ENOUGH:
            return True
    return False


def fill_of(item: Any) -> str:
    """The colour in which an object is filled, letters among them; empty where that is a pattern."""
    return _color(raw.FPDFPageObj_GetFillColor, item)


def _color(asked: Callable[..., int], item: Any) -> str:
    if not asked(item, _RED, _GREEN, _BLUE, _ALPHA):
        return ""
    return f"{_RED.value & 0xFF:02X}{_GREEN.value & 0xFF:02X}{_BLUE.value & 0xFF:02X}"


def _strokes(item: Any) -> Iterator[DrawnStroke]:
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    outlines = [[_through(item, point) for point in points] for points in _outlines(item.raw)]
    for points in outlines:
        box = _box(points)
        width, height = box[2] - box[0], box[3] - box[1]
        if min(width, height) <= _THIN < max(width, height) and (fill.value or len(points) > 2):
            yield DrawnStroke(_middle(box), fill_of(item.raw), min(width, height))
        elif stroke.value:
            color, weight = _color(raw.FPDFPageObj_GetStrokeColor, item.raw), _weight(item.raw)
            for (x0, y0), (x1, y1) in pairwise(points):
                if min(abs(x1 - x0), abs(y1 - y0)) <= _STRAIGHT < max(abs(x1 - x0), abs(y1 - y0)):
                    yield DrawnStroke((x0, y0, x1, y1), color, weight)


def _weight(path: Any) -> float:
    width = c_float()
    return width.value if raw.FPDFPageObj_GetStrokeWidth(path, width) else 0.0


def _middle(box: Ends) -> Ends:
    """The line down the middle of a thin rectangle."""
    x0, y0, x1, y1 = box
    if x1 - x0 > y1 - y0:
        return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
    return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1


def _outlines(path: Any) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path; curves are only their ends."""
    points: list[tuple[float, float]] = []
    x, y = c_float(), c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _through(item: Any, point: tuple[float, float]) -> tuple[float, float]:
    """A point through the matrices of its object and of the forms around it."""
    x, y = point
    while item is not None:
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(item.raw, matrix)
        x, y = matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
        item = item.container
    return x, y
